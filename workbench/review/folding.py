"""How words are searched: the same on every database, which fold letters each in its own way."""

from collections.abc import Iterable
from unicodedata import normalize

__all__ = ["fold", "joined_labels"]


def fold(text: str) -> str:
    """Return a text without what a search passes over: case (full case folding, Unicode 16, section 3.13), composed or
    decomposed letters, and how much white space stands between words.
    """
    folded = normalize("NFC", normalize("NFD", text).casefold())
    return " ".join(folded.split())


def joined_labels(labels: Iterable[str]) -> str:
    """Return labels as a thread keeps them: folded, each once, in order, a line end before and after each."""
    names = sorted({name for label in labels if (name := fold(label))})
    joined = "\n".join(names)
    return f"\n{joined}\n" if names else ""
