"""The discussions of a work as records, in the order they were opened."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from django.db.models import QuerySet

from workbench.accounts.models import User
from workbench.corpus.models import Work
from workbench.corpus.transfer import moment_as_text
from workbench.interchange.document import AnchorRecord, CommentRecord, MoveRecord, SuggestionRecord, ThreadRecord
from workbench.review.models import Anchor, AnchorMove, Comment, Suggestion, Thread

__all__ = ["count_threads", "export_threads", "stream_threads"]

_CHUNK = 500
Row = TypeVar("Row", Anchor, Comment)


def export_threads(work: Work) -> tuple[ThreadRecord, ...]:
    """Return the threads of a work. Five queries for each 500; people are user names, or whom it was attributed to."""
    return tuple(stream_threads(work))


def stream_threads(work: Work, sigla: Collection[str] = ()) -> Iterator[ThreadRecord]:
    """Yield them as they are read, those only that speak of no other translations than `sigla` (none named: all)."""
    threads = _speaking_of(work, sigla).select_related("passage", "created_by", "assignee").order_by("pk")
    last = 0
    while found := list(threads.filter(pk__gt=last)[:_CHUNK]):
        yield from _records(found)
        last = found[-1].pk
        if len(found) < _CHUNK:
            return


def count_threads(work: Work, sigla: Collection[str] = ()) -> tuple[int, int]:
    """Return how many threads `stream_threads` yields, and how many it leaves out. One query, two for some sigla."""
    every = work.threads.count()
    kept = _speaking_of(work, sigla).count() if sigla and every else every
    return kept, every - kept


def _speaking_of(work: Work, sigla: Collection[str]) -> QuerySet[Thread]:
    threads = Thread.objects.filter(work=work)
    if not sigla:
        return threads
    others = Anchor.objects.filter(thread__work=work).exclude(variant__translation__siglum__in=list(sigla))
    return threads.exclude(pk__in=others.values("thread"))


def _records(threads: Sequence[Thread]) -> Iterator[ThreadRecord]:
    pks = [one.pk for one in threads]
    anchors = _by_thread(
        Anchor.objects.filter(thread__in=pks)
        .select_related("variant__translation")
        .defer("variant__text")
        .order_by("thread_id", "position")
    )
    moves = _moves(pks)
    comments = _by_thread(Comment.objects.filter(thread__in=pks).select_related("author").order_by("thread_id", "pk"))
    suggestions = {
        suggestion.comment_id: suggestion
        for suggestion in Suggestion.objects.filter(thread__in=pks).select_related("decided_by", "revision", "anchor")
    }
    for one in threads:
        yield _thread(one, anchors.get(one.pk, ()), moves, comments.get(one.pk, ()), suggestions)


def _by_thread(rows: Iterable[Row]) -> Mapping[int, Sequence[Row]]:
    gathered: dict[int, list[Row]] = defaultdict(list)
    for row in rows:
        gathered[row.thread_id].append(row)
    return gathered


def _thread(
    thread: Thread,
    anchors: Sequence[Anchor],
    moves: Mapping[int, Sequence[MoveRecord]],
    comments: Sequence[Comment],
    suggestions: Mapping[int, Suggestion],
) -> ThreadRecord:
    made = {comment.pk: suggestions.get(comment.pk) for comment in comments}
    numbers = {one.pk: number for number, one in enumerate(made.values(), 1) if one}
    return ThreadRecord(
        passage=thread.passage.reference if thread.passage else "",
        comments=tuple(_comment(comment, made[comment.pk], numbers) for comment in comments),
        anchors=tuple(_anchor(anchor, moves.get(anchor.pk, ())) for anchor in anchors),
        state=thread.state,
        category=thread.category,
        severity=thread.severity,
        author=_name(thread.created_by, thread.attributed_to),
        assignee=_name(thread.assignee, thread.meant_for),
        created_at=moment_as_text(thread.created_at),
        updated_at=moment_as_text(thread.updated_at),
        labels=tuple(thread.label_names),
        due_on=thread.due_on.isoformat() if thread.due_on else "",
    )


def _moves(threads: Sequence[int]) -> Mapping[int, Sequence[MoveRecord]]:
    """Return what became of the anchors of threads (ids), by anchor. One query."""
    rows = AnchorMove.objects.filter(anchor__thread__in=threads).order_by("pk")
    found: dict[int, list[MoveRecord]] = defaultdict(list)
    for row in rows.select_related("actor", "from_variant__passage").defer("from_variant__text"):
        origin = row.from_variant.passage.reference if row.from_variant else ""
        found[row.anchor_id].append(
            MoveRecord(
                row.kind,
                row.from_revision,
                row.from_quote,
                row.to_revision,
                row.to_quote,
                origin,
                _name(row.actor, row.attributed_to),
                moment_as_text(row.created_at),
            )
        )
    return found


def _anchor(anchor: Anchor, moves: Sequence[MoveRecord]) -> AnchorRecord:
    return AnchorRecord(
        siglum=anchor.variant.translation.siglum,
        revision=anchor.revision,
        start=anchor.start,
        end=anchor.end,
        quote=anchor.quote,
        prefix=anchor.prefix,
        suffix=anchor.suffix,
        state=anchor.state,
        meant=anchor.meant if anchor.state == Anchor.State.CHANGED else "",
        moves=tuple(moves),
    )


def _comment(comment: Comment, suggestion: Suggestion | None, numbers: Mapping[int, int]) -> CommentRecord:
    return CommentRecord(
        author=_name(comment.author, comment.attributed_to),
        body=comment.body,
        created_at=moment_as_text(comment.created_at),
        edited_at=moment_as_text(comment.edited_at),
        deleted_at=moment_as_text(comment.deleted_at),
        suggestion=_suggestion(suggestion, numbers) if suggestion else None,
    )


def _suggestion(suggestion: Suggestion, numbers: Mapping[int, int]) -> SuggestionRecord:
    """Write a suggestion; `numbers` say which comment of the thread each suggestion came with, counted from 1."""
    return SuggestionRecord(
        anchor=suggestion.anchor.position,
        text=suggestion.text,
        state=suggestion.state,
        reason=suggestion.reason,
        decided_by=_name(suggestion.decided_by, suggestion.decider_attributed_to),
        decided_at=moment_as_text(suggestion.decided_at),
        revision=_number_of(suggestion),
        base=suggestion.base if suggestion.base != suggestion.anchor.quote else "",
        written=suggestion.written,
        superseded_by=numbers.get(suggestion.superseded_by_id or 0, 0),
    )


def _number_of(suggestion: Suggestion) -> int | None:
    """Return the revision that an acceptance wrote, if the words did not go to another passage since."""
    revision = suggestion.revision
    return revision.number if revision and revision.variant_id == suggestion.anchor.variant_id else None


def _name(user: User | None, attributed_to: str) -> str:
    return attributed_to or (user.username if user else "")
