"""How far the translations of a work lie apart, over a run of its passages: reads several tables, writes nothing.

As in `measuring`, only translations into one language are compared with each other.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from workbench.corpus.affording import count_affordable
from workbench.corpus.errors import Invalid
from workbench.corpus.measuring import Measures, measure
from workbench.corpus.models import Passage, Presence, Translation, Variant, Work
from workbench.corpus.queries import WorkRules, translations_of, variants_by_cell
from workbench.text import Ignorable, Matrix, Rule, distance_matrix

__all__ = ["MOST_PASSAGES", "WorkMeasures", "compare_translations", "group_by_language", "measure_distances"]

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


def compare_translations(
    work: Work,
    *,
    first: int = 1,
    last: int | None = None,
    sigla: frozenset[str] | None = None,
    ignore: frozenset[Ignorable] = frozenset(),
) -> WorkMeasures:
    """Measure the passages at the positions `first` to `last` (None: the end); five queries.

    Only the translations called `sigla` (None: all) are compared, making no difference of what to `ignore`. Raises
    `Invalid` for more than `MOST_PASSAGES` passages, for too much text (`affording`), and for unknown sigla.
    """
    passages = _passages(work, first, last)
    translations = _translations(work, sigla)
    if (most := count_affordable([row.pk for row in passages], translations)) < len(passages):
        message = f"With texts so long or so many, passages measured at a time: at most {most:,}. Say first and last."
        raise Invalid.field("last", message, code="too_many")
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
            ignore,
        )
        for row in passages
    )
    table = [[_text(cells.get((row.pk, one.pk))) for one in translations] for row in passages]
    distances = measure_distances(table, translations, rules.general, ignore)
    return WorkMeasures(passages, translations, cells, measures, distances)


def group_by_language(translations: Sequence[Translation]) -> dict[str, list[int]]:
    """Part translations by the language they are in, regions of it together: their places by language subtag."""
    groups: dict[str, list[int]] = {}
    for place, one in enumerate(translations):
        groups.setdefault(one.language.partition("-")[0].lower(), []).append(place)
    return groups


def measure_distances(
    table: Sequence[Sequence[str | None]],
    translations: Sequence[Translation],
    rules: Sequence[Rule] = (),
    ignore: frozenset[Ignorable] = frozenset(),
) -> Matrix:
    """Measure each language by itself (`text.distance_matrix`), into one matrix with None across languages.

    `table` has a row for each passage, and in it the text of each translation, None where there is none.
    """
    whole: list[list[float | None]] = [[None] * len(translations) for _ in translations]
    for places in group_by_language(translations).values():
        part = distance_matrix(([row[place] for place in places] for row in table), ignore=ignore, rules=rules)
        for place, row in zip(places, part, strict=False):
            for other, value in zip(places, row, strict=True):
                whole[place][other] = value
    return tuple(map(tuple, whole))


def _translations(work: Work, sigla: frozenset[str] | None) -> tuple[Translation, ...]:
    found = tuple(one for one in translations_of(work) if sigla is None or one.siglum in sigla)
    if sigla and (unknown := sigla - {one.siglum for one in found}):
        message = f"The work has no translation called {', '.join(sorted(unknown))}."
        raise Invalid.field("translations", message)
    return found


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


def _text(variant: Variant | None) -> str | None:
    present = _present(variant)
    return None if present is None else present.text
