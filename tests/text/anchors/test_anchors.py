import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.text import (
    Anchor,
    InvalidRange,
    QuoteAmbiguous,
    QuoteNotFound,
    carry,
    carry_all,
    diff,
    find,
    make_anchor,
)

OLD = "Stalin wrote that Ezhov should resign at once."
WORDS = st.lists(st.sampled_from(["the", "king", "of", "old", "said", ","]), max_size=15).map(" ".join)


def test_an_anchor_keeps_the_quote_and_what_surrounds_it() -> None:
    assert make_anchor(OLD, 18, 23) == Anchor(18, 23, "Ezhov", "Stalin wrote that ", " should resign at once.")


@pytest.mark.parametrize(("start", "end"), [(-1, 3), (3, 3), (5, 4), (40, 47)])
def test_a_range_outside_the_text_is_refused(start: int, end: int) -> None:
    with pytest.raises(InvalidRange, match=f"{start}:{end} is not in the text") as caught:
        make_anchor(OLD, start, end)
    assert (caught.value.start, caught.value.end, caught.value.length) == (start, end, len(OLD))


def test_an_anchor_stays_on_untouched_words() -> None:
    new = "In 1938 Stalin wrote that Ezhov should resign."
    assert carry(make_anchor(OLD, 18, 23), OLD, new) == make_anchor(new, 26, 31)


def test_an_anchor_whose_words_were_changed_is_lost() -> None:
    assert carry(make_anchor(OLD, 18, 23), OLD, OLD.replace("Ezhov", "Yezhov")) is None


def test_an_anchor_whose_words_were_split_apart_is_lost() -> None:
    assert carry(make_anchor(OLD, 18, 37), OLD, OLD.replace("should", "should now")) is None


def test_an_anchor_into_an_emptied_text_is_lost() -> None:
    assert carry(make_anchor(OLD, 18, 23), OLD, "") is None


@given(WORDS, WORDS, st.data())
def test_a_carried_anchor_has_the_same_quote(old: str, new: str, data: st.DataObject) -> None:
    if not old:
        return
    start = data.draw(st.integers(0, len(old) - 1))
    anchor = make_anchor(old, start, data.draw(st.integers(start + 1, len(old))))
    carried = carry(anchor, old, new)
    assert carried is None or (carried.quote == anchor.quote and new[carried.start : carried.end] == anchor.quote)


@given(WORDS, st.data())
def test_an_anchor_stays_when_nothing_changed(text: str, data: st.DataObject) -> None:
    if not text:
        return
    start = data.draw(st.integers(0, len(text) - 1))
    anchor = make_anchor(text, start, data.draw(st.integers(start + 1, len(text))))
    assert carry(anchor, text, text) == anchor


def test_a_quote_is_found_by_its_context() -> None:
    text = "the king and the queen"
    assert find(text, "the", suffix=" queen") == make_anchor(text, 13, 16)


def test_a_quote_that_stands_twice_is_ambiguous() -> None:
    with pytest.raises(QuoteAmbiguous, match="fits 2 places") as caught:
        find("the king and the queen", "the")
    assert caught.value.count == 2


def test_a_quote_is_found_behind_its_prefix() -> None:
    text = "the king and the queen"
    assert find(text, "the", prefix="and ") == make_anchor(text, 13, 16)
    assert find(text, "queen", prefix="and the ", suffix="") == make_anchor(text, 17, 22)


@pytest.mark.parametrize(
    ("text", "quote", "count"), [("the king, the queen, the boy", "the", 3), ("aaa", "aa", 2), ("so so so", "so so", 2)]
)
def test_every_place_of_an_ambiguous_quote_counts(text: str, quote: str, count: int) -> None:
    with pytest.raises(QuoteAmbiguous) as caught:
        find(text, quote)
    assert caught.value.count == count


@pytest.mark.parametrize("quote", ["", "prince"])
def test_a_quote_that_stands_nowhere_is_not_found(quote: str) -> None:
    with pytest.raises(QuoteNotFound):
        find("the king and the queen", quote)


@given(WORDS, WORDS, st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=8))
def test_anchors_are_carried_together_as_one_by_one(old: str, new: str, ranges: list[tuple[int, int]]) -> None:
    anchors = [make_anchor(old, start, end) for start, end in ranges if start < end <= len(old)]
    assert carry_all(anchors, old, new) == [_carry_alone(anchor, old, new) for anchor in anchors]


def _carry_alone(anchor: Anchor, old: str, new: str) -> Anchor | None:
    for segment in diff(old, new).segments:
        left, right = segment.left, segment.right
        if segment.difference is None and left.start <= anchor.start and anchor.end <= left.end:
            start = right.start + anchor.start - left.start
            return make_anchor(new, start, start + len(anchor.quote))
    return None
