"""Threads: opened, answered, resolved, classified, given to somebody.

Every change of state goes through `writing.set_state`, which writes into the log who did it; the row keeps no name.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, TypedDict

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext

from workbench.accounts.checks import checked_line
from workbench.accounts.models import Role, User
from workbench.accounts.permissions import role_in
from workbench.corpus import limits
from workbench.corpus.models import Passage, Work
from workbench.journal.kinds import Kind
from workbench.review.actions.writing import add_comment, chosen, set_state, touch
from workbench.review.anchoring import AnchorRequest, locate, new_anchor
from workbench.review.classification import lists_of
from workbench.review.errors import Invalid, Stale
from workbench.review.folding import joined_labels
from workbench.review.models import Anchor, Comment, Thread
from workbench.review.permissions import require_role
from workbench.review.recording import record_thread

__all__ = ["ThreadChanges", "change_thread", "open_thread", "open_thread_on_work", "reply", "reply_and_settle"]

_NAMED = ("category", "severity")
_EVENTS = {
    _NAMED: Kind.THREAD_CLASSIFIED,
    ("assignee",): Kind.THREAD_ASSIGNED,
    ("labels",): Kind.THREAD_LABELLED,
    ("due_on",): Kind.THREAD_DUE,
}


class ThreadChanges(TypedDict, total=False):
    """What may be changed of a thread; what is left out stays."""

    state: str
    category: str
    severity: str
    assignee: User | None
    labels: Sequence[str]
    due_on: date | None


@transaction.atomic
def open_thread(
    *,
    actor: User,
    passage: Passage,
    body: str,
    category: str = "",
    severity: str = "",
    anchors: Sequence[AnchorRequest] = (),
    suggestion: str | None = None,
) -> Thread:
    """Open a discussion of the passage (no anchors), of words (one) or of a difference (several).

    `suggestion` proposes a replacement for the words of the first anchor; "" proposes to delete them.
    """
    require_role(actor, passage.workspace_id, Role.REVIEWER)
    fresh = _fresh_anchors(anchors, passage)
    named = _checked_names(passage.workspace_id, {"category": category, "severity": severity})
    thread = Thread(workspace_id=passage.workspace_id, work_id=passage.work_id, passage=passage, **named)
    return _begin(actor, thread, fresh, body, suggestion)


@transaction.atomic
def open_thread_on_work(*, actor: User, work: Work, body: str, category: str = "", severity: str = "") -> Thread:
    """Open a discussion of the work as a whole: it stands at no passage, and no words can be suggested in it."""
    require_role(actor, work.workspace_id, Role.REVIEWER)
    named = _checked_names(work.workspace_id, {"category": category, "severity": severity})
    return _begin(actor, Thread(workspace_id=work.workspace_id, work=work, **named), (), body, None)


def _begin(actor: User, thread: Thread, anchors: Sequence[Anchor], body: str, suggestion: str | None) -> Thread:
    now = timezone.now()
    thread.created_by, thread.created_at, thread.updated_at = actor, now, now
    thread.save(force_insert=True)
    for anchor in anchors:
        anchor.thread = thread
    Anchor.objects.bulk_create(anchors)
    record_thread(actor, Kind.THREAD_OPENED, thread, at=now)
    add_comment(actor=actor, thread=thread, body=body, suggestion=suggestion, now=now)
    return thread


@transaction.atomic
def reply(*, actor: User, thread: Thread, body: str, suggestion: str | None = None) -> Comment:
    """Add a comment to a thread; a suggestion with it stands beside those of others, and supersedes one's own."""
    require_role(actor, thread.workspace_id, Role.REVIEWER)
    Thread.objects.select_for_update().get(pk=thread.pk)  # of two at once by the same person, one supersedes the other
    now = timezone.now()
    comment = add_comment(actor=actor, thread=thread, body=body, suggestion=suggestion, now=now)
    touch(thread, now)
    return comment


