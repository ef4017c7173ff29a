"""Works: made, described, deleted."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.text import slugify

from workbench.accounts.models import Role, User, Workspace
from workbench.corpus import limits
from workbench.corpus.actions.writing import checked_fields, created, replaced, stale
from workbench.corpus.errors import Invalid
from workbench.corpus.models import Work
from workbench.corpus.permissions import require_role
from workbench.corpus.recording import record_about, values_of
from workbench.journal.kinds import Kind

__all__ = ["create_work", "delete_work", "edit_work"]


@transaction.atomic
def create_work(*, actor: User, workspace: Workspace, title: str, slug: str = "", **details: str) -> Work:
    """Make a work. `details` may hold author, language, description, series and numbering; without `slug` one is made
    from the title.
    """
    require_role(actor, workspace, Role.EDITOR)
    fields = _checked_work({"title": title, **details})
    fields["slug"] = _checked_slug(slug) if slug else _free_slug(workspace, fields["title"])
    work = created(Work(workspace=workspace, created_by=actor, **fields), "slug")
    record_about(actor, Kind.WORK_CREATED, work, after={"slug": work.slug})
    return work


@transaction.atomic
def edit_work(*, actor: User, work: Work, version: int, changes: Mapping[str, str]) -> Work:
    """Change title, slug, author, language, description, series or numbering."""
    require_role(actor, work.workspace_id, Role.EDITOR)
    fields: dict[str, Any] = _checked_work(changes)
    if "slug" in fields:
        fields["slug"] = _checked_slug(fields["slug"])
    before = values_of(work, fields)
    changed = replaced(work, version, {**fields, "updated_at": timezone.now()}, "slug")
    record_about(actor, Kind.WORK_EDITED, changed, before=before, after=values_of(changed, fields))
    return changed


@transaction.atomic
def delete_work(*, actor: User, work: Work, version: int) -> None:
    """Delete a work with all its texts and threads, for good. Owners only."""
    require_role(actor, work.workspace_id, Role.OWNER)
    if not Work.objects.replace(work, version=version):
        raise stale(work)
    record_about(actor, Kind.WORK_DELETED, work, before={"slug": work.slug})
    work.delete()


def _checked_work(given: Mapping[str, str]) -> dict[str, str]:
    lines = {
        "title": limits.TITLE,
        "author": limits.LINE,
        "slug": limits.SLUG,
        "series": limits.LINE,
        "numbering": limits.NUMBERING,
    }
    return checked_fields(given, lines, texts=("description",), required=("title",))


def _checked_slug(slug: str) -> str:
    if slugify(slug) != slug or not slug:
        raise Invalid.field("slug", "Lower-case letters, digits and hyphens are expected.", code="invalid_slug")
    return slug


def _free_slug(workspace: Workspace, title: str) -> str:
    stem = slugify(title)[: limits.SLUG - 6].strip("-") or "work"
    taken = set(Work.objects.filter(workspace=workspace, slug__startswith=stem).values_list("slug", flat=True))
    numbered = (f"{stem}-{number}" for number in range(2, len(taken) + 3))
    return next(slug for slug in (stem, *numbered) if slug not in taken)
