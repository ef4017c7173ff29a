"""Whether two names look the same, and whether one could be taken for another. Pure."""

import hashlib
from unicodedata import name as name_of
from unicodedata import normalize

from workbench.text.words.hidden import confusable_skeleton

__all__ = ["mixes_alphabets", "name_fingerprint", "skeleton_of"]

_FIGURES = str.maketrans("01|", "oll")  # figures that look like letters (Unicode TS 39, confusables)
_ALPHABETS = ("LATIN", "CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE")


def skeleton_of(name: str) -> str:
    """Return a name as the eye takes it: the skeleton of Unicode TS 39, without case and doubled spaces.

    Names with equal skeletons are not told apart by a reader.
    """
    folded = normalize("NFKC", confusable_skeleton(name).casefold())
    return " ".join(confusable_skeleton(folded).translate(_FIGURES).split())


def name_fingerprint(name: str) -> str:
    """Return the SHA-256 of `skeleton_of`, in hexadecimal: of one length whatever the name."""
    return hashlib.sha256(skeleton_of(name).encode("utf-8", "surrogatepass")).hexdigest()


def mixes_alphabets(name: str) -> bool:
    """Say whether a word of the name has letters of several alphabets that look alike (Unicode TS 39, section 5.1)."""
    return not name.isascii() and any(len(_alphabets_of(word)) > 1 for word in name.split())


def _alphabets_of(word: str) -> set[str]:
    begun = {name_of(letter, "").partition(" ")[0] for letter in word if letter.isalpha()}
    return begun & set(_ALPHABETS)
