"""When two words are so near that a reader takes the one for the other, and which characters then differ."""

import re
from collections.abc import Sequence
from itertools import accumulate

import regex
from rapidfuzz.distance import Indel, Levenshtein

from workbench.text.keys import folder

__all__ = ["differing_characters", "nearness", "plain_form"]

_fold = folder(frozenset({"case", "diacritics", "form"}))
_NO_LETTER = re.compile(r"[\W_]+")
_CLUSTER = regex.compile(r"\X")
_LONGEST = 2000


def plain_form(text: str) -> str:
    """Return the letters and digits alone, without case and accents; "" for a sign."""
    if text.isascii():
        return text.lower() if text.isalnum() else _NO_LETTER.sub("", text.lower())
    return _NO_LETTER.sub("", _fold(text))


def nearness(left: str, right: str) -> float:
    """Measure two plain forms, 0..1; 0 where a reader would not take the one for the other.

    The measure is 1 - Levenshtein distance / length of the longer. Near are words of 0.53 and more that begin with the
    same letter, and others from 0.8. (Fitted on human word alignments of versions in one language; for content words:
    words of grammar differ by a letter and mean another thing, "was" and "has".)
    """
    if left == right:
        return 1.0
    if len(left) < 3 or len(right) < 3:
        return 0.0
    floor = 0.53 if left[0] == right[0] else 0.8
    return Levenshtein.normalized_similarity(left, right, score_cutoff=floor)


def differing_characters(left: str, right: str) -> list[tuple[int, int, int, int]]:
    """List the runs of characters that differ, as `(left start, left end, right start, right end)` in the words.

    Whole grapheme clusters (UAX #29): a letter with another accent differs as one character. The same for swapped
    sides.
    """
    if len(left) * len(right) > _LONGEST**2:
        return [(0, len(left), 0, len(right))]
    if left.isascii() and right.isascii() and (middle := _differing_middle(left, right)):
        return middle
    if right < left:
        return [(a, b, c, d) for c, d, a, b in _differing_clusters(right, left)]
    return _differing_clusters(left, right)


def _differing_clusters(left: str, right: str) -> list[tuple[int, int, int, int]]:
    first, second = _clusters(left), _clusters(right)
    mine, theirs = _places(first), _places(second)
    rows: list[tuple[int, int, int, int]] = []
    for step in Indel.opcodes(first, second):
        if step.tag == "equal":
            continue
        row = mine[step.src_start], mine[step.src_end], theirs[step.dest_start], theirs[step.dest_end]
        if rows and rows[-1][1] == row[0] and rows[-1][3] == row[2]:
            row = (rows[-1][0], row[1], rows.pop()[2], row[3])
        rows.append(row)
    return rows


def _differing_middle(left: str, right: str) -> list[tuple[int, int, int, int]]:
    """Return the one run that differs between a common beginning and a common end, if one side of it is empty."""
    shorter = min(len(left), len(right))
    head = tail = 0
    while head < shorter and left[head] == right[head]:
        head += 1
    while tail < shorter - head and left[-tail - 1] == right[-tail - 1]:
        tail += 1
    return [(head, len(left) - tail, head, len(right) - tail)] if head + tail == shorter else []


def _clusters(word: str) -> Sequence[str]:
    return word if word.isascii() else _CLUSTER.findall(word)


def _places(clusters: Sequence[str]) -> Sequence[int]:
    """List where each cluster starts, and where the last one ends."""
    if isinstance(clusters, str):
        return range(len(clusters) + 1)
    return [0, *accumulate(map(len, clusters))]
