"""The space that goes with words: pieces cover both texts, and the quick way writes what the slow one would."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.text.difference.opcodes import Row
from workbench.text.difference.shortest_edit import cover, find_matching_blocks
from workbench.text.difference.spacing import Piece, _Pen, share_spacing
from workbench.text.words.keys import Ignorable, Keys, read_keys

TEXTS = st.lists(st.sampled_from([*"abcd", " ", "  ", "\n", ",", " a ", "b c"]), max_size=12).map("".join)
IGNORED = st.sampled_from(
    [frozenset(), frozenset({"spacing"}), frozenset({"punctuation"}), frozenset({"case", "form"})]
)


def rows_of(left: Keys, right: Keys) -> list[Row]:
    return cover(find_matching_blocks(left.values, right.values)[0], len(left.values), len(right.values))


@given(TEXTS, TEXTS, IGNORED)
def test_pieces_cover_both_texts_and_hold_their_words(left: str, right: str, ignored: frozenset[Ignorable]) -> None:
    mine, theirs = read_keys(left, ignored), read_keys(right, ignored)
    pieces = share_spacing(mine, theirs, rows_of(mine, theirs), ignored)
    ends = [(0, 0), *((b, d) for _, b, _, d, _ in pieces)]
    assert [(a, c) for a, _, c, _, _ in pieces] == ends[:-1]
    assert ends[-1] == (len(left), len(right))
    for a, b, c, d, edit in pieces:
        assert edit is not None or bool(ignored) or left[a:b] == right[c:d]
        assert edit is None or (a <= edit[0] <= edit[1] <= b and c <= edit[2] <= edit[3] <= d)
    assert all(one[4] or other[4] for one, other in pairwise(pieces))  # what agrees is one piece


@given(TEXTS, TEXTS, IGNORED)
def test_the_quick_way_writes_what_the_slow_one_does(left: str, right: str, ignored: frozenset[Ignorable]) -> None:
    mine, theirs = read_keys(left, ignored), read_keys(right, ignored)
    rows = rows_of(mine, theirs)
    pen = _Pen(mine, theirs, ignored)
    for row in rows:
        pen._write_row(row)
    pen.write_gap(len(mine.starts), len(theirs.starts))
    pen.write_agreeing()
    assert share_spacing(mine, theirs, rows, ignored) == pen.pieces


def shown(left: str, right: str, *ignored: Ignorable) -> list[tuple[str, str, str | None]]:
    """Return each piece as its two sides and what differs in it, "left/right"."""
    mine, theirs = read_keys(left, ignored), read_keys(right, ignored)

    def write(piece: Piece) -> tuple[str, str, str | None]:
        a, b, c, d, edit = piece
        return left[a:b], right[c:d], edit and f"{left[edit[0] : edit[1]]}/{right[edit[2] : edit[3]]}"

    return [write(piece) for piece in share_spacing(mine, theirs, rows_of(mine, theirs), frozenset(ignored))]


@pytest.mark.parametrize(
    ("left", "right", "pieces"),
    [
        ("a c", "a b c", [("a ", "a ", None), ("", "b ", "/b"), ("c", "c", None)]),
        ("a b c", "a c", [("a ", "a ", None), ("b ", "", "b/"), ("c", "c", None)]),
        ("a", "a b", [("a", "a", None), ("", " b", "/b")]),
        ("b", "a b", [("", "a ", "/a"), ("b", "b", None)]),
        ("a x c", "a y c", [("a ", "a ", None), ("x", "y", "x/y"), (" c", " c", None)]),
        ("a  b", "a b", [("a", "a", None), ("  ", " ", "  / "), ("b", "b", None)]),
        ("a b ", "a b", [("a b", "a b", None), (" ", "", " /")]),
        (" a", "a", [(" ", "", " /"), ("a", "a", None)]),
        ("a  x c", "a y c", [("a", "a", None), ("  x", " y", "x/y"), (" c", " c", None)]),
        ("a x  c", "a y c", [("a ", "a ", None), ("x  ", "y ", "x/y"), ("c", "c", None)]),
        ("a\nc", "a b c", [("a", "a", None), ("\n", " b ", "/b"), ("c", "c", None)]),
        ("a,c", "a b,c", [("a", "a", None), ("", " b", "/b"), (",c", ",c", None)]),
        ("", "", []),
        (" ", "  ", [(" ", "  ", " /  ")]),
        ("", "a", [("", "a", "/a")]),
    ],
)
def test_a_space_goes_with_the_words_that_bring_it(
    left: str, right: str, pieces: list[tuple[str, str, str | None]]
) -> None:
    assert shown(left, right) == pieces
    back = [(there, here, edit and "/".join(reversed(edit.split("/")))) for here, there, edit in pieces]
    assert shown(right, left) == back


def test_what_is_ignored_is_no_piece_of_its_own() -> None:
    assert shown("a  b", "a b", "spacing") == [("a  b", "a b", None)]
    assert shown("a, b", "a b", "punctuation") == [("a, b", "a b", None)]
    assert shown("a, b x", "a b y", "punctuation") == [("a, b ", "a b ", None), ("x", "y", "x/y")]


def test_of_very_many_gaps_that_differ_the_last_are_one() -> None:
    left, right = "a " * 10_050, "a  " * 10_050
    pieces = shown(left.strip(), right.strip())
    assert len(pieces) < 20_010
    assert "".join(piece[0] for piece in pieces) == left.strip()
    assert "".join(piece[1] for piece in pieces) == right.strip()
    assert [piece[2] for piece in pieces[1:20_000:2]] == [" /  "] * 10_000
    assert pieces[-1][2] is not None
