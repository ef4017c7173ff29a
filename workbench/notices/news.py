"""What changed since somebody's last visit: which discussions others touched."""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import Case, Count, F, Max, OuterRef, QuerySet, Subquery, When
from django.db.models.functions import Coalesce

from workbench.accounts.models import User
from workbench.corpus.memory import Memory, States
from workbench.journal.kinds import Kind
from workbench.journal.models import Event
from workbench.notices.models import PAUSE, Visit
from workbench.review.models import Thread

__all__ = ["news_among", "news_counts", "remembered_news"]

_TOUCHING = [kind for kind in Kind.values if kind.startswith(("thread.", "comment.", "suggestion.", "anchor."))]

_memory: Memory[int] = Memory(50_000)  # of as many works and people


def news_among(user: User, threads: Iterable[Thread], *, now: datetime) -> set[int]:
    """Return which of these discussions (ids) others touched since the user's last visit to their work. Two queries.

    A work that they never visited has no news: all of it would be.
    """
    works = {thread.pk: thread.work_id for thread in threads}
    visits = Visit.objects.visible_to(user).filter(user=user, work__in=set(works.values()))
    known = {visit.work_id: visit.known_at(now) for visit in visits}
    if not known:
        return set()
    workspaces = {visit.workspace_id for visit in visits}
    rows = _touched(user).filter(workspace__in=workspaces, thread__in=list(works)).order_by().values("thread")
    last = dict(rows.annotate(last=Max("cursor")).values_list("thread", "last"))
    seen = {thread: known[work] for thread, work in works.items() if work in known}
    return {thread for thread, cursor in seen.items() if last.get(thread, 0) > cursor}


def remembered_news(user: User, states: States, *, now: datetime) -> dict[int, int]:
    """Return the number of such discussions by work id, for works in these states that the user visited. One query;
    one more where a work changed, or another visit began, since it was asked for.
    """
    visits = {visit.work_id: visit.known_at(now) for visit in Visit.objects.visible_to(user).filter(user=user)}
    seen = {(user.pk, work): (states[work], known) for work, known in visits.items() if work in states}

    def count(names: list[tuple[int, int]]) -> dict[tuple[int, int], int]:
        counts = news_counts(user, now=now)
        return {(person, work): counts.get(work, 0) for person, work in names}

    return {work: number for (_, work), number in _memory.of_all(seen, count).items()}


def news_counts(user: User, *, now: datetime) -> dict[int, int]:
    """Return the number of such discussions by work id, for works that the user visited. One query."""
    known = Case(When(at__lt=now - PAUSE, then=F("seen_to")), default=F("since"))
    place = {"workspace": OuterRef("workspace"), "work": OuterRef("work"), "cursor__gt": OuterRef("known")}
    rows = _touched(user).filter(**place).order_by().values("work").annotate(n=Count("thread", distinct=True))
    visits = Visit.objects.visible_to(user).filter(user=user).annotate(known=known)
    counted = visits.annotate(news=Coalesce(Subquery(rows.values("n")), 0))
    return dict(counted.values_list("work", "news"))


def _touched(user: User) -> QuerySet[Event]:
    rows = Event.objects.visible_to(user).filter(kind__in=_TOUCHING)
    return rows.exclude(actor=user).exclude(thread=None)
