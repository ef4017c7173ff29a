"""What kind of difference it is, by rule: the first that holds.

1. `spacing`: the same without white space and characters that show nothing.
2. `gloss`: every word of it stands in square brackets.
3. `case`: the same after case folding.
4. `diacritics`: the same without accents and Unicode form (and case).
5. `punctuation`: only signs differ, hyphens and apostrophes in words among them (and spaces or case beside them).
6. `number`: both sides have words, and the numbers among them, in digits or in words, are not the same (a number
   word against no number counts in a difference of up to three words).
7. `addition`, `omission`: one side has nothing.
8. `spelling`: two near-equal words of which neither begins with the other, three quarters alike, or look-alike letters.
9. `wording`: everything else; "resign" and "resignation" too, whose characters are marked nevertheless.
"""

from workbench.text.boundaries import SPACES
from workbench.text.comparison import CharacterDifference, Difference, DifferenceType, Span
from workbench.text.hidden import explain, looks_of
from workbench.text.keys import folder
from workbench.text.nearness import differing_characters, nearness, plain_form
from workbench.text.numerals import is_numeral
from workbench.text.tokens import scan

__all__ = ["describe"]

_fold_marks = folder(frozenset({"diacritics", "form"}))
_ALIKE = 0.74  # "king", "kings": 0.8; "bring", "brings": 0.83; "spoke", "speak": 0.4

_SHORT = 3  # words


def describe(texts: tuple[str, str], left: Span, right: Span, *, near: bool, glossed: bool) -> Difference:
    """Describe the difference between two spans; `near` words have their characters compared."""
    first, second = left.of(texts[0]), right.of(texts[1])
    characters = _characters(first, second, left, right) if near else ()
    return Difference(
        _type_of(first, second, near=near, glossed=glossed), left, right, characters, explain(first, second)
    )


def _characters(first: str, second: str, left: Span, right: Span) -> tuple[CharacterDifference, ...]:
    return tuple(
        CharacterDifference(Span(left.start + a, left.start + b), Span(right.start + c, right.start + d))
        for a, b, c, d in differing_characters(first, second)
    )


def _type_of(left: str, right: str, *, near: bool, glossed: bool) -> DifferenceType:
    if _visible(left) == _visible(right):
        return "spacing"
    if glossed:
        return "gloss"
    return _type_of_form(left, right) or _type_of_words(left, right, near=near)


def _visible(text: str) -> str:
    return "".join(c for c in text if c not in SPACES)


def _type_of_form(left: str, right: str) -> DifferenceType | None:
    """Tell the type of a difference that leaves the words the same, or None."""
    if left.casefold() == right.casefold():
        return "case"
    if _fold_marks(left).casefold() == _fold_marks(right).casefold():
        return "diacritics"
    return "punctuation" if plain_form(left) == plain_form(right) else None


def _type_of_words(left: str, right: str, *, near: bool) -> DifferenceType:
    if not left:
        return "addition"
    if not right:
        return "omission"
    if _has_other_numbers(left, right):
        return "number"
    if near and (_is_respelled(plain_form(left), plain_form(right)) or looks_of(left) == looks_of(right)):
        return "spelling"
    return "wording"


def _is_respelled(left: str, right: str) -> bool:
    return nearness(left, right) > _ALIKE and not (left.startswith(right) or right.startswith(left))


def _has_other_numbers(left: str, right: str) -> bool:
    """Tell whether the numbers differ; a number word against none counts in a short difference only."""
    first, second = _words(left), _words(right)
    mine, theirs = list(filter(is_numeral, first)), list(filter(is_numeral, second))
    if mine == theirs:
        return False
    is_certain = (mine and theirs) or any(word[0].isnumeric() for word in mine + theirs)
    return bool(is_certain) or max(len(first), len(second)) <= _SHORT


def _words(text: str) -> list[str]:
    return [word.casefold() for word in scan(text) if word[0] not in SPACES]
