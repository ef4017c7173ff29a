"""Numberings that are shifted: noticed where they are, and only there."""

import os
from itertools import pairwise
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.text.alignment.test_align import LETTER, RETOLD
from workbench.text import find_shifts

pytestmark = pytest.mark.slow  # left out of `make check`

DATA = Path(os.environ.get("WORKBENCH_DATA", Path(__file__).parents[4] / "shared" / "data")) / "bibles"
PAIRS = st.lists(st.tuples(st.text(max_size=30), st.text(max_size=30)), max_size=12)


def test_equal_numberings_are_not_called_shifted() -> None:
    assert find_shifts(LETTER, RETOLD) == ()


def test_a_number_too_much_shifts_all_that_follows() -> None:
    shifted = [*RETOLD[:2], "A heading that only this version has", *RETOLD[2:-1]]
    (shift,) = find_shifts(LETTER, shifted)
    assert (shift.start, shift.end, shift.left, shift.right) == (2, len(LETTER), 2, 3)


def test_nothing_is_shifted_where_there_is_nothing() -> None:
    assert find_shifts([], []) == ()
    assert find_shifts(["", ""], ["", ""]) == ()


@settings(max_examples=40)
@given(PAIRS)
def test_shifts_lie_in_order_inside_the_sequences(pairs: list[tuple[str, str]]) -> None:
    left, right = [one for one, _ in pairs], [one for _, one in pairs]
    shifts = find_shifts(left, right)
    assert all(0 <= one.start < one.end <= len(pairs) and one.left != one.right for one in shifts)
    assert all(before.end <= after.start for before, after in pairwise(shifts))


def read_bible(name: str) -> dict[str, str]:
    path = DATA / name
    if not path.exists():
        pytest.skip("The Bibles are not beside the repository.")
    rows = (row.split("\t") for row in path.read_text(encoding="utf-8").splitlines()[1:])
    return {row[0]: row[1] for row in rows if len(row) > 1}


@pytest.mark.data
@pytest.mark.parametrize("name", ["eng_YLT.tsv", "eng_ASV.tsv"])
def test_english_bibles_are_numbered_alike(name: str) -> None:
    left, right = read_bible("eng_KJV_2006.tsv"), read_bible(name)
    references = [one for one in left if one in right]
    assert find_shifts([left[one] for one in references], [right[one] for one in references]) == ()


@pytest.mark.data
def test_the_russian_psalms_are_numbered_otherwise_and_the_gospels_are_not() -> None:
    left, right = read_bible("eng_KJV_2006.tsv"), read_bible("rus_Synodal.tsv")
    references = [one for one in left if one in right]
    shifts = find_shifts([left[one] for one in references], [right[one] for one in references])
    books = {reference.split(".")[0] for one in shifts for reference in references[one.start : one.end]}
    assert "Ps" in books
    assert not books & {"Matt", "Mark", "Luke", "John", "Gen"}


@pytest.mark.data
def test_the_psalms_alone_are_noticed_and_other_texts_are_not_called_shifted() -> None:
    left, right = read_bible("eng_KJV_2006.tsv"), read_bible("rus_Synodal.tsv")
    psalms = [one for one in left if one in right and one.startswith("Ps.")]
    english, russian = [left[one] for one in psalms], [right[one] for one in psalms]
    (shift,) = find_shifts(english, russian)
    assert (psalms[shift.left], psalms[shift.right], psalms[shift.end - 1]) == ("Ps.3.2", "Ps.3.3", psalms[-1])
    genesis = [right[one] for one in right if one.startswith("Gen.")]
    assert find_shifts(english[: len(genesis)], genesis[: len(english)]) == ()
    assert find_shifts(english, Random(1).sample(russian, len(russian))) == ()
