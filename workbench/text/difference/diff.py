"""The difference of two texts, word by word, as a reader would mark it.

The words are read (`tokens`, `keys`); the runs of words that both have are found (`opcodes`), and whether the texts are
related at all (`relatedness`); the runs are made readable (`cleaning`; `abridging` where there are very many), glosses
kept whole (`glossing`); inside a change the words that answer each other are paired (`pairing`), phrases that went
elsewhere are found (`moves`); the white space between is shared out (`spacing`), and each difference gets its type
(`differences`, `kinds`). Everything from the words to the moves is done with the two texts in one fixed order, so that
swapping the sides gives the mirror image.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from workbench.text.difference.abridging import clean_up_and_abridge
from workbench.text.difference.cleaning import slide
from workbench.text.difference.clinging import attach_apostrophes
from workbench.text.difference.comparison import Comparison, Difference, Part, Verdict
from workbench.text.difference.cutting import keep_crossed, leave_out, lift, put_back
from workbench.text.difference.differences import collect
from workbench.text.difference.glossing import Ranges, locate_glosses, mark_glossed, set_apart
from workbench.text.difference.matching import Block
from workbench.text.difference.moves import Move, find_moves
from workbench.text.difference.opcodes import Row, swap_sides
from workbench.text.difference.pairing import pair_all
from workbench.text.difference.relatedness import are_related
from workbench.text.difference.respelling import call_old_spelling
from workbench.text.difference.shortest_edit import cover, find_matching_blocks
from workbench.text.difference.spacing import share_spacing
from workbench.text.words.cache import Cache
from workbench.text.words.content import learn
from workbench.text.words.keys import Ignorable, Keys, Rule, read_keys
from workbench.text.words.sameness import are_same_texts
from workbench.text.words.spans import Span

__all__ = ["diff"]

_Question = tuple[str, str, frozenset[Ignorable]]  # two texts, and what is ignored
_SHORT = 1_500  # characters of both texts of which many comparisons are kept
_LONG = 10_000  # and of which some are
_ROUNDS = 20  # how often the rests are compared while moves turn out to have crossed nothing


def diff(left: str, right: str, *, ignore: Iterable[Ignorable] = frozenset(), rules: Sequence[Rule] = ()) -> Comparison:
    """Compare two texts word by word.

    `ignore` names what makes no difference (see `keys`), `rules` the work's own equivalences. The result depends on the
    two texts alone; with the sides swapped it is the mirror image (additions are omissions). Raises `ValueError` for an
    unknown ignorable.
    """
    ignored = frozenset(ignore)
    length = len(left) + len(right)
    if rules or length > _LONG:
        return _compare(left, right, ignored, rules)
    return (_compare_again if length <= _SHORT else _compare_long_again)[left, right, ignored]


def _compare(left: str, right: str, ignored: frozenset[Ignorable], rules: Sequence[Rule]) -> Comparison:
    words = read_keys(left, ignored, rules), read_keys(right, ignored, rules)
    rows, unshown, approximate = _align(*words)
    if rows is None:
        return _unrelated(left, right, approximate=approximate)
    pieces = share_spacing(*words, rows, ignored)
    as_they_stand = None if ignored or rules else (words[0].values, words[1].values)
    differences, parts = collect(left, right, pieces, ignored, as_they_stand)
    differences = call_old_spelling(differences, left, right)
    if differences and ignored and are_same_texts(*words, ignored):
        return Comparison("equal", 1.0, (), ((0, len(left), 0, len(right), None),), approximate, tuple(rows), words)
    similarity = _similarity(parts, unshown, left, right)
    verdict: Verdict = "identical" if left == right else "different" if differences else "equal"
    return Comparison(verdict, similarity, differences, parts, approximate, tuple(rows), words)


def _compare_without_rules(question: _Question) -> Comparison:
    return _compare(*question, ())


# What was compared lately: a page, the counts and the table of one passage ask for the same pairs, one after the other.
_compare_again = Cache(_compare_without_rules, most=100)
_compare_long_again = Cache(_compare_without_rules, most=6)


def _align(left: Keys, right: Keys) -> tuple[list[Row] | None, int, bool]:
    """Cover both texts' words with rows, or say None where they are unrelated.

    And count the agreeing characters of both sides that are not shown as such, because there are too many agreeing
    runs; and tell whether all this is approximate. Computed in one order of the sides, whichever way they are given.
    """
    if left.values > right.values:
        rows, unshown, approximate = _align(right, left)
        return rows and swap_sides(rows), unshown, approximate
    glosses = locate_glosses(left), locate_glosses(right)
    marked = (mark_glossed(left, glosses[0]), mark_glossed(right, glosses[1])) if any(glosses) else (left, right)
    runs, approximate = find_matching_blocks(marked[0].values, marked[1].values)
    learn(_list_changed(runs, left.values, right.values))
    if not are_related(left, right, runs):
        return None, 0, approximate
    rows, unshown = _make_readable(runs, left, right, glosses)
    moves = find_moves(rows, marked[0].values, marked[1].values)
    if moves:
        rows, unshown = _set_moves_apart(rows, unshown, moves, left, right)
    return rows, unshown, approximate or unshown > 0


def _list_changed(runs: Sequence[Block], left: Sequence[str], right: Sequence[str]) -> set[str]:
    """List the words that do not agree, each once."""
    changed: set[str] = set()
    a = c = 0
    for i, j, length in runs:
        changed.update(left[a:i], right[c:j])
        a, c = i + length, j + length
    changed.update(left[a:], right[c:])
    return changed


def _make_readable(
    runs: Sequence[Block], left: Keys, right: Keys, glosses: tuple[Ranges, Ranges]
) -> tuple[list[Row], int]:
    """Cover both texts' words with rows that a reader follows; and count the agreeing characters not shown as such."""
    readable, unshown = clean_up_and_abridge(runs, left, right)
    rows = cover(slide(readable, left, right), len(left.values), len(right.values))
    paired = pair_all(set_apart(rows, left, right, glosses), left, right)
    return attach_apostrophes(paired, left, right), unshown


