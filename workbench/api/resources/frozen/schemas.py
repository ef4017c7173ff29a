"""Bodies and queries about frozen states."""

from workbench.api.protocol.fields import Choice, Choices, Schema, Text, Texts, Whole
from workbench.api.protocol.operations import PageQuery, WorkspaceQuery
from workbench.corpus import limits
from workbench.interchange.registry import FORMATS
from workbench.publishing.actions import MOST_LINK_DAYS
from workbench.publishing.citing import FILES, STYLES
from workbench.publishing.models import FrozenState
from workbench.text import IGNORABLE

__all__ = ["ChangesQuery", "CitationQuery", "FrozenChanges", "FrozenListQuery", "FrozenQuery", "NewFrozen"]


class FrozenListQuery(WorkspaceQuery, PageQuery):
    """The frozen states of a work."""


class FrozenQuery(Schema):
    """How a frozen state is read."""

    format = Choice(
        ["json", *FORMATS], required=False, default="json", help_text="json says what it is; others are its content."
    )


class CitationQuery(Schema):
    """How it is cited."""

    format = Choice([*FILES, *STYLES], required=False, default="bibtex")
    passage = Text(required=False, limit=limits.REFERENCE, help_text="A reference or a range, such as Ps 23.")


class ChangesQuery(Schema):
    """What it is compared with."""

    to = Text(required=False, help_text="The address of a later frozen state; if not said, the work as it stands.")


class NewFrozen(Schema):
    """What is frozen, and how it is shown."""

    workspace = Text(required=False, help_text="The slug of the work's workspace, if the work's alone is not clear.")
    title = Text(required=False, limit=limits.TITLE, help_text="What it is called; the work's title if not said.")
    translations = Texts(
        most=100, limit=limits.SIGLUM, required=False, help_text="Sigla; all translations if not said."
    )
    base = Text(required=False, help_text="The siglum that the others are compared with; the first if not said.")
    ignore = Choices(sorted(IGNORABLE), required=False, help_text="What makes no difference.")
    remarks = Choice(FrozenState.Remarks.values, required=False, default="none")


class FrozenChanges(Schema):
    """Who may read it."""

    least_members = 1
    visibility = Choice(FrozenState.Visibility.values)
    days = Whole(
        minimum=1,
        maximum=MOST_LINK_DAYS,
        required=False,
        help_text="After how many days a link ends; never if not said.",
    )
