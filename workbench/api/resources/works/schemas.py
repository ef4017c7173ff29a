"""Bodies and queries about works."""

from workbench.api.protocol.fields import Schema, Text
from workbench.api.protocol.operations import PageQuery, WorkspaceQuery
from workbench.corpus import limits

__all__ = ["NewWork", "WorkChanges", "WorkListQuery"]


class WorkListQuery(WorkspaceQuery, PageQuery):
    """Works: all you may see, or those of a workspace."""


class WorkChanges(Schema):
    """What may be changed of a work; what is left out stays."""

    least_members = 1
    title = Text(limit=limits.TITLE, least=1, required=False)
    slug = Text(limit=limits.SLUG, required=False, help_text="Lower-case letters, digits and hyphens.")
    author = Text(limit=limits.LINE, required=False)
    language = Text(limit=35, required=False, help_text="BCP 47 tag of the original's language.")
    description = Text(limit=limits.NOTE, required=False)
    series = Text(limit=limits.LINE, required=False, help_text="The row of works that it stands in.")
    numbering = Text(limit=limits.NUMBERING, required=False, help_text="How its references count.")


class NewWork(WorkChanges):
    """A work to be made. Without `slug` one is made from the title."""

    workspace = Text(help_text="The slug of the workspace it shall lie in.")
    title = Text(limit=limits.TITLE, least=1)
