"""The query of a work's variation."""

from workbench.api.protocol.fields import Choice, Choices, Digits, Listed
from workbench.api.protocol.operations import PageQuery, WorkspaceQuery
from workbench.text import IGNORABLE

__all__ = ["VariationQuery"]


class VariationQuery(WorkspaceQuery, PageQuery):
    """Which passages to look at in which order, in which translations, and what makes no difference."""

    first = Digits(minimum=1, maximum=2**31 - 1, required=False, default=1, help_text="A position; 1 if not said.")
    last = Digits(minimum=1, maximum=2**31 - 1, required=False, help_text="A position; the last one if not said.")
    translations = Listed(required=False, help_text="Sigla separated by commas, if not all.")
    ignore = Choices(sorted(IGNORABLE), required=False, default=frozenset(), help_text="What makes no difference.")
    sort = Choice(["work", "most", "least"], required=False, default="work", help_text="Which passages come first.")
