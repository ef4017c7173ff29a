"""How far the variants of a passage part, kept beside the texts so that a whole work's overview is one query.

A passage's stored measures are taken again with every text written to it. Bulk changes (an import, a rule for the
whole work) let the passages wait (`is_measured` is false), and `measure_waiting` takes them in one sweep afterwards.

Only variants in one language are compared with each other: a German text is not "far" from an English one, it is
another matter. The passage's variation is the mean over all pairs that share a language; a variant's distinctiveness
the mean over its pairs. What is stored ignores nothing but what the rules make equal. The distance: `text.variation`.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import fsum

from django.db import transaction
from django.db.models import QuerySet

from workbench.corpus.affording import is_measured_at_once
from workbench.corpus.models import Passage, Presence, Variant, Work
from workbench.corpus.queries import WorkRules
from workbench.corpus.rows import update_rows
from workbench.text import Ignorable, Rule, variation

__all__ = ["Measures", "forget_measures", "measure", "measure_passage", "measure_waiting"]

BATCH = 500


@dataclass(frozen=True, slots=True)
class Measures:
    """A passage's variation, None where no two texts share a language, and the distinctiveness by variant id."""

    variation: float | None
    distinctiveness: dict[int, float]


def measure(
    variants: Iterable[tuple[int, str, str]], rules: Sequence[Rule] = (), ignore: frozenset[Ignorable] = frozenset()
) -> Measures:
    """Measure one passage from its present variants, given as (id, language tag, text)."""
    groups: dict[str, list[tuple[int, str]]] = {}
    for key, language, text in variants:
        groups.setdefault(language.partition("-")[0].lower(), []).append((key, text))
    distances: list[float] = []
    distinct: dict[int, float] = {}
    for group in groups.values():
        measured = variation([text for _, text in group], ignore=ignore, rules=tuple(rules))
        pairs = [row[:place] for place, row in enumerate(measured.distances)]
        distances += [distance for row in pairs for distance in row if distance is not None]
        distinct |= {
            key: value for (key, _), value in zip(group, measured.distinctiveness, strict=True) if value is not None
        }
    return Measures(fsum(distances) / len(distances) if distances else None, distinct)


def measure_passage(passage: Passage) -> None:
    """Take and store the measures of one passage, or let it wait if it is too long to hold a writer up.

    Does not count the passage's version up: nobody edited it.
    """
    Passage.objects.select_for_update(no_key=True).get(pk=passage.pk)  # one at a time: each sees the other's text
    present = _present(Variant.objects.filter(passage=passage)).get(passage.pk, [])
    if is_measured_at_once(text for _, _, text in present):
        _store({passage.pk: measure(present, WorkRules(passage.work).of(passage))})
    else:
        forget_measures(Passage.objects.filter(pk=passage.pk))


def forget_measures(passages: QuerySet[Passage]) -> None:
    """Let passages wait to be measured again."""
    passages.update(is_measured=False)


def measure_waiting(work: Work) -> int:
    """Measure all passages of a work that wait; return how many there were. Each batch is stored by itself."""
    rules, counted = WorkRules(work), 0
    for batch in _waiting(work):
        present = _present(Variant.objects.filter(passage__in=batch))
        _store({row.pk: measure(present.get(row.pk, ()), rules.of(row)) for row in batch})
        counted += len(batch)
    return counted


def _waiting(work: Work) -> Iterator[list[Passage]]:
    rows = work.passages.filter(is_measured=False).only("pk", "work_id").order_by("position")
    while batch := list(rows[:BATCH]):
        yield batch


def _present(variants: QuerySet[Variant]) -> dict[int, list[tuple[int, str, str]]]:
    columns = variants.filter(presence=Presence.PRESENT).values_list("passage", "pk", "translation__language", "text")
    by_passage: dict[int, list[tuple[int, str, str]]] = {}
    for passage, key, language, text in columns.order_by("translation__position"):
        by_passage.setdefault(passage, []).append((key, language, text))
    return by_passage


@transaction.atomic
def _store(measures: dict[int, Measures]) -> None:
    update_rows(Passage, ["variation", "is_measured"], [(one.variation, True, key) for key, one in measures.items()])
    values = {key: value for one in measures.values() for key, value in one.distinctiveness.items()}
    alone = Variant.objects.filter(passage__in=measures).exclude(distinctiveness=None).values_list("pk", flat=True)
    Variant.objects.filter(pk__in=set(alone) - values.keys()).update(distinctiveness=None)
    update_rows(Variant, ["distinctiveness"], [(value, key) for key, value in values.items()])
