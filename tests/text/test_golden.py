"""What the engine says of a few hundred texts is what was read in review; `make golden` writes it anew."""

from difflib import unified_diff
from itertools import islice

from tests.text.golden.rendering import EXPECTED, render_by_the_character


def test_everything_comes_out_as_it_was_read_in_review() -> None:
    expected = EXPECTED.read_text(encoding="utf-8").splitlines()
    found = render_by_the_character().splitlines()
    changed = [] if expected == found else list(islice(unified_diff(expected, found, "expected", "found", n=3), 200))
    assert not changed, "\n".join(["`make golden` writes it anew; read the change line by line.", *changed])
