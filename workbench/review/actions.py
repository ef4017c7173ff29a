"""Every write about discussions, and the changes of text that anchors must follow: one function per thing a
person can do.

Each is atomic: it does it, or raises one of `review.errors`. `version` is the state the person had before their eyes.
"""

from collections.abc import Sequence
from typing import Any, TypedDict

from django.db import transaction
from django.utils import timezone

from workbench.accounts.checks import checked_line, checked_text
from workbench.accounts.models import Role, User
from workbench.accounts.permissions import role_in
from workbench.corpus import limits
from workbench.corpus.actions import write_revision
from workbench.corpus.models import Passage, Presence, Revision, Variant
from workbench.review.anchoring import AnchorRequest, carry_anchors, locate, move_anchor, new_anchor
from workbench.review.errors import Conflict, Invalid, Stale
from workbench.review.models import Anchor, AnchorMove, Category, Comment, Severity, Suggestion, Thread
from workbench.review.permissions import require_author, require_role
from workbench.text import make_anchor

__all__ = [
    "ThreadChanges",
    "accept_suggestion",
    "change_thread",
    "delete_comment",
    "edit_comment",
    "open_thread",
    "reattach_anchor",
    "reject_suggestion",
    "reply",
    "restore_revision",
    "revise_variant",
]


class ThreadChanges(TypedDict, total=False):
    """What may be changed of a thread; what is left out stays."""

    state: str
    category: str
    severity: str
    assignee: User | None


# --- texts ------------------------------------------------------------------------------------------
@transaction.atomic
def revise_variant(
    *,
    actor: User,
    variant: Variant,
    version: int,
    text: str,
    presence: str = Presence.PRESENT,
    reason: str = "",
) -> Variant:
    """Write a variant's next state and take its anchors along.

    Raises `Stale` with the variant as it stands when it is not at `version` any more; then nothing was written.
    """
    return _write(actor=actor, variant=variant, version=version, text=text, presence=presence, reason=reason)


@transaction.atomic
def restore_revision(*, actor: User, variant: Variant, version: int, number: int) -> Variant:
    """Make the text of an earlier revision the present one, as a new revision."""
    revision = Revision.objects.filter(variant=variant, number=number).first()
    if revision is None:
        raise Invalid.field(
            "revision", "The number of a revision of this variant is expected.", code="unknown_revision"
        )
    return revise_variant(
        actor=actor,
        variant=variant,
        version=version,
        text=revision.text,
        presence=revision.presence,
        reason=f"Restored revision {number}",
    )


# --- threads ----------------------------------------------------------------------------------------
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
    now = timezone.now()
    fresh = _fresh_anchors(anchors, passage)
    thread = Thread.objects.create(
        workspace_id=passage.workspace_id,
        work_id=passage.work_id,
        passage=passage,
        category=_chosen("category", category, Category.values),
        severity=_chosen("severity", severity, Severity.values),
        created_by=actor,
        created_at=now,
        updated_at=now,
    )
    for anchor in fresh:
        anchor.thread = thread
    Anchor.objects.bulk_create(fresh)
    _add_comment(actor=actor, thread=thread, body=body, suggestion=suggestion, now=now)
    return thread


@transaction.atomic
def reply(*, actor: User, thread: Thread, body: str, suggestion: str | None = None) -> Comment:
    """Add a comment to a thread; a suggestion with it supersedes an open earlier one."""
    require_role(actor, thread.workspace_id, Role.REVIEWER)
    Thread.objects.select_for_update().get(pk=thread.pk)  # of two suggestions at once, one supersedes the other
    now = timezone.now()
    comment = _add_comment(actor=actor, thread=thread, body=body, suggestion=suggestion, now=now)
    _touch(thread, now)
    return comment


