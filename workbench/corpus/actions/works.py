"""Works: made, described, deleted."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext

from workbench.accounts.models import Role, User, Workspace
from workbench.corpus import limits
from workbench.corpus.actions.derivations import check_derivations, replace_derivations
from workbench.corpus.actions.groups import check_groups, replace_groups
from workbench.corpus.actions.sweeping import sweep
from workbench.corpus.actions.writing import checked_fields, created, replaced, stale
from workbench.corpus.errors import Invalid
from workbench.corpus.models import Work
from workbench.corpus.permissions import require_role
from workbench.corpus.recording import record_about, values_of
from workbench.corpus.relations import describe_derivations, describe_groups
from workbench.interchange.document import DerivationRecord, GroupRecord
from workbench.journal.kinds import Kind

__all__ = ["create_work", "delete_work", "edit_work"]

RELATIONS_SHOWN = 200  # characters of them that an event repeats


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
def edit_work(
    *,
    actor: User,
    work: Work,
    version: int,
    changes: Mapping[str, str],
    groups: Sequence[GroupRecord] | None = None,
    derivations: Sequence[DerivationRecord] | None = None,
) -> Work:
    """Change title, slug, author, language, description, series or numbering; with `groups`, which translations are
    cited together: these groups and no others; with `derivations`, which was made from which, likewise.
    """
    require_role(actor, work.workspace_id, Role.EDITOR)
    fields: dict[str, Any] = _checked_work(changes)
    if "slug" in fields:
        fields["slug"] = _checked_slug(fields["slug"])
    if groups is not None:
        check_groups(work, groups)
    if derivations is not None:
        check_derivations(work, derivations)
    given = {"groups": groups, "derivations": derivations}
    before = _said_of(work, fields, given)
    changed = replaced(work, version, {**fields, "updated_at": timezone.now()}, "slug")
    if groups is not None:
        replace_groups(changed, groups)
    if derivations is not None:
        replace_derivations(changed, derivations)
    record_about(actor, Kind.WORK_EDITED, changed, before=before, after=_said_of(changed, fields, given))
    return changed


@transaction.atomic
def delete_work(*, actor: User, work: Work, version: int) -> None:
    """Delete a work with all its texts and threads, for good. Owners only."""
    require_role(actor, work.workspace_id, Role.OWNER)
    if not Work.objects.replace(work, version=version):
        raise stale(work)
    record_about(actor, Kind.WORK_DELETED, work, before={"slug": work.slug})
    sweep(work)
    work.delete()


def _said_of(work: Work, fields: Iterable[str], given: Mapping[str, object]) -> dict[str, Any]:
    """Return what an event keeps of a work: the fields that are changed, and of its relations those that are."""
    described = {"groups": describe_groups, "derivations": describe_derivations}
    related = {name: described[name](work)[:RELATIONS_SHOWN] for name, some in given.items() if some is not None}
    return {**values_of(work, fields), **related}


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
        raise Invalid.field(
            "slug", gettext("Lower-case letters, digits and hyphens are expected."), code="invalid_slug"
        )
    return slug


def _free_slug(workspace: Workspace, title: str) -> str:
    stem = slugify(title)[: limits.SLUG - 6].strip("-") or "work"
    taken = set(Work.objects.filter(workspace=workspace, slug__startswith=stem).values_list("slug", flat=True))
    numbered = (f"{stem}-{number}" for number in range(2, len(taken) + 3))
    return next(slug for slug in (stem, *numbered) if slug not in taken)
