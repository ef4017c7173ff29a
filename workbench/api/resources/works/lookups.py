"""Finding the work that an address, a query or a body names."""

from collections.abc import Mapping
from typing import Any, TypeVar

from django.db.models import Model, QuerySet
from django.http import Http404

from workbench.accounts.errors import Invalid
from workbench.accounts.models import User
from workbench.api.protocol.problems import Refusal
from workbench.corpus.models import Work

__all__ = ["find_named_work", "find_work", "of_work", "works"]

Row = TypeVar("Row", bound=Model)


def works(user: User) -> QuerySet[Work]:
    """Return the works the user may see, ready to be shown."""
    rows: QuerySet[Work] = Work.objects.visible_to(user).select_related("workspace")
    return rows


def find_work(user: User, slug: str, workspace: str | None) -> Work:
    """Return the visible work of this slug; 404 if there is none, 409 if there are two and no workspace is named."""
    found = list(_by_slug(works(user), slug, workspace)[:2])
    if not found:
        raise Http404
    if len(found) > 1:
        raise _ambiguous()
    return found[0]


def find_named_work(user: User, given: Mapping[str, Any]) -> Work:
    """Return the work that a body names by `work` and perhaps `workspace`, or raise `Invalid`."""
    try:
        return find_work(user, given["work"], given.get("workspace"))
    except Http404 as error:
        message = "The slug of a work that you may see is expected."
        raise Invalid.field("work", message, code="unknown_work") from error


def of_work(rows: QuerySet[Row], user: User, asked: Mapping[str, Any], path: str = "work") -> QuerySet[Row]:
    """Keep the rows of the work and workspace asked for; all, if none is; 409 if two works have the slug asked for."""
    if workspace := asked.get("workspace"):
        rows = rows.filter(workspace__slug=workspace)
    if slug := asked.get("work"):
        found = list(
            _by_slug(Work.objects.visible_to(user), slug, asked.get("workspace")).values_list("pk", flat=True)[:2]
        )
        if len(found) > 1:
            raise _ambiguous()
        rows = rows.filter(**{f"{path}__in": found})
    return rows


def _by_slug(rows: QuerySet[Work], slug: str, workspace: str | None) -> QuerySet[Work]:
    rows = rows.filter(slug=slug).order_by("pk")
    return rows.filter(workspace__slug=workspace) if workspace else rows


def _ambiguous() -> Refusal:
    return Refusal(409, "ambiguous_work", "Two works that you see have this slug: say which with ?workspace=.")
