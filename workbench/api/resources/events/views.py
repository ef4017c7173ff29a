"""The log: /events/, and what of it concerns the person who asks: /notifications/."""

from collections.abc import Mapping
from typing import Any

from django.db.models import QuerySet
from rest_framework.response import Response

from workbench.accounts.errors import Invalid
from workbench.accounts.models import Scope, User
from workbench.api.protocol.base import ApiView
from workbench.api.protocol.lookups import find, find_named, find_named_workspace
from workbench.api.protocol.operations import PageQuery, operation
from workbench.api.protocol.pagination import DEFAULT_SIZE, page_to, place_of
from workbench.api.protocol.problems import Refusal
from workbench.api.resources.events.presenters import (
    EventShown,
    SubscriptionShown,
    UnreadShown,
    show_event,
    show_subscription,
)
from workbench.api.resources.events.schemas import EventListQuery, NewSubscription, NotificationListQuery, ReadTo
from workbench.api.resources.works.lookups import find_named_work, of_work
from workbench.corpus.models import Work
from workbench.journal.queries import EventFilter, find_events
from workbench.notices.actions import follow, forget_subscription, mute, read_notices
from workbench.notices.models import Subscription
from workbench.notices.queries import count_unread, read_notices_page, reading_marks
from workbench.review.models import Thread

__all__ = ["EventList", "NotificationList", "OneSubscription", "ReadNotifications", "SubscriptionList"]

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
        before = place_of(self.request, self.asked) or None
        after = reading_marks(self.user) if "unread" in self.asked else None
        size = self.asked.get("page_size", DEFAULT_SIZE)
        found, left = read_notices_page(self.user, size=size, before=before, after=after)
        return Response(page_to(self.request, [show_event(event) for event in found], left))


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


class SubscriptionList(ApiView):
    """What you follow or have muted."""

    @operation(
        name="subscriptions_list",
        summary="List what you follow or have muted",
        query=PageQuery,
        response=SubscriptionShown,
        is_list=True,
    )
    def get(self) -> Response:
        """Works and threads that you follow or have muted. Threads you take part in are followed without."""
        return self.page(_subscriptions(self.user), show_subscription)

    @operation(
        name="subscriptions_create",
        summary="Follow or mute a work or a thread",
        body=NewSubscription,
        response=SubscriptionShown,
        status=201,
        scope=Scope.COMMENT,
        example={"thread": 7, "wish": "mute"},
    )
    def post(self) -> Response:
        """Be told of all that others do in it, or of nothing; what you wished for it before is replaced."""
        decide = follow if self.given["wish"] == "follow" else mute
        made = decide(actor=self.user, subject=_subject(self.user, self.given))
        return self.created(show_subscription(_subscriptions(self.user).get(pk=made.pk)), "subscription", made.pk)


class OneSubscription(ApiView):
    """What you wish for a work or a thread."""

    @operation(name="subscriptions_read", summary="Read a subscription", response=SubscriptionShown)
    def get(self, pk: int) -> Response:
        """A work or a thread that you follow or have muted."""
        return Response(show_subscription(find(_subscriptions(self.user), pk)))

    @operation(name="subscriptions_remove", summary="Neither follow nor mute", status=204, scope=Scope.COMMENT)
    def delete(self, pk: int) -> Response:
        """You are told of a thread if you take part in it or are assigned, of a work no more."""
        forget_subscription(actor=self.user, subscription=find(_subscriptions(self.user), pk))
        return Response(status=204)


def _subscriptions(user: User) -> QuerySet[Subscription]:
    rows: QuerySet[Subscription] = Subscription.objects.visible_to(user).filter(user=user)
    return rows.select_related("workspace", "work")


def _subject(user: User, given: Mapping[str, Any]) -> Work | Thread:
    if ("work" in given) == ("thread" in given):
        raise Invalid("Either a work or a thread is expected.", code="work_or_thread")
    if "work" in given:
        return find_named_work(user, given)
    return find_named(Thread.objects.visible_to(user), given["thread"], "thread")


def _no_stream() -> Refusal:
    detail = f"With `after`, one workspace is expected: name it by one of {', '.join(_STREAMS)}."
    return Refusal(400, "no_stream", detail, errors=[{"detail": detail, "code": "no_stream", "parameter": "after"}])
