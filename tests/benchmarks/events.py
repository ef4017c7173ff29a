"""How the log grows: `python -m tests.benchmarks.events [EVENTS]` from the repository's root.

On a fresh SQLite file, or on PostgreSQL (`python -m tests.postgresql .venv/bin/python -m tests.benchmarks.events`): a
million events (unless said) in four workspaces, 200 works, 20,000 threads and 50 people. Prints p50 and p95 in
milliseconds of each list that pages and API ask for, with its query’s plan: of processor time on SQLite, of elapsed
time on PostgreSQL, whose work another process does (on a busy machine the best of all tries says more: `least`).
"""

import statistics
import sys
from datetime import timedelta
from time import perf_counter, process_time
from typing import TYPE_CHECKING, Any

from tests.benchmarks.own_database import own_database

if TYPE_CHECKING:
    from collections.abc import Callable

WORKSPACES, WORKS, THREADS, PEOPLE, TIMES = 4, 200, 20_000, 50, 40
TYPES = {"pk": "bigint", "name": "text", "value": "timestamp with time zone"}


ROWS = """
INSERT INTO journal_event (workspace_id, cursor, kind, actor_id, at, subject, work, thread, name, before, after)
WITH RECURSIVE numbers(n) AS (SELECT CAST(0 AS bigint) UNION ALL SELECT n + 1 FROM numbers WHERE n + 1 < %s)
SELECT space.pk, n / %s + 2, kind.name, person.pk, moment.value, n, 1000 + n * 7919 %% %s %% %s, n * 7919 %% %s,
       'a name of usual length', '{"state": "open"}', '{"state": "resolved"}'
FROM numbers
JOIN space ON space.at = n %% %s JOIN person ON person.at = (n * 17 + n / %s) %% %s
JOIN kind ON kind.at = n * 31 %% %s JOIN moment ON moment.at = n / %s %% 100
ORDER BY n
"""


def fill(events: int) -> tuple[Any, int]:
    """Write the events; return somebody who sees them, and the first workspace's id (imports late: settings first)."""
    from django.db import connection  # noqa: PLC0415
    from django.utils import timezone  # noqa: PLC0415

    from tests.factories import join, make_user, make_workspace  # noqa: PLC0415
    from workbench.accounts.models import Role  # noqa: PLC0415
    from workbench.journal.kinds import Kind  # noqa: PLC0415

    people = [make_user() for _ in range(PEOPLE)]
    spaces = [make_workspace(people[0]) for _ in range(WORKSPACES)]
    for space in spaces:
        join(space, people[1], Role.READER)
    kinds = [kind.value for kind in Kind if kind != Kind.WORK_DELETED]
    with connection.cursor() as cursor:
        lists: list[tuple[str, str, list[Any]]] = [
            ("space", "pk", [space.pk for space in spaces]),
            ("person", "pk", [person.pk for person in people]),
            ("kind", "name", kinds),
            ("moment", "value", [timezone.now() + timedelta(minutes=minute) for minute in range(100)]),
        ]
        for name, column, values in lists:
            cursor.execute(f"CREATE TEMPORARY TABLE {name} (at integer, {column} {TYPES[column]})")
            rows: list[tuple[int, Any]] = list(enumerate(values))
            cursor.executemany(f"INSERT INTO {name} VALUES (%s, %s)", rows)  # noqa: S608
        counts = (WORKSPACES, THREADS, WORKS, THREADS, WORKSPACES, THREADS, PEOPLE, len(kinds), THREADS)
        cursor.execute(ROWS, [events, *counts])
    discuss(spaces, people[0])
    return people[1], spaces[0].pk


