"""From pieces of text to the differences and the segments that point at them."""

from collections.abc import Callable, Mapping, Sequence

from workbench.text.difference.comparison import CharacterDifference, Difference, Part
from workbench.text.difference.kinds import WITH_NUMBERS, Judgement, Question, Rows, judge, judge_without, note, recall
from workbench.text.difference.opcodes import Row
from workbench.text.difference.spacing import Piece
from workbench.text.words.content import form_of, is_sure_number, list_forms, may_hold_numbers
from workbench.text.words.folding import Ignorable
from workbench.text.words.glosses import find_glosses, is_glossed
from workbench.text.words.nearness import differing_characters
from workbench.text.words.spans import Span
from workbench.text.words.spellings import are_one_word, are_spellings

__all__ = ["collect"]

_Places = list[tuple[int, int]]
_Words = tuple[Sequence[str], Sequence[str]]
_make = tuple.__new__  # a named tuple, twice as fast as by its name
_FIRST: Rows = ((0, 1, 0, 1),)
_OMISSION: Judgement = ("omission", (), "")
_ADDITION: Judgement = ("addition", (), "")
_WORDING: Judgement = ("wording", (), "")
_SIGN: Judgement = ("punctuation", (), "")
_OTHER_SIGN: Judgement = ("punctuation", _FIRST, "")
_CASE: Judgement = ("case", _FIRST, "")


def collect(
    left: str, right: str, pieces: Sequence[Piece], ignored: frozenset[Ignorable], words: _Words | None
) -> tuple[tuple[Difference, ...], tuple[Part, ...]]:
    """Make the differences, in order of their left ends, and the segments, in order of both texts.

    The two pieces of a move make one difference. `words` are the words of both texts as they stand, which often tell
    the type at a glance; None where they are folded.
    """
    glosses = find_glosses(left), find_glosses(right)
    has_glosses = any(glosses)
    tell = _choose_judge(words, ignored)
    differences: list[Difference] = []
    leaving: dict[int, int] = {}
    arrivals: dict[int, Span] = {}
    parts: list[Part] = []
    for a, b, c, d, edit in pieces:
        if edit is None:
            parts.append((a, b, c, d, None))
            continue
        i, k, j, m, row = edit
        if row is not None and (move := row[6]) is not None:
            parts.append((a, b, c, d, ~move))  # the number of a difference that is perhaps not made yet
            if i < k:
                arrivals = arrivals or _arrivals(pieces)
                leaving[move] = len(differences)
                ends = Span(i, k), arrivals[move]
                differences.append(_describe_move(left, right, ends, ignored) if row[5] else Difference("move", *ends))
            continue
        parts.append((a, b, c, d, len(differences)))
        near = row is not None and row[5]
        glossed = has_glosses and _is_glossed((i, k), (j, m), glosses, near=near)
        kind, rows, remark = tell((left[i:k], right[j:m], near, glossed), row)
        characters = _place_characters(rows, i, j) if rows else ()
        differences.append(_make(Difference, (kind, _make(Span, (i, k)), _make(Span, (j, m)), characters, remark)))
    return tuple(differences), _number_moves(parts, leaving) if leaving else tuple(parts)


def _choose_judge(words: _Words | None, ignored: frozenset[Ignorable]) -> Callable[[Question, Row | None], Judgement]:
    """Return what judges a difference: at a glance first where the words of both texts are known as they stand."""
    if ignored:
        return lambda question, _: judge_without((*question, ignored))
    if not words:
        return lambda question, _: judge(question)

    def tell(question: Question, row: Row | None) -> Judgement:
        if row is None or question[3]:  # a gap, a gloss
            return judge(question)
        if not (question[0] and question[1]):
            return _glance(question, row, words) or judge(question)
        return recall(question) or _glance(question, row, words) or judge(question)

    return tell


