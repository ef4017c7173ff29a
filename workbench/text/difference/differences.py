"""From pieces of text to the differences and the segments that point at them."""

from collections.abc import Mapping, Sequence
from functools import partial

from workbench.text.difference.comparison import CharacterDifference, Difference, Part
from workbench.text.difference.kinds import Rows, judge, judge_without
from workbench.text.difference.spacing import Piece
from workbench.text.words.folding import Ignorable
from workbench.text.words.glosses import find_glosses, is_glossed
from workbench.text.words.spans import Span, span_of

__all__ = ["collect"]

_Places = list[tuple[int, int]]
_difference_of = partial(tuple.__new__, Difference)


def collect(
    left: str, right: str, pieces: Sequence[Piece], ignored: frozenset[Ignorable]
) -> tuple[tuple[Difference, ...], tuple[Part, ...]]:
    """Make the differences, in order of their left ends, and the segments, in order of both texts.

    The two pieces of a move make one difference.
    """
    arrivals = _arrivals(pieces)
    glosses = find_glosses(left), find_glosses(right)
    has_glosses = any(glosses)
    differences: list[Difference] = []
    leaving: dict[int, int] = {}
    parts: list[Part] = []
    for piece in pieces:
        a, b, c, d, edit = piece
        if edit is None:
            parts.append((a, b, c, d, None))
            continue
        i, k, j, m, opcode = edit
        number = len(differences)
        if opcode is None or opcode.move is None:
            near = opcode is not None and opcode.near
            glossed = has_glosses and _is_glossed((i, k), (j, m), glosses, near=near)
            question = left[i:k], right[j:m], near, glossed
            kind, rows, note = judge_without((*question, ignored)) if ignored else judge(question)
            characters = _place_characters(rows, i, j) if rows else ()
            differences.append(_difference_of((kind, span_of((i, k)), span_of((j, m)), characters, note)))
        else:
            number = ~opcode.move  # of a difference that is perhaps not made yet
            if i < k:
                leaving[opcode.move] = len(differences)
                ends = Span(i, k), arrivals[opcode.move]
                differences.append(
                    _describe_move(left, right, ends, ignored) if opcode.near else Difference("move", *ends)
                )
        parts.append((a, b, c, d, number))
    return tuple(differences), _number_moves(parts, leaving) if leaving else tuple(parts)


def _describe_move(left: str, right: str, ends: tuple[Span, Span], ignored: frozenset[Ignorable]) -> Difference:
    """Describe a word that moved along with a phrase and changed."""
    kind, rows, note = judge_without((ends[0].of(left), ends[1].of(right), True, False, ignored))
    return Difference(kind, *ends, _place_characters(rows, ends[0].start, ends[1].start), note)


def _arrivals(pieces: Sequence[Piece]) -> dict[int, Span]:
    """Find where each moved phrase stands in the right text."""
    edits = [piece[4] for piece in pieces if piece[4]]
    return {
        opcode.move: Span(c, d)
        for _, _, c, d, opcode in edits
        if opcode and opcode.move is not None and opcode.c < opcode.d
    }


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
    return tuple([CharacterDifference(Span(left + a, left + b), Span(right + c, right + d)) for a, b, c, d in rows])
