"""Equivalence rules: added where a difference means nothing to the readers, and undone."""

from django.db import transaction
from django.utils import timezone

from workbench.accounts.checks import checked_line
from workbench.accounts.models import Role, User, Workspace
from workbench.corpus import limits
from workbench.corpus.errors import Conflict, Invalid
from workbench.corpus.models import Equivalence, Passage, Work
from workbench.corpus.permissions import require_role

__all__ = ["add_equivalence", "undo_equivalence"]


@transaction.atomic
def add_equivalence(
    *,
    actor: User,
    workspace: Workspace,
    left: str,
    right: str,
    work: Work | None = None,
    passage: Passage | None = None,
) -> Equivalence:
    """Let `left` and `right` (one or several words each) count as the same in a passage, a work or the workspace.

    Adding a rule that stands already returns it.
    """
    require_role(actor, workspace, Role.EDITOR)
    left, right = (_checked_words(name, words) for name, words in (("left", left), ("right", right)))
    if left == right:
        raise Invalid.field("right", "Other words than those on the left are expected.", code="no_change")
    scope = {"workspace": workspace, "work": passage.work if passage else work, "passage": passage}
    standing = Equivalence.objects.filter(left=left, right=right, undone_at=None, **scope).first()
    return standing or Equivalence.objects.create(
        left=left, right=right, created_by=actor, created_at=timezone.now(), **scope
    )


@transaction.atomic
def undo_equivalence(*, actor: User, equivalence: Equivalence) -> Equivalence:
    """Let a rule count no longer. It stays on record. Raises `Conflict` if somebody undid it already."""
    require_role(actor, equivalence.workspace_id, Role.EDITOR)
    standing = Equivalence.objects.filter(pk=equivalence.pk, undone_at=None)
    if not standing.update(undone_at=timezone.now(), undone_by=actor):
        raise Conflict("This rule was undone already.", code="undone")
    equivalence.refresh_from_db()
    return equivalence


def _checked_words(name: str, words: str) -> str:
    return " ".join(checked_line(name, words, maximum=limits.EQUIVALENCE, required=True).split())
