"""What passages have to look at, taken and stored: the counts of their differences by type, and what the checks find.

Both are taken of the texts of a passage as they stand, with each text written to it where that takes a moment, and by a
task after bulk changes (`corpus.tasks`). A passage waits while its row (`PassageKinds`) is of an earlier state, which
`Passage.changes` tells; nothing is stored over a later change.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from django.db import transaction
from django.db.models import Avg, Count, F, Q, QuerySet
from django.db.models.functions import Length

from workbench.corpus.findings import keep_findings
from workbench.corpus.glossary import glossary_of
from workbench.corpus.joining import Column
from workbench.corpus.measuring import read_texts
from workbench.corpus.models import Passage, PassageKinds, Variant, Work
from workbench.corpus.queries import WorkRules
from workbench.corpus.rows import insert_rows
from workbench.text import Rule
from workbench.text.checking import Finding, Glossary, Version, check_alone, check_terms, compare_versions
from workbench.text.difference.counting import KINDS, PairKinds, count_kinds
from workbench.text.words.joining import JOINED
from workbench.text.words.languages import language_of

__all__ = [
    "ROW",
    "find_in",
    "survey_passages",
    "survey_waiting",
    "usual_lengths",
    "versions_in",
    "waiting_to_be_surveyed",
    "weigh",
]

ROW = np.dtype([("left", "<u2"), ("right", "<u2"), ("counts", "<u2", (len(KINDS),)), ("weight", "<f4")])
"""Of every two translations compared: their places, the count of each of `KINDS`, the weight of them all."""

BATCH = 100
_NEIGHBOURS = 50
_FEW = 10  # texts of a translation
_OF_PAIRS = 0.1  # of a passage's weight, beside its findings'
_LONGEST = 30_000  # characters of a text that is compared so
_FIELDS = ("workspace_id", "passage_id", "changes", "weight", "translations", "pairs")


@dataclass(frozen=True, slots=True)
class _Survey:
    passage: Passage
    translations: tuple[int, ...]
    pairs: tuple[PairKinds, ...]
    findings: tuple[Finding, ...]

    @property
    def weight(self) -> float:
        """What its findings weigh together, the gravest first and each further one half, and a little of its pairs."""
        return weigh([one.weight for one in self.findings], [one.weight for one in self.pairs])


def weigh(findings: Sequence[float], pairs: Sequence[float]) -> float:
    """Return what a passage weighs by the weights of its findings and of its pairs."""
    mean = sum(pairs) / len(pairs) if len(pairs) else 0.0
    grave = sorted(findings, reverse=True)
    return sum([weight * 0.5**place for place, weight in enumerate(grave)], _OF_PAIRS * mean)


def waiting_to_be_surveyed(work: Work) -> QuerySet[Passage]:
    """Return the passages whose counts and findings are of an earlier state, or not there."""
    return work.passages.filter(Q(kinds=None) | ~Q(kinds__changes=F("changes")))


def survey_waiting(work: Work, most: int | None = None) -> int:
    """Survey the passages of a work that wait, `most` at most; return how many. Each batch is stored by itself."""
    done, last = 0, 0
    while most is None or done < most:
        size = BATCH if most is None else min(BATCH, most - done)
        rows = list(waiting_to_be_surveyed(work).filter(pk__gt=last).order_by("pk")[:size])
        if not rows:
            break
        last = rows[-1].pk
        survey_passages(work, rows)
        done += len(rows)
    return done


def survey_passages(work: Work, rows: Sequence[Passage]) -> None:
    """Survey passages of a work; `rows` were read before their texts are."""
    texts, rules, usual = read_texts(rows), WorkRules(work), usual_lengths(work, rows)
    glossary = glossary_of(work)
    _store([_survey(row, texts.get(row.pk, ()), rules, usual, glossary) for row in rows])


def _survey(
    row: Passage, columns: Collection[Column], rules: WorkRules, usual: Mapping[int, float], glossary: Glossary
) -> _Survey:
    pks = tuple([pk for pk, _, _ in columns])
    pairs = tuple(_count(columns, rules.of(row), rules.of_pairs(row, pks)))
    versions = versions_in(columns, usual)
    return _Survey(row, pks, pairs, tuple(find_in(versions, glossary)))


def versions_in(columns: Collection[Column], usual: Mapping[int, float]) -> list[Version]:
    """Return what is said in a passage for the checks; `usual` are the usual lengths of translations (ids)."""
    return [Version(pk, tag, str(said[0]), usual.get(pk, 1.0)) for pk, tag, said in columns if _is_whole(said)]


def _count(
    columns: Collection[Column], rules: Sequence[Rule], of_pairs: Mapping[tuple[int, int], Sequence[Rule]]
) -> Iterator[PairKinds]:
    pks = [pk for pk, _, _ in columns]
    groups: dict[str, list[int]] = {}
    listed = [said for _, _, said in columns]
    for place, (_, tag, said) in enumerate(columns):
        if sum(len(one) for one in said if isinstance(one, str)) <= _LONGEST:
            groups.setdefault(language_of(tag), []).append(place)
    for language, places in groups.items():
        counting = {
            (left, right): of_pairs[pks[one], pks[other]]
            for (left, one), (right, other) in combinations(enumerate(places), 2)
            if (pks[one], pks[other]) in of_pairs
        }
        for pair in count_kinds([listed[place] for place in places], language, rules, counting):
            yield PairKinds(places[pair.left], places[pair.right], pair.counts, pair.weight)


def _is_whole(said: Sequence[object]) -> bool:
    """Tell whether a translation says in the passage just what stands there, and nothing of the passages after it."""
    return isinstance(said[0], str) and (len(said) < 2 or said[1] is not JOINED)


def find_in(versions: Sequence[Version], glossary: Glossary) -> Iterator[Finding]:
    """Yield what the checks find in what is said in a passage."""
    yield from compare_versions(versions)
    for one in versions:
        if len(one.text) <= _LONGEST:
            yield from check_alone(one, [other for other in versions if other is not one])
    yield from check_terms(versions, glossary)


def usual_lengths(work: Work, rows: Sequence[Passage]) -> dict[int, float]:
    """Return how long the texts of each translation are around these passages, against the mean in its language.

    Those of which few texts are there are left out: nobody knows what is usual of them.
    """
    positions = [row.position for row in rows]
    around = (min(positions) - _NEIGHBOURS, max(positions) + _NEIGHBOURS)
    texts = Variant.objects.filter(work=work, passage__position__range=around).exclude(text="")
    found = texts.order_by().values_list("translation", "translation__language")
    means = found.annotate(n=Count("pk"), mean=Avg(Length("text"))).filter(n__gte=_FEW)
    groups: dict[str, dict[int, float]] = {}
    for pk, tag, _, mean in means:
        groups.setdefault(language_of(tag), {})[pk] = float(mean)
    return {pk: mean * len(group) / sum(group.values()) for group in groups.values() for pk, mean in group.items()}


@transaction.atomic
def _store(surveys: Iterable[_Survey]) -> None:
    by_pk = {one.passage.pk: one for one in surveys}
    locked = Passage.objects.filter(pk__in=by_pk).order_by("pk").select_for_update(no_key=True)
    kept = [by_pk[pk] for pk, changes in locked.values_list("pk", "changes") if by_pk[pk].passage.changes == changes]
    PassageKinds.objects.filter(passage__in=[one.passage.pk for one in kept]).delete()
    insert_rows(PassageKinds, _FIELDS, [(one.passage.workspace_id, one.passage.pk, *_pack(one)) for one in kept])
    keep_findings({one.passage.pk: one.findings for one in kept})


def _pack(one: _Survey) -> tuple[int, float, bytes, bytes]:
    rows = [(pair.left, pair.right, pair.counts, pair.weight) for pair in one.pairs]
    translations = np.array(one.translations, "<i8").tobytes()
    return one.passage.changes, one.weight, translations, np.array(rows, ROW).tobytes()
