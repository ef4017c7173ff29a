"""The steps by which words are found that went elsewhere, each against the plain way to do it."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from workbench.text import make_anchor
from workbench.text.anchors.ground import Ground
from workbench.text.anchors.moving import _REACH, _goes_on, _run
from workbench.text.anchors.staying import settle

WORDS = st.lists(st.sampled_from("abc"), min_size=1, max_size=30)


def shared(one: list[str], other: list[str]) -> int:
    """Count the words that two lists begin with alike, as far as is looked."""
    pairs = list(zip(one[:_REACH], other[:_REACH], strict=False))
    return next((n for n, (mine, theirs) in enumerate(pairs) if mine != theirs), len(pairs))


@example(list("abcabc"), list("abcabc"), 1, 4, 1)
@example(list("ab"), list("babab"), 0, 3, 1)
@given(WORDS, WORDS, st.integers(0, 29), st.integers(0, 29), st.integers(1, 3))
def test_a_run_reaches_as_far_as_both_texts_have_the_same_words(
    old: list[str], new: list[str], here: int, there: int, length: int
) -> None:
    here, there = here % len(old), there % len(new)
    before = shared(old[:here][::-1], new[:there][::-1])
    after = shared(old[here + length :], new[there + length :])
    assert _run(old, new, here, there, length) == (there - before, there + length + after)


@pytest.mark.parametrize(
    ("changed", "first", "last", "goes_on"),
    [
        ("0110", 1, 3, False),
        ("1110", 1, 3, True),
        ("0111", 1, 3, True),
        ("1100", 0, 2, False),
        ("1110", 0, 2, True),
        ("10110", 2, 4, False),
        ("01101", 1, 3, False),
        ("0011", 2, 4, False),
    ],
)
def test_a_run_goes_on_where_the_word_right_beside_it_changed(
    changed: str, first: int, last: int, *, goes_on: bool
) -> None:
    assert _goes_on([sign == "1" for sign in changed], first, last) == goes_on


@pytest.mark.parametrize(
    ("quote", "new", "found"),
    [
        ('("Come', '("Come" he said.', '("Come'),
        ('"Come', 'a "Come" he said.', '"Come'),
        ('("Come', 'a "Come" he said.', '"Come'),
        ('Come"', 'a ("Come"), he said.', 'Come"'),
        ("Come", 'a ("Come"), he said.', "Come"),
        ('("Come"', "a Come he said.", "Come"),
    ],
)
def test_a_place_has_as_many_signs_at_its_edges_as_the_quote(quote: str, new: str, found: str) -> None:
    old = '("Come" he said.'
    anchor = make_anchor(old, old.index(quote), old.index(quote) + len(quote))
    ground = Ground.compare(old, new)
    first = next(n for n, start in enumerate(ground.new_words.starts) if new.startswith("Come", start))
    start, end = settle(anchor, ground, first, first + 1)
    assert new[start:end] == found
