"""Numbers, in figures or in words: what must never pass as a mere change of wording.

What a number says is known to `numbers`; here is asked whether a word that may be one ("one", "mix", "I") is one where
it stands against another.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Literal, NamedTuple

from workbench.text.words.cache import Cache
from workbench.text.words.nearness import nearness
from workbench.text.words.number_words import BEGINNINGS, DOUBTFUL, NUMBER_WORDS, is_compound
from workbench.text.words.numbers.compounds import may_say
from workbench.text.words.numbers.figures import SIGNS, without_grouping
from workbench.text.words.numbers.forms import find_forms
from workbench.text.words.numbers.letters import HAN_DIGITS, is_roman, roman_part
from workbench.text.words.numbers.meaning import meaning_of, split_word
from workbench.text.words.numbers.phrases import find_numbers
from workbench.text.words.numbers.values import Meaning
from workbench.text.words.tokens import scan
from workbench.text.words.weights import LISTED

__all__ = ["Relation", "are_of_one_value", "compare_numbers", "holds_number", "is_numeral", "list_plainly_none"]

_GROUPED = re.compile(r"\d[\d.,:'’٫٬\u00a0\u202f\u2009 ]*\d")
_HYPHEN = re.compile("[-‐‑]")
_LETTERS = re.compile("[A-Za-z]+")
# Roman numbers that are words or abbreviations in one of many languages.
_ABBREVIATIONS = "cc cd ci cl cm cv dc di dim dix dl dm dv li liv lm mc md mi mil mix ml mm mv vi vim xi"
_WORDS_TOO = frozenset(_ABBREVIATIONS.split())
_SINGLE = frozenset("MDCLXVI")
_SMALL = frozenset("mdclxvi")
_ROMAN = _SINGLE | _SMALL
_LAST = _SMALL | {"j", "e", "t", "d", "h"}
_ORDINAL_ENDINGS = "st nd rd th er re e eme de ste te ter ten ieme iieme"  # after Roman capitals
_ENDINGS = frozenset(_ORDINAL_ENDINGS.split())
_HAN = frozenset(HAN_DIGITS)
_OTHER_SIGNS = re.compile('[\u02b9\u0374׳״"´΄፩-፼0-9]|第')  # of a number that does not begin as number words do
_NO_VALUE = frozenset({"a", "an", ","})  # "an hundred" is no other number than "a hundred"
_SHORT = 3  # words

# `figure`: in digits, or two Roman ones and more. `doubtful`: a number word that may be another word. `letter`: one
# Roman letter, what may be an abbreviation, or one Han numeral. `small`: what in small letters may be a word.
_Rank = Literal["figure", "word", "doubtful", "letter", "small", ""]
_FACING: dict[str, frozenset[str]] = {
    "letter": frozenset({"figure", "letter"}),
    "small": frozenset({"figure"}),
}

# What two phrases' numbers are to each other: they say another value, or the same written otherwise, or neither.
Relation = Literal["other", "same", ""]


class _Number(NamedTuple):
    text: str
    rank: _Rank
    meaning: Meaning | None

    @property
    def writing(self) -> str:
        """What is the same where two numbers differ only in case, hyphens, an article or what parts thousands."""
        if (self.rank == "figure" and self.text[0].isnumeric()) or self.text[0] in SIGNS:
            figures = _GROUPED.sub(lambda match: without_grouping(match[0]), self.text.lstrip("+"))
            return "".join(figures.split())
        words = split_word(self.text)
        return " ".join([word for word in words if word not in _NO_VALUE] if len(words) > 1 else words)


def is_numeral(word: str) -> bool:
    """Tell whether a word, or several that make one number, are surely a number of the languages listed."""
    return _rank(word) in {"figure", "word"}


def compare_numbers(left: str, right: str) -> Relation:
    """Compare the numbers in two phrases: "other" values, or the "same" written otherwise ("seventy", "70").

    A number word against none counts in short phrases only, a doubtful one only where it faces a number. A long phrase
    that holds a number is not made one by that.
    """
    mine, theirs = _find(left), _find(right)
    if not (mine or theirs):
        return ""
    mine, theirs = _face(mine, theirs)
    if _are_one(left, mine) and _are_one(right, theirs):
        return _compare_two(mine[0], theirs[0])
    first, second = _sure(mine), _sure(theirs)
    if [number.writing for number in first] == [number.writing for number in second]:
        return ""
    if max(len(left.split()), len(right.split())) <= _SHORT:
        return _compare_all(mine, theirs) if mine and theirs else "" if _begin_alike(left, right) else "other"
    return _compare_all(first, second) if first and second and not _is_part(first, second) else ""


def are_of_one_value(left: str, right: str) -> bool:
    """Tell whether two words, of letters alone, are numbers of one value, both ordinal or neither."""
    if not (left.isalpha() and right.isalpha()):
        return False
    mine, theirs = meaning_of(left), meaning_of(right)
    return bool(mine and theirs and mine.is_ordinal == theirs.is_ordinal and mine.agrees(theirs))


def _compare_two(left: _Number, right: _Number) -> Relation:
    if left.writing == right.writing:
        return ""
    if left.rank == right.rank == "doubtful" and _are_forms(left.text, right.text):
        return ""
    if left.meaning and right.meaning and left.meaning.agrees_uncounted(right.meaning):
        return ""
    return _compare_all([left], [right])


def _compare_all(left: Sequence[_Number], right: Sequence[_Number]) -> Relation:
    if len(left) != len(right):
        return "other"
    return "same" if all(_agree(a, b) for a, b in zip(left, right, strict=True)) else "other"


def _agree(left: _Number, right: _Number) -> bool:
    if left.meaning is None or right.meaning is None:
        return left.writing == right.writing
    return left.meaning.agrees(right.meaning)


def _is_part(left: Sequence[_Number], right: Sequence[_Number]) -> bool:
    """Tell whether the one side has all numbers of the other and more."""
    shorter, longer = sorted((left, right), key=len)
    return len(shorter) < len(longer) and all(any(_agree(a, b) for b in longer) for a in shorter)


def _face(left: list[_Number], right: list[_Number]) -> tuple[list[_Number], list[_Number]]:
    """Leave out single letters that face no number that could be theirs."""
    ranks = {number.rank for number in left}, {number.rank for number in right}
    return (
        [number for number in left if not (facing := _FACING.get(number.rank)) or facing & ranks[1]],
        [number for number in right if not (facing := _FACING.get(number.rank)) or facing & ranks[0]],
    )


def _begin_alike(left: str, right: str) -> bool:
    """Tell whether one phrase begins with the other, as "thirdly" does with "third"."""
    shorter, longer = sorted((left.casefold(), right.casefold()), key=len)
    return longer.startswith(shorter)


def _are_one(phrase: str, numbers: Sequence[_Number]) -> bool:
    """Tell whether the phrase is one number and nothing else."""
    return len(numbers) == 1 and phrase.casefold() == numbers[0].text


def _are_forms(left: str, right: str) -> bool:
    """Tell whether two doubtful numbers are forms of one word, as articles are ("ein", "eine")."""
    return _begin_alike(left, right) or nearness(left, right) > 0


def _sure(numbers: Sequence[_Number]) -> list[_Number]:
    return [number for number in numbers if number.rank in {"figure", "word"}]


def _find(text: str) -> list[_Number]:
    """List the numbers in a short text, in order."""
    if text.isascii() and text.isalpha():
        return [_number(text, rank)] if (rank := _rank(text)) else []
    pieces = scan(text)
    if not any(map(_rank, pieces)) and (text.isascii() or not _OTHER_SIGNS.search(text)):
        return []
    words = [text] if " " in text and _may_open(pieces[0]) and meaning_of(text) else _join(text, pieces)
    return [_number(word, rank) for word in words if (rank := _rank(word))]


def _may_open(word: str) -> bool:
    """Tell at a glance whether a number in several words may begin so."""
    return not (word.isascii() and word.isalpha()) or may_say(word.lower())


def _join(text: str, pieces: Sequence[str]) -> list[str]:
    """List the words of a text, those that make one number together as one."""
    words: list[str] = []
    starts: list[int] = []
    at = 0
    for piece in pieces:
        if not piece.isspace():
            words.append(piece)
            starts.append(at)
        at += len(piece)
    ends = [start + len(word) for start, word in zip(starts, words, strict=True)]
    for first, last in reversed(find_numbers(text, words, starts, ends)):
        words[first:last] = [text[starts[first] : ends[last - 1]]]
    return words


def _number(word: str, rank: _Rank) -> _Number:
    text = _without_others(word.casefold()) if rank == "word" else word.casefold()
    return _Number(text, rank, meaning_of(text) or meaning_of(word))


def _without_others(word: str) -> str:
    """Leave the numbers of a compound: "five" of "five-year", "twenty-one"."""
    if meaning_of(word):
        return word
    parts = _HYPHEN.split(word)
    return "-".join([part for part in parts if part and _rank(part)]) if len(parts) > 1 else word


def _is_plainly_none(word: str, folded: str) -> bool:
    """Tell at a glance that letters are no number and hold none; `folded` is the word case folded."""
    if folded[:3] in BEGINNINGS and _may_be_said(folded):
        return False
    if word.isascii():
        return not _looks_roman(word)
    return word[0] not in _SINGLE and not _may_be_letters(word)


def _is_none_at_a_glance(word: str, folded: str) -> bool:
    """Tell the same of words with signs in them too: "peace-offerings", "w3"."""
    if word.isalpha():
        return _is_plainly_none(word, folded)
    return word.isascii() and "%" not in word and all(_is_plainly_none(p, p.lower()) for p in _LETTERS.findall(word))


def _may_be_said(folded: str) -> bool:
    return folded in NUMBER_WORDS or folded in DOUBTFUL or may_say(folded) or is_compound(folded)


def _looks_roman(word: str) -> bool:
    """Tell whether English letters may be a Roman number, perhaps an ordinal: most words are seen not to be one."""
    if word[0] in _SINGLE:
        return not word[1:].islower() or word[1:] in _ENDINGS or may_say(word.lower())
    return word[0] in _SMALL and word[-1] in _LAST and _SMALL.issuperset(word[: -2 if word[-2:] in _ENDINGS else -1])


def list_plainly_none(forms: Mapping[str, str]) -> list[str]:
    """List the words of which `_is_plainly_none` is true: words in English letters, each with itself in lower case."""
    return [
        word
        for word, form in forms.items()
        if (
            form[:3] not in BEGINNINGS
            and word[0] not in _SINGLE
            and (word[0] not in _SMALL or word[-1] not in _LAST or (len(word) > 3 and word[1] not in _SMALL))
        )
        or _is_plainly_none(word, form)
    ]


def holds_number(word: str) -> bool:
    """Tell whether a word or sign is a number, surely or perhaps, or holds one; without any, two phrases are alike."""
    if word.isalpha() and _is_plainly_none(word, word.casefold()):
        return not word.isascii() and is_numeral(word)
    return bool(_find(word)) or is_numeral(word)


def _rank_word(word: str) -> _Rank:
    first = word[0]
    if (first.isnumeric() and first not in _HAN) or (first in SIGNS and word[1:2].isnumeric()):
        return "figure"
    folded = word.casefold()
    if _is_none_at_a_glance(word, folded):
        return ""
    is_said = folded in NUMBER_WORDS and not word.isupper()  # "dix" is ten before it is 509
    if (rank := "" if is_said else _rank_letters(word, folded)) or folded in DOUBTFUL:
        return rank or "doubtful"
    if folded in NUMBER_WORDS or is_compound(folded):
        return "word"
    if meaning_of(word):
        return "doubtful" if find_forms(folded) else "word"
    parts = _HYPHEN.split(folded)
    return "word" if len(parts) > 1 and not NUMBER_WORDS.isdisjoint(parts) else ""


def _may_be_letters(word: str) -> bool:
    return word[0] in _SMALL or word[0] in _HAN or (not word.isascii() and _OTHER_SIGNS.search(word) is not None)


def _rank_letters(word: str, folded: str) -> _Rank:
    """Rank what is written with letters that are numerals."""
    if len(word) == 1:
        return "letter" if word in _SINGLE or word in _HAN else "small" if word in _SMALL else ""
    if is_roman(word):
        return "figure" if folded not in _WORDS_TOO else "letter" if word.isupper() else "small"
    if roman_part(word) or (word[0] in _HAN and meaning_of(word)):
        return "figure"
    if not word.isascii() and _OTHER_SIGNS.search(word) and meaning_of(word):
        return "figure" if len(word) > 2 else "letter"
    return ""


_rank = Cache(_rank_word, most=3_000, known={word: _rank_word(word) for word in (*LISTED, " ")}).__getitem__
