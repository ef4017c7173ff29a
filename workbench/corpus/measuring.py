"""How far the variants of a passage part, kept beside the texts so that a whole work's overview is one query.

A passage's stored measures are taken again with every text written to it (`corpus.tasks`). Bulk changes (an import, a
rule for the whole work) let the passages wait (`is_measured` is false), and `measure_waiting` takes them in one sweep
afterwards, whoever else writes or measures meanwhile: it looks again before it stores, and leaves what has changed.

Only variants in one language are compared with each other: a German text is not "far" from an English one, it is
another matter. The passage's variation is the mean over all pairs that share a language; a variant's distinctiveness
the mean over its pairs. What is stored ignores nothing but what the rules make equal. The distance: `text.variation`.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import fsum

from django.db import transaction
from django.db.models import F, QuerySet

from workbench.corpus.models import Passage, Presence, Variant, Work
from workbench.corpus.queries import WorkRules
from workbench.corpus.rows import update_rows
from workbench.text import Ignorable, Rule, variation

__all__ = ["Measures", "forget_measures", "measure", "measure_rows", "measure_waiting", "read_texts"]

BATCH = 500
Texts = Mapping[int, Sequence[tuple[int, str, str]]]
"""The present variants by passage id, each as (id, language tag, text)."""


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


@transaction.atomic
def forget_measures(passages: QuerySet[Passage]) -> None:
    """Let passages wait to be measured again: what was measured holds no longer."""
    # In one order, as `_store` takes them: two writers then wait for each other, not in a circle.
    keys = list(passages.select_for_update(no_key=True).order_by("pk").values_list("pk", flat=True))
    for start in range(0, len(keys), BATCH):
        rows = Passage.objects.filter(pk__in=keys[start : start + BATCH])
        rows.update(is_measured=False, variation=None, changes=F("changes") + 1)


def measure_waiting(work: Work) -> int:
    """Measure the passages of a work that wait; return how many were measured. Each batch is stored by itself."""
    return sum(measure_rows(work, batch, read_texts(batch)) for batch in _waiting(work))


def measure_rows(work: Work, rows: Sequence[Passage], texts: Texts) -> int:
    """Measure waiting passages of a work and store what was measured of those that nothing changed since; count these.

    `rows` were read before their `texts`: whatever changed between the two counts as a change since.
    """
    rules = WorkRules(work)
    return _store(rows, {row.pk: measure(texts.get(row.pk, ()), rules.of(row)) for row in rows})


def read_texts(passages: Sequence[Passage]) -> Texts:
    """Return the present variants by passage id, each as (id, language tag, text), in the order of the translations."""
    rows = Variant.objects.filter(passage__in=passages, presence=Presence.PRESENT).order_by("translation__position")
    texts: dict[int, list[tuple[int, str, str]]] = {}
    for passage, key, language, text in rows.values_list("passage", "pk", "translation__language", "text"):
        texts.setdefault(passage, []).append((key, language, text))
    return texts


def _waiting(work: Work) -> Iterator[list[Passage]]:
    """Go through the waiting passages once, by id: what others change meanwhile is theirs to measure."""
    rows, last = work.passages.filter(is_measured=False).only("pk", "work_id", "changes").order_by("pk"), 0
    while batch := list(rows.filter(pk__gt=last)[:BATCH]):
        yield batch
        last = batch[-1].pk


@transaction.atomic
def _store(rows: Sequence[Passage], measures: Mapping[int, Measures]) -> int:
    waiting = Passage.objects.filter(pk__in=[row.pk for row in rows], is_measured=False).order_by("pk")
    changes = dict(waiting.select_for_update(no_key=True).values_list("pk", "changes"))
    kept = {row.pk: measures[row.pk] for row in rows if changes.get(row.pk) == row.changes}
    update_rows(Passage, ["variation", "is_measured"], [(one.variation, True, key) for key, one in kept.items()])
    values = {key: value for one in kept.values() for key, value in one.distinctiveness.items()}
    alone = Variant.objects.filter(passage__in=kept).exclude(distinctiveness=None).values_list("pk", flat=True)
    Variant.objects.filter(pk__in=set(alone) - values.keys()).update(distinctiveness=None)
    update_rows(Variant, ["distinctiveness"], [(value, key) for key, value in values.items()])
    return len(kept)