@transaction.atomic
def change_thread(*, actor: User, thread: Thread, version: int, changes: ThreadChanges) -> Thread:
    """Resolve or reopen a thread, classify it, or give it to somebody."""
    require_role(actor, thread.workspace_id, Role.REVIEWER)
    fields: dict[str, Any] = dict(changes)
    for name, known in (
        ("state", Thread.State.values),
        ("category", Category.values),
        ("severity", Severity.values),
    ):
        if name in fields:
            fields[name] = _chosen(name, fields[name], known, required=name == "state")
    assignee = fields.get("assignee")
    if assignee is not None and role_in(assignee, thread.workspace_id) is None:
        raise Invalid.field("assignee", "A member of the workspace is expected.", code="not_a_member")
    if not Thread.objects.replace(thread, version=version, updated_at=timezone.now(), **fields):
        thread.refresh_from_db()
        raise Stale("Somebody else changed this thread in the meantime.", current=thread)
    thread.refresh_from_db()
    return thread


# --- comments ---------------------------------------------------------------------------------------
@transaction.atomic
def edit_comment(*, actor: User, comment: Comment, version: int, body: str) -> Comment:
    """Change one's own comment."""
    require_author(actor, comment)
    body = checked_text("body", body, maximum=limits.COMMENT, required=True)
    return _replace_comment(comment, version, body=body, edited_at=timezone.now())


@transaction.atomic
def delete_comment(*, actor: User, comment: Comment, version: int) -> Comment:
    """Take back one's own comment (an owner: anybody's). Its place in the thread stays, its words go.

    An open suggestion that came with it is superseded.
    """
    require_author(actor, comment, or_owner=True)
    Suggestion.objects.filter(comment=comment, state=Suggestion.State.OPEN).update(state=Suggestion.State.SUPERSEDED)
    return _replace_comment(comment, version, body="", deleted_at=timezone.now())


# --- suggestions ------------------------------------------------------------------------------------
@transaction.atomic
def accept_suggestion(*, actor: User, thread: Thread) -> Suggestion:
    """Put the open suggestion's words into the text, as a revision, and resolve the thread.

    The thread's anchor then stands on the new words. Raises `Conflict` if there is none, or its words are lost.
    """
    require_role(actor, thread.workspace_id, Role.EDITOR)
    suggestion = _open_suggestion(thread)
    anchor = Anchor.objects.select_related("variant").select_for_update(of=("self",)).get(pk=suggestion.anchor_id)
    variant = anchor.variant
    if anchor.state != Anchor.State.PLACED or anchor.revision != variant.version:
        raise Conflict("The words of this suggestion are lost: attach it again first.", code="orphaned")
    text = variant.text[: anchor.start] + suggestion.text + variant.text[anchor.end :]
    changed = _write(
        actor=actor,
        variant=variant,
        version=variant.version,
        text=text,
        presence=variant.presence,
        reason=f"Accepted a suggestion of {suggestion.comment.attributed_to or suggestion.comment.author}",
        replaced=anchor if suggestion.text.strip() else None,
    )
    if suggestion.text.strip():
        move_anchor(
            anchor,
            make_anchor(changed.text, anchor.start, anchor.start + len(suggestion.text)),
            changed.version,
        )
    suggestion.revision = Revision.objects.get(variant=changed, number=changed.version)
    return _decide(suggestion, thread, actor, Suggestion.State.ACCEPTED)


@transaction.atomic
def reject_suggestion(*, actor: User, thread: Thread, reason: str) -> Suggestion:
    """Decline the open suggestion, saying why. The thread stays open."""
    require_role(actor, thread.workspace_id, Role.EDITOR)
    suggestion = _open_suggestion(thread)
    suggestion.reason = checked_line("reason", reason, maximum=limits.REASON, required=True)
    return _decide(suggestion, thread, actor, Suggestion.State.REJECTED)


# --- anchors ----------------------------------------------------------------------------------------
@transaction.atomic
def reattach_anchor(*, actor: User, anchor: Anchor, request: AnchorRequest) -> Anchor:
    """Put an orphan on words of the same variant again, by hand. The move is recorded."""
    require_role(actor, anchor.workspace_id, Role.REVIEWER)
    if anchor.state != Anchor.State.ORPHANED:
        raise Conflict("This anchor stands on its words.", code="not_orphaned")
    if request.variant.pk != anchor.variant_id:
        raise Invalid.field("variant", "The anchor's own variant is expected.", code="other_variant")
    place = locate(request, anchor.thread.passage, "anchor")
    now = timezone.now()
    AnchorMove.objects.create(
        workspace_id=anchor.workspace_id,
        anchor=anchor,
        kind=AnchorMove.Kind.REATTACHED,
        from_revision=anchor.revision,
        from_quote=anchor.quote,
        to_revision=request.variant.version,
        to_quote=place.quote,
        actor=actor,
        created_at=now,
    )
    move_anchor(anchor, place, request.variant.version)
    _touch(anchor.thread, now)
    return anchor


