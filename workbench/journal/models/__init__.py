"""Models of what happened."""

from workbench.journal.models.event import Cursor, Event, EventQuerySet

__all__ = ["Cursor", "Event", "EventQuerySet"]
