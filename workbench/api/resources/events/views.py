"""The log: /events/, and what of it concerns the person who asks: /notifications/."""

from rest_framework.response import Response

from workbench.accounts.models import Scope
from workbench.api.protocol.base import ApiView
from workbench.api.protocol.lookups import find_named_workspace
from workbench.api.protocol.operations import operation
from workbench.api.protocol.problems import Refusal
from workbench.api.resources.events.presenters import EventShown, UnreadShown, show_event
from workbench.api.resources.events.schemas import EventListQuery, NotificationListQuery, ReadTo
from workbench.api.resources.works.lookups import of_work
from workbench.journal.queries import EventFilter, find_events
from workbench.notices.actions import read_notices
from workbench.notices.queries import count_unread, find_notices, find_unread

__all__ = ["EventList", "NotificationList", "ReadNotifications"]

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


class NotificationList(ApiView):
    """What concerns you."""

    @operation(
        name="notifications_list",
        summary="List what concerns you",
        query=NotificationListQuery,
        response=EventShown,
        is_list=True,
    )
    def get(self) -> Response:
        """What others did in discussions that you take part in, are assigned or follow; newest first."""
        find = find_unread if "unread" in self.asked else find_notices
        return self.page(find(self.user), show_event, order=("-pk",))


class ReadNotifications(ApiView):
    """Having read."""

    @operation(
        name="notifications_read",
        summary="Say how far you have read",
        body=ReadTo,
        response=UnreadShown,
        scope=Scope.COMMENT,
        example={"workspace": "demo", "cursor": 40},
    )
    def post(self) -> Response:
        """What happened in the workspace up to this event is read. Reading never goes back."""
        workspace = find_named_workspace(self.user, self.given["workspace"])
        read_notices(actor=self.user, workspace=workspace, cursor=self.given["cursor"])
        return Response({"unread": count_unread(self.user)})


def _no_stream() -> Refusal:
    detail = f"With `after`, one workspace is expected: name it by one of {', '.join(_STREAMS)}."
    return Refusal(400, "no_stream", detail, errors=[{"detail": detail, "code": "no_stream", "parameter": "after"}])
