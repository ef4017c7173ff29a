"""Everything that can happen, as a closed list: what came about (`thread.resolved`), named by what it came about to."""

from django.db import models

__all__ = ["Kind"]


class Kind(models.TextChoices):
    """A kind of event: the thing before the dot (its primary key is the event's `subject`), what happened after it."""

    WORKSPACE_CREATED = "workspace.created", "made the workspace"
    MEMBER_ADDED = "member.added", "added a member"
    MEMBER_CHANGED = "member.changed", "changed a member’s role"
    MEMBER_REMOVED = "member.removed", "removed a member"
    PERSON_RENAMED = "person.renamed", "changed their name"
    TOKEN_MADE = "token.made", "made a token"
    TOKEN_REVOKED = "token.revoked", "revoked a token"

    WORK_CREATED = "work.created", "made the work"
    WORK_EDITED = "work.edited", "changed what is said of the work"
    WORK_DELETED = "work.deleted", "deleted the work"
    WORK_IMPORTED = "work.imported", "imported texts"
    TRANSLATION_ADDED = "translation.added", "added a translation"
    TRANSLATION_EDITED = "translation.edited", "changed what is said of a translation"
    TRANSLATION_DELETED = "translation.deleted", "deleted a translation"
    PASSAGE_ADDED = "passage.added", "added a passage"
    PASSAGE_EDITED = "passage.edited", "changed a passage’s reference or heading"
    PASSAGE_DELETED = "passage.deleted", "deleted a passage"
    VARIANT_ENTERED = "variant.entered", "entered a text"
    VARIANT_REVISED = "variant.revised", "revised a text"
    VARIANT_CONFIRMED = "variant.confirmed", "confirmed a text’s place"
    EQUIVALENCE_ADDED = "equivalence.added", "let words count as the same"
    EQUIVALENCE_UNDONE = "equivalence.undone", "let words count as the same no longer"

    THREAD_OPENED = "thread.opened", "opened the discussion"
    THREAD_CLASSIFIED = "thread.classified", "classified the discussion"
    THREAD_ASSIGNED = "thread.assigned", "assigned the discussion"
    THREAD_RESOLVED = "thread.resolved", "resolved the discussion"
    THREAD_REOPENED = "thread.reopened", "reopened the discussion"
    THREAD_MOVED = "thread.moved", "moved the discussion with its words"
    COMMENT_ADDED = "comment.added", "commented"
    COMMENT_EDITED = "comment.edited", "edited a comment"
    COMMENT_DELETED = "comment.deleted", "deleted a comment"
    SUGGESTION_MADE = "suggestion.made", "suggested other words"
    SUGGESTION_SUPERSEDED = "suggestion.superseded", "put another suggestion in its place"
    SUGGESTION_ACCEPTED = "suggestion.accepted", "accepted the suggestion"
    SUGGESTION_REJECTED = "suggestion.rejected", "declined the suggestion"
    SUGGESTION_UNDONE = "suggestion.undone", "took the suggestion back"
    ANCHOR_ORPHANED = "anchor.orphaned", "changed the words it spoke of"
    ANCHOR_REATTACHED = "anchor.reattached", "attached it to its words again"
    ANCHOR_MOVED = "anchor.moved", "moved it with its words"
