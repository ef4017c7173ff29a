"""What kind of difference it is, by rule: the first that holds.

1. `spacing`: the same without white space and characters that show nothing.
2. `gloss`: every word of it stands in square brackets.
3. `case`: the same after case folding.
4. `diacritics`: the same without accents and Unicode form (and case).
5. `punctuation`: only signs differ, hyphens and apostrophes in words among them (and spaces or case beside them).
6. `addition`, `omission`: one side has nothing.
7. `number`: the numbers on both sides, in digits or in words, are not the same (a number word against no number
   counts in a difference of up to three words).
8. `spelling`: two near-equal words, three quarters alike, of which neither begins with the other; or look-alike
   letters.
9. `wording`: everything else; "resign" and "resignation" too, whose characters are marked nevertheless.
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache

from workbench.text.boundaries import SPACES
from workbench.text.comparison import CharacterDifference, Difference, DifferenceType
from workbench.text.hidden import explain, looks_of
from workbench.text.keys import folder
from workbench.text.nearness import differing_characters, nearness, plain_form
from workbench.text.numerals import find_numerals
from workbench.text.spans import Span

__all__ = ["describe"]

_fold_marks = folder(frozenset({"diacritics", "form"}))
_ALIKE = 0.74
_SHORT = 3  # words
_LONG = 2_000  # characters; numbers are not looked for in longer changes
_REMEMBERED = 80  # characters of both sides of a change that is remembered, for the same words change again and again

_Judgement = tuple[DifferenceType, Sequence[tuple[int, int, int, int]], str]


def describe(texts: tuple[str, str], left: Span, right: Span, *, near: bool, glossed: bool) -> Difference:
    """Describe the difference between two spans; `near` words have their characters compared."""
    first, second = texts[0][left[0] : left[1]], texts[1][right[0] : right[1]]
    judge = _judge_again if len(first) + len(second) <= _REMEMBERED else _judge
    kind, rows, note = judge(first, second, (near, glossed))
    return Difference(kind, left, right, _place_characters(rows, left[0], right[0]) if rows else (), note)


def _judge(left: str, right: str, found: tuple[bool, bool]) -> _Judgement:
    """Say of two phrases, `found` near or not and glossed or not, of which type their difference is and what it holds.

    That is: which characters differ, and what the eye cannot see.
    """
    near, glossed = found
    rows = differing_characters(left, right) if near else ()
    note = "" if left.isascii() and right.isascii() else explain(left, right)
    return _type_of(left, right, near=near, glossed=glossed), rows, note


_judge_again = lru_cache(maxsize=2048)(_judge)


def _place_characters(
    rows: Iterable[tuple[int, int, int, int]], left: int, right: int
) -> tuple[CharacterDifference, ...]:
    return tuple([CharacterDifference(Span(left + a, left + b), Span(right + c, right + d)) for a, b, c, d in rows])


def _type_of(left: str, right: str, *, near: bool, glossed: bool) -> DifferenceType:
    if not ((left and right) or glossed) and _begins_plainly(left or right):
        return "omission" if left else "addition"
    plain = plain_form(left), plain_form(right)
    if plain[0] == plain[1]:
        return _type_of_form(left, right) if not glossed or _visible(left) == _visible(right) else "gloss"
    if glossed:
        return "gloss"
    if not left or not right:
        return "omission" if left else "addition"
    if len(left) + len(right) < _LONG and _has_other_numbers(left, right):
        return "number"
    return "spelling" if near and (_is_respelled(*plain) or _look_alike(left, right)) else "wording"


def _begins_plainly(text: str) -> bool:
    """Tell whether the text begins with a letter or digit that every folding keeps."""
    return text[0].isascii() and text[0].isalnum()


def _type_of_form(left: str, right: str) -> DifferenceType:
    """Tell the type of a difference that leaves the letters the same."""
    if _visible(left) == _visible(right):
        return "spacing"
    if left.casefold() == right.casefold():
        return "case"
    if not any(map(str.isalnum, left)):
        return "punctuation"
    return "diacritics" if _fold_marks(left).casefold() == _fold_marks(right).casefold() else "punctuation"


def _visible(text: str) -> str:
    return "".join(text.split()) if text.isascii() else "".join(c for c in text if c not in SPACES)


def _is_respelled(left: str, right: str) -> bool:
    return nearness(left, right) > _ALIKE and not (left.startswith(right) or right.startswith(left))


def _look_alike(left: str, right: str) -> bool:
    return not (left.isascii() and right.isascii()) and looks_of(left) == looks_of(right)


def _has_other_numbers(left: str, right: str) -> bool:
    """Tell whether the numbers differ; a number word against none counts in a short difference only."""
    mine, theirs = find_numerals(left), find_numerals(right)
    if mine == theirs:
        return False
    is_certain = (mine and theirs) or any(word[0].isnumeric() for word in mine + theirs)
    return bool(is_certain) or max(len(left.split()), len(right.split())) <= _SHORT
