"""How passages end, and what kind of place in the running text answers such an end.

A passage that ends like a sentence is answered by the end of a sentence or a paragraph nearly always, one that
ends at a comma by all kinds, with semicolons and colons between the two. How often is guessed at first, then counted
from the cuts found: one page sets every passage as a paragraph, the next knows no paragraphs at all.
"""

from typing import TYPE_CHECKING

import numpy as np
import regex

from workbench.text.alignment.places import KINDS, SENTENCE
from workbench.text.words.stops import CLAUSE_SIGNS, COMMA_SIGNS, GREEK_QUESTION, STOP

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from workbench.text.alignment.places import Places

    Ints = NDArray[np.int64]
    Floats = NDArray[np.float64]

__all__ = ["read_endings", "weigh_endings"]

_ENDS = regex.compile(
    rf"(?P<sentence>(?:[{STOP}]|{GREEK_QUESTION})[\p{{P}}\s]*\Z)|(?P<clause>[{CLAUSE_SIGNS}][\p{{P}}\s]*\Z)"
    rf"|(?P<comma>[{COMMA_SIGNS}][\p{{P}}\s]*\Z)",
    regex.V1,
)
_ENDINGS = {"sentence": 0, "clause": 1, "comma": 2, "": 3}
_PIECE = 4
# How often an ending (sentence, clause, comma, none; a piece inside a passage) is answered by each kind of place.
_HABIT = np.array(
    [
        [0.0005, 0.005, 0.01, 0.03, 0.45, 0.50],
        [0.001, 0.02, 0.08, 0.20, 0.45, 0.25],
        [0.001, 0.10, 0.30, 0.15, 0.25, 0.20],
        [0.002, 0.25, 0.12, 0.08, 0.25, 0.30],
        [0.001, 0.02, 0.05, 0.10, 0.73, 0.10],
    ]
)
_PLENTY = (
    2.0  # ends of sentences in the text, to those of the passages, that are enough to speak of habits; 1 in so many
)
_TRUST = 10.0  # cuts' worth of trust in the guess


def read_endings(pieces: "Sequence[str]", counts: "Sequence[int]") -> "Ints":
    """Classify how each piece ends, where `counts` says how many pieces make each passage."""
    endings = np.full(len(pieces), _PIECE)
    for last in np.cumsum(counts) - 1:
        found = _ENDS.search(pieces[last][-16:])
        endings[last] = _ENDINGS[(found and found.lastgroup) or ""]
    return endings


def weigh_endings(endings: "Ints", places: "Places", cuts: "Ints | None" = None) -> "Floats":
    """Log-likelihood ratio, `[piece, kind]`, that the cut after a piece falls at a place of that kind.

    `cuts[k]` is the place where piece `k` was found to end, if known already.
    """
    held = np.bincount(places.kinds, minlength=KINDS)
    share = (held + 1) / (len(places.kinds) + KINDS)
    known = min(1.0, _PLENTY * held[SENTENCE:].sum() / max((endings == _ENDINGS["sentence"]).sum(), 1))
    habit = (known * _HABIT + (1 - known) * share) * _TRUST
    if cuts is not None:
        np.add.at(habit, (endings, places.kinds[cuts]), 1)
    return np.asarray(np.log(habit / habit.sum(axis=1, keepdims=True) / share)[endings])
