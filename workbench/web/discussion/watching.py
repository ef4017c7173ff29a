"""What others do while somebody looks at a page: which discussions of a work were touched since an event."""

from dataclasses import dataclass

from django.db.models import Max
from django.utils.translation import gettext

from workbench.accounts.models import User
from workbench.corpus.models import Work
from workbench.journal.kinds import Kind
from workbench.journal.queries import EventFilter, find_events

__all__ = ["MOST", "Touched", "cursor_of", "touched_since"]

MOST = 50
"""As many events are looked through at a time: a page that has missed more is told of the last ones."""
_OF_DISCUSSIONS = frozenset(
    kind for kind in Kind.values if kind.startswith(("thread.", "comment.", "suggestion.", "anchor."))
)


@dataclass(frozen=True, slots=True)
class Touched:
    """A discussion that somebody else touched: `who` did `what` last."""

    thread: int
    passage: int | None
    who: str
    what: str


def cursor_of(user: User, work: Work) -> int:
    """Return the number of the last event of a work that the user may see, 0 for none. One query."""
    events = find_events(user, EventFilter(workspace=work.workspace_id, work=work.pk))
    return events.order_by().aggregate(last=Max("cursor"))["last"] or 0


def touched_since(user: User, work: Work, cursor: int) -> list[Touched]:
    """Return the discussions of a work that others touched after an event, each once, by what was done last.

    One query.
    """
    wanted = EventFilter(workspace=work.workspace_id, work=work.pk, kinds=_OF_DISCUSSIONS, after=cursor)
    events = find_events(user, wanted).exclude(actor=user).exclude(thread=None).select_related("actor")
    last = {event.thread: event for event in reversed(list(events.order_by("-cursor")[:MOST]))}
    return [
        Touched(thread or 0, event.passage, str(event.actor), gettext(Kind(event.kind).label))
        for thread, event in last.items()
    ]
