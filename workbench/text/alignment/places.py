"""The places where a running text may be cut: before each of its words, and what a cut there would be.

A cut can fall at a paragraph, a sentence, a clause or inside one; passages end at such places each in its own way,
and that is learned from how the passages themselves end.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import regex

from workbench.text.alignment.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from workbench.text.alignment.words import Words

__all__ = ["CLAUSE", "INSIDE", "PARAGRAPH", "SENTENCE", "Places", "find_places", "weigh_ends"]

INSIDE, CLAUSE, SENTENCE, PARAGRAPH = range(4)
_SPACE = regex.compile(r"\s+")
_CLAUSE_MARK = regex.compile(r"[,;:.!?—–،؛，；：、·\n]|--")
_ENDS = regex.compile(r"(?P<sentence>[.!?…؟۔।॥։።。！？][\p{P}\s]*\Z)|(?P<clause>[,;:—–،؛，；：、·][\p{P}\s]*\Z)")
_ENDINGS = {"sentence": 0, "clause": 1}
# How often a passage that ends like a sentence, a clause or neither (rows) is answered by each kind of place.
_HABIT = np.array([[0.01, 0.04, 0.45, 0.50], [0.10, 0.45, 0.25, 0.20], [0.25, 0.20, 0.25, 0.30]])


@dataclass(frozen=True, slots=True)
class Places:
    """`offsets[p]` is the code point where a cut before word `p` falls (one more for the end), `kinds[p]` its kind."""

    offsets: "NDArray[np.int64]"
    kinds: "NDArray[np.int64]"


def find_places(text: str, words: "Words") -> Places:
    """Find the offset and the kind of the cut before each word of `text`, and at its end."""
    starts = np.array([span.start for span in sentences(text)] or [0])
    nexts = [*starts.tolist(), len(text)]
    begins = np.searchsorted(starts, words.ends[:-1]).tolist()
    offsets, kinds = [0], [PARAGRAPH]
    for end, start, begin in zip(words.ends[:-1], words.starts[1:], begins, strict=True):
        gap = text[end:start]
        offset, kind = start, INSIDE
        if nexts[begin] <= start:
            offset, kind = nexts[begin], PARAGRAPH if "\n" in gap else SENTENCE
        elif len(gap) > 1:
            offset, kind = _cut_gap(gap, end)
        offsets.append(offset)
        kinds.append(kind)
    return Places(np.array([*offsets, len(text)]), np.array([*kinds, PARAGRAPH]))


def _cut_gap(gap: str, end: int) -> tuple[int, int]:
    """Place and kind of a cut inside a sentence: what closes stays before it, what opens goes behind it."""
    space = _SPACE.search(gap)
    return end + (space.end() if space else len(gap)), CLAUSE if _CLAUSE_MARK.search(gap) else INSIDE


def weigh_ends(passages: "Sequence[str]", places: Places) -> "NDArray[np.float64]":
    """Log-likelihood ratio, `[passage, kind]`, that the cut after a passage falls at a place of that kind."""
    share = (np.bincount(places.kinds, minlength=4) + 1) / (len(places.kinds) + 4)
    rows = [_ENDINGS[found.lastgroup or ""] if (found := _ENDS.search(passage[-16:])) else 2 for passage in passages]
    return np.asarray(np.log(_HABIT / share)[rows])
