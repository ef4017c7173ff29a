"""What a search asks for."""

from workbench.api.protocol.fields import Digits, Text
from workbench.api.protocol.operations import PageQuery, WorkspaceQuery
from workbench.corpus import limits

__all__ = ["SearchQuery"]


class SearchQuery(WorkspaceQuery, PageQuery):
    """Words, and where to look for them: everywhere, in a workspace, a work, or a translation."""

    q = Text(limit=limits.SEARCH, least=1, help_text="Words or part of one; upper and lower case are alike.")
    work = Text(required=False, help_text="A work's slug.")
    translation = Digits(required=False, help_text="A translation's id.")
