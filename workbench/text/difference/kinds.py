"""What kind of difference it is, by rule: the first that holds. How it is shown: `web.typesetting.difference_types`.

1. `spacing`: the same without white space and characters that show nothing.
2. `gloss`: every word of it stands in square brackets.
3. `case`: the same after case folding.
4. `diacritics`: the same without accents and Unicode form (and case).
5. `punctuation`: only signs differ, apostrophes in words among them, which one side may lack (and spaces or case beside
   them); but "king's" and "kings" are two words (`wording`).
6. `addition`, `omission`: one side has nothing.
7. `number`: the numbers on both sides, in digits or in words, are not the same (a number word against no number
   counts in a difference of up to three words), or are written otherwise, which the note then says. So are figures
   that signs alone make another value ("2.5", "25"), before 3 to 5.
8. `spelling`: near-equal words that are one word in two spellings (`spellings`), or look-alike letters; a word in two
   orthographies or romanisations before it is asked for numbers ("seuen", "seven"), and in old texts what is one word
   by the folds of old spelling (`respelling`). A hyphen that only one of two words has ("to-day/today") is spelling
   too, so is "ß" for "ss".
9. `wording`: everything else; "resign" and "resignation", "came" and "come" too (`spellings` says what is one word),
   whose characters are marked nevertheless.
"""

import re
from collections.abc import Sequence
from unicodedata import normalize

from workbench.text.difference.comparison import DifferenceType
from workbench.text.words.boundaries import SPACES
from workbench.text.words.cache import Cache
from workbench.text.words.content import may_hold_numbers
from workbench.text.words.folding import Ignorable, folder
from workbench.text.words.hidden import confusable_skeleton, explain
from workbench.text.words.keys import fold_phrase
from workbench.text.words.nearness import differing_characters, plain_form
from workbench.text.words.numerals import are_of_one_value, compare_numbers, is_numeral
from workbench.text.words.spellings import are_one_word, are_spellings

__all__ = ["WITH_NUMBERS", "Judgement", "Question", "Rows", "judge", "judge_without", "note", "recall"]

_fold_accents = folder(frozenset({"diacritics", "spacing"}))
_SPACED: frozenset[Ignorable] = frozenset({"spacing", "case"})
_FORM: frozenset[Ignorable] = frozenset({"diacritics", "form", "spacing", "case"})
_POSSESSIVE = re.compile("['’]s$", re.IGNORECASE)  # "it's" is not "its", nor "king's" "kings"
_ONE_HYPHEN = str.maketrans("‐‑", "--")
_WITHOUT_HYPHENS = str.maketrans(dict.fromkeys("-‐‑·‧"))
_SAME_VALUE = "the same value"
WITH_NUMBERS = 2_000  # characters; in changes of so many, numbers are not looked for
_REMEMBERED = 80  # characters of both sides

# Two phrases, whether they are near words, whose characters are then compared, and whether they stand in brackets.
Question = tuple[str, str, bool, bool]
QuestionWithout = tuple[str, str, bool, bool, frozenset[Ignorable]]  # and what is ignored
Rows = Sequence[tuple[int, int, int, int]]  # differing characters a:b of the left phrase, c:d of the right
Judgement = tuple[DifferenceType, Rows, str]  # the type, the differing characters, and a note


def judge(question: Question) -> Judgement:
    """Say of which type the difference of two phrases is, which characters differ, and what the eye cannot see.

    Phrases that are not long are remembered with their answer, since the same words change again and again.
    """
    return _judgements[question] if len(question[0]) + len(question[1]) <= _REMEMBERED else _judge(question)


def note(question: Question, judgement: Judgement) -> None:
    """Remember what `judge` would say, found in another way."""
    if len(question[0]) + len(question[1]) <= _REMEMBERED:
        _judgements.keep(question, judgement)


def _judge(question: Question) -> Judgement:
    left, right, near, glossed = question
    rows = differing_characters(left, right) if near else ()
    note = "" if left.isascii() and right.isascii() else explain(left, right)
    kind = _type_of(left, right, near=near, glossed=glossed)
    if kind == "number" and compare_numbers(left, right) == "same":
        note = f"{_SAME_VALUE}; {note}" if note else _SAME_VALUE
    return kind, rows, note


_judgements = Cache(_judge, most=1_000)
recall = _judgements.get


def judge_without(question: QuestionWithout) -> Judgement:
    """Say the same where something is ignored: that is not there, and makes no type."""
    return (
        _judge_without_again(question)
        if len(question[0]) + len(question[1]) <= _REMEMBERED
        else _judge_without(question)
    )


def _judge_without(question: QuestionWithout) -> Judgement:
    left, right, near, glossed, ignored = question
    kind, rows, note = judge((left, right, near, glossed))
    mine, theirs = fold_phrase(left, ignored), fold_phrase(right, ignored)
    if mine == theirs or (mine, theirs) == (left, right):
        return kind, rows, note
    return _type_of(mine, theirs, near=near, glossed=glossed), rows, note


_judge_without_again = Cache(_judge_without, most=5_000).__getitem__


