"""Models of what happened: an event and the cursor that numbers it.

Written by `journal.actions` alone, and never changed.
"""

from workbench.journal.models.event import Cursor, Event, EventQuerySet

__all__ = ["Cursor", "Event", "EventQuerySet"]
