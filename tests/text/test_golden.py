"""What the engine says of a few hundred texts is what was read in review; `make golden` writes it anew."""

from difflib import unified_diff
from itertools import islice

import pytest

from tests.text.golden.rendering import EXPECTED, SECTIONS, parse, render_section

FILE = parse(EXPECTED.read_text(encoding="utf-8"))


@pytest.mark.parametrize("heading", SECTIONS)
def test_everything_comes_out_as_it_was_read_in_review(heading: str) -> None:
    expected, found = FILE.get(heading, []), render_section(heading)
    changed = [] if expected == found else list(islice(unified_diff(expected, found, "expected", "found", n=3), 200))
    assert not changed, "\n".join(["`make golden` writes it anew; read the change line by line.", *changed])


def test_the_file_has_the_sections_of_the_inputs() -> None:
    assert list(FILE) == list(SECTIONS)