def _type_of(left: str, right: str, *, near: bool, glossed: bool) -> DifferenceType:
    if not ((left and right) or glossed) and _begins_plainly(left or right):
        return "omission" if left else "addition"
    if not (near or glossed) and _begin_otherwise(left, right):
        return "number" if _have_other_numbers(left, right) else "wording"
    plain = plain_form(left), plain_form(right)
    if plain[0] == plain[1]:
        return _type_of_form(left, right, plain[0]) if not glossed or _visible(left) == _visible(right) else "gloss"
    if glossed:
        return "gloss"
    if not left or not right:
        return "omission" if left else "addition"
    return _type_of_words(left, right, plain, near=near)


def _type_of_words(left: str, right: str, plain: tuple[str, str], *, near: bool) -> DifferenceType:
    """Tell the type of a difference between words whose letters are not the same."""
    if near and _are_spellings_before_numbers(left, right, plain):
        return "spelling"
    if _have_other_numbers(left, right):
        return "number"
    if not near or _is_other_possessive(left, right):
        return "wording"
    return "spelling" if are_spellings(left, right, plain) or _look_alike(left, right) else "wording"


def _are_spellings_before_numbers(left: str, right: str, plain: tuple[str, str]) -> bool:
    """Tell whether two words are one, "seuen" and "seven" too; but XVIe is not XVIIe."""
    if are_of_one_value(left, right):
        return are_one_word(left, right) or are_spellings(left, right, plain)
    return are_one_word(left, right) and not (is_numeral(left) and is_numeral(right))


def _begin_otherwise(left: str, right: str) -> bool:
    """Tell at a glance that the letters of two phrases are not the same: neither folds away its first one."""
    first, second = left[:1].lower(), right[:1].lower()
    return first != second and first.isalpha() and second.isalpha() and first.isascii() and second.isascii()


def _have_other_numbers(left: str, right: str) -> bool:
    if _is_english(left) and _is_english(right) and not may_hold_numbers((left, right)):
        return False
    return len(left) + len(right) < WITH_NUMBERS and bool(compare_numbers(left, right))


def _is_english(text: str) -> bool:
    """Tell whether the text is one word in English letters."""
    return text.isascii() and text.isalpha()


def _have_other_values(left: str, right: str) -> bool:
    """Tell whether signs alone make another value ("2.5", "25") or another writing of one ("3/4", "¾")."""
    relation = compare_numbers(left, right) if left and right and len(left) + len(right) < WITH_NUMBERS else ""
    return relation == "other" or (relation == "same" and normalize("NFKC", left) != normalize("NFKC", right))


def _begins_plainly(text: str) -> bool:
    """Tell whether the text begins with a letter or digit that every folding keeps."""
    return text[0].isascii() and text[0].isalnum()


def _type_of_form(left: str, right: str, plain: str) -> DifferenceType:
    """Tell the type of a difference that leaves the letters (`plain`) the same."""
    if plain and not plain.isalpha() and _have_other_values(left, right):
        return "number"
    if left.casefold() == right.casefold() and left != right:
        return "case" if left.lower() == right.lower() or left.isupper() or right.isupper() else "spelling"
    if _visible(left) == _visible(right):
        return "spacing"
    if left and right and _fold_accents(left).casefold() == _fold_accents(right).casefold():
        return "diacritics"
    if not plain:
        return "punctuation"
    return _type_of_signs(left, right)


def _type_of_signs(left: str, right: str) -> DifferenceType:
    """Tell the type of a difference in spaces, forms of letters, hyphens and other signs, and perhaps case beside."""
    if fold_phrase(left, _SPACED) == fold_phrase(right, _SPACED):
        return "spacing"
    if _has_other_hyphens(left, right) or fold_phrase(left, _FORM) == fold_phrase(right, _FORM):
        return "spelling"
    if fold_phrase(left, _FORM | {"punctuation"}) == fold_phrase(right, _FORM | {"punctuation"}):
        return "punctuation"
    return "wording" if _is_other_possessive(left, right) else "spelling"


def _is_other_possessive(left: str, right: str) -> bool:
    """Tell whether one of two words alone ends in an apostrophe and s."""
    return (_POSSESSIVE.search(left) is None) != (_POSSESSIVE.search(right) is None)


def _has_other_hyphens(left: str, right: str) -> bool:
    """Tell whether these are two words that differ in nothing but where they have hyphens, and perhaps case."""
    if left.translate(_ONE_HYPHEN).casefold() == right.translate(_ONE_HYPHEN).casefold():
        return False
    mine, theirs = left.translate(_WITHOUT_HYPHENS), right.translate(_WITHOUT_HYPHENS)
    return mine.casefold() == theirs.casefold() and len(left.split()) == len(right.split()) == 1


def _visible(text: str) -> str:
    return "".join(text.split()) if text.isascii() else "".join(c for c in text if c not in SPACES)


def _look_alike(left: str, right: str) -> bool:
    return not (left.isascii() and right.isascii()) and confusable_skeleton(left) == confusable_skeleton(right)
