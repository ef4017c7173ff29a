"""Two languages without a dictionary: what they share at first, and the lexicon that grows out of it.

Names, numbers and loans are recognised by their consonants (`cognates`), which together with the lengths give a first
alignment. From its beads a lexicon is learned (`lexicon`), by which the source is put word by word into the target's
language; that pseudo-translation is aligned like any text in one language, and gives a better lexicon.
"""

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from workbench.text.alignment.chain import chain_coarsely, chain_quickly
from workbench.text.alignment.cognates import cognate
from workbench.text.alignment.lexicon import learn_lexicon
from workbench.text.alignment.words import count_sides

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from workbench.text.alignment.beads import Chain
    from workbench.text.alignment.lexicon import Lexicon
    from workbench.text.alignment.words import Corpus

    Ints = NDArray[np.int64]
    Units = list[list[str]]

__all__ = ["translate_words"]

_ROUNDS = 2


def translate_words(
    source: "Units",
    texts: "Sequence[str]",
    target: "Units",
    target_texts: "Sequence[str]",
    chain: "Chain | None" = None,
) -> "Units":
    """Put the words of the `source` units into words of the `target`, as far as they can be learned from both.

    Both are lists of folded words (`fold`) by unit, with the units' texts; the target's units must follow the same
    order, but may be cut otherwise. `chain`: an alignment that is known already, better than
    words give. Words without a translation stay as they are.
    """
    if not any(source) or not any(target):
        return source
    left, right = count_sides(source, texts, target, target_texts)
    vocabulary = list(dict.fromkeys(word for side in (source, target) for unit in side for word in unit))
    likeness = _number_cognates(vocabulary)
    rounds = _ROUNDS if chain is None else 0
    chain = chain or _align_cognates(source, texts, target, target_texts)
    for _ in range(rounds):
        beads = _number_beads(left, right, chain)
        chain = chain_quickly(_translate(left, learn_lexicon(left, right, beads, likeness), beads[0]), right)
    beads = _number_beads(left, right, chain)
    translated = _translate(left, learn_lexicon(left, right, beads, likeness), beads[0])
    words = iter(translated.words.tolist())
    return [[vocabulary[next(words)] for _ in unit] for unit in source]


def _align_cognates(source: "Units", texts: "Sequence[str]", target: "Units", target_texts: "Sequence[str]") -> "Chain":
    keys = [[[cognate(word) or word for word in unit] for unit in side] for side in (source, target)]
    return chain_coarsely(*count_sides(keys[0], texts, keys[1], target_texts))


def _number_cognates(vocabulary: list[str]) -> "Ints":
    numbers: dict[str, int] = {}
    keys = (cognate(word) for word in vocabulary)
    return np.array([numbers.setdefault(key, len(numbers)) if key else -1 for key in keys], np.int64)


def _number_beads(source: "Corpus", target: "Corpus", chain: "Chain") -> "tuple[Ints, Ints]":
    """The number of the bead each unit stands in, -1 for a unit alone."""
    left, right = np.full(len(source.lengths), -1), np.full(len(target.lengths), -1)
    for number, (a, b, c, d) in enumerate(chain):
        if b > a and d > c:
            left[a:b], right[c:d] = number, number
    return left, right


def _translate(corpus: "Corpus", lexicon: "Lexicon", beads: "Ints") -> "Corpus":
    """Put the words of the corpus into the other language, those of each bead by what the other beads say."""
    translated = lexicon.translate(corpus.words, beads[corpus.units])
    return replace(corpus, words=np.where(translated >= 0, translated, corpus.words))