def _glance(question: Question, row: Row, words: _Words) -> Judgement | None:
    """Judge a difference in ASCII, where no rule of the trade is needed, and remember it; else None.

    The same that `judge` would say, for a fifth of the time: most differences are such.
    """
    left, right, near, _ = question
    if not (left.isascii() and right.isascii()):
        return None
    if not left or not right:
        return _glance_at_one(left, right)
    judgement = _glance_at_near(left, right) if near else _glance_at_words(row, words, len(left) + len(right))
    if judgement:
        note(question, judgement)
    return judgement


def _glance_at_words(row: Row, words: _Words, length: int) -> Judgement | None:
    _, a, b, c, d, _, _ = row
    mine, theirs = words[0][a:b], words[1][c:d]
    if (length < WITH_NUMBERS and _may_part_in_numbers(mine, theirs)) or _have_same_letters(mine, theirs):
        return None
    return _WORDING


def _may_part_in_numbers(left: Sequence[str], right: Sequence[str]) -> bool:
    first, second = may_hold_numbers(left), may_hold_numbers(right)
    return (first and second) or ((first or second) and any(map(is_sure_number, left if first else right)))


def _have_same_letters(left: Sequence[str], right: Sequence[str]) -> bool:
    first, other = form_of(left[0]), form_of(right[0])
    if first and other and first[0] != other[0]:
        return False
    return "".join(list_forms(left)) == "".join(list_forms(right))


def _glance_at_one(left: str, right: str) -> Judgement | None:
    one = left or right
    if one[0].isalnum():
        return _OMISSION if left else _ADDITION
    return _SIGN if len(one) == 1 else None


def _glance_at_near(left: str, right: str) -> Judgement | None:
    """Judge words that differ in case, signs of one character, and English letters that hold no number."""
    if left[1:] == right[1:]:
        if left.lower() == right.lower():
            return _CASE
        if len(left) == 1:
            return None if left.isalnum() or right.isalnum() else _OTHER_SIGN
    if not (left.isalpha() and right.isalpha()):
        return None
    plain = left.lower(), right.lower()
    if plain[0] == plain[1]:
        return "case", differing_characters(left, right), ""
    if may_hold_numbers((left, right)):
        return None
    is_one = are_one_word(left, right) or are_spellings(left, right, plain)
    return "spelling" if is_one else "wording", differing_characters(left, right), ""


def _describe_move(left: str, right: str, ends: tuple[Span, Span], ignored: frozenset[Ignorable]) -> Difference:
    """Describe a word that moved along with a phrase and changed."""
    kind, rows, note = judge_without((ends[0].of(left), ends[1].of(right), True, False, ignored))
    return Difference(kind, *ends, _place_characters(rows, ends[0].start, ends[1].start), note)


def _arrivals(pieces: Sequence[Piece]) -> dict[int, Span]:
    """Find where each moved phrase stands in the right text."""
    edits = [piece[4] for piece in pieces if piece[4]]
    return {row[6]: Span(c, d) for _, _, c, d, row in edits if row and row[6] is not None and row[3] < row[4]}


def _number_moves(parts: Sequence[Part], leaving: Mapping[int, int]) -> tuple[Part, ...]:
    """Give the pieces of moved phrases the numbers of their differences."""
    return tuple((a, b, c, d, leaving[~n] if n is not None and n < 0 else n) for a, b, c, d, n in parts)


def _is_glossed(left: tuple[int, int], right: tuple[int, int], glosses: tuple[_Places, _Places], *, near: bool) -> bool:
    """Tell whether all that differs stands in brackets, or the same words do on one side only."""
    mine, theirs = is_glossed(*left, glosses[0]), is_glossed(*right, glosses[1])
    if near and (mine or theirs):
        return True
    return (mine or left[0] == left[1]) and (theirs or right[0] == right[1])


def _place_characters(rows: Rows, left: int, right: int) -> tuple[CharacterDifference, ...]:
    return tuple(
        [
            _make(CharacterDifference, (_make(Span, (left + a, left + b)), _make(Span, (right + c, right + d))))
            for a, b, c, d in rows
        ]
    )
