"""Two languages that an encoder knows: aligned by meaning first, then by meaning and by the words learned from that."""

from typing import TYPE_CHECKING

import numpy as np

from workbench.text.alignment.chain import chain_meanings, pick_pairs
from workbench.text.alignment.cognates import cognate
from workbench.text.alignment.meanings import find_meanings
from workbench.text.alignment.segments import Segments
from workbench.text.alignment.translating import translate_words
from workbench.text.alignment.words import count_sides

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.text.alignment.beads import Chain
    from workbench.text.meaning import Encoder

    Units = list[list[str]]

__all__ = ["align_meanings", "segments_of"]

_MARGIN, _SECOND_MARGIN = 8, 4


def align_meanings(
    source: "Units", texts: "Sequence[str]", target: "Units", target_texts: "Sequence[str]", encoder: "Encoder"
) -> "tuple[Chain, list[float]] | None":
    """Align units, given as folded words and as texts; None where the encoder doesn't know both languages."""
    meanings = find_meanings(texts, target_texts, encoder)
    if meanings is None:
        return None
    keys = [[[cognate(word) or word for word in unit] for unit in side] for side in (source, target)]
    sides = count_sides(keys[0], texts, keys[1], target_texts)
    chain, _ = chain_meanings(*sides, meanings, meanings.path, meanings.path, _MARGIN)
    words = translate_words(source, texts, target, target_texts, chain)
    starts = np.array([bead[0] for bead in chain]), np.array([bead[2] for bead in chain])
    sides = count_sides(words, texts, target, target_texts)
    return chain_meanings(*sides, meanings, starts, pick_pairs(chain), _SECOND_MARGIN)


def segments_of(chain: "Chain", texts: "Sequence[str]", words: "Sequence[int]") -> Segments:
    """The segment of each source unit in the words of the target, where its units have so many `words`.

    Units that share a bead share its words by their lengths.
    """
    bounds = np.concatenate(([0], np.cumsum(words)))
    starts, ends = np.zeros(len(texts), np.int64), np.zeros(len(texts), np.int64)
    for a, b, c, d in chain:
        lengths = np.array([len(text) for text in texts[a:b]], np.float64)
        cuts = np.concatenate(([0.0], np.cumsum(lengths))) / max(lengths.sum(), 1.0)
        places = (bounds[c] + np.round(cuts * (bounds[d] - bounds[c]))).astype(np.int64)
        starts[a:b], ends[a:b] = places[:-1], places[1:]
    return Segments(starts, ends, np.zeros(len(texts)))
