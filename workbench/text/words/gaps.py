"""What stands between two words: white space, characters that show nothing, and what is ignored."""

from unicodedata import normalize

from workbench.text.words.boundaries import SPACES
from workbench.text.words.keys import Ignorable

__all__ = ["is_same_gap"]


def is_same_gap(left: str, right: str, ignored: frozenset[Ignorable]) -> bool:
    """Tell whether what stands between two words is the same on both sides, under what is ignored.

    A gap that holds an ignored sign or gloss equals every other: "word, word" = "word word" = "word—word".
    """
    if left == right or "spacing" in ignored:
        return True
    if _has_ignored(left) or _has_ignored(right):
        return True
    return "form" in ignored and _fold_form(left) == _fold_form(right)


def _has_ignored(gap: str) -> bool:
    return not SPACES.issuperset(gap)


def _fold_form(gap: str) -> str:
    """Write special spaces as plain ones and leave out what shows nothing."""
    return normalize("NFKC", "".join(c for c in gap if c.isspace()))
