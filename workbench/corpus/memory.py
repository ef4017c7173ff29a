"""What was read of works, kept in this process until they change: a state says whether it holds.

The state of a work is its last event: every action writes one, in its own transaction. What tasks measure leaves no
event; who depends on that adds how far they are.
"""

from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable, Mapping
from threading import Lock
from typing import Generic, TypeVar

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery, Sum

from workbench.corpus.models import Work
from workbench.journal.models import Event

__all__ = ["Memory", "States", "measured_state", "states_of", "with_state"]

Name = TypeVar("Name", bound=Hashable)
Value = TypeVar("Value")
States = dict[int, Hashable]


class Memory(Generic[Value]):
    """The `most` values that were asked for last, each as it was in a state."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._kept: OrderedDict[Hashable, tuple[Hashable, Value]] = OrderedDict()
        self._lock = Lock()

    def get(self, name: Hashable, state: Hashable) -> Value | None:
        """Return what is kept under a name, if it is of this state."""
        with self._lock:
            found = self._kept.get(name)
            if found is None or found[0] != state:
                return None
            self._kept.move_to_end(name)
            return found[1]

    def keep(self, name: Hashable, state: Hashable, value: Value) -> Value:
        """Keep a value; the one that was asked for longest ago goes. Returns it."""
        with self._lock:
            self._kept[name] = (state, value)
            self._kept.move_to_end(name)
            while len(self._kept) > self._most:
                self._kept.popitem(last=False)
        return value

    def of_all(
        self, states: Mapping[Name, Hashable], find: Callable[[list[Name]], Mapping[Name, Value]]
    ) -> dict[Name, Value]:
        """Return the values of all names, each in its state; those that are not kept are found, and kept."""
        known = {name: found for name, state in states.items() if (found := self.get(name, state)) is not None}
        missing = [name for name in states if name not in known]
        fresh = find(missing) if missing else {}
        return known | {name: self.keep(name, states[name], value) for name, value in fresh.items()}


def with_state(works: QuerySet[Work]) -> QuerySet[Work]:
    """Annotate works with `last_event`; a look into an index each, however long the work is."""
    events = Event.objects.filter(workspace=OuterRef("workspace_id"), work=OuterRef("pk")).order_by("-cursor")
    return works.annotate(last_event=Subquery(events.values("cursor")[:1]))


def states_of(works: Iterable[Work]) -> States:
    """Return the states of works that were read `with_state`, by their ids."""
    return {work.pk: (work.created_at, getattr(work, "last_event")) for work in works}  # noqa: B009 - annotated


def measured_state(work: Work) -> Hashable:
    """Return the state of a work and of its measures: how many of its passages have them, and of which changes."""
    (row,) = with_state(Work.objects.filter(pk=work.pk))
    measures = work.passages.aggregate(
        n=Count("pk"), done=Count("pk", filter=Q(is_measured=True)), changes=Sum("changes")
    )
    return (*states_of([row]).values(), *measures.values())
