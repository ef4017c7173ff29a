"""How far the translations of a work lie apart, over a run of its passages: reads several tables, writes nothing.

As in `measuring`, only translations into one language are compared with each other.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from workbench.corpus.errors import Invalid
from workbench.corpus.measuring import Measures, measure
from workbench.corpus.models import Passage, Presence, Translation, Variant, Work
from workbench.corpus.queries import WorkRules, translations_of, variants_by_cell
from workbench.text import Matrix, distance_matrix

__all__ = ["MOST_PASSAGES", "WorkMeasures", "compare_translations"]

MOST_PASSAGES = 1_000


@dataclass(frozen=True, slots=True)
class WorkMeasures:
    """What was measured of the `passages`, in their order.

    `measures[i]` belongs to `passages[i]`; `cells` has the variants by (passage id, translation id). `distances[a][b]`
    is the distance of two translations over all these passages, 0..1, None across languages and where they share none.
    """

    passages: tuple[Passage, ...]
    translations: tuple[Translation, ...]
    cells: dict[tuple[int, int], Variant]
    measures: tuple[Measures, ...]
    distances: Matrix


def compare_translations(work: Work, *, first: int = 1, last: int | None = None) -> WorkMeasures:
    """Measure the passages at the positions `first` to `last` (None: the end); four queries.

    Raises `Invalid` for more than `MOST_PASSAGES` of them.
    """
    passages = _passages(work, first, last)
    translations = tuple(translations_of(work))
    cells = variants_by_cell(passages, translations)
    rules = WorkRules(work)
    measures = tuple(
        measure(
            [
                (variant.pk, one.language, variant.text)
                for one in translations
                if (variant := _present(cells.get((row.pk, one.pk)))) is not None
            ],
            rules.of(row),
        )
        for row in passages
    )
    return WorkMeasures(passages, translations, cells, measures, _distances(passages, translations, cells, rules))


def _passages(work: Work, first: int, last: int | None) -> tuple[Passage, ...]:
    rows = work.passages.filter(position__gte=first).order_by("position")
    if last is not None:
        rows = rows.filter(position__lte=last)
    found = tuple(rows[: MOST_PASSAGES + 1])
    if len(found) > MOST_PASSAGES:
        message = f"At most {MOST_PASSAGES:,} passages are measured at a time: say first and last."
        raise Invalid.field("last", message, code="too_many")
    return found


def _present(variant: Variant | None) -> Variant | None:
    return variant if variant is not None and variant.presence == Presence.PRESENT else None


def _distances(
    passages: Sequence[Passage],
    translations: Sequence[Translation],
    cells: dict[tuple[int, int], Variant],
    rules: WorkRules,
) -> Matrix:
    """Measure each language by itself, into one matrix. Rules for single passages don't count here."""
    whole: list[list[float | None]] = [[None] * len(translations) for _ in translations]
    for places in _by_language(translations):
        table = [[_text(cells.get((row.pk, translations[place].pk))) for place in places] for row in passages]
        part = distance_matrix(table, rules=rules.general)
        for place, row in zip(places, part, strict=False):
            for other, value in zip(places, row, strict=True):
                whole[place][other] = value
    return tuple(map(tuple, whole))


def _by_language(translations: Sequence[Translation]) -> list[list[int]]:
    groups: dict[str, list[int]] = {}
    for place, one in enumerate(translations):
        groups.setdefault(one.language.partition("-")[0].lower(), []).append(place)
    return list(groups.values())


def _text(variant: Variant | None) -> str | None:
    present = _present(variant)
    return None if present is None else present.text
