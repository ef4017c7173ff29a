"""What the inbox tells of an event: who did what where, and how it begins what they said."""

from collections.abc import Iterable
from dataclasses import dataclass
from html import unescape

from django.utils.html import strip_tags
from django.utils.text import Truncator

from workbench.accounts.models import User
from workbench.corpus.models import Passage, Work
from workbench.journal.models import Event
from workbench.review.models import Comment
from workbench.review.rendering import render_comment
from workbench.web.discussion.happenings import Happening, tell

__all__ = ["InboxEntry", "read_entries"]


@dataclass(frozen=True, slots=True)
class InboxEntry:
    """An event as the inbox tells it: `where` is the work and the passage, `gist` the first words of a comment."""

    happening: Happening
    where: str
    gist: str


def read_entries(user: User, events: Iterable[Event]) -> list[InboxEntry]:
    """Return the entries of events in their order, as the user may see them. Three queries."""
    loaded = list(events)
    titles = dict(Work.objects.visible_to(user).filter(pk__in=_of(loaded, "work")).values_list("pk", "title"))
    passages = Passage.objects.visible_to(user).filter(pk__in=_of(loaded, "passage"))
    references = dict(passages.values_list("pk", "reference"))
    said = [event.subject for event in loaded if event.kind.startswith("comment.")]
    comments = Comment.objects.visible_to(user).in_bulk(said)
    return [
        InboxEntry(
            happening,
            ", ".join(filter(None, (titles.get(event.work or 0), references.get(event.passage or 0)))),
            _gist(comments.get(event.subject)) if event.kind.startswith("comment.") else "",
        )
        for event, happening in zip(loaded, tell(loaded, with_names=True), strict=True)
    ]


def _of(events: Iterable[Event], name: str) -> set[int]:
    return {getattr(event, name) for event in events} - {None}


def _gist(comment: Comment | None) -> str:
    if comment is None or comment.deleted_at is not None:
        return ""
    return Truncator(unescape(strip_tags(render_comment(comment.body))).strip()).words(20)
