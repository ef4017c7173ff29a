"""The places where a running text may be cut: before each of its words, and what a cut there would be.

A cut can fall at a paragraph, a sentence, a clause (a semicolon, colon or dash), a comma, inside a clause, or, worst,
inside brackets.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import regex

from workbench.text.alignment.sentences import sentences
from workbench.text.words.stops import CLAUSE_SIGNS, COMMA_SIGNS, STOP

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from workbench.text.alignment.words import Words

__all__ = ["BRACKET", "CLAUSE", "COMMA", "INSIDE", "KINDS", "PARAGRAPH", "SENTENCE", "Places", "find_places"]

KINDS = 6
BRACKET, INSIDE, COMMA, CLAUSE, SENTENCE, PARAGRAPH = range(KINDS)
_SPACE = regex.compile(r"\s+")
_PHRASING = regex.compile(r"[\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}\p{Tibetan}]")  # a space there ends a phrase
_BRACKETS = regex.compile(r"\[[^\[\]\n]{1,200}\]|\((?:[^()\n]|\([^()\n]*\)){1,200}\)")
_COMMA_MARK = regex.compile(rf"[{COMMA_SIGNS}\n]")
_CLAUSE_MARK = regex.compile(rf"[{CLAUSE_SIGNS}{STOP}]|--", regex.V1)


@dataclass(frozen=True, slots=True)
class Places:
    """`offsets[p]` is the code point where a cut before word `p` falls (one more for the end), `kinds[p]` its kind."""

    offsets: "NDArray[np.int64]"
    kinds: "NDArray[np.int64]"


def find_places(text: str, words: "Words") -> Places:
    """Find the offset and the kind of the cut before each word of `text`, and at its end."""
    starts = np.array([span.start for span in sentences(text)])
    own = np.maximum(np.searchsorted(starts, words.starts, side="right") - 1, 0)
    begins = starts[own[1:]].tolist()
    offsets, kinds = [0], [PARAGRAPH]
    phrasing = set(_PHRASING.findall(text))
    for end, start, begin in zip(words.ends[:-1], words.starts[1:], begins, strict=True):
        offset, kind = _cut_gap(text[end:start], end, begin, is_phrase_end=text[end - 1] in phrasing)
        offsets.append(offset)
        kinds.append(kind)
    edges, found = np.array([*offsets, len(text)]), np.array([*kinds, PARAGRAPH])
    found[:-1][_follow_labels(own) & (found[:-1] == SENTENCE)] = CLAUSE
    found[_are_bracketed(text, edges)] = BRACKET
    return Places(edges, found)


def _cut_gap(gap: str, end: int, begin: int, *, is_phrase_end: bool) -> tuple[int, int]:
    """Place and kind of the cut in the gap after `end`, where the sentence of the next word starts at `begin`.

    Inside a sentence, what closes stays before the cut, what opens goes behind it.
    """
    if begin >= end:
        return begin, PARAGRAPH if "\n" in gap else SENTENCE
    if len(gap) == 1 and gap.isspace():
        return end + 1, COMMA if is_phrase_end else INSIDE
    space = _SPACE.search(gap)
    return end + (space.end() if space else len(gap)), _classify(gap)


def _classify(gap: str) -> int:
    if _CLAUSE_MARK.search(gap):
        return CLAUSE
    return COMMA if _COMMA_MARK.search(gap) else INSIDE


def _are_bracketed(text: str, offsets: "NDArray[np.int64]") -> "NDArray[np.bool_]":
    """Tell of each offset whether it stands between an opening bracket and the one that closes it, in one line."""
    depth = np.zeros(len(text) + 2, np.int64)
    for found in _BRACKETS.finditer(text):
        depth[found.start() + 1] += 1
        depth[found.end()] -= 1
    return np.asarray(np.cumsum(depth)[offsets] > 0)


def _follow_labels(own: "NDArray[np.int64]") -> "NDArray[np.bool_]":
    """Tell of each word whether the sentence before it is a single word ("Fifth."): a label, not an end."""
    changes = np.concatenate(([True], own[1:] != own[:-1]))
    return changes & np.concatenate(([False], changes[:-1]))
