"""Two texts that share out the same words anew: an anchor is on the very same words afterwards, or on none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.text.anchors.anchors import make_anchor
from workbench.text.anchors.resegmenting import IN_ORDER, SWAPPED, Order, follow, order_of

WORDS = st.lists(
    st.sampled_from(["a", "the", "cat", "kött", "\u0915\u094d\u0937", "mat."]),
    min_size=2,
    max_size=12,
)


@given(WORDS, st.data(), st.sampled_from([IN_ORDER, SWAPPED]))
def test_every_word_is_found_where_it_went(words: list[str], data: st.DataObject, order: Order) -> None:
    old, new, which = (data.draw(st.integers(0, len(words) - 1)) for _ in range(3))
    before = (" ".join(words[:old]), " ".join(words[old:]))
    parts = ("\n".join(words[:new]), " ".join(words[new:]))
    after = (parts[order[0]], parts[order[1]])
    side = int(which >= old)
    at = len(" ".join([*words[old if side else 0 : which], ""]))
    found = follow(make_anchor(before[side], at, at + len(words[which])), side, before, after, order)
    assert found is not None
    number, anchor = found
    assert number == order[int(which >= new)]
    assert anchor.quote == words[which]
    assert after[number][: anchor.start].split() == words[new if which >= new else 0 : which]


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        (("The cat sat on the", "mat. It rained."), (1, 0, 4)),
        (("The cat sat on the mat. It rained.", ""), (0, 19, 23)),
        (("It rained.", "The cat sat on the mat."), (1, 19, 23)),
        (("The cat sat on the mat", ". It rained."), None),
    ],
)
def test_an_anchor_goes_with_its_words_or_nowhere(
    after: tuple[str, str], expected: tuple[int, int, int] | None
) -> None:
    before = ("The cat sat on the mat.", "It rained.")
    order = order_of(before, after)
    assert order is not None
    found = follow(make_anchor(before[0], 19, 23), 0, before, after, order)
    assert (found and (found[0], found[1].start, found[1].end)) == expected


def test_white_space_around_the_words_does_not_count() -> None:
    before = ("One two \n", "three")
    found = follow(make_anchor(before[0], 3, 9), 0, before, ("One", "two three"), IN_ORDER)
    assert found == (1, make_anchor("two three", 0, 3))


def test_an_anchor_finds_nothing_among_other_words() -> None:
    before = ("One two", "three")
    assert follow(make_anchor(before[0], 4, 7), 0, before, ("One", "too three"), IN_ORDER) is None
    assert follow(make_anchor(before[0], 4, 7), 0, before, ("One", ""), IN_ORDER) is None


@pytest.mark.parametrize(
    ("before", "after", "order"),
    [
        (("a b", "c"), ("a", "b\nc"), IN_ORDER),
        (("a b", "c"), ("c", "a b"), SWAPPED),
        (("a b", "c"), ("a b c", ""), IN_ORDER),
        (("a b", "c"), ("a", "c b"), None),
        (("a", "a a"), ("a a", "a"), None),
        (("to day", "we went"), ("to", "day we went"), IN_ORDER),
        (("to day", "we went"), ("today", "we went"), None),
        (("now here", "I am"), ("I am", "nowhere"), None),
        (("我們今", "天去"), ("我們", "今天去"), IN_ORDER),
        (("我們", "今 天去"), ("我們今天", "去"), None),
    ],
)
def test_the_order_is_told_only_where_it_is_clear(
    before: tuple[str, str], after: tuple[str, str], order: Order | None
) -> None:
    assert order_of(before, after) == order
