"""How many words a text has."""

from workbench.text.words.tokens import kind_of, scan

__all__ = ["count_words"]


def count_words(text: str) -> int:
    """Return how many words and numbers a text has; in scripts without spaces, as many as its tokens are."""
    return sum(kind_of(piece) in {"word", "number"} for piece in scan(text))
