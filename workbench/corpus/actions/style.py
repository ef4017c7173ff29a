"""The style guide: rules added, changed and taken out."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext

from workbench.accounts.checks import checked_line
from workbench.accounts.models import Role, User, Workspace
from workbench.corpus import limits
from workbench.corpus.actions.writing import checked_fields, created, replaced, stale
from workbench.corpus.errors import Conflict, Invalid
from workbench.corpus.models import StyleRule, Work
from workbench.corpus.permissions import require_role
from workbench.corpus.recording import record_about, values_of
from workbench.corpus.style import is_mark
from workbench.journal.kinds import Kind

__all__ = ["add_style_rule", "delete_style_rule", "edit_style_rule"]

_FIELDS = ("mark", "title", "text", "wanted", "unwanted")
_LINES = {"title": limits.TITLE, "wanted": limits.REASON, "unwanted": limits.REASON}
_TOLD = ("mark", "title", "text")


@transaction.atomic
def add_style_rule(*, actor: User, workspace: Workspace, work: Work | None = None, **given: Any) -> StyleRule:
    """Add a rule to a work's style guide, or (no work) to the workspace's.

    `given` are `mark` and `title`, and maybe `text`, `wanted` and `unwanted`.
    """
    require_role(actor, workspace, Role.EDITOR)
    fields = _checked(given)
    standing = _marks(workspace.pk, work)
    if len(standing) >= limits.STYLE_RULES:
        message = gettext("At most %(rules)s rules may stand in a style guide.") % {"rules": limits.STYLE_RULES}
        raise Invalid.field("mark", message, code="too_many_rules")
    _refuse_taken(fields["mark"], standing.values())
    now = timezone.now()
    made = created(
        StyleRule(workspace=workspace, work=work, created_by=actor, created_at=now, updated_at=now, **fields), "mark"
    )
    record_about(actor, Kind.STYLE_RULE_ADDED, made, after=values_of(made, _TOLD))
    return made


@transaction.atomic
def edit_style_rule(*, actor: User, rule: StyleRule, version: int, changes: Mapping[str, Any]) -> StyleRule:
    """Change a rule's mark, title, text or examples. Remarks that cite another mark cite it no longer."""
    require_role(actor, rule.workspace_id, Role.EDITOR)
    fields = _checked({**{name: getattr(rule, name) for name in _FIELDS}, **changes})
    others = _marks(rule.workspace_id, rule.work)
    _refuse_taken(fields["mark"], [mark for pk, mark in others.items() if pk != rule.pk])
    before = values_of(rule, _TOLD)
    changed = replaced(rule, version, {**fields, "updated_at": timezone.now()}, "mark")
    record_about(actor, Kind.STYLE_RULE_EDITED, changed, before=before, after=values_of(changed, _TOLD))
    return changed


@transaction.atomic
def delete_style_rule(*, actor: User, rule: StyleRule, version: int) -> None:
    """Take a rule out of its style guide. Remarks that cite it stay: they keep its mark as words."""
    require_role(actor, rule.workspace_id, Role.EDITOR)
    if not StyleRule.objects.replace(rule, version=version):
        raise stale(rule)
    record_about(actor, Kind.STYLE_RULE_DELETED, rule, before=values_of(rule, _TOLD))
    rule.delete()


def _checked(given: Mapping[str, Any]) -> dict[str, str]:
    rest = {name: value for name, value in given.items() if name != "mark"}
    mark = checked_line("mark", given.get("mark", ""), maximum=limits.MARK).removeprefix("§").strip()
    if not is_mark(mark):
        message = gettext("A short mark of letters and digits is expected, such as 3.2 or names.")
        raise Invalid.field("mark", message, code="no_mark")
    return {"mark": mark, **checked_fields({"title": "", **rest}, _LINES, texts=["text"], required=["title"])}


def _marks(workspace: int, work: Work | None) -> dict[int, str]:
    rows = StyleRule.objects.filter(workspace=workspace, work=work)
    return dict(rows.values_list("pk", "mark"))


def _refuse_taken(mark: str, others: Any) -> None:
    if mark.casefold() in {other.casefold() for other in others}:
        raise Conflict(
            gettext("A rule with this mark is there already."),
            code="taken",
            fields={"mark": gettext("Another one is expected.")},
        )
