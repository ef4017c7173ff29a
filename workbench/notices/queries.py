"""What concerns a person: found in the log, with the rights they have now."""

from collections.abc import Mapping
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Greatest

from workbench.accounts.models import Membership, User
from workbench.accounts.queries import roles_of
from workbench.corpus.models import Work
from workbench.journal.kinds import Kind
from workbench.journal.models import Event, EventQuerySet
from workbench.notices.models import Reading, Subscription
from workbench.review.models import Mention, Thread

__all__ = ["MOST", "count_unread", "find_notices", "find_unmailed", "find_unread", "is_followed"]

MOST = 100
"""As far as unread notices are counted: beyond it a number says no more."""
_FEW = 2_000
_IN_WORKS = ("work.", "variant.", "translation.", "verdict.", "adjudication.")
_OF_THREADS = [
    kind
    for kind in Kind.values
    if kind.startswith(("thread.", "comment.", "suggestion.", "anchor.")) and kind != Kind.COMMENT_MENTIONED
]
_OF_WORKS = [*_OF_THREADS, *(kind for kind in Kind.values if kind.startswith(_IN_WORKS))]
_PART = [Kind.THREAD_OPENED, Kind.COMMENT_ADDED, Kind.SUGGESTION_MADE]
"""What one does who takes part in a discussion."""


def find_notices(user: User) -> EventQuerySet:
    """Return what others did in the discussions the user takes part in or follows, in the works they follow, and where
    they are spoken to (`@name`).

    Taking part is to open, reply, suggest, be assigned or be spoken to; what was done before one first took part is no
    news. Newest first; three queries beside the one that finds them.
    """
    followed = Subscription.objects.filter(user=user, is_muted=False)
    answered = Q(thread__in=_taken_part(user)) & Q(Exists(_part_before(user)))
    answered |= Q(thread__in=_named_in(user)) & Q(Exists(_named_before(user)))
    threads = answered | Q(thread__in=_assigned(user)) | Q(thread__in=followed.values("thread"))
    works = Q(work__in=followed.exclude(work=None).values("work"), kind__in=_OF_WORKS)
    events = Event.objects.visible_to(user).filter((threads & Q(kind__in=_OF_THREADS)) | works | _mentions(user))
    if not followed.exclude(work=None).exists():
        events = _by_index(events, user, followed)
    muted = Subscription.objects.filter(user=user, is_muted=True)
    silent = Q(thread__in=muted.exclude(thread=None).values("thread"))
    silent |= Q(work__in=muted.exclude(work=None).values("work"))
    return events.exclude(actor=user).exclude(silent).select_related("actor", "workspace").order_by("-pk")


def _by_index(events: EventQuerySet, user: User, followed: QuerySet[Subscription]) -> EventQuerySet:
    """Say which discussions these can only be in, so that they are found by an index and not by reading the whole log.

    It asks for nothing that was not asked for already; where there are very many discussions, it would not help.
    """
    rows = _taken_part(user).values_list("thread")
    others = (_named_in(user), _assigned(user), followed.exclude(thread=None).values("thread"))
    found = [thread for (thread,) in rows.union(*others)[: _FEW + 1]]
    there = Event.objects.filter(workspace__in=list(roles_of(user)), thread__in=found).order_by()
    return events.filter(pk__in=there.values("pk")) if len(found) <= _FEW else events


def find_unread(user: User) -> EventQuerySet:
    """Return those that happened after what the user has read, workspace by workspace. Three queries."""
    return _after(user, dict(Reading.objects.filter(user=user).values_list("workspace_id", "read_to")))


def find_unmailed(user: User) -> EventQuerySet:
    """Return those that the user has neither read nor had by mail. Three queries."""
    told = Reading.objects.filter(user=user).annotate(told=Greatest("read_to", "mailed_to"))
    return _after(user, dict(told.values_list("workspace_id", "told")))


def _after(user: User, cursors: Mapping[int, int]) -> EventQuerySet:
    later = Q(pk=None)
    for workspace in roles_of(user):
        later |= Q(workspace=workspace, cursor__gt=cursors.get(workspace, 0))
    return find_notices(user).filter(later)


def count_unread(user: User) -> int:
    """Return how many there are, `MOST` for that many or more."""
    return find_unread(user).order_by()[:MOST].count()


def is_followed(user: User, subject: Work | Thread) -> bool:
    """Say whether the user is told of what happens in a thread, or of all that happens in a work."""
    of = {"work": subject} if isinstance(subject, Work) else {"thread": subject}
    wish = Subscription.objects.filter(user=user, **of).first()
    if wish is not None:
        return not wish.is_muted
    return isinstance(subject, Thread) and _is_concerned(user, subject)


def _is_concerned(user: User, thread: Thread) -> bool:
    takes_part = _taken_part(user).filter(thread=thread.pk).exists()
    return takes_part or thread.assignee_id == user.pk or _named_in(user).filter(comment__thread=thread).exists()


def _taken_part(user: User) -> QuerySet[Event, Any]:
    mine = Membership.objects.filter(user=user).values("workspace")
    return Event.objects.filter(workspace__in=mine, actor=user, kind__in=_PART).order_by().values("thread")


def _part_before(user: User) -> QuerySet[Event]:
    """What the user did in the discussion of an event, before it."""
    same = {"workspace": OuterRef("workspace"), "thread": OuterRef("thread"), "cursor__lt": OuterRef("cursor")}
    return Event.objects.filter(actor=user, kind__in=_PART, **same)


def _mentions(user: User) -> Q:
    """That somebody speaks to the user, in words that still do."""
    named = Mention.objects.filter(person=user).order_by().values("comment")
    return Q(kind=Kind.COMMENT_MENTIONED, subject__in=named)


def _named_in(user: User) -> QuerySet[Mention, Any]:
    return Mention.objects.filter(person=user).order_by().values("comment__thread")


def _named_before(user: User) -> QuerySet[Event]:
    """Where somebody spoke to the user in the discussion of an event, before it."""
    same = {"workspace": OuterRef("workspace"), "thread": OuterRef("thread"), "cursor__lt": OuterRef("cursor")}
    return Event.objects.filter(_mentions(user), **same)


def _assigned(user: User) -> QuerySet[Thread, Any]:
    return Thread.objects.filter(assignee=user).order_by().values("pk")
