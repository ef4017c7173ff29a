"""Events, as they are sent."""

from typing import Annotated, Any, Literal, TypedDict

from workbench.api.resources.people.presenters import Moment, PersonShown, moment, show_person
from workbench.journal.kinds import Kind
from workbench.journal.models import Event
from workbench.notices.models import Subscription

__all__ = ["EventShown", "SubscriptionShown", "UnreadShown", "show_event", "show_subscription"]


class EventShown(TypedDict):
    """Who did what, when, on what: `subject` is the id of the thing that `kind` names before its dot.

    `cursor` counts the events of a workspace. `work`, `passage`, `translation`, `variant` and `thread` are ids of where
    it stands; the things may be gone. `before` and `after` hold what was changed.
    """

    id: int
    workspace: str
    cursor: int
    kind: Annotated[str, Kind]
    actor: PersonShown
    at: Moment
    subject: int
    name: str
    work: int | None
    passage: int | None
    translation: int | None
    variant: int | None
    thread: int | None
    before: dict[str, Any]
    after: dict[str, Any]


class UnreadShown(TypedDict):
    """How many notifications you have not read; 100 stands for that many and more."""

    unread: int


class SubscriptionShown(TypedDict):
    """A work (its slug) or a thread (its id) that you follow, or have muted."""

    id: int
    workspace: str
    work: str | None
    thread: int | None
    wish: Literal["follow", "mute"]


def show_subscription(row: Subscription) -> SubscriptionShown:
    """Show a subscription; its workspace and work should be loaded."""
    return {
        "id": row.pk,
        "workspace": row.workspace.slug,
        "work": row.work.slug if row.work else None,
        "thread": row.thread_id,
        "wish": "mute" if row.is_muted else "follow",
    }


def show_event(event: Event) -> EventShown:
    """Show an event of a workspace; its actor and workspace should be loaded."""
    assert event.workspace is not None
    assert event.cursor is not None
    return {
        "id": event.pk,
        "workspace": event.workspace.slug,
        "cursor": event.cursor,
        "kind": event.kind,
        "actor": show_person(event.actor),
        "at": moment(event.at),
        "subject": event.subject,
        "name": event.name,
        "work": event.work,
        "passage": event.passage,
        "translation": event.translation,
        "variant": event.variant,
        "thread": event.thread,
        "before": event.before,
        "after": event.after,
    }
