"""What follows a write: its passage is measured and its words indexed with it, many by tasks once the write stands.

The task runs where `settings.TASKS` says: at once, in the same process, when the transaction is through (the embedded
default); or in a worker, `manage.py db_worker`, from a queue in the database. It may run twice, or twice at a time, or
be broken off: it takes up whatever waits, batch by batch, and stores nothing over a later change.
"""

from collections.abc import Sequence
from functools import partial
from math import inf

from django.db import transaction
from django.db.models import QuerySet
from django_tasks import task
from django_tasks.backends.immediate import ImmediateBackend

from workbench.corpus.concordance.indexing import index_waiting
from workbench.corpus.findings import review_names
from workbench.corpus.joining import Column
from workbench.corpus.measuring import forget_measures, measure_rows, measure_waiting, read_texts
from workbench.corpus.measuring_limits import MOST_AFTER_A_WRITE, is_measured_at_once
from workbench.corpus.models import Equivalence, Passage, Presence, Revision, Variant, Work
from workbench.corpus.queries import holding, sides_alike
from workbench.corpus.reviewing_terms import passages_with, review_terms
from workbench.corpus.surveying import survey_passages, survey_waiting
from workbench.corpus.vocabularies import count_words

__all__ = [
    "forget_for_rule",
    "index_later",
    "index_work",
    "measure_for_rule",
    "measure_later",
    "measure_passage",
    "measure_work",
    "passages_of_rule",
    "review_terms_later",
    "review_terms_of",
    "survey_work",
]

_SURVEYED_AT_ONCE = 60  # passages, after a write, where no worker takes them
_REVIEWED_AT_ONCE = 200  # passages, after a change of the glossary, where no worker takes them
_MOST_IN_A_WRITE = 20_000  # characters of a passage in all translations
_NAMES_AT_ONCE = 2_000  # texts of a work
_SHARE_OF_A_RULE = 8  # of what is measured after a write where no worker does it: some half a second


@task()
def measure_work(work: int, share: int = 1) -> int:
    """Measure the passages of a work (id) that wait; return how many were measured. A work that is gone has none.

    Without a worker somebody waits for it: then very long passages are left to `manage.py measure`, and where the same
    write asks for so many works (`share`) they have the time together.
    """
    found = Work.objects.filter(pk=work).first()
    most = MOST_AFTER_A_WRITE / share if isinstance(measure_work.get_backend(), ImmediateBackend) else inf
    return measure_waiting(found, most) if found else 0


def measure_later(work: int, share: int = 1, haste: int = 1) -> None:
    """Let the waiting passages of a work (id) be measured as soon as the transaction stands; it stands in any case.

    `share` is for how many works the transaction asks that, `haste` by how much less time may go into measures.
    """
    transaction.on_commit(partial(measure_work.enqueue, work, share * haste), robust=True)
    transaction.on_commit(partial(survey_work.enqueue, work, share), robust=True)


@task()
def measure_for_rule(rule: int) -> None:
    """Find the passages that a rule (id) speaks of in a long work, and let them be measured anew."""
    found = Equivalence.objects.filter(pk=rule).first()
    if found is not None:
        forget_for_rule(found)


def passages_of_rule(rule: Equivalence) -> QuerySet[Passage]:
    """Return the passages in which a rule of a work or a workspace counts."""
    passages = Passage.objects.filter(workspace=rule.workspace_id)
    return passages if rule.work_id is None else passages.filter(work=rule.work_id)


@transaction.atomic
def forget_for_rule(rule: Equivalence) -> None:
    """Let the passages whose texts hold the words of a rule be measured anew.

    Words that other rules make the same as these count too: "A = D" follows from "A = B", "B = C" and "C = D".
    """
    left, right = sides_alike(rule.rule, rule.workspace_id)
    texts = Variant.objects.filter(holding(left | right), workspace=rule.workspace_id)
    spoken_of = passages_of_rule(rule).filter(pk__in=texts.values("passage"))
    works = list(spoken_of.order_by().values_list("work", flat=True).distinct())
    forget_measures(spoken_of)
    for work in works:
        measure_later(work, len(works), _SHARE_OF_A_RULE)


@task()
def survey_work(work: int, share: int = 1) -> int:
    """Survey the passages of a work (id) that wait (`corpus.surveying`), and its names; return how many they were.

    Without a worker somebody waits for it: then some, and the rest is left to `manage.py measure`.
    """
    found = Work.objects.filter(pk=work).first()
    if found is None:
        return 0
    is_waited_for = isinstance(survey_work.get_backend(), ImmediateBackend)
    count = survey_waiting(found, _SURVEYED_AT_ONCE // share if is_waited_for else None)
    if count and not (is_waited_for and found.variants.count() > _NAMES_AT_ONCE):
        review_names(found)
    if count and not is_waited_for:
        count_words(found)
    return count


def measure_passage(passage: Passage) -> None:
    """Take and store the measures of one passage with the write, or later if it is too long to hold writers up.

    The caller holds the transaction. Does not count the passage's version up: nobody edited it.
    """
    forgotten = forget_measures(_concerned(passage))  # one writer at a time from here on: each sees the other's text
    rows = list(Passage.objects.filter(pk__in=forgotten))
    texts = read_texts(rows)
    if all(is_measured_at_once(_texts_in(columns)) for columns in texts.values()):
        measure_rows(passage.work, rows, texts)
        if sum(len(said) for columns in texts.values() for said in _texts_in(columns)) <= _MOST_IN_A_WRITE:
            survey_passages(passage.work, rows)
        else:
            transaction.on_commit(partial(survey_work.enqueue, passage.work_id), robust=True)
    else:
        measure_later(passage.work_id)


@task()
def index_work(work: int) -> int:
    """Index the texts of a work (id) that are not; return how many they were. A work that is gone has none."""
    found = Work.objects.filter(pk=work).first()
    return index_waiting(found) if found else 0


def index_later(work: int) -> None:
    """Let the words of a work (id) be indexed as soon as the transaction stands; it stands in any case."""
    transaction.on_commit(partial(index_work.enqueue, work), robust=True)


def _concerned(passage: Passage) -> QuerySet[Passage]:
    """Return the passage, and the one before it where that may have held its words until now."""
    found = Passage.objects.filter(pk=passage.pk)
    if not Revision.objects.filter(variant__passage=passage, presence=Presence.JOINED).exists():
        return found
    earlier = Passage.objects.filter(work=passage.work_id, position__lt=passage.position).order_by("-position")
    return Passage.objects.filter(pk__in=[passage.pk, *earlier.values_list("pk", flat=True)[:1]])


def _texts_in(columns: Sequence[Column]) -> list[str]:
    return [said for _, _, column in columns for said in column if isinstance(said, str)]


@task()
def review_terms_of(work: int, words: list[str]) -> int:
    """Check anew whether terms are kept in the passages of a work (id) that have any of these words; count these.

    Without a worker somebody waits for it: then some, and the rest waits to be surveyed by `manage.py measure`.
    """
    found = Work.objects.filter(pk=work).first()
    if found is None:
        return 0
    is_waited_for = isinstance(review_terms_of.get_backend(), ImmediateBackend)
    return review_terms(found, passages_with(found, words), _REVIEWED_AT_ONCE if is_waited_for else None)


def review_terms_later(works: Sequence[int], words: Sequence[str]) -> None:
    """Let the passages of works (ids) with these words be checked for terms as soon as the transaction stands."""
    for work in works:
        transaction.on_commit(partial(review_terms_of.enqueue, work, list(words)), robust=True)
