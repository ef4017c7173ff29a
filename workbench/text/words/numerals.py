"""Numbers, in figures or in words: what must never pass as a mere change of wording."""

import re
from collections.abc import Sequence
from typing import Literal

from workbench.text.words.cache import Cache
from workbench.text.words.nearness import nearness
from workbench.text.words.number_words import BEGINNINGS, DOUBTFUL, NUMBER_WORDS, is_compound

__all__ = ["have_other_numbers", "is_numeral"]

_WORD = re.compile(r"\w+(?:[.,:]\d+|[-‐‑]\w+)*")
_HYPHEN = re.compile("[-‐‑]")
_ROMAN = re.compile(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_ABBREVIATIONS = "CC CD CI CL CV DC DI DL DM LI MC MD MI MIX ML MM"  # or Roman numbers
_CAPITALS = frozenset(_ABBREVIATIONS.split())
_SHORT = 3  # words

# `figure`: in digits, or two Roman ones and more. `doubtful`: a number word or a Roman letter that may be another word.
_Rank = Literal["figure", "word", "doubtful", ""]


def is_numeral(word: str) -> bool:
    """Tell whether the word is surely a number: figures, or a number word of the languages listed (`number_words`)."""
    return _rank(word) in {"figure", "word"}


def have_other_numbers(left: str, right: str) -> bool:
    """Tell whether the numbers in two phrases differ, or are written otherwise ("seventy", "70").

    A number word against none counts only in short phrases, a doubtful one only where it faces a number.
    """
    mine, theirs = _find(left), _find(right)
    first, second = _sure(mine), _sure(theirs)
    if first == second:
        return not first and _is_one(left, mine) and _is_one(right, theirs) and not _are_forms(left, right)
    if max(len(left.split()), len(right.split())) <= _SHORT:
        return bool(mine and theirs) or not _begin_alike(left, right)
    return bool(first and second) or any(rank == "figure" for _, rank in mine + theirs)


def _begin_alike(left: str, right: str) -> bool:
    """Tell whether one phrase begins with the other, as "thirdly" does with "third"."""
    shorter, longer = sorted((left.casefold(), right.casefold()), key=len)
    return longer.startswith(shorter)


def _is_one(phrase: str, numbers: Sequence[tuple[str, _Rank]]) -> bool:
    """Tell whether the phrase is one number and nothing else."""
    return [phrase.casefold()] == [word for word, _ in numbers]


def _are_forms(left: str, right: str) -> bool:
    """Tell whether two doubtful numbers are forms of one word, as articles are ("ein", "eine")."""
    return _begin_alike(left, right) or nearness(left.casefold(), right.casefold()) > 0


def _sure(numbers: Sequence[tuple[str, _Rank]]) -> list[str]:
    return [word for word, rank in numbers if rank != "doubtful"]


def _find(text: str) -> list[tuple[str, _Rank]]:
    """List the numbers in a short text, case folded, in order, with their ranks."""
    words = [text] if text.isascii() and text.isalpha() else _WORD.findall(text)
    return [(_without_others(word.casefold()), rank) for word in words if (rank := _rank(word))]


def _without_others(word: str) -> str:
    """Leave the numbers of a compound: "five" of "five-year", "twenty-one"."""
    parts = _HYPHEN.split(word)
    return "-".join([part for part in parts if part and _rank(part)]) if len(parts) > 1 else word


def _rank_word(word: str) -> _Rank:
    if word[0].isnumeric():
        return "figure"
    folded = word.casefold()
    if folded[:3] not in BEGINNINGS and word.isalpha() and word[0] not in "MDCLXVI":
        return ""
    if _ROMAN.fullmatch(word):
        return "figure" if len(word) > 1 and word not in _CAPITALS else "doubtful"
    if folded in DOUBTFUL:
        return "doubtful"
    if folded in NUMBER_WORDS or is_compound(folded):
        return "word"
    parts = _HYPHEN.split(folded)
    return "word" if len(parts) > 1 and not NUMBER_WORDS.isdisjoint(parts) else ""


_rank = Cache(_rank_word, most=10_000).__getitem__
