"""Reading the log."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from workbench.journal.models import Event, EventQuerySet

if TYPE_CHECKING:
    from workbench.accounts.models import User

__all__ = ["EventFilter", "find_events"]


@dataclass(frozen=True, slots=True)
class EventFilter:
    """What events must be like, by primary keys; what is empty or None asks for nothing.

    `after` is a cursor: only later events of the workspace.
    """

    workspace: int | None = None
    work: int | None = None
    passage: int | None = None
    variant: int | None = None
    thread: int | None = None
    actor: str = ""
    kinds: frozenset[str] = field(default_factory=frozenset)
    after: int = 0


def find_events(user: "User", wanted: EventFilter) -> EventQuerySet:
    """Return the events the user may see that are as wanted, in the order in which they happened. One query."""
    columns = {name: getattr(wanted, name) for name in ("workspace", "work", "passage", "variant", "thread")}
    columns |= {"actor__username": wanted.actor or None, "kind__in": wanted.kinds or None}
    asked = {name: value for name, value in columns.items() if value is not None}
    return Event.objects.visible_to(user).select_related("actor").filter(**asked).after(wanted.after)
