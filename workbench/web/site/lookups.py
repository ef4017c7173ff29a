"""From what stands in an address to the thing, if the person may see it; otherwise the one 404 for all."""

from typing import TypeVar

from django.http import Http404

from workbench.accounts.models import Role, User, Workspace
from workbench.accounts.permissions import require_role
from workbench.corpus.models import Passage, Translation, Variant, Work
from workbench.review.models import Anchor, Comment, Thread
from workbench.review.queries import whole

__all__ = [
    "find_anchor",
    "find_cell",
    "find_comment",
    "find_passage",
    "find_thread",
    "find_translation",
    "find_variant",
    "find_work",
    "find_workspace",
    "find_workspace_as",
]

Row = TypeVar("Row")


def find_workspace(user: User, slug: str) -> Workspace:
    """Return the workspace `slug` that the person is in."""
    return _only(Workspace.objects.visible_to(user).filter(slug=slug).first())


def find_workspace_as(role: Role, user: User, slug: str) -> Workspace:
    """Return the workspace `slug` if the person has at least this role there; `NotAllowed` to other members."""
    workspace = find_workspace(user, slug)
    require_role(user, workspace, role)
    return workspace


def find_work(user: User, workspace: str, slug: str) -> Work:
    """Return the work `slug` of the workspace `workspace`, with its workspace loaded."""
    work = Work.objects.visible_to(user).select_related("workspace").filter(workspace__slug=workspace, slug=slug)
    return _only(work.first())


def find_passage(work: Work, pk: int) -> Passage:
    """Return the passage with this id in a work that was found for the user."""
    return _only(work.passages.filter(pk=pk).first())


def find_translation(work: Work, pk: int) -> Translation:
    """Return the translation with this id in a work that was found for the user."""
    return _only(work.translations.filter(pk=pk).first())


def find_variant(passage: Passage, pk: int) -> Variant:
    """Return the variant with this id, with its translation, of a passage that was found for the user."""
    return _only(passage.variants.select_related("translation").filter(pk=pk).first())


def find_cell(user: User, workspace: str, slug: str, passage: int, variant: int) -> tuple[Work, Passage, Variant]:
    """Return a variant with its passage and work, each found in the one before."""
    work = find_work(user, workspace, slug)
    row = find_passage(work, passage)
    return work, row, find_variant(row, variant)


def find_thread(user: User, pk: int) -> Thread:
    """Return a thread by id with all that is shown of it."""
    return _only(whole(Thread.objects.visible_to(user).filter(pk=pk)).first())


def find_comment(user: User, pk: int) -> Comment:
    """Return a comment by id, with its thread."""
    return _only(Comment.objects.visible_to(user).select_related("thread").filter(pk=pk).first())


def find_anchor(user: User, pk: int) -> Anchor:
    """Return an anchor by id, with its thread, passage and variant."""
    rows = Anchor.objects.visible_to(user).select_related("thread__passage", "variant__translation")
    return _only(rows.filter(pk=pk).first())


def _only(row: Row | None) -> Row:
    if row is None:
        raise Http404
    return row