def _set_moves_apart(
    rows: list[Row], unshown: int, moves: Sequence[Move], left: Keys, right: Keys
) -> tuple[list[Row], int]:
    """Compare the texts without what moved, look once more for what moved in the rests, and put all of it back."""
    rests = _compare_rests(moves, left, right)
    if not rests.moves:
        return rows, unshown
    more = find_moves(rests.rows, rests.left, rests.right)
    if more := [move for move in (lift(move, rests.moves) for move in more) if move]:
        rests = _compare_rests(sorted([*rests.moves, *more]), left, right)
    return put_back(rests.rows, rests.moves), rests.unshown


class _Rests(NamedTuple):
    """What was compared without the moves: its rows, its words as they were matched, and what is not shown of it."""

    moves: Sequence[Move]
    rows: Sequence[Row]
    left: Sequence[str]
    right: Sequence[str]
    unshown: int


def _compare_rests(moves: Sequence[Move], left: Keys, right: Keys) -> _Rests:
    """Compare the texts without what moved; what then has crossed nothing has not moved, and stays.

    Each round costs as much as a comparison of the texts; if they come to no end, nothing moved.
    """
    for _ in range(_ROUNDS):
        mine = leave_out(left, [(move.i, move.length) for move in moves])
        theirs = leave_out(right, sorted((move.j, move.length) for move in moves))
        glosses = locate_glosses(mine), locate_glosses(theirs)
        values = mark_glossed(mine, glosses[0]).values, mark_glossed(theirs, glosses[1]).values
        rows, unshown = _make_readable(find_matching_blocks(*values)[0], mine, theirs, glosses)
        moved = keep_crossed(moves, rows, mine.values)
        if len(moved) == len(moves):
            return _Rests(moves, rows, *values, unshown)
        moves = moved
    return _Rests((), (), (), (), 0)


def _unrelated(left: str, right: str, *, approximate: bool) -> Comparison:
    spans = Span(0, len(left)), Span(0, len(right))
    whole = Difference("wording", *spans)
    return Comparison("unrelated", 0.0, (whole,), ((0, len(left), 0, len(right), 0),), approximate)


def _similarity(parts: Sequence[Part], unshown: int, left: str, right: str) -> float:
    """The share of both texts' characters that agree, in agreeing segments or not shown as such: 2 M / (L + R)."""
    total = len(left) + len(right)
    agreeing = unshown + sum([b - a + d - c for a, b, c, d, difference in parts if difference is None])
    return agreeing / total if total else 1.0