# --- the parts --------------------------------------------------------------------------------------
def _write(
    *,
    actor: User,
    variant: Variant,
    version: int,
    text: str,
    presence: str,
    reason: str,
    replaced: Anchor | None = None,
) -> Variant:
    """Write a revision and carry all anchors along but `replaced`, whose words the caller has exchanged."""
    before = Variant.objects.select_for_update().get(pk=variant.pk)
    changed = write_revision(actor=actor, variant=variant, version=version, text=text, presence=presence, reason=reason)
    if changed.version != before.version:
        carry_anchors(actor=actor, variant=changed, before=before.text, now=changed.updated_at, leave=replaced)
    return changed


def _fresh_anchors(requests: Sequence[AnchorRequest], passage: Passage) -> list[Anchor]:
    if len(requests) > 20:
        raise Invalid.field("anchors", "At most 20 anchors are expected.", code="too_many")
    return [
        new_anchor(locate(request, passage, f"anchors.{position}"), request.variant, position)
        for position, request in enumerate(requests)
    ]


def _add_comment(*, actor: User, thread: Thread, body: str, suggestion: str | None, now: Any) -> Comment:
    comment = Comment.objects.create(
        workspace_id=thread.workspace_id,
        thread=thread,
        body=checked_text("body", body, maximum=limits.COMMENT, required=suggestion is None),
        author=actor,
        created_at=now,
    )
    if suggestion is not None:
        _add_suggestion(thread, comment, checked_text("suggestion", suggestion, maximum=limits.VARIANT))
    return comment


def _add_suggestion(thread: Thread, comment: Comment, text: str) -> None:
    anchor = thread.anchors.order_by("position").first()
    if anchor is None:
        raise Invalid.field("suggestion", "A suggestion needs an anchor: the words to replace.", code="no_anchor")
    if text == anchor.quote:
        raise Invalid.field("suggestion", "Other words than those that stand there are expected.", code="no_change")
    thread.suggestions.filter(state=Suggestion.State.OPEN).update(state=Suggestion.State.SUPERSEDED)
    Suggestion.objects.create(
        workspace_id=thread.workspace_id, thread=thread, comment=comment, anchor=anchor, text=text
    )


def _open_suggestion(thread: Thread) -> Suggestion:
    Thread.objects.select_for_update().get(pk=thread.pk)
    suggestion = (
        Suggestion.objects.select_related("comment__author").filter(thread=thread, state=Suggestion.State.OPEN).first()
    )
    if suggestion is None:
        raise Conflict("This thread has no open suggestion.", code="no_open_suggestion")
    return suggestion


def _decide(suggestion: Suggestion, thread: Thread, actor: User, state: str) -> Suggestion:
    now = timezone.now()
    suggestion.state = state
    suggestion.decided_by = actor
    suggestion.decided_at = now
    suggestion.save()
    if state == Suggestion.State.ACCEPTED:
        Thread.objects.filter(pk=thread.pk).update(state=Thread.State.RESOLVED)
    _touch(thread, now)
    return suggestion


def _touch(thread: Thread, now: Any) -> None:
    """Count the thread's version up: what is shown of it has changed."""
    current = Thread.objects.select_for_update().get(pk=thread.pk)
    Thread.objects.replace(current, version=current.version, updated_at=now)
    thread.refresh_from_db()


def _replace_comment(comment: Comment, version: int, **fields: Any) -> Comment:
    if not Comment.objects.replace(comment, version=version, **fields):
        comment.refresh_from_db()
        raise Stale("This comment was changed in the meantime.", current=comment)
    comment.refresh_from_db()
    _touch(comment.thread, timezone.now())
    return comment


def _chosen(name: str, value: str, known: Sequence[str], *, required: bool = False) -> str:
    if value not in known and (value or required):
        raise Invalid.field(name, f"One of {', '.join(known)} is expected.", code=f"unknown_{name}")
    return value
