"""Writing down what happened, in the transaction in which it happens."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db import connection, transaction
from django.utils import timezone
from django.utils.module_loading import import_string

from workbench.journal.kinds import Kind
from workbench.journal.models import Cursor, Event

if TYPE_CHECKING:
    from datetime import datetime

    from workbench.accounts.models import User

__all__ = ["Place", "record"]

_LONGEST_NAME = 300


@dataclass(frozen=True, slots=True)
class Place:
    """Where the subject of an event stands, by primary keys; what does not apply is None."""

    workspace: int | None = None
    work: int | None = None
    passage: int | None = None
    translation: int | None = None
    variant: int | None = None
    thread: int | None = None


@dataclass(frozen=True, slots=True)
class _Announcement:
    """To call when the transaction stands: who listens (`settings.AFTER_EVENTS`) is told of the workspace (id)."""

    workspace: int

    def __call__(self) -> None:
        listener = import_string(settings.AFTER_EVENTS)
        listener(self.workspace)


@transaction.atomic
def record(
    *,
    actor: "User",
    kind: Kind,
    subject: int,
    place: Place,
    name: str = "",
    before: Mapping[str, Any] | None = None,
    after: Mapping[str, Any] | None = None,
    at: "datetime | None" = None,
) -> Event:
    """Write down that `actor` did something to `subject`, as the last step of the action that did it.

    The events of a workspace are numbered one after the other: a second writer waits here until the first has
    committed. So take all other locks before.
    """
    if place.workspace is not None:
        _announce(place.workspace)
    return Event.objects.create(
        workspace_id=place.workspace,
        cursor=None if place.workspace is None else _next(place.workspace),
        kind=kind,
        actor=actor,
        at=at or timezone.now(),
        subject=subject,
        work=place.work,
        passage=place.passage,
        translation=place.translation,
        variant=place.variant,
        thread=place.thread,
        name=name[:_LONGEST_NAME],
        before=dict(before or {}),
        after=dict(after or {}),
    )


def _next(workspace: int) -> int:
    """Count the workspace's cursor up, and hold it until the transaction ends."""
    table = connection.ops.quote_name(Cursor._meta.db_table)
    statement = (
        f"INSERT INTO {table} (workspace_id, last) VALUES (%s, 1) "  # noqa: S608 - the table's own name
        f"ON CONFLICT (workspace_id) DO UPDATE SET last = {table}.last + 1 RETURNING last"
    )
    with connection.cursor() as cursor:
        cursor.execute(statement, [workspace])
        return int(cursor.fetchone()[0])


def _announce(workspace: int) -> None:
    """Tell of a workspace's events once for a transaction, however many there are."""
    announcement = _Announcement(workspace)
    if announcement not in [waiting[1] for waiting in connection.run_on_commit]:
        transaction.on_commit(announcement, robust=True)
