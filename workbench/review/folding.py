"""How the words of comments are searched: the same on every database, which fold letters each in its own way."""

from unicodedata import normalize

__all__ = ["fold"]


def fold(text: str) -> str:
    """Return a text without what a search passes over: case (full case folding, Unicode 16, section 3.13), composed or
    decomposed letters, and how much white space stands between words.
    """
    folded = normalize("NFC", normalize("NFD", text).casefold())
    return " ".join(folded.split())
