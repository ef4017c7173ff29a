"""Threads and what is decided in them: /threads/, /threads/{id}/, its accept/ and reject/."""

from typing import cast

from rest_framework.response import Response

from workbench.accounts.errors import Invalid
from workbench.accounts.models import Scope, User
from workbench.api.protocol.base import ApiView
from workbench.api.protocol.lookups import find
from workbench.api.protocol.operations import Nothing, operation
from workbench.api.resources.threads.lookups import threads
from workbench.api.resources.threads.presenters import ThreadShown, show_thread
from workbench.api.resources.threads.schemas import Rejection, ThreadChanges, ThreadListQuery
from workbench.api.resources.works.lookups import of_work
from workbench.review.actions import ThreadChanges as Changes
from workbench.review.actions import accept_suggestion, change_thread, reject_suggestion, undo_acceptance

__all__ = ["Accept", "OneThread", "Reject", "ThreadList", "UndoAcceptance"]

_COLUMNS = {
    "passage": "passage_id",
    "state": "state",
    "category": "category",
    "severity": "severity",
    "assignee": "assignee__username",
    "author": "created_by__username",
}


class ThreadList(ApiView):
    """Discussions."""

    @operation(name="threads_list", summary="List threads", query=ThreadListQuery, answer=ThreadShown, is_list=True)
    def get(self) -> Response:
        """Threads in the order in which they were opened, with their anchors and comments."""
        rows = of_work(threads(self.user), self.user, self.asked)
        wanted = {column: self.asked[name] for name, column in _COLUMNS.items() if name in self.asked}
        if wanted.get("assignee__username") == "none":
            wanted["assignee__username"] = None
        return self.page(rows.filter(**wanted), show_thread)


class OneThread(ApiView):
    """One discussion."""

    @operation(name="threads_read", summary="Read a thread", answer=ThreadShown)
    def get(self, pk: int) -> Response:
        """A thread with its anchors, comments and suggestions."""
        return Response(show_thread(find(threads(self.user), pk)))

    @operation(
        name="threads_change",
        summary="Change a thread",
        body=ThreadChanges,
        answer=ThreadShown,
        scope=Scope.COMMENT,
        is_guarded=True,
        example={"state": "resolved"},
    )
    def patch(self, pk: int) -> Response:
        """Resolve or reopen a thread, classify it, or give it to a member. For reviewers."""
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
        body=Nothing,
        answer=ThreadShown,
        scope=Scope.WRITE,
        example={},
    )
    def post(self, pk: int) -> Response:
        """Put its words into the text, as a revision, and resolve the thread. For editors.

        Where the text already reads so no revision is written.
        """
        accept_suggestion(actor=self.user, thread=find(threads(self.user), pk))
        return Response(show_thread(find(threads(self.user), pk)))


class UndoAcceptance(ApiView):
    """Taking back what was accepted."""

    @operation(
        name="threads_undo",
        summary="Take back the accepted suggestion",
        body=Nothing,
        answer=ThreadShown,
        scope=Scope.WRITE,
        example={},
    )
    def post(self, pk: int) -> Response:
        """Restore the text, as a revision, and reopen the thread; 409 if the text was changed since. For editors."""
        undo_acceptance(actor=self.user, thread=find(threads(self.user), pk))
        return Response(show_thread(find(threads(self.user), pk)))


class Reject(ApiView):
    """Declining a suggestion."""

    @operation(
        name="threads_reject",
        summary="Reject the open suggestion",
        body=Rejection,
        answer=ThreadShown,
        scope=Scope.WRITE,
        example={"reason": "The manuscript is clear here."},
    )
    def post(self, pk: int) -> Response:
        """Decline it, saying why; the thread stays open. For editors."""
        thread = find(threads(self.user), pk)
        reject_suggestion(actor=self.user, thread=thread, reason=self.given["reason"])
        return Response(show_thread(find(threads(self.user), pk)))


def _named(user: User, username: str) -> User:
    person: User | None = User.objects.visible_to(user).filter(username=username).first()
    if person is None:
        raise Invalid.field("assignee", "The user name of a member of the workspace is expected.", code="not_a_member")
    return person
