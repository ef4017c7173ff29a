"""Tokens: where a word begins and ends, in any script.

Unicode's word boundaries (UAX #29) are the start, but they fail on the texts people translate. "N. I. Yezhov" holds two
initials, not two one-letter sentences; "work.It" and "1.The" are two words where a scanner lost a space, yet "e.g." and
"3.14" are one; "don't", "l'homme" and "to-day" are one word with either apostrophe and any hyphen; a Devanagari or
Hebrew word must not break at its marks, nor a Persian one at a zero-width non-joiner. Chinese, Japanese, Thai, Lao,
Khmer and Burmese write no spaces: there each character (with its marks) is a token, which a comparison can build on and
a reader can follow, or each word where a dictionary is installed (`segmentation.py`); katakana runs stay whole.

White space and invisible characters between words form tokens of their own, so that joining all tokens gives the text.
The patterns are in `boundaries.py`.
"""

from dataclasses import dataclass
from itertools import accumulate
from typing import Literal

from workbench.text.words.boundaries import APOSTROPHE_LETTERS, FAST_TEXT, FAST_TOKEN, SPACES, TOKEN, UNSPACED
from workbench.text.words.segmentation import SEGMENTER, split_words

__all__ = ["Kind", "Token", "kind_of", "scan", "tokenise"]

_MINUS_OR_PLUS = frozenset("+-−–‑＋－")

Kind = Literal["word", "number", "punctuation", "space"]


@dataclass(frozen=True, slots=True)
class Token:
    """One piece of a text: `text` is what stands at `start:end`."""

    text: str
    start: int
    end: int
    kind: Kind


def scan(text: str) -> list[str]:
    """Cut the text into token texts, white space included: what `tokenise` returns, without the objects."""
    if FAST_TEXT(text):
        return FAST_TOKEN.findall(text)
    if SEGMENTER is None or not UNSPACED.search(text):
        return TOKEN.findall(text)
    return list(filter(None, split_words(text)))


def kind_of(piece: str) -> Kind:
    """Tell the kind of one token text (as `scan` cut it), or of a number of several tokens."""
    first = piece[0]
    if first in SPACES:
        return "space"
    if first.isalpha() or first == "_":
        return "punctuation" if first in APOSTROPHE_LETTERS else "word"
    if first.isnumeric() or (len(piece) > 1 and first in _MINUS_OR_PLUS and piece[1].isnumeric()):
        return "number"
    return "punctuation"


def tokenise(text: str) -> tuple[Token, ...]:
    """Cut the text into tokens; joining their texts gives `text` back. Offsets are code points, half-open."""
    pieces = scan(text)
    ends = list(accumulate(map(len, pieces)))
    return tuple(Token(piece, end - len(piece), end, kind_of(piece)) for piece, end in zip(pieces, ends, strict=True))