@transaction.atomic
def reply_and_settle(
    *, actor: User, thread: Thread, body: str, suggestion: str | None = None, state: str = Thread.State.RESOLVED
) -> Comment:
    """Add a comment to a thread and say where it stands now: both, or neither."""
    chosen("state", state, Thread.State.values, required=True)
    comment = reply(actor=actor, thread=thread, body=body, suggestion=suggestion)
    set_state(actor, thread, state, at=comment.created_at)
    return comment


@transaction.atomic
def change_thread(*, actor: User, thread: Thread, version: int, changes: ThreadChanges) -> Thread:
    """Say where a thread stands, classify or label it, give it to somebody, say by when it is due.

    A category or severity that it has already may stay, though the workspace's list has it no more.
    """
    require_role(actor, thread.workspace_id, Role.REVIEWER)
    fields: dict[str, Any] = dict(changes)
    new = {name: fields[name] for name in _NAMED if name in fields and fields[name] != getattr(thread, name)}
    fields |= _checked_names(thread.workspace_id, new)
    if "labels" in fields:
        fields["labels"] = joined_labels(_checked_labels(fields["labels"]))
    if "state" in fields:
        chosen("state", fields["state"], Thread.State.values, required=True)
    state, assignee = fields.pop("state", None), fields.get("assignee")
    if assignee is not None and role_in(assignee, thread.workspace_id) is None:
        raise Invalid.field("assignee", gettext("A member of the workspace is expected."), code="not_a_member")
    before = {name: _shown(thread, name) for name in fields}
    settled = {"meant_for": ""} if "assignee" in fields else {}
    now = timezone.now()
    if not Thread.objects.replace(thread, version=version, updated_at=now, **fields, **settled):
        thread.refresh_from_db()
        raise Stale(gettext("Somebody else changed this thread in the meantime."), current=thread)
    if state is not None:
        set_state(actor, thread, state, at=now)
    thread.refresh_from_db()
    _record_changes(actor, thread, before)
    return thread


def _record_changes(actor: User, thread: Thread, before: Mapping[str, Any]) -> None:
    """Record each thing that was changed as an event of its own; what stayed as it was is none."""
    after = {name: _shown(thread, name) for name in before}
    for names, kind in _EVENTS.items():
        changed = [name for name in names if name in before and before[name] != after[name]]
        if changed:
            was, became = ({name: state[name] for name in changed} for state in (before, after))
            record_thread(actor, kind, thread, before=was, after=became, at=thread.updated_at)


def _checked_names(workspace: int, names: Mapping[str, str]) -> dict[str, str]:
    """Return category and severity as given, if the workspace's lists have them, or they are empty. One query."""
    if not any(names.values()):
        return dict(names)
    lists = lists_of(workspace)
    known = {"category": dict(lists.category_choices), "severity": dict(lists.severity_choices)}
    return {name: chosen(name, value, list(known[name])) for name, value in names.items()}


def _checked_labels(labels: Sequence[str]) -> list[str]:
    if len(labels) > limits.LABELS:
        raise Invalid.field(
            "labels", gettext("At most %(labels)s labels are expected.") % {"labels": limits.LABELS}, code="too_many"
        )
    return [checked_line("labels", label, maximum=limits.LABEL) for label in labels]


def _shown(thread: Thread, name: str) -> Any:
    value = thread.label_names if name == "labels" else getattr(thread, name)
    if isinstance(value, date):
        return value.isoformat()
    return value.username if isinstance(value, User) else value


def _fresh_anchors(requests: Sequence[AnchorRequest], passage: Passage) -> list[Anchor]:
    if len(requests) > 20:
        raise Invalid.field("anchors", gettext("At most 20 anchors are expected."), code="too_many")
    return [
        new_anchor(locate(request, passage, f"anchors.{position}"), request.variant, position)
        for position, request in enumerate(requests)
    ]
