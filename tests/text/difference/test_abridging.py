"""Of too many agreeing runs the longest are shown, and what agrees in the others is counted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.text.difference import abridging
from workbench.text.difference.abridging import clean_up_and_abridge
from workbench.text.difference.cleaning import clean_up
from workbench.text.difference.matching import Block
from workbench.text.words.keys import read_keys

LENGTHS = st.lists(st.integers(1, 4), max_size=8)


def runs_of(lengths: list[int]) -> list[Block]:
    return [(5 * n, 6 * n, length) for n, length in enumerate(lengths)]


@given(LENGTHS, st.integers(1, 8))
def test_the_longest_are_kept_of_equals_the_first(lengths: list[int], most: int) -> None:
    runs = runs_of(lengths)
    best = sorted(range(len(runs)), key=lambda n: (-lengths[n], n))[:most]
    assert abridging._keep_longest(runs, most) == [runs[n] for n in sorted(best)]


LEFT = read_keys("stone alpha  river beta, cloud gamma valley. ")
RIGHT = read_keys("stone one river two three cloud four valley")


@pytest.mark.parametrize(
    ("runs", "count"),
    [
        ([], 0),
        ([(0, 0, 1)], len("stone ") + len("stone ")),
        ([(2, 2, 1)], len("river ") + len("river ")),
        ([(0, 0, 1), (2, 2, 1)], 24),
        ([(7, 7, 1)], len("valley") + len("valley")),
        ([(0, 0, 2)], len("stone alpha  ") + len("stone one ")),
    ],
)
def test_what_agrees_is_counted_with_the_space_behind_it(runs: list[Block], count: int) -> None:
    assert abridging._count_agreeing(runs, LEFT, RIGHT) == count


def test_all_are_shown_where_they_are_few() -> None:
    runs = [(0, 0, 1), (2, 2, 1), (5, 5, 1), (7, 7, 1)]
    assert clean_up_and_abridge(runs, LEFT, RIGHT) == (clean_up(runs, LEFT, RIGHT), 0)


def test_what_is_not_shown_is_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    runs = [(0, 0, 1), (2, 2, 1), (5, 5, 1), (7, 7, 1)]
    monkeypatch.setattr(abridging, "_SHOWN", 2)
    assert clean_up_and_abridge(runs, LEFT, RIGHT) == (runs[:2], len("cloud " * 2) + len("valley" * 2))
    monkeypatch.setattr(abridging, "_READ", 3)
    assert clean_up_and_abridge(runs, LEFT, RIGHT) == (runs[:2], len("cloud " * 2) + len("valley" * 2))
    monkeypatch.setattr(abridging, "_SHOWN", 4)
    assert clean_up_and_abridge(runs, LEFT, RIGHT) == (runs[:3], 0)


def test_what_is_dropped_is_not_counted_as_agreeing(monkeypatch: pytest.MonkeyPatch) -> None:
    left, right = read_keys("stone red and blue river green cloud"), read_keys("stone old and new river fresh cloud")
    runs = [(0, 0, 1), (2, 2, 1), (4, 4, 1), (6, 6, 1)]
    assert clean_up(runs, left, right) == [(0, 0, 1), (4, 4, 1), (6, 6, 1)]
    monkeypatch.setattr(abridging, "_SHOWN", 2)
    assert clean_up_and_abridge(runs, left, right) == ([(0, 0, 1), (4, 4, 1)], len("cloud" * 2))
