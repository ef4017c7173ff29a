"""Bodies and queries of checks."""

from workbench.api.protocol.fields import Choice, Schema, Text
from workbench.api.protocol.operations import PageQuery, WorkspaceQuery
from workbench.corpus import limits
from workbench.corpus.models import Check
from workbench.text.checking import KINDS

__all__ = ["CheckQuery", "Dismissal"]


class CheckQuery(WorkspaceQuery, PageQuery):
    """Which of what was found."""

    kind = Choice(list(KINDS), required=False, help_text="What it is about; anything if not said.")
    state = Choice([*Check.State.values, "all"], required=False, default="open", help_text="`open` if not said.")
    translation = Text(required=False, help_text="A siglum.")
    order = Choice(["weight", "position"], required=False, default="weight", help_text="Which come first.")
    format = Choice(["json", "csv"], required=False, default="json")


class Dismissal(Schema):
    """Why what was found is as it should be."""

    reason = Text(limit=limits.REASON, least=1)
