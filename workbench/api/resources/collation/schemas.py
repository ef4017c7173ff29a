"""The query of a collation."""

from workbench.api.protocol.fields import Choice, Choices, Listed, Schema, Text
from workbench.text import IGNORABLE

__all__ = ["CollationQuery"]


class CollationQuery(Schema):
    """Which variants to collate, whose text is the base, and what makes no difference."""

    base = Text(required=False, help_text="A siglum: whose reading comes first, and what the apparatus refers to.")
    translations = Listed(required=False, help_text="Sigla separated by commas, if not all.")
    ignore = Choices(sorted(IGNORABLE), required=False, default=frozenset(), help_text="What makes no difference.")
    across_languages = Choice(
        ["true", "false"], required=False, help_text="Collate variants in other languages than the base's, too."
    )
    joined = Choice(["true", "false"], required=False, help_text="Join neighbouring places into longer readings.")
    regions = Choice(["true", "false"], required=False, help_text="Join neighbouring places where any two part.")
