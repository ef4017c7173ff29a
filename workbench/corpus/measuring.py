"""How far the variants of a passage part, kept beside the texts so that a whole work's overview is one query.

A passage's stored measures are taken again with every text written to it (`corpus.tasks`). Bulk changes (an import, a
rule for the whole work) let the passages wait (`is_measured` is false), and `measure_waiting` takes them in one sweep
afterwards, whoever else writes or measures meanwhile: it looks again before it stores, and leaves what has changed.

Only variants in one language are compared with each other: a German text is not "far" from an English one, it is
another matter. The passage's variation is the mean over all pairs that share a language; a variant's distinctiveness
the mean over its pairs. Passages that a translation joins are compared as one with those of the others, in the first
of them (`joining`). What is stored ignores nothing but what the rules make equal: the passage's variation, and the
counts behind it (`PassageTally`), from which `tallies` answers for any choice of translations.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import inf
from types import MappingProxyType
from typing import TYPE_CHECKING

from django.db import connection, transaction
from django.db.models import F, QuerySet, Sum
from django.db.models.functions import Length

from workbench.corpus.joining import Column, read_links, said_in, with_those_before
from workbench.corpus.measuring_limits import weigh
from workbench.corpus.models import Passage, Variant, Work
from workbench.corpus.queries import WorkRules
from workbench.corpus.rows import update_rows
from workbench.corpus.tallies import LanguageCounts, store_tallies
from workbench.text import Ignorable, Rule
from workbench.text.variation import PairCounts, average, count_units
from workbench.text.words.languages import language_of

if TYPE_CHECKING:
    from workbench.text.words.joining import Said

__all__ = [
    "Measures",
    "forget_all_measures",
    "forget_measures",
    "measure",
    "measure_rows",
    "measure_waiting",
    "measure_with",
    "read_texts",
]

BATCH = 500
CHARACTERS = 10_000_000  # of the texts of a batch, which are in memory together
Texts = Mapping[int, Sequence[Column]]
"""What is said in passages and those joined to them, by passage id."""


@dataclass(frozen=True, slots=True)
class Measures:
    """What one passage's figures are made of, language by language."""

    languages: Sequence[LanguageCounts]

    @property
    def variation(self) -> float | None:
        """The mean distance over all pairs that share a language, 0..1; None where none do."""
        return average([found for one in self.languages for found in one.counts.distances if found is not None])

    @property
    def distinctiveness(self) -> dict[int, float]:
        """The mean distance of each variant to the others in its language, by the pk it was given with."""
        pairs = (pair for one in self.languages for pair in zip(one.pks, one.counts.distinctiveness, strict=True))
        return {pk: value for pk, value in pairs if value is not None}


def measure_with(
    rules: WorkRules, passage: Passage, columns: Sequence[Column], ignore: frozenset[Ignorable] = frozenset()
) -> Measures:
    """Measure one passage with a work's rules, each between the translations between which it counts."""
    return measure(columns, rules.of(passage), ignore, rules.of_pairs(passage, [pk for pk, _, _ in columns]))


def measure(
    columns: Iterable[Column],
    rules: Sequence[Rule] = (),
    ignore: frozenset[Ignorable] = frozenset(),
    of_pairs: Mapping[tuple[int, int], Sequence[Rule]] = MappingProxyType({}),
) -> Measures:
    """Measure one passage from what is said in it, and in those that are joined to it.

    `of_pairs` are the rules of the pairs of columns between which others count than `rules`.
    """
    groups: dict[str, dict[int, tuple[Said, ...]]] = {}
    for pk, tag, column in columns:
        groups.setdefault(language_of(tag), {})[pk] = column
    return Measures(
        [
            LanguageCounts(language, tuple(group), _count(group, ignore, tuple(rules), of_pairs))
            for language, group in groups.items()
        ]
    )


def _count(
    group: "Mapping[int, tuple[Said, ...]]",
    ignore: frozenset[Ignorable],
    rules: Sequence[Rule],
    of_pairs: Mapping[tuple[int, int], Sequence[Rule]],
) -> PairCounts:
    counts = count_units(tuple(group.values()), ignore, rules)
    if not of_pairs:
        return counts
    words, common = list(counts.words), list(counts.common)
    for place, pair in enumerate(combinations(group, 2)):
        if (others := of_pairs.get(pair)) is not None:
            two = count_units([group[pk] for pk in pair], ignore, others)
            words[place], common[place] = two.words[0], two.common[0]
    return PairCounts(counts.size, tuple(words), tuple(common))


