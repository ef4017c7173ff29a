"""Finding what an address or a body names, among what the person may see: what they may not see is not there."""

from typing import TypeVar

from django.db.models import Model, QuerySet
from django.http import Http404

from workbench.accounts.errors import Invalid
from workbench.accounts.models import User, Workspace

__all__ = ["find", "find_named", "find_named_workspace"]

Row = TypeVar("Row", bound=Model)


def find(rows: QuerySet[Row], pk: int) -> Row:
    """Return the row with this id, or raise 404."""
    row = rows.filter(pk=pk).first()
    if row is None:
        raise Http404
    return row


def find_named(rows: QuerySet[Row], pk: int, field: str) -> Row:
    """Return the row that the member `field` of a body names, or raise `Invalid` for it."""
    row = rows.filter(pk=pk).first()
    if row is None:
        raise Invalid.field(field, "The id of one that you may see is expected.", code="unknown_id")
    return row


def find_named_workspace(user: User, slug: str) -> Workspace:
    """Return the workspace that a body names, or raise `Invalid`."""
    workspace = Workspace.objects.visible_to(user).filter(slug=slug).first()
    if workspace is None:
        message = "The slug of a workspace that you are in is expected."
        raise Invalid.field("workspace", message, code="unknown_workspace")
    return workspace
