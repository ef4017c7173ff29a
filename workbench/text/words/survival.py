"""How many words of a text are still in a later one, wherever they stand now."""

from collections import Counter

from workbench.text.words.keys import read_keys

__all__ = ["share_kept"]


def share_kept(before: str, after: str) -> float:
    """Return the share of the earlier text's words that the later one has too, 0 to 1; 1 where there were none.

    Each word of the later text answers for one of the earlier. Case, punctuation and spacing make no difference.
    """
    were, are = (Counter(read_keys(text, {"case", "punctuation", "spacing"}).values) for text in (before, after))
    return (were & are).total() / were.total() if were else 1.0
