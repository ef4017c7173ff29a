"""Numbers of addresses and forms: ASCII digits and nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.text.words.digits import read_digits


@given(st.integers(0, 10**18 - 1))
def test_what_is_written_is_read(number: int) -> None:
    assert read_digits(str(number)) == number


@given(st.text(max_size=12))
def test_nothing_else_is_a_number(written: str) -> None:
    is_written = len(written) > 0 and set(written) <= set("0123456789")
    assert (read_digits(written) is not None) == is_written


@pytest.mark.parametrize("written", ["", "-1", "+1", " 1", "1\n", "1_000", "٣", "²", "1.0", "0x1", "1" * 19])
def test_what_int_would_take_and_we_do_not(written: str) -> None:
    assert read_digits(written) is None


def test_bounds_are_of_value_and_of_length() -> None:
    assert read_digits("0", lowest=1) is None
    assert read_digits("1", lowest=1) == 1
    assert read_digits("999", longest=3) == 999
    assert read_digits("0999", longest=3) is None
