"""How passages that are read as one are named, and how a list ends, in the reader's language."""

from collections.abc import Sequence

from django.utils.translation import gettext

from workbench.corpus.units import Unit

__all__ = ["join_words", "name_unit"]


def name_unit(unit: Unit) -> str:
    """Return the references of a unit's passages, as one says them: “3, 4 and 5”."""
    return join_words([passage.reference for passage in unit.passages], gettext("%(one)s and %(other)s"))


def join_words(words: Sequence[str], last: str) -> str:
    """Join words by commas, the last two by a pattern with `one` and `other`; "" for none."""
    if len(words) < 2:
        return "".join(words)
    return last % {"one": ", ".join(words[:-1]), "other": words[-1]}
