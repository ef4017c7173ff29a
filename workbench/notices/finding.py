"""Where a person is concerned: in which discussions and works, from when on, by which events.

So that it takes as long in a log of a million events as in a small one, it looks at the discussions in which something
happened last, and at what happened last in each followed work; each is found by an index.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from django.db.models import CharField, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Cast

from workbench.accounts.models import User
from workbench.accounts.queries import roles_of
from workbench.journal.kinds import Kind
from workbench.journal.models import Event
from workbench.notices.acts import UNTOLD, leading
from workbench.notices.models import Subscription
from workbench.review.models import Mention, Thread

__all__ = ["find_concerning", "is_concerned"]

_FEW = 10_000  # discussions that are looked for, the newest
_ACTIVE = 30  # of them those that are read, in which something happened last
_LATEST, _LEAST = 1_000, 20  # events of followed works, shared out among them; of each at least
_WORKS = 400  # followed works
_MOST = 1_000  # events that are told of
_IN_WORKS = ("work.", "variant.", "translation.", "verdict.", "adjudication.")
_OF_THREADS = frozenset(
    kind for kind in Kind.values if kind.startswith(("thread.", "comment.", "suggestion.", "anchor."))
)
_OF_WORKS = _OF_THREADS | {kind for kind in Kind.values if kind.startswith(_IN_WORKS)}
_PART = [Kind.THREAD_OPENED, Kind.COMMENT_ADDED, Kind.SUGGESTION_MADE]
"""What one does who takes part in a discussion."""
_NEVER = 2**62


@dataclass(slots=True)
class Trace:
    """What decides whether somebody is told of an event; `at` as the database writes it, which is read sooner."""

    pk: int
    workspace_id: int | None
    work: int | None
    thread: int | None
    cursor: int
    kind: str
    subject: int
    actor_id: int
    at: str


def find_concerning(user: User) -> list[int]:
    """Return the ids of the latest events that the user is told of. Ten queries.

    Taking part is to open, reply, suggest, be assigned or be spoken to; what was done before one first took part is no
    news.
    """
    followed = Subscription.objects.filter(user=user, is_muted=False)
    named = dict(Mention.objects.filter(person=user).values_list("comment", "comment__thread"))
    since = _first_part(user) | dict.fromkeys(_assigned_or_followed(user, followed), 0)
    wanted = _active(user, {*since, *named.values()})
    told = {trace.pk: trace for trace in _in_threads(_traces(wanted), since, named)}
    told |= {trace.pk: trace for trace in _traces(_of_followed_works(followed)) if trace.kind in _OF_WORKS}
    heard = _unmuted(user, told.values())
    others = [one for one in heard if one.actor_id != user.pk and one.kind not in UNTOLD]
    spoken_to = {one.pk for one in others if one.kind == Kind.COMMENT_MENTIONED and one.subject in named}
    found = leading([one for one in others if one.kind != Kind.COMMENT_MENTIONED or one.pk in spoken_to])
    return sorted(found)[-_MOST:]


def is_concerned(user: User, thread: Thread) -> bool:
    """Say whether the user takes part in a discussion, has to do it, or is spoken to in it."""
    part = Event.objects.filter(workspace=thread.workspace_id, thread=thread.pk, actor=user, kind__in=_PART)
    named = Mention.objects.filter(person=user, comment__thread=thread)
    return thread.assignee_id == user.pk or part.exists() or named.exists()


def _unmuted(user: User, traces: Iterable[Trace]) -> list[Trace]:
    """Leave out what happened in muted discussions and works."""
    muted = Subscription.objects.filter(user=user, is_muted=True).values_list("thread", "work")
    threads, works = ({row[at] for row in muted} - {None} for at in (0, 1))
    return [one for one in traces if one.thread not in threads and one.work not in works]


def _first_part(user: User) -> dict[int, int]:
    """Return by discussion the cursor at which the user first took part in it.

    Grouped here: asked to group by discussions, SQLite reads the index of all discussions.
    """
    mine = Event.objects.filter(actor=user, kind__in=_PART, workspace__in=list(roles_of(user))).order_by()
    first: dict[int, int] = {}
    for thread, cursor in mine.values_list("thread", "cursor"):
        if thread is not None and cursor is not None:
            first[thread] = min(first.get(thread, _NEVER), cursor)
    return first


def _assigned_or_followed(user: User, followed: QuerySet[Subscription]) -> list[int]:
    assigned = Thread.objects.filter(assignee=user).order_by().values_list("pk")
    wished = followed.exclude(thread=None).order_by().values_list("thread")
    return [thread for (thread,) in assigned.union(wished).order_by("-pk")[:_FEW]]


def _active(user: User, threads: Collection[int]) -> Q:
    """That an event is of those of the discussions in which something happened last."""
    latest = Thread.objects.visible_to(user).filter(pk__in=sorted(threads)[-_FEW:]).order_by("-updated_at", "-pk")
    return Q(workspace__in=list(roles_of(user)), thread__in=list(latest.values_list("pk", flat=True)[:_ACTIVE]))


def _of_followed_works(followed: QuerySet[Subscription]) -> Q:
    """That an event is one of the last of a followed work, since the user follows it."""
    place = {"workspace": OuterRef("workspace"), "work": OuterRef("work")}
    cursors = Event.objects.filter(**place).order_by("-cursor").values("cursor")
    share = max(_LATEST // max(followed.exclude(work=None).count(), 1), _LEAST)
    works = followed.exclude(work=None).annotate(before=Subquery(cursors[share : share + 1])).order_by("-pk")
    found = Q(pk__in=[])
    for workspace, work, since, before in works.values_list("workspace_id", "work_id", "since", "before")[:_WORKS]:
        found |= Q(workspace=workspace, work=work, cursor__gt=max(since, before or 0))
    return found


def _traces(wanted: Q) -> list[Trace]:
    columns = (*Trace.__slots__[:-1], Cast("at", CharField()))
    return [Trace(*row) for row in Event.objects.filter(wanted).order_by().values_list(*columns)]


def _in_threads(traces: list[Trace], since: dict[int, int], named: dict[int, int]) -> Iterator[Trace]:
    """Keep what was done in a discussion from when on it concerns the user."""
    first = dict(since)
    for one in traces:
        if one.thread and one.kind == Kind.COMMENT_MENTIONED and one.subject in named:
            first[one.thread] = min(first.get(one.thread, _NEVER), one.cursor - 1)
    for one in traces:
        if one.kind in _OF_THREADS and one.cursor > first.get(one.thread or 0, _NEVER):
            yield one
