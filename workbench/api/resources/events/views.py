"""The log: /events/."""

from rest_framework.response import Response

from workbench.api.protocol.base import ApiView
from workbench.api.protocol.operations import operation
from workbench.api.protocol.problems import Refusal
from workbench.api.resources.events.presenters import EventShown, show_event
from workbench.api.resources.events.schemas import EventListQuery
from workbench.api.resources.works.lookups import of_work
from workbench.journal.queries import EventFilter, find_events

__all__ = ["EventList"]

_STREAMS = ("workspace", "work", "passage", "variant", "thread")


class EventList(ApiView):
    """What happened."""

    @operation(name="events_list", summary="List events", query=EventListQuery, response=EventShown, is_list=True)
    def get(self) -> Response:
        """What people did, in the order in which it was done; of a work deleted since, for its owners.

        To follow a workspace, ask again with `after` set to the last `cursor` you have seen: nothing is skipped.
        """
        asked = self.asked
        if "after" in asked and not any(name in asked for name in _STREAMS):
            raise _no_stream()
        wanted = EventFilter(
            passage=asked.get("passage"),
            variant=asked.get("variant"),
            thread=asked.get("thread"),
            actor=asked.get("actor", ""),
            kinds=asked.get("kind", frozenset()),
            after=asked.get("after", 0),
        )
        rows = of_work(find_events(self.user, wanted), self.user, asked).select_related("actor", "workspace")
        return self.page(rows, show_event, order=("workspace_id", "cursor"))


def _no_stream() -> Refusal:
    detail = f"With `after`, one workspace is expected: name it by one of {', '.join(_STREAMS)}."
    return Refusal(400, "no_stream", detail, errors=[{"detail": detail, "code": "no_stream", "parameter": "after"}])