def discuss(spaces: list[Any], owner: Any) -> None:
    """Make the works and discussions that the events speak of; the last ones changed last."""
    from django.utils import timezone  # noqa: PLC0415

    from workbench.corpus.models import Work  # noqa: PLC0415
    from workbench.review.models import Thread  # noqa: PLC0415

    now = timezone.now()
    work_of = {place * 7919 % WORKS: spaces[place % WORKSPACES] for place in range(WORKS)}
    Work.objects.bulk_create(
        Work(pk=1_000 + at, workspace=space, slug=f"work-{at}", title="A work", created_by=owner)
        for at, space in work_of.items()
    )
    Thread.objects.bulk_create(
        Thread(
            pk=at,
            workspace=work_of[at % WORKS],
            work_id=1_000 + at % WORKS,
            created_by=owner,
            created_at=now,
            updated_at=now + timedelta(seconds=at),
        )
        for at in range(1, THREADS)
    )


def main(events: int) -> None:
    """Measure and print."""
    begin = perf_counter()
    person, space = fill(events)
    print(f"{events:,} events written in {perf_counter() - begin:.0f} s", flush=True)
    from django.db import connection  # noqa: PLC0415
    from django.utils import timezone  # noqa: PLC0415

    from tests.factories import join, make_user  # noqa: PLC0415
    from workbench.accounts.models import Role, Workspace  # noqa: PLC0415
    from workbench.corpus.models import Work  # noqa: PLC0415
    from workbench.journal.models import Event  # noqa: PLC0415
    from workbench.journal.queries import EventFilter, find_events  # noqa: PLC0415
    from workbench.notices.actions import follow  # noqa: PLC0415
    from workbench.notices.models import Subscription  # noqa: PLC0415
    from workbench.notices.queries import find_notices, find_unread  # noqa: PLC0415

    end = events // WORKSPACES
    followers = [join(Workspace.objects.get(pk=space), make_user(), Role.READER) for _ in range(2)]
    for follower, count in zip(followers, (1, 50), strict=True):
        for work in Work.objects.filter(workspace=space).order_by("pk")[:count]:
            follow(actor=follower, subject=work)
    Subscription.objects.update(since=0)  # as if they had followed from the beginning
    newcomer = join(Workspace.objects.get(pk=space), make_user(), Role.REVIEWER)
    Event.objects.create(
        workspace_id=space,
        cursor=end + 100,
        kind="comment.added",
        actor=newcomer,
        at=timezone.now(),
        subject=1,
        work=1_000,
        thread=THREADS - 4,
    )
    lists: dict[str, Callable[[], Any]] = {
        "a workspace, first page": lambda: find_events(person, EventFilter(workspace=space)),
        "a workspace, what came last": lambda: find_events(person, EventFilter(workspace=space, after=end - 50)),
        "a work, newest first": lambda: find_events(person, EventFilter(workspace=space, work=1_008)).order_by(
            "-cursor"
        ),
        "a thread": lambda: find_events(person, EventFilter(workspace=space, thread=4_000)),
        "a person": lambda: find_events(person, EventFilter(workspace=space, actor="person7")),
        "a kind, late": lambda: find_events(
            person, EventFilter(workspace=space, kinds=frozenset({"thread.resolved"}), after=end // 2)
        ),
        "the inbox": lambda: find_notices(person),
        "the inbox, what is new": lambda: find_unread(person),
        "the inbox of a newcomer": lambda: find_notices(newcomer),
        "of who follows a work": lambda: find_notices(followers[0]),
        "of who follows 50 works": lambda: find_notices(followers[1]),
    }
    is_apart = connection.vendor == "postgresql"
    if is_apart:
        with connection.cursor() as cursor:
            cursor.execute("VACUUM ANALYZE")
    clock = perf_counter if is_apart else process_time
    for name, rows in lists.items():
        times = []
        for _ in range(TIMES):
            begin = clock()
            found = len(rows()[:50])
            times.append((clock() - begin) * 1000)
        late = statistics.quantiles(times, n=20)[-1]
        middle = statistics.median(times)
        print(f"{name:30} {found:3} rows   p50 {middle:7.1f}   p95 {late:7.1f}   least {min(times):7.1f} ms")
        print("    " + rows()[:50].explain().replace("\n", "\n    "))
    assert Event.objects.count() > events


if __name__ == "__main__":
    with own_database():
        main(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000)
