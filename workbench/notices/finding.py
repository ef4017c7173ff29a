"""Where a person is concerned: in which discussions and works, from when on, by which events.

So that it takes as long in a log of a million events as in a small one, it looks at a window: the newest events of all
these discussions and works, before some event and after what was read; what is before the window is the next one.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from django.db import connection
from django.db.models import CharField, F, Min, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Cast

from workbench.accounts.models import User
from workbench.accounts.queries import roles_of
from workbench.journal.kinds import Kind
from workbench.journal.models import Event
from workbench.notices.acts import UNTOLD, leading
from workbench.notices.models import Subscription
from workbench.review.models import Mention, Thread

__all__ = ["Window", "find_concerning", "is_concerned"]

_FEW = 10_000  # discussions, the newest
_WORKS = 400  # followed works, those followed last
_WINDOW = 400  # events
_SHARED, _LEAST = 5_000, 100  # events among which those of followed works are chosen, shared out among these; of each
_ACT = 30  # events of the log among which all of one act lie, as good as always
_IN_WORKS = ("work.", "variant.", "translation.", "verdict.", "adjudication.")
_OF_THREADS = frozenset(
    kind for kind in Kind.values if kind.startswith(("thread.", "comment.", "suggestion.", "anchor."))
)
_OF_WORKS = _OF_THREADS | {kind for kind in Kind.values if kind.startswith(_IN_WORKS)}
_PART = [Kind.THREAD_OPENED, Kind.COMMENT_ADDED, Kind.SUGGESTION_MADE]
"""What one does who takes part in a discussion."""
_NEVER = 2**62


@dataclass(frozen=True, slots=True)
class Window:
    """The events (ids) that somebody is told of, as far back as was looked; before `floor` there may be more.

    None where all was looked at.
    """

    events: list[int]
    floor: int | None


@dataclass(frozen=True, slots=True)
class Reach:
    """Which events are asked for: of these workspaces, after a cursor of each; `before` an id, None for the last."""

    after: Mapping[int, int]
    before: int | None

    @property
    def condition(self) -> Q:
        """What the events meet; a little more than `before`, so that an act is seen whole."""
        if not any(self.after.values()):
            places = Q(workspace__in=list(self.after))
        else:
            places = Q(pk__in=[])
            for workspace, cursor in self.after.items():
                places |= Q(workspace=workspace, cursor__gt=cursor)
        return places if self.before is None else places & Q(pk__lt=self.before + _ACT)


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


def find_concerning(user: User, *, before: int | None = None, after: Mapping[int, int] | None = None) -> Window:
    """Return the latest events that the user is told of, before one of them, and after a cursor by workspace (id).

    Taking part is to open, reply, suggest, be assigned or be spoken to; what was done before one first took part is no
    news. Eleven queries at most.
    """
    reach = Reach({workspace: (after or {}).get(workspace, 0) for workspace in roles_of(user)}, before)
    followed = Subscription.objects.filter(user=user, is_muted=False)
    named = dict(Mention.objects.filter(person=user).values_list("comment", "comment__thread"))
    since = _first_part(user) | dict.fromkeys(_assigned_or_followed(user, followed), 0)
    threads, works = _of_threads(user, {*since, *named.values()}, reach), _of_followed_works(followed, reach)
    bottom = max(threads.floor or 0, works.floor or 0)
    of_works = {pk for pk in works.events if pk >= bottom}
    traces = _traces(of_works | {pk for pk in threads.events if pk >= bottom})
    told = _told(user, traces, of_works, since, named)
    floor = bottom + _ACT if bottom else None
    highest = _NEVER if before is None else before
    return Window([pk for pk in sorted(told) if (floor or 0) <= pk < highest], floor)


def _told(
    user: User, traces: list[Trace], works: Collection[int], since: dict[int, int], named: dict[int, int]
) -> list[int]:
    """Return the ids of those of the events that the user is told of, for each act one."""
    told = {trace.pk: trace for trace in _in_threads(traces, since | _first_named(traces, since, named))}
    told |= {trace.pk: trace for trace in traces if trace.pk in works and trace.kind in _OF_WORKS}
    heard = _unmuted(user, told.values())
    others = [one for one in heard if one.actor_id != user.pk and one.kind not in UNTOLD]
    spoken_to = {one.pk for one in others if one.kind == Kind.COMMENT_MENTIONED and one.subject in named}
    return leading([one for one in others if one.kind != Kind.COMMENT_MENTIONED or one.pk in spoken_to])


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


def _of_threads(user: User, threads: Collection[int], reach: Reach) -> Window:
    """Return the newest events of those of the discussions that the user may see."""
    seen = Thread.objects.visible_to(user).filter(pk__in=sorted(threads)[-_FEW:]).order_by()
    return _newest(reach.condition & Q(thread__in=list(seen.values_list("pk", flat=True))))


def _newest(wanted: Q) -> Window:
    """Return the newest events; in a window that is full there may be more before the last.

    Ordered by a sum on SQLite: by the id itself it walks all of a workspace back to find the few of somebody's first
    discussion. PostgreSQL knows how much there is of each, and chooses.
    """
    order = F("pk") + 0 if connection.vendor == "sqlite" else F("pk")
    found = list(Event.objects.filter(wanted).order_by(order.desc()).values_list("pk", flat=True)[:_WINDOW])
    return Window(found, found[-1] if len(found) == _WINDOW else None)


def _of_followed_works(followed: QuerySet[Subscription], reach: Reach) -> Window:
    """Return the newest events of followed works since the user follows each.

    Of each work its share of the last is looked at; where that was not all, nothing is said of what came before.
    """
    place = {"workspace": OuterRef("workspace"), "work": OuterRef("work")}
    bound = {} if reach.before is None else {"pk__lt": reach.before + _ACT}
    events = Event.objects.filter(**place, **bound).order_by("-cursor")
    share = min(_WINDOW, max(_SHARED // max(followed.exclude(work=None).count(), 1), _LEAST))
    works = followed.exclude(work=None).annotate(
        last=Subquery(events.values("pk")[share - 1 : share]), low=Subquery(events.values("cursor")[share - 1 : share])
    )
    found, floor = Q(pk__in=[]), 0
    columns = ("workspace_id", "work_id", "since", "last", "low")
    for workspace, work, since, last, low in works.order_by("-pk").values_list(*columns)[:_WORKS]:
        least = max(since, reach.after.get(workspace, 0))
        found |= Q(workspace=workspace, work=work, cursor__gt=max(least, (low or 0) - 1), **bound)
        floor = max(floor, last) if low and low > least else floor
    newest = _newest(found)
    return Window(newest.events, max(floor, newest.floor or 0) or None)


def _traces(wanted: Collection[int]) -> list[Trace]:
    columns = (*Trace.__slots__[:-1], Cast("at", CharField()))
    return [Trace(*row) for row in Event.objects.filter(pk__in=list(wanted)).order_by().values_list(*columns)]


def _first_named(traces: list[Trace], since: Mapping[int, int], named: Mapping[int, int]) -> dict[int, int]:
    """Return by discussion from which cursor on the user is told who was spoken to, maybe before they took part."""
    there = {one.thread for one in traces} & set(named.values())
    spoken = {"workspace__in": {one.workspace_id for one in traces}, "thread__in": there, "subject__in": list(named)}
    rows = Event.objects.filter(kind=Kind.COMMENT_MENTIONED, **spoken).order_by().values("thread")
    first = rows.annotate(first=Min("cursor")).values_list("thread", "first")
    return {thread: min(since.get(thread, _NEVER), cursor - 1) for thread, cursor in first if thread is not None}


def _in_threads(traces: list[Trace], since: Mapping[int, int]) -> Iterator[Trace]:
    """Keep what was done in a discussion from when on it concerns the user."""
    for one in traces:
        if one.kind in _OF_THREADS and one.cursor > since.get(one.thread or 0, _NEVER):
            yield one
