"""From what stands in an address to the thing, if the person may see it; otherwise the one 404 for all."""

from typing import TypeVar

from django.http import Http404

from workbench.accounts.models import User
from workbench.corpus.models import Passage, Translation, Variant, Work

__all__ = ["find_passage", "find_translation", "find_variant", "find_work"]

Row = TypeVar("Row")


def find_work(user: User, workspace: str, slug: str) -> Work:
    """Return the work `slug` of the workspace `workspace`, with its workspace loaded."""
    work = Work.objects.visible_to(user).select_related("workspace").filter(workspace__slug=workspace, slug=slug)
    return _only(work.first())


def find_passage(work: Work, key: int) -> Passage:
    """Return the passage with this id in a work that was found for the user."""
    return _only(work.passages.filter(pk=key).first())


def find_translation(work: Work, siglum: str) -> Translation:
    """Return the work's translation with this siglum."""
    return _only(work.translations.filter(siglum=siglum).first())


def find_variant(user: User, key: int) -> Variant:
    """Return a variant by id, with its translation and passage."""
    rows = Variant.objects.visible_to(user).select_related("translation", "passage__work__workspace")
    return _only(rows.filter(pk=key).first())


def _only(row: Row | None) -> Row:
    if row is None:
        raise Http404
    return row
