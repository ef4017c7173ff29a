"""Finding what an address or a body names, among what the person may see: what they may not see is not there."""

from collections.abc import Mapping
from typing import Any, TypeVar

from django.db.models import Model, Prefetch, QuerySet
from django.http import Http404

from workbench.accounts.errors import Invalid
from workbench.accounts.models import User, Workspace
from workbench.api.problems import Refusal
from workbench.corpus.models import Passage, Translation, Variant, Work
from workbench.review.models import Comment, Thread
from workbench.review.queries import whole

__all__ = ["comments", "find", "find_named", "find_work", "of_work", "passages", "threads", "translations", "variants"]

Row = TypeVar("Row", bound=Model)


def works(user: User) -> QuerySet[Work]:
    """Return the works the user may see, ready to be shown."""
    rows: QuerySet[Work] = Work.objects.visible_to(user).select_related("workspace")
    return rows


def translations(user: User) -> QuerySet[Translation]:
    """Return the translations the user may see, ready to be shown."""
    rows: QuerySet[Translation] = Translation.objects.visible_to(user).select_related("work__workspace")
    return rows


def passages(user: User) -> QuerySet[Passage]:
    """Return the passages the user may see, ready to be shown."""
    rows: QuerySet[Passage] = Passage.objects.visible_to(user).select_related("work__workspace")
    return rows


def with_variants(rows: QuerySet[Passage]) -> QuerySet[Passage]:
    """Load what each translation says for each passage, in the translations' order: one query more."""
    said = Variant.objects.select_related("work__workspace", "passage", "translation")
    return rows.prefetch_related(Prefetch("variants", said.order_by("translation__position")))


def variants(user: User) -> QuerySet[Variant]:
    """Return the variants the user may see, ready to be shown."""
    rows: QuerySet[Variant] = Variant.objects.visible_to(user).select_related(
        "work__workspace", "passage", "translation"
    )
    return rows


def threads(user: User) -> QuerySet[Thread]:
    """Return the threads the user may see, ready to be shown."""
    return whole(Thread.objects.visible_to(user))


def comments(user: User) -> QuerySet[Comment]:
    """Return the comments the user may see, ready to be shown."""
    rows: QuerySet[Comment] = Comment.objects.visible_to(user).select_related(
        "workspace", "author", "suggestion__decided_by", "suggestion__revision"
    )
    return rows


def find(rows: QuerySet[Row], key: int) -> Row:
    """Return the row with this id, or raise 404."""
    row = rows.filter(pk=key).first()
    if row is None:
        raise Http404
    return row


def find_named(rows: QuerySet[Row], key: int, field: str) -> Row:
    """Return the row that the member `field` of a body names, or raise `Invalid` for it."""
    row = rows.filter(pk=key).first()
    if row is None:
        raise Invalid.field(field, "The id of one that you may see is expected.", code="unknown_id")
    return row


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


def find_named_workspace(user: User, slug: str) -> Workspace:
    """Return the workspace that a body names, or raise `Invalid`."""
    workspace = Workspace.objects.visible_to(user).filter(slug=slug).first()
    if workspace is None:
        message = "The slug of a workspace that you are in is expected."
        raise Invalid.field("workspace", message, code="unknown_workspace")
    return workspace


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
