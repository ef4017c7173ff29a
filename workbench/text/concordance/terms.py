"""What an index holds of a text: its words, folded by all that may be folded, in order, each with its place.

A word that is written with signs inside ("l'homme", "well-known", "U.S.A.") stands as its parts, one after the other,
and the first of them also has the whole without signs ("lhomme"): so a search finds it by either. Scripts without
spaces stand character by character (with its marks), whatever dictionary cuts them elsewhere; a number keeps its value
("2.5" is not "25"), of several words it stays several. Signs alone have no term.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

import regex

from workbench.text.words.boundaries import FAST_TEXT, FAST_WORD, WORD
from workbench.text.words.cache import Cache
from workbench.text.words.folding import Ignorable, folder
from workbench.text.words.numbers.joining import fold_number
from workbench.text.words.tokens import kind_of

__all__ = ["FOLDS", "Part", "Terms", "parts_of", "read_terms", "read_words", "split_words"]

FOLDS: frozenset[Ignorable] = frozenset({"case", "diacritics", "form", "punctuation"})
"""What a search may fold; an index folds all of it."""

_FOLD = folder(FOLDS)
_INITIALS = re.compile(r"[^\W\d_]\.[^\W\d_]\.")
_PART = regex.compile(r"[\p{L}\p{N}\p{M}\p{Cf}_]+", regex.V1)


class Terms(NamedTuple):
    """The terms of a text as columns of equal length, in order: `keys[i]` stands at `starts[i]:ends[i]`, code points.

    `wholes[i]` is the key of the whole word that begins with term i and has `lengths[i]` terms, "" for any other term.
    """

    keys: list[str]
    wholes: list[str]
    lengths: list[int]
    starts: list[int]
    ends: list[int]


class Part(NamedTuple):
    """A term of a word, at `start:end` in it; `whole` and `length` as in `Terms`."""

    term: str
    whole: str
    length: int
    start: int
    end: int


def split_words(text: str) -> list[str]:
    """Split a text into a gap, a word or sign, a gap, ..., a gap; joining them gives the text."""
    return FAST_WORD.split(text) if FAST_TEXT(text) else WORD.split(text)


def read_terms(text: str) -> Terms:
    """Return the terms of a text."""
    pieces = _split(text)
    begins = list(accumulate(map(len, pieces), initial=0))[1::2]
    placed = [
        (part, begin) for parts, begin in zip(map(parts_of, pieces[1::2]), begins, strict=False) for part in parts
    ]
    return Terms(
        [part.term for part, _ in placed],
        [part.whole for part, _ in placed],
        [part.length for part, _ in placed],
        [begin + part.start for part, begin in placed],
        [begin + part.end for part, begin in placed],
    )


def read_words(text: str) -> list[str]:
    """Return the words and signs of a text, whose terms `parts_of` gives: for an index, which wants no places."""
    return _split(text)[1::2]


def _split(text: str) -> list[str]:
    pieces = split_words(text)
    return list(_join_initials(pieces)) if _INITIALS.search(text) else pieces


def _join_initials(pieces: Sequence[str]) -> Iterator[str]:
    """Make initials with nothing between them one word: "U.S.A."."""
    yield pieces[0]
    word = ""
    for piece, gap in zip(pieces[1::2], pieces[2::2], strict=True):
        word += piece
        if gap or not _is_initial(piece):
            yield word
            yield gap
            word = ""
    if word:
        yield word
        yield ""


def _is_initial(piece: str) -> bool:
    return len(piece) == len("A.") and piece[1] == "." and piece[0].isalpha()


def _read_parts(word: str) -> Sequence[Part]:
    whole = fold_number(word, _FOLD, FOLDS)
    if not whole:
        return ()
    if kind_of(word) != "word" or word.isalpha():
        return (Part(whole, "", 1, 0, len(word)),)
    parts = [part for match in _PART.finditer(word) for part in _cut(match.group(), match.start())]
    if len(parts) < 2:  # a sign at the edge, or none
        return (Part(whole, "", 1, 0, len(word)),)
    first, *others = parts
    whole = whole.replace("'", "")
    return (Part(first[0], whole, len(parts), *first[1:]), *(Part(key, "", 1, *place) for key, *place in others))


def _cut(part: str, at: int) -> Iterator[tuple[str, int, int]]:
    """Yield the terms of a part that begins at `at`, as they are where it stands alone, each with its place."""
    for piece in split_words(part):
        if key := fold_number(piece, _FOLD, FOLDS):
            yield key, at, at + len(piece)
        at += len(piece)


parts_of = Cache(_read_parts, most=50_000, longest=60).__getitem__
"""Return the terms of one word as `read_words` gives it; none for a sign."""
