"""What happened in a work, as the entries of a feed: made when asked for, with the rights of who asks."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from html import escape

from django.db.models import Q

from workbench.accounts.models import User
from workbench.corpus.models import Passage, Translation, Variant, Work
from workbench.journal.kinds import Kind
from workbench.journal.models import Event, EventQuerySet
from workbench.journal.queries import EventFilter, find_events
from workbench.review.models import Anchor, Comment
from workbench.review.rendering import render_comment

__all__ = ["LENGTH", "FeedEntry", "read_feed"]

LENGTH = 50
"""As many entries a feed has at most, the newest."""
_SAID = (Kind.COMMENT_ADDED, Kind.COMMENT_EDITED)


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """One event as a feed tells it: `title` is text, `html` is what was said (safe), empty where nothing was."""

    event: int
    kind: str
    who: str
    title: str
    html: str
    at: datetime
    thread: int | None


def read_feed(
    user: User, work: Work, *, translation: Translation | None = None, only_comments: bool = False
) -> list[FeedEntry]:
    """Return the latest events of a work that the user may see, newest first, at most `LENGTH`; three queries.

    With a translation, those of its texts and of the discussions that speak of its words. A comment that was deleted
    says nothing, and one that the user may not see is not there.
    """
    rows = find_events(user, EventFilter(workspace=work.workspace_id, work=work.pk))
    rows = rows.filter(kind__in=_SAID) if only_comments else rows
    rows = rows if translation is None else _of_translation(rows, translation)
    events = list(rows.select_related("actor").order_by("-cursor")[:LENGTH])
    said = _comments(user, events)
    references = dict(Passage.objects.visible_to(user).filter(pk__in=_passages(events)).values_list("pk", "reference"))
    return [_entry(event, said, references) for event in events if event.kind not in _SAID or event.subject in said]


def _of_translation(rows: EventQuerySet, translation: Translation) -> EventQuerySet:
    texts = Variant.objects.filter(translation=translation).values("pk")
    threads = Anchor.objects.filter(variant__translation=translation).values("thread")
    return rows.filter(Q(translation=translation.pk) | Q(variant__in=texts) | Q(thread__in=threads))


def _comments(user: User, events: Iterable[Event]) -> Mapping[int, Comment]:
    wanted = [event.subject for event in events if event.kind in _SAID]
    return Comment.objects.visible_to(user).select_related("author").in_bulk(wanted)


def _passages(events: Iterable[Event]) -> set[int]:
    return {event.passage for event in events if event.passage is not None}


def _entry(event: Event, said: Mapping[int, Comment], references: Mapping[int, str]) -> FeedEntry:
    comment = said.get(event.subject) if event.kind in _SAID else None
    who = str(event.actor) if comment is None else comment.author.signature(comment.attributed_to)
    what = Kind(event.kind).label if event.kind in Kind.values else event.kind
    where = event.name or references.get(event.passage or 0, "")
    return FeedEntry(
        event=event.pk,
        kind=event.kind,
        who=who,
        title=f"{who} {what}: {where}" if where else f"{who} {what}",
        html=_html(event, comment),
        at=event.at,
        thread=event.thread,
    )


def _html(event: Event, comment: Comment | None) -> str:
    if comment is not None:
        return render_comment(comment.body) if comment.deleted_at is None else "<p>This comment was deleted.</p>"
    quotes = [state.get("quote") for state in (event.before, event.after) if state.get("quote")]
    reason = event.after.get("reason")
    told = [f"<p>{' → '.join(f'<q>{escape(str(quote))}</q>' for quote in quotes)}</p>"] if quotes else []
    return "".join([*told, f"<p>{escape(str(reason))}</p>" if reason else ""])
