"""Bodies and queries about works."""

from workbench.api.protocol.fields import Choice, Objects, Schema, Text, Texts
from workbench.api.protocol.operations import PageQuery, WorkspaceQuery
from workbench.corpus import limits
from workbench.interchange.limits import MAX_TRANSLATIONS
from workbench.interchange.vocabulary import DERIVATIONS

__all__ = ["NewWork", "WorkChanges", "WorkListQuery"]


class WorkListQuery(WorkspaceQuery, PageQuery):
    """Works: all you may see, or those of a workspace."""


class _WorkFields(Schema):
    """What may be said of a work."""

    least_members = 1
    title = Text(limit=limits.TITLE, least=1, required=False)
    slug = Text(limit=limits.SLUG, required=False, help_text="Lower-case letters, digits and hyphens.")
    author = Text(limit=limits.LINE, required=False)
    language = Text(limit=35, required=False, help_text="BCP 47 tag of the original's language.")
    description = Text(limit=limits.NOTE, required=False)
    series = Text(limit=limits.LINE, required=False, help_text="The row of works that it stands in.")
    numbering = Text(limit=limits.NUMBERING, required=False, help_text="How its references count.")


class GivenGroup(Schema):
    """Translations that are cited together, by their sigla, under a siglum that no translation has."""

    siglum = Text(limit=limits.SIGLUM, least=1)
    name = Text(limit=limits.LINE, required=False, default="")
    members = Texts(most=MAX_TRANSLATIONS, limit=limits.SIGLUM)


class GivenDerivation(Schema):
    """One translation was made from another, both by their sigla."""

    translation = Text(limit=limits.SIGLUM, least=1)
    source = Text(limit=limits.SIGLUM, least=1)  # type: ignore[assignment]
    kind = Choice(DERIVATIONS, required=False, default="revision")


class WorkChanges(_WorkFields):
    """What may be changed of a work; what is left out stays. `groups` and `derivations` are all that there shall be."""

    groups = Objects(child=GivenGroup(), most=MAX_TRANSLATIONS, required=False)
    derivations = Objects(child=GivenDerivation(), most=MAX_TRANSLATIONS, required=False)


class NewWork(_WorkFields):
    """A work to be made. Without `slug` one is made from the title."""

    workspace = Text(help_text="The slug of the workspace it shall lie in.")
    title = Text(limit=limits.TITLE, least=1)
