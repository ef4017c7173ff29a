"""The query of a collation."""

from workbench.api.protocol.fields import Choice, Choices, Digits, Listed, Objects, Schema, Text, Whole
from workbench.api.protocol.operations import PageQuery, WorkspaceQuery
from workbench.corpus import limits
from workbench.text import IGNORABLE
from workbench.text.collation import CORRECTIONS

__all__ = ["STATES", "CollationQuery", "CorrectionsQuery", "NewCorrection"]

STATES = ("standing", "lapsed", "undone", "all")


class CollationQuery(Schema):
    """Which variants to collate, whose text is the base, and what makes no difference."""

    base = Text(required=False, help_text="A siglum: whose reading comes first, and what the apparatus refers to.")
    translations = Listed(required=False, help_text="Sigla separated by commas, if not all.")
    ignore = Choices(sorted(IGNORABLE), required=False, default=frozenset(), help_text="What makes no difference.")
    across_languages = Choice(
        ["true", "false"], required=False, help_text="Collate variants in other languages than the base's, too."
    )
    joined = Choice(["true", "false"], required=False, help_text="Join neighbouring places into longer readings.")
    corrected = Choice(
        ["true", "false"], required=False, help_text="As scholars corrected it (usual), or as it was found."
    )
    regions = Choice(["true", "false"], required=False, help_text="Join neighbouring places where any two part.")


class CorrectionsQuery(WorkspaceQuery, PageQuery):
    """What was corrected in a work or at a passage; or all that you may see."""

    work = Text(required=False, help_text="A work's slug.")
    passage = Digits(required=False, help_text="A passage's id.")
    state = Choice(STATES, required=False, default="standing", help_text="Whether it counts, and if not, why.")


class NewMark(Schema):
    """Words of a variant at a revision, in code points, half-open, and on which side of what is said they stand."""

    variant = Whole(help_text="A variant's id.")
    revision = Whole(minimum=1, maximum=2**31 - 1, help_text="The variant's `version` that you have read.")
    start = Whole()
    end = Whole()
    side = Whole(maximum=1, required=False, default=0)


class NewCorrection(Schema):
    """What is said against the collation of a passage."""

    passage = Whole(help_text="A passage's id.")
    kind = Choice(
        list(CORRECTIONS),
        help_text="The words are one place; side 1 begins a place after side 0; they count as one reading; "
        "side 1 reads otherwise than side 0; the words of side 0 answer those of side 1.",
    )
    marks = Objects(child=NewMark(), most=400)
    reason = Text(required=False, limit=limits.REASON)