@transaction.atomic
def forget_measures(passages: QuerySet[Passage]) -> list[int]:
    """Let passages wait to be measured again, and those before that are joined with them: it holds no longer.

    Returns the ids of all of them.
    """
    # In one order, as `_store` takes them: two writers then wait for each other, not in a circle.
    rows = with_those_before(passages)
    pks = list(rows.select_for_update(no_key=True).order_by("pk").values_list("pk", flat=True))
    rows.order_by().update(is_measured=False, variation=None, changes=F("changes") + 1)
    return pks


@transaction.atomic
def forget_all_measures(work: Work) -> None:
    """Let all passages of a work wait to be measured again, in one statement where no others have to be waited for."""
    if connection.features.has_select_for_update:  # in the order of `forget_measures`
        list(work.passages.select_for_update(no_key=True).order_by("pk").values_list("pk", flat=True))
    work.passages.update(is_measured=False, variation=None, changes=F("changes") + 1)


def measure_waiting(work: Work, most: float = inf) -> int:
    """Measure the passages of a work that wait; return how many were measured. Each batch is stored by itself.

    Passages that together weigh more than `most` (`measuring_limits.weigh`) go on waiting.
    """
    return sum(measure_rows(work, batch, read_texts(batch)) for batch in _batches(_waiting(work, most)))


def measure_rows(work: Work, rows: Sequence[Passage], texts: Texts) -> int:
    """Measure waiting passages of a work and store what was measured of those that nothing changed since; count these.

    `rows` were read before their `texts`: whatever changed between the two counts as a change since.
    """
    rules = WorkRules(work)
    return _store(rows, {row.pk: measure_with(rules, row, texts.get(row.pk, ())) for row in rows})


def read_texts(rows: Sequence[Passage]) -> Texts:
    """Return what is said in passages of one work, all that their measures are made of; two queries."""
    if not rows:
        return {}
    links = read_links(rows[0].work_id, after=min(row.position for row in rows))
    return said_in([row.pk for row in rows], Variant.objects.filter(work=rows[0].work_id), links)


def _waiting(work: Work, most: float) -> Iterator[tuple[Passage, int]]:
    """Go through the waiting passages once, each with the characters of its texts, leaving out what is too much.

    By id: what others change meanwhile is theirs to measure.
    """
    waiting, last = work.passages.filter(is_measured=False).order_by("pk"), 0
    rows = waiting.only("pk", "workspace_id", "work_id", "position", "changes")
    while found := list(rows.filter(pk__gt=last)[:BATCH]):
        last, lengths = found[-1].pk, _measure_lengths(found)
        for row in found:
            length = lengths.get(row.pk, 0)
            if weigh(length) <= most:
                most -= weigh(length)
                yield row, length


def _measure_lengths(rows: Sequence[Passage]) -> dict[int, int]:
    texts = Variant.objects.filter(passage__in=rows).order_by()
    return dict(texts.values("passage").annotate(length=Sum(Length("text"))).values_list("passage", "length"))


def _batches(rows: Iterable[tuple[Passage, int]]) -> Iterator[list[Passage]]:
    """Put passages together, as many as may be in memory with their texts."""
    batch: list[Passage] = []
    held = 0
    for row, length in rows:
        if len(batch) == BATCH or (batch and held + length > CHARACTERS):
            yield batch
            batch, held = [], 0
        batch.append(row)
        held += length
    if batch:
        yield batch


@transaction.atomic
def _store(rows: Sequence[Passage], measures: Mapping[int, Measures]) -> int:
    waiting = Passage.objects.filter(pk__in=[row.pk for row in rows], is_measured=False).order_by("pk")
    changes = dict(waiting.select_for_update(no_key=True).values_list("pk", "changes"))
    kept = {row.pk: measures[row.pk] for row in rows if changes.get(row.pk) == row.changes}
    update_rows(Passage, ["variation", "is_measured"], [(one.variation, True, pk) for pk, one in kept.items()])
    store_tallies([(row, kept[row.pk].languages) for row in rows if row.pk in kept])
    return len(kept)
