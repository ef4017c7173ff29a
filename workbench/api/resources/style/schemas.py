"""Bodies of rules of style."""

from workbench.api.protocol.fields import Choice, Schema, Text
from workbench.api.protocol.operations import PageQuery, WorkspaceQuery
from workbench.corpus import limits

__all__ = ["NewStyleRule", "StyleQuery", "StyleRuleChanges"]

_SCOPE = "`workspace`: the style guide of all its works; `work` if not said."


class StyleQuery(WorkspaceQuery, PageQuery):
    """How the style guide is sent."""


class StyleRuleChanges(Schema):
    """What changes of a rule."""

    least_members = 1
    mark = Text(limit=limits.MARK, least=1, required=False, example="3.2", help_text="Remarks cite it: `§3.2`.")
    title = Text(limit=limits.TITLE, least=1, required=False)
    text = Text(limit=limits.NOTE, required=False, help_text="CommonMark.")
    wanted = Text(limit=limits.REASON, required=False, help_text="An example of what keeps the rule.")
    unwanted = Text(limit=limits.REASON, required=False, help_text="An example of what does not.")


class NewStyleRule(StyleRuleChanges):
    """A rule, and whose style guide it goes into."""

    mark = Text(limit=limits.MARK, least=1, example="3.2", help_text="Remarks cite it: `§3.2`.")
    title = Text(limit=limits.TITLE, least=1)
    scope = Choice(["work", "workspace"], required=False, default="work", help_text=_SCOPE)
