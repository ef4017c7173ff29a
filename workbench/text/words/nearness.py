"""When two words are so near that a reader takes the one for the other, and which characters then differ."""

from collections.abc import Iterable
from itertools import accumulate
from typing import Any

import regex
from rapidfuzz.distance import Indel, Levenshtein, Prefix

from workbench.text.words.cache import Cache
from workbench.text.words.folding import APOSTROPHES, folder

__all__ = ["differing_characters", "nearness", "plain_form"]

_fold = folder(frozenset({"case", "diacritics", "form", "spacing"}))
# Marks are letters: a vowel sign makes another word. Apostrophes are signs, though some are letters in Unicode.
_NO_LETTER = regex.compile(rf"[^\p{{L}}\p{{N}}\p{{M}}]+|[{regex.escape(APOSTROPHES)}]+")
_REMEMBERED = 20  # characters
# Letters and signs that only lower case alters: ASCII, Russian without "ё", ideographs, dashes and quotation marks.
_HAS_NO_ACCENTS = regex.compile("[\x00-\x7fа-яА-Я\u4e00-\u9fff–—‘’“”«»]*").fullmatch
_CLUSTER = regex.compile(r"\X")
_LONGEST = 2000
_NEAR = 0.53
_NEARER = 0.66
_WITHOUT_VOWELS = str.maketrans(dict.fromkeys("aeiouyаеёиоуыэюя"))


def plain_form(text: str) -> str:
    """Return the letters with their marks and the digits alone, without case and accents; "" for a sign."""
    if text.isascii() or _HAS_NO_ACCENTS(text):
        folded = text.lower()
        return folded if folded.isalnum() else _NO_LETTER.sub("", folded)
    return _reduce_again(text) if len(text) <= _REMEMBERED else _reduce(text)


def _reduce(text: str) -> str:
    return _NO_LETTER.sub("", _fold(text))


_reduce_again = Cache(_reduce, most=10_000).__getitem__


def nearness(left: str, right: str) -> float:
    """Measure two plain forms, 0..1; 0 where a reader would not take the one for the other.

    The measure is 1 - Levenshtein distance / length of the longer. Near are words of 0.53 and more that begin with the
    same letter, and others from 0.8. (Fitted on human word alignments of versions in one language; for content words:
    words of grammar differ by a letter and mean another thing, "was" and "has".) Under 0.66 they must also begin with
    the same half, or differ in vowels alone: "brake" and "break" are near, "making" and "marching" are not.
    """
    if left == right:
        return 1.0
    if len(left) < 3 or len(right) < 3:
        return 0.0
    floor = _NEAR if left[0] == right[0] else 0.8
    score = Levenshtein.normalized_similarity(left, right, score_cutoff=floor)
    return 0.0 if 0 < score < _NEARER and not _has_one_root(left, right) else score


def _has_one_root(left: str, right: str) -> bool:
    if 2 * Prefix.similarity(left, right) >= min(len(left), len(right)):
        return True
    return left.translate(_WITHOUT_VOWELS) == right.translate(_WITHOUT_VOWELS)


def differing_characters(left: str, right: str) -> list[tuple[int, int, int, int]]:
    """List the runs of characters that differ, as `(left start, left end, right start, right end)` in the words.

    Whole grapheme clusters (UAX #29): a letter with another accent differs as one character. The same for swapped
    sides.
    """
    if len(left) * len(right) > _LONGEST**2:
        return [(0, len(left), 0, len(right))]
    if right < left:
        return [(a, b, c, d) for c, d, a, b in _differing_runs(right, left)]
    return _differing_runs(left, right)


def _differing_runs(left: str, right: str) -> list[tuple[int, int, int, int]]:
    """List them for two words in alphabetical order; the commonest cases first, without a table."""
    if left.isascii() and right.isascii():
        if left[1:] == right[1:] and left != right and left:
            return [(0, 1, 0, 1)]
        if right.startswith(left) and left != right:
            return [(len(left), len(left), len(left), len(right))]
        return _join(Indel.opcodes(left, right).as_list())
    first, second = _CLUSTER.findall(left), _CLUSTER.findall(right)
    mine, theirs = [0, *accumulate(map(len, first))], [0, *accumulate(map(len, second))]
    rows = _join(Indel.opcodes(first, second).as_list())
    return [(mine[a], mine[b], theirs[c], theirs[d]) for a, b, c, d in rows]


def _join(steps: Iterable[Any]) -> list[tuple[int, int, int, int]]:
    """Return what is not equal of rapidfuzz's steps, as runs with something equal between them."""
    rows: list[tuple[int, int, int, int]] = []
    is_joined = False
    for tag, a, b, c, d in steps:
        if tag != "equal":
            rows.append((rows[-1][0], b, rows.pop()[2], d) if is_joined else (a, b, c, d))
        is_joined = tag != "equal"
    return rows
