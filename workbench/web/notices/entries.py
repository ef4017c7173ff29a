"""What the inbox tells of an event: who did what where, and how it begins what they said."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from html import unescape

from django.urls import reverse
from django.utils.html import strip_tags
from django.utils.text import Truncator
from django.utils.translation import gettext

from workbench.accounts.models import User
from workbench.corpus.models import Passage, Work
from workbench.journal.kinds import Kind
from workbench.journal.models import Event
from workbench.notices.acts import read_acts
from workbench.review.models import Comment
from workbench.review.rendering import render_comment
from workbench.web.discussion.happenings import Happening, tell

__all__ = ["InboxEntry", "read_entries"]


@dataclass(frozen=True, slots=True)
class InboxEntry:
    """An event as the inbox tells it: `where` is the work and the passage, `gist` the first words of a comment.

    `address` is that of the page of the passage or the work, "" where there is none (any more).
    """

    happening: Happening
    where: str
    gist: str
    address: str


def read_entries(user: User, events: Iterable[Event]) -> list[InboxEntry]:
    """Return the entries of events in their order, each with all that was done by the same click. Four queries."""
    loaded = list(events)
    works = Work.objects.visible_to(user).select_related("workspace").in_bulk(_of(loaded, "work"))
    passages = Passage.objects.visible_to(user).filter(pk__in=_of(loaded, "passage"))
    references = dict(passages.values_list("pk", "reference"))
    said = [event.subject for event in loaded if event.kind.startswith("comment.")]
    comments = Comment.objects.visible_to(user).in_bulk(said)
    acts = read_acts(loaded)
    titles = {work.pk: work.title for work in works.values()}
    return [
        InboxEntry(
            _told(event, acts[event.pk]),
            ", ".join(filter(None, (titles.get(event.work or 0), references.get(event.passage or 0)))),
            _gist(comments.get(event.subject)) if event.kind.startswith("comment.") else "",
            _address(works.get(event.work or 0), event.passage if event.passage in references else None),
        )
        for event in loaded
    ]


def _told(event: Event, act: Sequence[Event]) -> Happening:
    """Tell of an act as one thing: "opened the discussion, suggested other words"."""
    told, *_ = tell([event], with_names=True)
    said = tell(act, with_names=False)
    is_spoken_to = event.kind == Kind.COMMENT_MENTIONED
    what = [
        gettext("mentioned you") if one.pk == event.pk and is_spoken_to else it.what
        for one, it in zip(act, said, strict=True)
    ]
    change = "; ".join(filter(None, (it.change for it in said)))
    return replace(told, what=", ".join(what), name="" if is_spoken_to else told.name, change=change)


def _of(events: Iterable[Event], name: str) -> set[int]:
    return {getattr(event, name) for event in events} - {None}


def _address(work: Work | None, passage: int | None) -> str:
    if work is None:
        return ""
    place = [work.workspace.slug, work.slug]
    return reverse("web:work", args=place) if passage is None else reverse("web:passage", args=[*place, passage])


def _gist(comment: Comment | None) -> str:
    if comment is None or comment.deleted_at is not None:
        return ""
    return Truncator(unescape(strip_tags(render_comment(comment.body))).strip()).words(20)
