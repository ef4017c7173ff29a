"""Numbers as words of a comparison: several tokens made one, and a key that never hides another value."""

import re
from collections.abc import Callable, MutableSequence, Sequence
from typing import TypeVar

from workbench.text.words.numbers.figures import SIGNS, without_grouping
from workbench.text.words.numbers.letters import HAN_DIGITS, KERAIAS, read_letters
from workbench.text.words.numbers.meaning import meaning_of
from workbench.text.words.numbers.phrases import Range, find_numbers
from workbench.text.words.tokens import scan

__all__ = ["fold_number", "join_numbers"]

_GROUPED = re.compile(r"\d[\d.,:'’٫٬\u00a0\u202f\u2009 ]*\d")
_SIGN = str.maketrans(dict.fromkeys("−–‑－", "-") | dict.fromkeys("+＋", None))
_KEPT = frozenset("%٪‰/⁄∕-")  # signs that belong to a value

_Item = TypeVar("_Item", str, int)
Columns = tuple[list[str], list[int], list[int]]


def join_numbers(
    text: str, words: list[str], starts: MutableSequence[int], ends: MutableSequence[int]
) -> Columns | None:
    """Return the words of a text and their places with every number one word, or None where each is one already."""
    if not (ranges := find_numbers(text, words, starts, ends)):
        return None
    said = [text[starts[first] : ends[last - 1]] for first, last in ranges]
    beginnings, endings = [starts[first] for first, _ in ranges], [ends[last - 1] for _, last in ranges]
    return _replace(words, ranges, said), _replace(starts, ranges, beginnings), _replace(ends, ranges, endings)


def _replace(column: Sequence[_Item], ranges: Sequence[Range], joined: Sequence[_Item]) -> list[_Item]:
    """Put what is joined in the place of each range."""
    result: list[_Item] = []
    done = 0
    for (first, last), value in zip(ranges, joined, strict=True):
        result.extend(column[done:first])
        result.append(value)
        done = last
    result.extend(column[done:])
    return result


def fold_number(word: str, fold: Callable[[str], str], ignored: frozenset[str]) -> str:
    """Fold a word for what is ignored as `fold` does, but a number never to another value."""
    is_plain = word.isalpha() and word[0] not in HAN_DIGITS and word[-1] not in KERAIAS
    if is_plain or not (meaning := meaning_of(word)):
        return fold(word)
    folded = _fold_pieces(word, fold, ignored)
    if not any(map(str.isnumeric, word)) and not read_letters(word):
        return folded
    lowered = word.casefold() if "case" in ignored else word
    return next((form for form in (folded, lowered) if (found := meaning_of(form)) and found.agrees(meaning)), word)


def _fold_pieces(word: str, fold: Callable[[str], str], ignored: frozenset[str]) -> str:
    """Fold a number token by token; single spaces go where spacing or punctuation does."""
    if "punctuation" in ignored:
        word = word.translate(_SIGN) if word[0] in SIGNS else word
        word = _GROUPED.sub(lambda match: without_grouping(match[0]), word)
    pieces = [piece if piece in _KEPT or piece.isspace() else fold(piece) for piece in scan(word)]
    if "spacing" in ignored:
        pieces = [piece for piece in pieces if not piece.isspace()]
    elif "punctuation" in ignored:
        pieces = [piece for piece in pieces if piece != " "]
    return "".join(pieces)
