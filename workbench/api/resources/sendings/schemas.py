"""Queries about what readers say."""

from workbench.api.protocol.fields import Choice
from workbench.api.protocol.operations import PageQuery, WorkspaceQuery
from workbench.publishing.models import Sending

__all__ = ["SendingsQuery"]


class SendingsQuery(WorkspaceQuery, PageQuery):
    """What readers said of a work."""

    state = Choice(Sending.State.values, required=False, default="waiting")
