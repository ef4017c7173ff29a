"""Bodies and queries about differences."""

from workbench.api.protocol.fields import Choice, ChoiceList, Choices, Schema, Text
from workbench.corpus import limits
from workbench.text import IGNORABLE

__all__ = ["DiffQuery", "TwoTexts"]


class DiffQuery(Schema):
    """Which two variants to compare, and what makes no difference."""

    left = Text(help_text="A siglum, or a variant's id.")
    right = Text(help_text="A siglum, or a variant's id.")
    ignore = Choices(sorted(IGNORABLE), required=False, default=frozenset(), help_text="What makes no difference.")
    notes = Choice(["true", "false"], required=False, help_text="Compare what their notes say, too.")
    across_languages = Choice(
        ["true", "false"], required=False, help_text="Compare the words even of variants in two languages."
    )


class TwoTexts(Schema):
    """Two texts that need not be stored here, and what makes no difference."""

    left = Text(limit=limits.VARIANT)
    right = Text(limit=limits.VARIANT)
    ignore = ChoiceList(sorted(IGNORABLE), required=False, default=frozenset())
