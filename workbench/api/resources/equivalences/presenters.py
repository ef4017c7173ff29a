"""Equivalent words, as they are sent."""

from typing import TypedDict

from workbench.api.resources.people.presenters import Moment, PersonShown, moment, optional_moment, show_person
from workbench.corpus.models import Equivalence
from workbench.corpus.previewing import RulePreview

__all__ = ["EquivalencePreviewShown", "EquivalenceShown", "show_equivalence", "show_preview"]


class EquivalenceShown(TypedDict):
    """`left` = `right`, words or letters (`of`): in a passage, in a work (`passage` null), or in the workspace (`work`
    null). `translations` are sigla: only where all texts compared are of these; null for between all.

    It counts until it is undone, and stays on record.
    """

    id: int
    workspace: str
    work: str | None
    passage: int | None
    of: str
    left: str
    right: str
    translations: list[str] | None
    created_by: PersonShown
    created_at: Moment
    undone_by: PersonShown | None
    undone_at: Moment | None


class EquivalencePreviewShown(TypedDict):
    """`differences` that the rule would make equal, those that it would make smaller, in how many passages.

    Counted between each two translations into one language. `is_complete` false: not all passages were read.
    """

    left: str
    right: str
    differences: int
    smaller: int
    passages: int
    is_complete: bool


def show_equivalence(rule: Equivalence) -> EquivalenceShown:
    """Show a rule; its workspace, work and people should be loaded."""
    return {
        "id": rule.pk,
        "workspace": rule.workspace.slug,
        "work": rule.work.slug if rule.work else None,
        "passage": rule.passage_id,
        "of": rule.of,
        "left": rule.left,
        "right": rule.right,
        "translations": [one.siglum for one in rule.translations.all()] if rule.is_limited else None,
        "created_by": show_person(rule.created_by),
        "created_at": moment(rule.created_at),
        "undone_by": show_person(rule.undone_by) if rule.undone_by else None,
        "undone_at": optional_moment(rule.undone_at),
    }


def show_preview(left: str, right: str, preview: RulePreview) -> EquivalencePreviewShown:
    """Show what a rule would do."""
    return {
        "left": left,
        "right": right,
        "differences": preview.gone,
        "smaller": preview.narrowed,
        "passages": preview.passages,
        "is_complete": preview.is_whole,
    }
