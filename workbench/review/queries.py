"""Reads of the discussions, each with a fixed number of queries however many threads there are."""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from django.db.models import Count, Prefetch, QuerySet

from workbench.corpus.memory import Memory, States
from workbench.corpus.models import Passage, Variant, Work
from workbench.review.models import Anchor, Comment, Suggestion, Thread

__all__ = [
    "FoldedThread",
    "anchors_of",
    "fold_threads",
    "latest_written",
    "open_counts",
    "open_counts_by_passage",
    "remembered_counts",
    "whole",
]

_MOST = 10_000  # works


def whole(threads: QuerySet[Thread]) -> QuerySet[Thread]:
    """Load all that is shown of threads: people, passage, anchors with siglum, comments, suggestions (4 queries)."""
    anchors = Anchor.objects.select_related("variant__translation").order_by("position")
    comments = Comment.objects.select_related("author").order_by("created_at", "pk")
    suggestions = Suggestion.objects.select_related("decided_by", "revision", "comment__author", "anchor").order_by(
        "pk"
    )
    return threads.select_related("created_by", "assignee", "passage", "work__workspace").prefetch_related(
        Prefetch("anchors", anchors), Prefetch("comments", comments), Prefetch("suggestions", suggestions)
    )


def latest_written(thread: Thread) -> Suggestion | None:
    """Return the accepted suggestion of a whole thread that can be taken back: its revision is its text's present one.

    None while another suggestion is open. No query.
    """
    suggestions = [one for one in thread.suggestions.all() if not one.is_withdrawn]
    if any(suggestion.state == Suggestion.State.OPEN for suggestion in suggestions):
        return None
    variants = {anchor.pk: anchor.variant for anchor in thread.anchors.all()}
    return next((one for one in suggestions if _is_latest(one, variants[one.anchor_id])), None)


def _is_latest(suggestion: Suggestion, variant: Variant) -> bool:
    revision = suggestion.revision
    if suggestion.state != Suggestion.State.ACCEPTED or revision is None:
        return False
    return (revision.variant_id, revision.number) == (variant.pk, variant.version)


class FoldedThread(NamedTuple):
    """A thread of which nothing is shown but that it is there."""

    pk: int
    is_open: bool


def fold_threads(passages: Iterable[Passage]) -> dict[int, list[FoldedThread]]:
    """Return the threads of several passages by passage id, oldest first, by their ids and whether they are open."""
    grouped: dict[int, list[FoldedThread]] = {passage.pk: [] for passage in passages}
    rows = Thread.objects.filter(passage__in=list(grouped)).order_by("created_at", "pk")
    for pk, passage, state in rows.values_list("pk", "passage", "state"):
        grouped[passage].append(FoldedThread(pk, state in Thread.UNSETTLED))
    return grouped


def anchors_of(threads: Iterable[FoldedThread]) -> QuerySet[Anchor]:
    """Return the anchors of threads whose words still stand in their texts."""
    rows = Anchor.objects.filter(thread__in=[one.pk for one in threads])
    return rows.exclude(state=Anchor.State.ORPHANED).order_by("pk")


def open_counts(works: Iterable[int]) -> dict[int, int]:
    """Return the number of open threads by work id, for the ids given."""
    counted = Thread.objects.filter(work__in=list(works), state__in=Thread.UNSETTLED).order_by().values("work")
    return dict(counted.annotate(n=Count("pk")).values_list("work", "n"))


_memory: Memory[Counter[int | None]] = Memory(_MOST)


def remembered_counts(states: States) -> dict[int, Counter[int | None]]:
    """Return the number of open threads by work id and assignee (id; None: nobody), for works in these states.

    One query where some changed since they were asked for, else none.
    """
    return _memory.of_all(states, _count_by_assignee)


def _count_by_assignee(works: list[int]) -> dict[int, Counter[int | None]]:
    found: dict[int, Counter[int | None]] = {work: Counter() for work in works}
    rows = Thread.objects.filter(work__in=works, state__in=Thread.UNSETTLED).order_by().values("work", "assignee")
    for work, assignee, number in rows.annotate(n=Count("pk")).values_list("work", "assignee", "n"):
        found[work][assignee] = number
    return found


def open_counts_by_passage(work: Work) -> dict[int, int]:
    """Return the number of open threads by passage id, for a work; passages without any are left out."""
    some = Thread.objects.filter(work=work, state__in=Thread.UNSETTLED).exclude(passage=None)
    counted = some.order_by().values("passage")
    return dict(counted.annotate(n=Count("pk")).values_list("passage", "n"))
