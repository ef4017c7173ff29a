"""Bodies and queries about words that count as the same."""

from workbench.api.protocol.fields import Choice, Digits, Schema, Text, Texts, Whole
from workbench.api.protocol.operations import PageQuery, WorkspaceQuery
from workbench.corpus import limits

__all__ = ["EquivalenceListQuery", "NewEquivalence"]


class EquivalenceListQuery(WorkspaceQuery, PageQuery):
    """The rules that count in a work or a passage, wider ones included; or all that you may see."""

    work = Text(required=False, help_text="A work's slug.")
    passage = Digits(required=False, help_text="A passage's id.")


class NewEquivalence(Schema):
    """Two words, groups of words or letters, and where they are the same: `passage`, `work`, or `workspace` alone."""

    left = Text(limit=limits.EQUIVALENCE, least=1)
    right = Text(limit=limits.EQUIVALENCE, least=1)
    of = Choice(["words", "letters"], required=False, help_text="What they are; letters are the same in every word.")
    translations = Texts(
        most=100,
        limit=limits.SIGLUM,
        required=False,
        help_text="Sigla, two at least: the same only where all texts compared are of these. With `work` or `passage`.",
    )
    passage = Whole(required=False, help_text="A passage's id: only there.")
    work = Text(required=False, help_text="A work's slug: in all its passages.")
    workspace = Text(
        required=False, help_text="A workspace's slug: in all its works. With `work`: which of two of the same slug."
    )
