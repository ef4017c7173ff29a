"""What a search asks for."""

from workbench.api.protocol.fields import Choice, Choices, Text
from workbench.api.protocol.operations import PageQuery, WorkspaceQuery
from workbench.corpus import limits

__all__ = ["FOLDINGS", "SearchQuery"]

FOLDINGS = ("case", "diacritics", "form", "none", "punctuation", "rules")


class SearchQuery(WorkspaceQuery, PageQuery):
    """Words, and where to look for them: everywhere, in a workspace, a work, a translation, a language."""

    q = Text(
        limit=limits.SEARCH,
        least=1,
        help_text='Words, "phrases", beginnings*, -words that are not there, "words"~5 near each other.',
    )
    work = Text(required=False, help_text="A work's slug.")
    translation = Text(required=False, help_text="A siglum, or a translation's id.")
    language = Text(required=False, help_text="A language tag; its primary subtag counts.")
    fold = Choices(
        FOLDINGS,
        required=False,
        help_text="What is alike: all of it if not said, `none` for nothing. `rules` are those of the work named.",
    )
    forms = Choice(
        ["written", "lemmas"],
        required=False,
        help_text="With `lemmas`, other forms of a word in the work named count as it, where its language is known.",
    )
    vars()["in"] = Choice(["texts", "comments"], required=False, help_text="Texts if not said.")  # a word of Python's
