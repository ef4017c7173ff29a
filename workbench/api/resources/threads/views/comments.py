"""Comments: /comments/, /comments/{id}/; anchors: /anchors/{id}/, its confirm/ and its reattach/."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.db.models import Q
from rest_framework.response import Response
from rest_framework.serializers import ValidationError

from workbench.accounts.models import Scope, User
from workbench.api.protocol.base import ApiView
from workbench.api.protocol.lookups import find, find_named
from workbench.api.protocol.operations import operation
from workbench.api.resources.texts.lookups import passages, variants
from workbench.api.resources.threads.lookups import comments, threads
from workbench.api.resources.threads.presenters import AnchorShown, CommentShown, show_anchor, show_own_comment
from workbench.api.resources.threads.schemas import CommentChanges, CommentListQuery, NewComment, Place
from workbench.api.resources.works.lookups import find_named_work, of_work
from workbench.review.actions import (
    confirm_anchor,
    delete_comment,
    edit_comment,
    open_thread,
    open_thread_on_work,
    reattach_anchor,
    reply,
)
from workbench.review.anchoring import AnchorRequest
from workbench.review.models import Anchor, Comment

__all__ = ["CommentList", "Confirm", "OneAnchor", "OneComment", "Reattach"]

_OF_THREADS = ("passage", "work", "workspace", "anchors", "category", "severity")
_OF_PASSAGES = ("passage", "anchors", "suggestion")


class CommentList(ApiView):
    """What people said."""

    @operation(
        name="comments_list", summary="List comments", query=CommentListQuery, response=CommentShown, is_list=True
    )
    def get(self) -> Response:
        """Comments in the order in which they were written."""
        rows = of_work(comments(self.user), self.user, self.asked, "thread__work")
        if "thread" in self.asked:
            rows = rows.filter(thread=self.asked["thread"])
        if since := self.asked.get("since"):
            rows = rows.filter(Q(created_at__gte=since) | Q(edited_at__gte=since) | Q(deleted_at__gte=since))
        return self.page(rows, show_own_comment)

    @operation(
        name="comments_create",
        summary="Comment",
        body=NewComment,
        response=CommentShown,
        status=201,
        scope=Scope.COMMENT,
        example={
            "passage": 1,
            "body": "The original says *rug*.",
            "category": "accuracy/mistranslation",
            "severity": "major",
            "anchors": [{"variant": 1, "quote": "mat"}],
            "suggestion": "rug",
        },
    )
    def post(self) -> Response:
        """Reply to a `thread`, or open one on a `passage`, on words in it, or on a `work` as a whole. For reviewers."""
        comment = _reply(self.user, self.given) if "thread" in self.given else _open(self.user, self.given)
        return self.created(show_own_comment(find(comments(self.user), comment.pk)), "comment", comment.pk)


class OneComment(ApiView):
    """One contribution."""

    @operation(name="comments_read", summary="Read a comment", response=CommentShown)
    def get(self, pk: int) -> Response:
        """A comment, as source and as HTML."""
        return Response(show_own_comment(find(comments(self.user), pk)))

    @operation(
        name="comments_edit",
        summary="Edit a comment",
        body=CommentChanges,
        response=CommentShown,
        scope=Scope.COMMENT,
        is_guarded=True,
        example={"body": "The original says *carpet*."},
    )
    def patch(self, pk: int) -> Response:
        """Change your own comment."""
        comment = find(comments(self.user), pk)
        edit_comment(actor=self.user, comment=comment, version=self.version_held(comment), body=self.given["body"])
        return Response(show_own_comment(find(comments(self.user), pk)))

    @operation(name="comments_delete", summary="Delete a comment", status=204, scope=Scope.COMMENT, is_guarded=True)
    def delete(self, pk: int) -> Response:
        """Take back your own comment (an owner: anybody's). Its place in the thread stays, its words go."""
        comment = find(comments(self.user), pk)
        delete_comment(actor=self.user, comment=comment, version=self.version_held(comment))
        return Response(status=204)


class OneAnchor(ApiView):
    """The words that a thread speaks of."""

    @operation(name="anchors_read", summary="Read an anchor", response=AnchorShown)
    def get(self, pk: int) -> Response:
        """Where the words of a thread stand, or last stood."""
        rows = Anchor.objects.visible_to(self.user).select_related("variant__translation")
        return Response(show_anchor(find(rows, pk)))


class Confirm(ApiView):
    """Answering for an anchor whose words were changed."""

    @operation(
        name="anchors_confirm",
        summary="Confirm the changed words of an anchor",
        response=AnchorShown,
        scope=Scope.COMMENT,
        is_guarded=True,
    )
    def post(self, pk: int) -> Response:
        """Say that an anchor in state `changed` speaks of the words that stand there now. For reviewers.

        Give its thread's ETag in If-Match: 412 where thread or text were changed since.
        """
        anchor = find(Anchor.objects.visible_to(self.user), pk)
        version = self.version_held(find(threads(self.user), anchor.thread_id))
        return Response(show_anchor(confirm_anchor(actor=self.user, anchor=anchor, version=version)))


class Reattach(ApiView):
    """Helping an orphan, or an anchor whose words were changed."""

    @operation(
        name="anchors_reattach",
        summary="Attach an anchor again",
        body=Place,
        response=AnchorShown,
        scope=Scope.COMMENT,
        example={"variant": 1, "quote": "rug"},
    )
    def post(self, pk: int) -> Response:
        """Put an anchor whose words were lost or changed on words of the same variant. For reviewers."""
        rows = Anchor.objects.visible_to(self.user).select_related("variant__translation", "thread__passage")
        anchor = find(rows, pk)
        place = _place(self.user, self.given, ("variant",))
        return Response(show_anchor(reattach_anchor(actor=self.user, anchor=anchor, request=place)))


def _reply(user: User, given: Mapping[str, Any]) -> Comment:
    _refuse(given, _OF_THREADS, "A reply has none: its thread has.", code="not_in_reply")
    thread = find_named(threads(user), given["thread"], "thread")
    return reply(actor=user, thread=thread, body=given["body"], suggestion=given.get("suggestion"))


def _refuse(given: Mapping[str, Any], names: Sequence[str], reason: str, *, code: str) -> None:
    if alien := [name for name in names if name in given]:
        raise ValidationError({name: [reason] for name in alien}, code=code)


def _open(user: User, given: Mapping[str, Any]) -> Comment:
    if "work" in given:
        return _open_on_work(user, given)
    if "passage" not in given:
        message = "A passage, a work, or a thread to reply to, is expected."
        raise ValidationError({"passage": [message]}, code="required")
    places = [
        _place(user, place, ("anchors", position, "variant")) for position, place in enumerate(given.get("anchors", ()))
    ]
    thread = open_thread(
        actor=user,
        passage=find_named(passages(user), given["passage"], "passage"),
        body=given["body"],
        category=given.get("category", ""),
        severity=given.get("severity", ""),
        anchors=places,
        suggestion=given.get("suggestion"),
    )
    return thread.comments.get()


def _open_on_work(user: User, given: Mapping[str, Any]) -> Comment:
    _refuse(given, _OF_PASSAGES, "A discussion of the work as a whole has none.", code="not_of_work")
    named = {name: given[name] for name in ("category", "severity") if name in given}
    work = find_named_work(user, given)
    return open_thread_on_work(actor=user, work=work, body=given["body"], **named).comments.get()


def _place(user: User, given: Mapping[str, Any], tokens: tuple[object, ...]) -> AnchorRequest:
    variant = find_named(variants(user), given["variant"], ".".join(map(str, tokens)))
    return AnchorRequest(variant, **{name: value for name, value in given.items() if name != "variant"})
