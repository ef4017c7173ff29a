"""What moved is taken out of both texts and put back where it was."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.text.difference.cutting import keep_crossed, leave_out, lift, put_back
from workbench.text.difference.moves import Move
from workbench.text.difference.opcodes import Row
from workbench.text.difference.shortest_edit import cover, find_matching_blocks
from workbench.text.words.keys import read_keys


@st.composite
def cut_texts(draw: st.DrawFn) -> tuple[list[str], list[str], list[Move]]:
    """Draw two texts with phrases cut out of both, and where they stood."""
    moved = [[f"m{n}{k}" for k in range(draw(st.integers(1, 3)))] for n in range(draw(st.integers(1, 3)))]
    texts, places = [], []
    for _ in range(2):
        words = draw(st.lists(st.sampled_from("abcd"), max_size=6))
        pieces: list[list[str]] = [[word] for word in words]
        for phrase in draw(st.permutations(moved)):
            pieces.insert(draw(st.integers(0, len(pieces))), phrase)
        text = [word for piece in pieces for word in piece]
        texts.append(text)
        places.append([text.index(phrase[0]) for phrase in moved])
    moves = [Move(i, j, len(phrase)) for i, j, phrase in zip(*places, moved, strict=True)]
    return texts[0], texts[1], sorted(moves)


def rest_of(words: list[str]) -> list[str]:
    return [word for word in words if word[0] != "m"]


@given(cut_texts())
def test_what_is_left_out_is_gone_and_the_rest_stands_where_it_stood(
    texts: tuple[list[str], list[str], list[Move]],
) -> None:
    left, _, moves = texts
    keys = read_keys(" ".join(left))
    rest = leave_out(keys, [(move.i, move.length) for move in moves])
    assert rest.text == keys.text
    assert rest.values == rest_of(left)
    assert [rest.text[a:b] for a, b in zip(rest.starts, rest.ends, strict=True)] == rest.values
    assert leave_out(keys, []) == keys


@given(cut_texts())
def test_put_back_the_rows_cover_both_texts_with_a_row_for_each_end(
    texts: tuple[list[str], list[str], list[Move]],
) -> None:
    left, right, moves = texts
    mine, theirs = rest_of(left), rest_of(right)
    rows = put_back(cover(find_matching_blocks(mine, theirs)[0], len(mine), len(theirs)), moves)
    assert [word for _, a, b, _, _, _, _ in rows for word in left[a:b]] == left
    assert [word for _, _, _, c, d, _, _ in rows for word in right[c:d]] == right
    assert all(left[a:b] == right[c:d] for equal, a, b, c, d, _, _ in rows if equal)
    assert all(a <= b and c <= d and (a < b or c < d) for _, a, b, c, d, _, _ in rows)
    for n, move in enumerate(moves):
        ends = [(a, b, c, d) for _, a, b, c, d, _, number in rows if number == n]
        assert sorted((b - a, d - c) for a, b, c, d in ends) == [(0, move.length), (move.length, 0)]
        assert (move.i, move.i + move.length) in [(a, b) for a, b, _, _ in ends]
        assert (move.j, move.j + move.length) in [(c, d) for _, _, c, d in ends]


def row(a: int, b: int, c: int, d: int, *, equal: bool = False, near: bool = False, move: int | None = None) -> Row:
    return equal, a, b, c, d, near, move


@pytest.mark.parametrize(
    ("rows", "moves", "whole"),
    [
        # an agreeing row is cut alike on both sides
        (
            [row(0, 4, 0, 4, equal=True)],
            [Move(1, 4, 1)],
            [
                row(0, 1, 0, 1, equal=True),
                row(1, 2, 1, 1, move=0),
                row(2, 5, 1, 4, equal=True),
                row(5, 5, 4, 5, move=0),
            ],
        ),
        # of a change the longest parts stand against each other
        (
            [row(0, 4, 0, 2)],
            [Move(1, 2, 1)],
            [row(0, 1, 0, 0), row(1, 2, 0, 0, move=0), row(2, 5, 0, 2), row(5, 5, 2, 3, move=0)],
        ),
        (
            [row(0, 4, 0, 2)],
            [Move(3, 2, 1)],
            [row(0, 3, 0, 2), row(3, 4, 2, 2, move=0), row(4, 4, 2, 3, move=0), row(4, 5, 3, 3)],
        ),
        (
            [row(0, 2, 0, 4)],
            [Move(2, 1, 1)],
            [row(0, 0, 0, 1), row(0, 0, 1, 2, move=0), row(0, 2, 2, 5), row(2, 3, 5, 5, move=0)],
        ),
        # a near word stays one, and what changed on the way is marked
        (
            [row(0, 1, 0, 1, near=True)],
            [Move(0, 1, 1, near=True)],
            [row(0, 1, 0, 0, near=True, move=0), row(1, 2, 0, 1, near=True), row(2, 2, 1, 2, near=True, move=0)],
        ),
        ([], [Move(0, 0, 2)], [row(0, 2, 0, 0, move=0), row(2, 2, 0, 2, move=0)]),
    ],
)
def test_a_row_is_cut_where_something_was_taken_out(rows: list[Row], moves: list[Move], whole: list[Row]) -> None:
    assert put_back(rows, moves) == whole


@pytest.mark.parametrize(
    ("move", "others", "lifted"),
    [
        (Move(0, 0, 2), [], Move(0, 0, 2)),
        (Move(2, 1, 2), [Move(0, 5, 3)], Move(5, 1, 2)),
        (Move(2, 1, 2), [Move(2, 0, 3)], Move(5, 4, 2)),
        (Move(2, 1, 2), [Move(3, 9, 1)], None),  # inside it on the left
        (Move(2, 1, 2), [Move(9, 2, 1)], None),  # inside it on the right
        (Move(2, 1, 2), [Move(4, 3, 1)], Move(2, 1, 2)),
        (Move(2, 1, 1, near=True), [Move(0, 7, 1), Move(2, 0, 2)], Move(5, 3, 1, near=True)),
    ],
)
def test_a_move_of_the_rests_is_lifted_to_the_whole_texts(move: Move, others: list[Move], lifted: Move | None) -> None:
    assert lift(move, others) == lifted


@pytest.mark.parametrize(
    ("left", "right", "move", "is_kept"),
    [
        ("gold ships sail", "ships sail gold", Move(0, 2, 1), True),
        ("gold of the ships", "of the gold ships", Move(0, 2, 1), False),  # over light words alone
        ("ships sail gold", "gold ships sail", Move(2, 0, 1), True),
        ("of gold ships", "of gold ships", Move(1, 1, 1), False),
        ("gold ships", "boats gold", Move(0, 1, 1), False),  # what it crossed does not agree
        ("stone gold ships river", "stone ships gold river", Move(1, 2, 1), True),
    ],
)
def test_what_crossed_no_word_of_weight_has_not_moved(left: str, right: str, move: Move, is_kept: bool) -> None:
    mine, theirs = ([word for word in text.split() if word != "gold"] for text in (left, right))
    rows = cover(find_matching_blocks(mine, theirs)[0], len(mine), len(theirs))
    assert keep_crossed([move], rows, mine) == ([move] if is_kept else [])


def test_of_several_moves_each_is_looked_at_where_it_stands_in_the_rest() -> None:
    left, right = "m1 stone river m2 cloud", "stone m1 river cloud m2"
    mine = [word for word in left.split() if word[0] != "m"]
    rows = cover(find_matching_blocks(mine, mine)[0], 3, 3)
    assert [word for word in right.split() if word[0] != "m"] == mine
    moves = [Move(0, 1, 1), Move(3, 4, 1)]
    assert keep_crossed(moves, rows, mine) == moves
    assert keep_crossed([Move(0, 0, 1), Move(3, 4, 1)], rows, mine) == [Move(3, 4, 1)]
