"""One discussion: its page, and what people do to it."""

from django.http import HttpResponse
from django.utils.translation import gettext
from django.views.decorators.http import require_POST, require_safe

from workbench.accounts.models import User
from workbench.review.actions import (
    ThreadChanges,
    accept_suggestion,
    change_thread,
    reject_suggestion,
    reply,
    reply_and_settle,
    undo_acceptance,
)
from workbench.review.errors import Invalid
from workbench.review.models import Thread
from workbench.web.discussion.changes import Standing
from workbench.web.discussion.responses import attempt, show_thread
from workbench.web.site.lookups import find_thread
from workbench.web.site.pages import PersonRequest, page
from workbench.web.site.parameters import posted_day, posted_decision, posted_version

__all__ = ["accept", "change", "reject", "reply_to_thread", "show", "undo"]


@require_safe
@page
def show(request: PersonRequest, pk: int) -> HttpResponse:
    """Show a discussion with the words it speaks of: its lasting address."""
    return show_thread(request, find_thread(request.user, pk))


@require_POST
@page
def reply_to_thread(request: PersonRequest, pk: int) -> HttpResponse:
    """Add a comment, perhaps with other words for those the thread speaks of."""
    thread = find_thread(request.user, pk)
    suggestion = "" if request.POST.get("leave_out") else request.POST.get("suggestion") or None
    body = request.POST.get("body", "")
    state = _settled(request)
    done = Standing.said_of(state) if state else gettext("Your reply was added.")
    return attempt(
        request,
        pk,
        "reply",
        lambda: _say(request, thread, body=body, suggestion=suggestion, state=state),
        done,
        thread.state,
    )


@require_POST
@page
def change(request: PersonRequest, pk: int) -> HttpResponse:
    """Resolve or reopen, classify, or give to somebody; only the fields that were posted are changed."""
    thread = find_thread(request.user, pk)
    before = Standing.read(thread)
    return attempt(
        request,
        pk,
        "change",
        lambda: _change(request, thread),
        lambda after: before.describe_change(Standing.read(after)),
        before.state,
    )


@require_POST
@page
def accept(request: PersonRequest, pk: int) -> HttpResponse:
    """Put the suggested words into the text."""
    thread = find_thread(request.user, pk)
    return attempt(
        request,
        pk,
        "decision",
        lambda: accept_suggestion(actor=request.user, thread=thread, **posted_decision(request.POST)),
        gettext("The suggestion was accepted: its words stand in the text."),
    )


@require_POST
@page
def undo(request: PersonRequest, pk: int) -> HttpResponse:
    """Take the words of an accepted suggestion out of the text again."""
    thread = find_thread(request.user, pk)
    return attempt(
        request,
        pk,
        "decision",
        lambda: undo_acceptance(actor=request.user, thread=thread, **posted_decision(request.POST)),
        gettext("The suggestion was taken back: the text reads as before, and the discussion is open again."),
    )


@require_POST
@page
def reject(request: PersonRequest, pk: int) -> HttpResponse:
    """Decline the suggested words, with a reason."""
    thread = find_thread(request.user, pk)
    reason = request.POST.get("reason", "")
    return attempt(
        request,
        pk,
        "decision",
        lambda: reject_suggestion(actor=request.user, thread=thread, reason=reason, **posted_decision(request.POST)),
        gettext("The suggestion was rejected."),
    )


def _settled(request: PersonRequest) -> str:
    """Return the state that the button names with which a reply was sent: `resolve`, or one of `settle`."""
    return "resolved" if "resolve" in request.POST else request.POST.get("settle", "")


def _say(request: PersonRequest, thread: Thread, *, body: str, suggestion: str | None, state: str) -> None:
    """Reply; a reply sent with a state also puts the thread there, if there is anything to say or not."""
    if not state:
        reply(actor=request.user, thread=thread, body=body, suggestion=suggestion)
    elif body.strip() or suggestion is not None:
        reply_and_settle(actor=request.user, thread=thread, body=body, suggestion=suggestion, state=state)
    else:
        change_thread(actor=request.user, thread=thread, version=thread.version, changes={"state": state})


def _change(request: PersonRequest, thread: Thread) -> None:
    changes: ThreadChanges = {}
    if "state" in request.POST:
        changes["state"] = request.POST["state"]
    if "category" in request.POST:
        changes["category"] = request.POST["category"]
    if "severity" in request.POST:
        changes["severity"] = request.POST["severity"]
    if "assignee" in request.POST:
        changes["assignee"] = _member(thread, request.POST["assignee"])
    if "labels" in request.POST:
        changes["labels"] = request.POST["labels"].split(",")
    if "due_on" in request.POST:
        changes["due_on"] = posted_day(request.POST, "due_on")
    change_thread(actor=request.user, thread=thread, version=posted_version(request.POST), changes=changes)


def _member(thread: Thread, name: str) -> User | None:
    if not name:
        return None
    member: User | None = User.objects.filter(memberships__workspace=thread.workspace_id, username=name).first()
    if member is None:
        raise Invalid.field("assignee", gettext("The user name of a member is expected."), code="not_a_member")
    return member
