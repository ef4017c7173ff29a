"""Bodies and queries about words that answer each other."""

from workbench.api.protocol.fields import Choice, Digits, Schema, Text, Whole
from workbench.api.protocol.operations import PageQuery, WorkspaceQuery
from workbench.corpus import limits

__all__ = ["LinksQuery", "NewLink", "SaidLinksQuery"]


class LinksQuery(Schema):
    """Between which two variants."""

    left = Text(help_text="A siglum, or a variant's id.")
    right = Text(help_text="A siglum, or a variant's id.")


class SaidLinksQuery(WorkspaceQuery, PageQuery):
    """What was said in a work or a passage; or all that you may see."""

    work = Text(required=False, help_text="A work's slug.")
    passage = Digits(required=False, help_text="A passage's id.")
    state = Choice(
        ["standing", "lapsed", "all"],
        required=False,
        default="standing",
        help_text="Whether its words are as they were.",
    )


class NewLink(Schema):
    """Words of two variants (ids) of one passage, in code points of their texts, and whether they answer each other."""

    left = Whole(help_text="A variant's id.")
    left_start = Whole()
    left_end = Whole()
    right = Whole(help_text="Another variant's id.")
    right_start = Whole()
    right_end = Whole()
    verdict = Choice(["confirmed", "parted"], help_text="They answer each other, or they do not.")
    reason = Text(required=False, limit=limits.REASON)
