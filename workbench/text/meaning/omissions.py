"""Sentences of an original that a translation says nothing of, and passages that stand beside the wrong one.

A sentence that was translated is like some run of sentences of the translation; one that was not is like none, or like
one that answers its neighbour better. The answer is a doubt for a person to look at: of the sentences of the Russian
Luke and John and of the English Acts, 95 % of those left out are found while 5 % of the others are doubted, too. Free
versions within one language are told apart far worse (four in five found): don't ask about them. Nor is it any use for
what a sentence gets wrong: a negation or an exchange of subject and object hardly changes its vector.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from workbench.text.meaning.windows import make_windows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from workbench.text.meaning.encoder import Encoder, Vectors

    Floats = NDArray[np.float64]

__all__ = ["Displaced", "Omission", "find_displaced", "find_omissions", "knows"]

_LEAST = 0.3  # rescaled likeness under which a sentence has no counterpart
_CHANCE, _CHANCES = 0.25, 4  # likeness of sentences that have nothing to do with each other, and how many it weighs
_KNOWN, _SAMPLE = 0.5, 64
_REACH, _BETTER, _ALIKE = 3, 0.15, 0.5
_DIGITS = 4


@dataclass(frozen=True, slots=True)
class Omission:
    """Sentence number `sentence` of the original has no counterpart.

    The evidence: `nearest` are the numbers of the neighbouring sentences of the translation that come nearest, and
    `taken_by` the number of the sentence of the original that these answer better, None if no other does. `likeness`
    (1: the same; 0 and less: chance) orders what was found, and isn't for people to see.
    """

    sentence: int
    nearest: tuple[int, ...]
    taken_by: int | None
    likeness: float


@dataclass(frozen=True, slots=True)
class Displaced:
    """The text beside passage number `passage` says what number `answers` says."""

    passage: int
    answers: int


def find_omissions(original: "Sequence[str]", translation: "Sequence[str]", encoder: "Encoder") -> tuple[Omission, ...]:
    """Find the sentences of a passage that its translation in another language says nothing of, in their order.

    Both are sentences (`alignment.sentences` cuts them). Of a passage of one sentence, and of one without translation,
    nothing is said; nor of languages that the encoder doesn't know, if `knows` was asked first.
    """
    if len(original) < 2 or not any(text.strip() for text in translation):
        return ()
    left, right = encoder.encode(original), encoder.encode(translation)
    single = _compare(left, right)
    runs = [(end - size, end) for size, row in _windows_of(len(translation)) for end in row]
    windows = make_windows(right, translation)
    whole = np.stack([windows[end - start - 1][end] for start, end in runs])
    likeness = _compare(left, whole)
    chance = _find_chance(single)
    found = (_judge(number, single, likeness, runs, chance) for number in range(len(original)))
    return tuple(one for one in found if one.likeness < _LEAST and original[one.sentence].strip())


def find_displaced(left: "Sequence[str]", right: "Sequence[str]", encoder: "Encoder") -> tuple[Displaced, ...]:
    """Find texts of `right` that answer another text of `left`, up to three places off, than that at their own place.

    Both have one length, "" where there are no words; they are in two languages that the encoder `knows`.
    """
    sides = encoder.encode(left), encoder.encode(right)
    own = np.round((sides[0] * sides[1]).sum(axis=1), _DIGITS)
    found = []
    for number in range(len(right)):
        first, last = max(number - _REACH, 0), min(number + _REACH + 1, len(left))
        near = np.round(sides[0][first:last] @ sides[1][number], _DIGITS)
        best = first + int(near.argmax())
        if left[number].strip() and near.max() >= max(own[number] + _BETTER, _ALIKE, own[best] + _BETTER):
            found.append(Displaced(number, best))
    return tuple(found)


def knows(left: "Sequence[str]", right: "Sequence[str]", encoder: "Encoder") -> bool:
    """Tell whether an encoder knows the languages of texts that answer each other one by one.

    It does where half of them are alike by 0.5 or more (of the Universal Declaration of Human Rights against English:
    covered languages 0.62 to 0.85 on the mean, others 0.01 to 0.39). 64 of them are looked at.
    """
    pairs = [pair for pair in zip(left, right, strict=True) if all(text.strip() for text in pair)]
    chosen = pairs[:: -(-len(pairs) // _SAMPLE)] if pairs else []
    if not chosen:
        return False
    sides = [encoder.encode(side) for side in zip(*chosen, strict=True)]
    return float(np.median((sides[0] * sides[1]).sum(axis=1))) >= _KNOWN


def _windows_of(count: int) -> list[tuple[int, range]]:
    return [(size, range(size, count + 1)) for size in range(1, min(count, 4) + 1)]


def _compare(left: "Vectors", right: "Vectors") -> "Floats":
    return np.asarray(np.round(left @ right.T, _DIGITS), np.float64)


def _find_chance(single: "Floats") -> float:
    """How alike sentences are that don't answer each other: the mean without each sentence's nearest."""
    rest = single.sum() - single.max(axis=1).sum()
    return float((rest + _CHANCE * _CHANCES) / (single.size - len(single) + _CHANCES))


def _judge(number: int, single: "Floats", likeness: "Floats", runs: list[tuple[int, int]], chance: float) -> Omission:
    at = int(likeness[number].argmax())
    best = float(likeness[number, at])
    rivals = single[:, int(single[number].argmax())].copy()
    rivals[number] = -1.0
    rival = int(rivals.argmax())
    taken = max(0.0, float(rivals[rival]) - best)
    scaled = round((best - taken - chance) / (1 - chance), _DIGITS)
    return Omission(number, tuple(range(*runs[at])), rival if taken else None, scaled)
