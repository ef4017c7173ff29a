"""Several threads at once: /threads/batch/, its accept/ and undo/. All of them, or none."""

from collections.abc import Mapping, Sequence
from typing import Any, cast

from rest_framework.response import Response

from workbench.accounts.errors import Invalid
from workbench.accounts.models import Scope, User
from workbench.api.protocol.base import ApiView
from workbench.api.protocol.operations import operation
from workbench.api.resources.threads.lookups import threads
from workbench.api.resources.threads.presenters import (
    AcceptedShown,
    ChangedThreadsShown,
    StandingShown,
    TakenBackShown,
    ThreadShown,
    show_thread,
)
from workbench.api.resources.threads.schemas import SeveralChanges, SeveralDecisions
from workbench.review.actions import Seen, ThreadEdit, accept_suggestions, change_threads, undo_acceptances
from workbench.review.actions import ThreadChanges as Changes
from workbench.review.models import Thread

__all__ = ["AcceptSeveral", "ChangeSeveral", "UndoSeveral"]

_SEEN = [{"id": 7, "version": 2, "suggestion": 4}, {"id": 9, "version": 1, "suggestion": 6}]


class ChangeSeveral(ApiView):
    """What a queue does with several threads."""

    @operation(
        name="threads_change_several",
        summary="Change several threads",
        body=SeveralChanges,
        response=ChangedThreadsShown,
        scope=Scope.COMMENT,
        refusals=(412,),
        example={"threads": [{"id": 7, "version": 2, "state": "resolved"}]},
    )
    def post(self) -> Response:
        """Settle, classify, label, assign or date up to fifty threads: all of them, or none. For reviewers.

        Each is named with the `version` you have read: 412 where one was changed since. What the answer calls `undo`
        puts all of them back when it is sent to the same address.
        """
        given = self.given["threads"]
        found = _found(self.user, given)
        people = _people(self.user, given)
        before = [_standing(thread) for thread in found]
        edits = [
            ThreadEdit(thread, one["version"], _changes(one, people)) for thread, one in zip(found, given, strict=True)
        ]
        changed = change_threads(actor=self.user, edits=edits)
        undo = [{**standing, "version": thread.version} for standing, thread in zip(before, changed, strict=True)]
        return Response({"threads": _shown(self.user, found), "undo": {"threads": undo}})


class AcceptSeveral(ApiView):
    """Taking several suggestions."""

    @operation(
        name="threads_accept_several",
        summary="Accept several suggestions",
        body=SeveralDecisions,
        response=AcceptedShown,
        scope=Scope.WRITE,
        refusals=(412,),
        example={"threads": _SEEN},
    )
    def post(self) -> Response:
        """Accept up to fifty suggestions, as one alone is accepted: all of them, or none. For editors.

        Each is named with its thread's `version` that you have read: 412 where one was changed since. What the answer
        calls `undo` takes all of them back when it is sent to `threads/batch/undo/`.
        """
        seen = _seen(self.user, self.given["threads"])
        accepted = accept_suggestions(actor=self.user, seen=seen)
        back = [
            {"id": thread.pk, "version": thread.version, "suggestion": one.suggestion}
            for thread, one in zip(accepted, seen, strict=True)
        ]
        return Response({"threads": _shown(self.user, accepted), "undo": {"threads": back}})


class UndoSeveral(ApiView):
    """Taking several acceptances back."""

    @operation(
        name="threads_undo_several",
        summary="Take back several accepted suggestions",
        body=SeveralDecisions,
        response=TakenBackShown,
        scope=Scope.WRITE,
        refusals=(412,),
        example={"threads": _SEEN},
    )
    def post(self) -> Response:
        """Restore the texts, as revisions, and reopen the threads: all of them, or none. For editors.

        409 where one of the texts reads otherwise since.
        """
        seen = _seen(self.user, self.given["threads"])
        return Response({"threads": _shown(self.user, undo_acceptances(actor=self.user, seen=seen))})


def _seen(user: User, given: Sequence[Mapping[str, Any]]) -> list[Seen]:
    found = _found(user, given)
    return [Seen(thread, one["version"], one["suggestion"]) for thread, one in zip(found, given, strict=True)]


def _found(user: User, given: Sequence[Mapping[str, Any]]) -> list[Thread]:
    """Return the threads that a body names, in its order; raise `Invalid` for one that is not there. One query."""
    rows = Thread.objects.visible_to(user).select_related("assignee").in_bulk([one["id"] for one in given])
    for position, one in enumerate(given):
        if one["id"] not in rows:
            message = "The id of one that you may see is expected."
            raise Invalid.field(f"threads.{position}.id", message, code="unknown_id")
    return [rows[one["id"]] for one in given]


def _people(user: User, given: Sequence[Mapping[str, Any]]) -> dict[str, User]:
    """Return those whom a body names, by user name. One query."""
    names = {one["assignee"] for one in given if one.get("assignee") is not None}
    people = {one.username: one for one in User.objects.visible_to(user).filter(username__in=names)}
    for position, one in enumerate(given):
        if one.get("assignee") is not None and one["assignee"] not in people:
            message = "The user name of a member of the workspace is expected."
            raise Invalid.field(f"threads.{position}.assignee", message, code="not_a_member")
    return people


def _changes(one: Mapping[str, Any], people: Mapping[str, User]) -> Changes:
    changes = {name: value for name, value in one.items() if name not in {"id", "version"}}
    if changes.get("assignee") is not None:
        changes["assignee"] = people[changes["assignee"]]
    return cast("Changes", changes)


def _standing(thread: Thread) -> StandingShown:
    return {
        "id": thread.pk,
        "version": thread.version,
        "state": thread.state,
        "category": thread.category,
        "severity": thread.severity,
        "assignee": thread.assignee.username if thread.assignee else None,
        "labels": list(thread.label_names),
        "due_on": thread.due_on.isoformat() if thread.due_on else None,
    }


def _shown(user: User, changed: Sequence[Thread]) -> list[ThreadShown]:
    """Show the threads as they stand now, in this order."""
    rows = threads(user).in_bulk([one.pk for one in changed])
    return [show_thread(rows[one.pk]) for one in changed]
