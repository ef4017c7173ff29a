"""How rules of style are shown."""

from typing import TypedDict

from workbench.api.protocol.current import shows_current
from workbench.api.resources.people.presenters import Moment, PersonShown, moment, show_person
from workbench.corpus.models import StyleRule
from workbench.review.rendering import render_comment

__all__ = ["StyleRuleShown", "show_style_rule"]


class StyleRuleShown(TypedDict):
    """A rule of a work, or (`work` null) of all works of its workspace. Comments cite it as `§` and its mark."""

    id: int
    workspace: str
    work: str | None
    mark: str
    title: str
    text: str
    text_html: str
    wanted: str
    unwanted: str
    version: int
    created_by: PersonShown
    created_at: Moment
    updated_at: Moment


@shows_current(StyleRule)
def show_style_rule(rule: StyleRule) -> StyleRuleShown:
    """Show a rule; its workspace, work and maker should be loaded."""
    return {
        "id": rule.pk,
        "workspace": rule.workspace.slug,
        "work": rule.work.slug if rule.work else None,
        "mark": rule.mark,
        "title": rule.title,
        "text": rule.text,
        "text_html": render_comment(rule.text),
        "wanted": rule.wanted,
        "unwanted": rule.unwanted,
        "version": rule.version,
        "created_by": show_person(rule.created_by),
        "created_at": moment(rule.created_at),
        "updated_at": moment(rule.updated_at),
    }
