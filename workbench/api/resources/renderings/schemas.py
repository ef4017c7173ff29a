"""Queries about renderings."""

from workbench.api.protocol.fields import Choice, Digits, Text
from workbench.api.protocol.operations import WorkspaceQuery
from workbench.corpus import limits

__all__ = ["RenderingQuery", "WordQuery"]


class RenderingQuery(WorkspaceQuery):
    """Which words, of which translation."""

    word = Text(
        limit=limits.SEARCH,
        required=False,
        default="",
        help_text="A word or phrase; a star at its end stands for any ending.",
    )
    translation = Text(required=False, help_text="A siglum or an id; the first one if not said.")
    passages = Text(required=False, help_text="A passage, a chapter or a range, as on the pages.")
    forms = Choice(
        ["written", "lemmas"],
        required=False,
        default="written",
        help_text="Whether the forms of one word count as one, where the server knows the language.",
    )
    format = Choice(["json", "csv"], required=False, default="json")


class WordQuery(WorkspaceQuery):
    """Whose words, against whom."""

    translation = Text(required=False, help_text="A siglum or an id; the first one if not said.")
    without = Text(required=False, help_text="A siglum or an id: the words that it has nowhere.")
    unit = Choice(["words", "phrases"], required=False, default="words", help_text="Phrases have two or three words.")
    which = Choice(
        ["preferred", "avoided"],
        required=False,
        default="preferred",
        help_text="What it has oftener than the others in its language, or they oftener than it.",
    )
    most = Digits(required=False, minimum=1, maximum=500, help_text="How many words; 100 if not said.")
    format = Choice(["json", "csv"], required=False, default="json")
