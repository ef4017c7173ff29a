"""Bodies and queries about works, translations and passages."""

from workbench.api.fields import Choice, Shape, Text, Whole
from workbench.api.operations import PageQuery, WorkspaceQuery
from workbench.corpus import limits
from workbench.corpus.models import Translation

__all__ = [
    "NewPassage",
    "NewTranslation",
    "NewWork",
    "PassageChanges",
    "PassageListQuery",
    "PassageQuery",
    "TranslationChanges",
    "WorkChanges",
    "WorkListQuery",
    "WorkRowsQuery",
]


class WorkListQuery(WorkspaceQuery, PageQuery):
    """Works: all you may see, or those of a workspace."""


class WorkRowsQuery(WorkspaceQuery, PageQuery):
    """Rows of a work, or of all works you may see."""

    work = Text(required=False, help_text="A work's slug.")


class IncludeQuery(Shape):
    """What to embed."""

    include = Choice(["variants"], required=False, help_text="Embed the variants of each passage.")


class PassageQuery(IncludeQuery):
    """One passage."""


class PassageListQuery(IncludeQuery, WorkRowsQuery):
    """Passages of a work in their order."""

    reference = Text(required=False, help_text="The passage with exactly this reference.")


class WorkChanges(Shape):
    """What may be changed of a work; what is left out stays."""

    least_members = 1
    title = Text(limit=limits.TITLE, least=1, required=False)
    slug = Text(limit=limits.SLUG, required=False, help_text="Lower-case letters, digits and hyphens.")
    author = Text(limit=limits.LINE, required=False)
    language = Text(limit=35, required=False, help_text="BCP 47 tag of the original's language.")
    description = Text(limit=limits.NOTE, required=False)


class NewWork(WorkChanges):
    """A work to be made. Without `slug` one is made from the title."""

    workspace = Text(help_text="The slug of the workspace it shall lie in.")
    title = Text(limit=limits.TITLE, least=1)


class TranslationChanges(Shape):
    """What may be changed of a translation; what is left out stays."""

    least_members = 1
    siglum = Text(limit=limits.SIGLUM, least=1, required=False)
    language = Text(limit=35, required=False, help_text="BCP 47 tag.")
    role = Choice(Translation.Role.values, required=False)
    translator = Text(limit=limits.LINE, required=False)
    year = Text(limit=40, required=False)
    citation = Text(limit=limits.NOTE, required=False)
    rights = Text(limit=limits.NOTE, required=False)
    notes = Text(limit=limits.NOTE, required=False)


class NewTranslation(TranslationChanges):
    """A translation to be added to a work, at the end."""

    work = Text(help_text="The work's slug.")
    workspace = Text(required=False, help_text="The workspace's slug, where two works you see share a slug.")
    siglum = Text(limit=limits.SIGLUM, least=1)


class PassageChanges(Shape):
    """What may be changed of a passage; what is left out stays."""

    least_members = 1
    reference = Text(limit=limits.REFERENCE, least=1, required=False)
    heading = Text(limit=limits.LINE, required=False)


class NewPassage(PassageChanges):
    """A passage to be added to a work, at `position` (from 1) or at the end."""

    work = Text(help_text="The work's slug.")
    workspace = Text(required=False, help_text="The workspace's slug, where two works you see share a slug.")
    reference = Text(limit=limits.REFERENCE, least=1)
    position = Whole(minimum=1, maximum=2**31 - 1, required=False)
