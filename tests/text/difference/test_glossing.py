"""Where a gloss that stands on one side alone is put among the words of the other."""

import pytest

from workbench.text.difference.glossing import _place


@pytest.mark.parametrize(
    ("words", "before", "after", "place"),
    [
        ((0, 4), 1, 1, 2),
        ((0, 3), 9, 1, 2),
        ((5, 8), 1, 9, 6),
        ((0, 4), 0, 3, 0),
        ((0, 4), 3, 0, 4),
        ((7, 7), 2, 2, 7),
        ((0, 1), 2, 2, 1),
    ],
)
def test_it_stands_as_far_in_as_on_its_own_side_and_at_no_end(
    words: tuple[int, int], before: int, after: int, place: int
) -> None:
    assert _place(*words, before, after) == (place, place)
