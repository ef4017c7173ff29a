"""The query for differences."""

from workbench.api.protocol.fields import Choice, Digits, Number, Text
from workbench.api.protocol.operations import PageQuery, WorkspaceQuery
from workbench.text.difference.counting import KINDS

__all__ = ["DifferenceQuery"]


class Written(Number):
    """A number in a query."""

    def to_internal_value(self, data: object) -> float:
        """Return the number that was written."""
        try:
            return super().to_internal_value(float(str(data)))
        except ValueError:
            self.fail("type", minimum=self.minimum, maximum=self.maximum)


class DifferenceQuery(WorkspaceQuery, PageQuery):
    """Which differences, between whom, in which passages."""

    type = Choice(
        list(KINDS), required=False, help_text="A type of difference, or what it matters for; any if not said."
    )
    left = Text(required=False, help_text="A translation, by siglum or id; alone: against all others.")
    right = Text(required=False, help_text="Another translation, by siglum or id.")
    only = Text(required=False, help_text="A translation that parts from all others so, which do not from each other.")
    shared = Digits(
        required=False,
        minimum=1,
        maximum=9_999,
        help_text="Where so many do not part so from each other (`left` among them), and from all others do.",
    )
    passages = Text(required=False, help_text="A reference, a range or a chapter, as `7`, `2–5`, `Gen 1`.")
    order = Choice(["position", "weight"], required=False, default="position", help_text="Which passages come first.")
    threads = Choice(["with", "without"], required=False, help_text="Passages with open discussions, or without.")
    least = Written(minimum=0, maximum=2, required=False, default=0.0, help_text="The least weight, 0 to 2.")
    format = Choice(["json", "csv"], required=False, default="json")
