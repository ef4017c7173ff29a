"""Finding the work that an address, a query or a body names."""

from collections.abc import Mapping
from typing import Any, TypeVar

from django.db.models import Exists, Model, OuterRef, QuerySet, Subquery
from django.http import Http404

from workbench.accounts.errors import Invalid
from workbench.accounts.models import Membership, Role, User
from workbench.corpus.models import Work

__all__ = ["find_named_work", "find_work", "of_work", "works"]

Row = TypeVar("Row", bound=Model)


def works(user: User) -> QuerySet[Work]:
    """Return the works the user may see, ready to be shown."""
    rows: QuerySet[Work] = Work.objects.visible_to(user).select_related("workspace")
    return rows


def find_work(user: User, slug: str, workspace: str | None) -> Work:
    """Return the visible work of this slug; 404 if there is none. Of several, the first in the order of `_by_slug`."""
    found = _by_slug(works(user), user, slug, workspace).first()
    if found is None:
        raise Http404
    return found


def find_named_work(user: User, given: Mapping[str, Any]) -> Work:
    """Return the work that a body names by `work` and perhaps `workspace`, or raise `Invalid`."""
    try:
        return find_work(user, given["work"], given.get("workspace"))
    except Http404 as error:
        message = "The slug of a work that you may see is expected."
        raise Invalid.field("work", message, code="unknown_work") from error


def of_work(rows: QuerySet[Row], user: User, asked: Mapping[str, Any], path: str = "work") -> QuerySet[Row]:
    """Keep the rows of the work and workspace asked for; all, if none is."""
    if workspace := asked.get("workspace"):
        rows = rows.filter(workspace__slug=workspace)
    if slug := asked.get("work"):
        found = _by_slug(Work.objects.visible_to(user), user, slug, asked.get("workspace"))
        rows = rows.filter(**{f"{path}__in": list(found.values_list("pk", flat=True)[:1])})
    return rows


def _by_slug(rows: QuerySet[Work], user: User, slug: str, workspace: str | None) -> QuerySet[Work]:
    """Keep the works of a slug: first those in workspaces the user owns, then those of others, by when they came in.

    So no work in a workspace that one was invited to later changes what a script reads.
    """
    if workspace:
        return rows.filter(slug=slug, workspace__slug=workspace)
    own = Membership.objects.filter(workspace=OuterRef("workspace"), user=user)
    is_own = Exists(own.filter(role=Role.OWNER))
    return rows.filter(slug=slug).order_by(is_own.desc(), Subquery(own.values("pk")[:1]), "pk")
