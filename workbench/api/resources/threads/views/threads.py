"""Threads and what is decided in them: /threads/, /threads/{id}/, its accept/ and reject/."""

from collections.abc import Mapping
from typing import Any, cast

from django.db.models import QuerySet
from rest_framework.response import Response

from workbench.accounts.checks import checked_line
from workbench.accounts.errors import Invalid
from workbench.accounts.models import Scope, User
from workbench.api.protocol.base import ApiView
from workbench.api.protocol.lookups import find
from workbench.api.protocol.operations import operation
from workbench.api.resources.threads.lookups import threads
from workbench.api.resources.threads.presenters import ThreadShown, show_thread
from workbench.api.resources.threads.schemas import Decision, Rejection, ThreadChanges, ThreadListQuery
from workbench.api.resources.works.lookups import of_work
from workbench.corpus import limits
from workbench.review.actions import ThreadChanges as Changes
from workbench.review.actions import accept_suggestion, change_thread, reject_suggestion, undo_acceptance
from workbench.review.filters import NOBODY, ORDERS, ThreadFilter, find_threads
from workbench.review.models import Thread
from workbench.review.queries import whole

__all__ = ["Accept", "OneThread", "Reject", "ThreadList", "UndoAcceptance"]

# A work and a workspace are found by `of_work`.
_FIELDS = (
    "passage",
    "translation",
    "state",
    "category",
    "severity",
    "assignee",
    "author",
    "waiting",
    "label",
    "check",
    "order",
)
_FLAGS = {"orphaned": "is_orphaned", "unanswered": "is_unanswered", "whole": "is_of_work"}


class ThreadList(ApiView):
    """Discussions."""

    @operation(
        name="threads_list",
        summary="List threads",
        query=ThreadListQuery,
        response=ThreadShown,
        is_list=True,
        refusals=(422,),
    )
    def get(self) -> Response:
        """Threads that are as wanted, in the order wanted, with their anchors and comments."""
        rows = of_work(_wanted(self.user, self.asked), self.user, self.asked)
        return self.page(rows, show_thread, order=ORDERS[self.asked["order"]])


class OneThread(ApiView):
    """One discussion."""

    @operation(name="threads_read", summary="Read a thread", response=ThreadShown)
    def get(self, pk: int) -> Response:
        """A thread with its anchors, comments and suggestions."""
        return Response(show_thread(find(threads(self.user), pk)))

    @operation(
        name="threads_change",
        summary="Change a thread",
        body=ThreadChanges,
        response=ThreadShown,
        scope=Scope.COMMENT,
        is_guarded=True,
        example={"state": "resolved"},
    )
    def patch(self, pk: int) -> Response:
        """Say where a thread stands, classify or label it, give it to a member, say when it is due. For reviewers."""
        thread = find(threads(self.user), pk)
        changes = dict(self.given)
        if changes.get("assignee") is not None:
            changes["assignee"] = _named(self.user, changes["assignee"])
        change_thread(
            actor=self.user, thread=thread, version=self.version_held(thread), changes=cast("Changes", changes)
        )
        return Response(show_thread(find(threads(self.user), pk)))


class Accept(ApiView):
    """Taking a suggestion."""

    @operation(
        name="threads_accept",
        summary="Accept the open suggestion",
        body=Decision,
        response=ThreadShown,
        scope=Scope.WRITE,
        is_guarded=True,
        example={"suggestion": 7},
    )
    def post(self, pk: int) -> Response:
        """Put its words into the text, as a revision, and resolve the thread. For editors.

        Name the suggestion you were shown, and the thread's ETag in If-Match: 412 where another one is open by now, or
        the text was changed. Where the text already reads so no revision is written.
        """
        thread = find(threads(self.user), pk)
        accept_suggestion(
            actor=self.user, thread=thread, suggestion=self.given["suggestion"], version=self.version_held(thread)
        )
        return Response(show_thread(find(threads(self.user), pk)))


class UndoAcceptance(ApiView):
    """Taking back what was accepted."""

    @operation(
        name="threads_undo",
        summary="Take back the accepted suggestion",
        body=Decision,
        response=ThreadShown,
        scope=Scope.WRITE,
        is_guarded=True,
        example={"suggestion": 7},
    )
    def post(self, pk: int) -> Response:
        """Restore the text, as a revision, and reopen the thread; 409 if the text was changed since. For editors."""
        thread = find(threads(self.user), pk)
        undo_acceptance(
            actor=self.user, thread=thread, suggestion=self.given["suggestion"], version=self.version_held(thread)
        )
        return Response(show_thread(find(threads(self.user), pk)))


class Reject(ApiView):
    """Declining a suggestion."""

    @operation(
        name="threads_reject",
        summary="Reject the open suggestion",
        body=Rejection,
        response=ThreadShown,
        scope=Scope.WRITE,
        is_guarded=True,
        example={"suggestion": 7, "reason": "The manuscript is clear here."},
    )
    def post(self, pk: int) -> Response:
        """Decline it, saying why; the thread stays open. For editors."""
        thread = find(threads(self.user), pk)
        reject_suggestion(
            actor=self.user,
            thread=thread,
            suggestion=self.given["suggestion"],
            version=self.version_held(thread),
            reason=self.given["reason"],
        )
        return Response(show_thread(find(threads(self.user), pk)))


def _wanted(user: User, asked: Mapping[str, Any]) -> QuerySet[Thread]:
    """Return the threads that the query asks for, ready to be shown. A name that is empty is nobody's."""
    given = {name: asked[name] for name in _FIELDS if name in asked}
    if given.get("assignee") == "none":
        given["assignee"] = NOBODY
    found = whole(find_threads(user, ThreadFilter(**given, **_further(user, asked))))
    return found.none() if "" in given.values() else found


def _further(user: User, asked: Mapping[str, Any]) -> dict[str, Any]:
    """Return what the query calls otherwise than the filter does."""
    given = {name: asked[said] == "true" for said, name in _FLAGS.items() if said in asked}
    if "mentions" in asked:
        given["mentions"] = user.username
    words = checked_line("q", asked.get("q", ""), maximum=limits.SEARCH, required="q" in asked)
    return given | {"since": asked.get("since"), "words": words}


def _named(user: User, username: str) -> User:
    person: User | None = User.objects.visible_to(user).filter(username=username).first()
    if person is None:
        raise Invalid.field("assignee", "The user name of a member of the workspace is expected.", code="not_a_member")
    return person
