"""Marked words and points stay with their words, whatever is changed elsewhere."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.text.anchors.resegmenting import IN_ORDER, SWAPPED, Order
from workbench.text.anchors.spans import MarkedPlace, carry_places, resegment_places

OLD = "The ferry crosses from first light until dark, and waits for nobody."


def words_at(text: str, place: tuple[int, int] | None) -> str | None:
    return None if place is None else text[place[0] : place[1]]


def carried(words: str, new: str, old: str = OLD) -> str | None:
    start = old.index(words)
    return words_at(new, carry_places([MarkedPlace(start, start + len(words))], old, new)[0])


def point_after(words: str, new: str, *, is_bound: bool = True) -> str | None:
    """Say what stands before the point that stood after these words."""
    at = OLD.index(words) + len(words)
    place = carry_places([MarkedPlace(at, at, is_bound)], OLD, new)[0]
    return None if place is None else new[: place[0]]


def test_words_are_found_where_something_was_put_before_them() -> None:
    assert carried("first light", f"In summer, {OLD[0].lower()}{OLD[1:]}") == "first light"


def test_a_span_stays_on_the_word_that_replaced_one_of_its_words() -> None:
    assert carried("from first light", OLD.replace("first", "early")) == "from early light"


def test_words_that_are_gone_take_their_span_along() -> None:
    assert carried("and waits for nobody", OLD.replace(", and waits for nobody", "")) is None


def test_a_note_goes_with_the_word_before_it() -> None:
    assert point_after("first light", f"Often {OLD}") == "Often The ferry crosses from first light"
    assert point_after("ferry", "From first light until dark the ferry crosses, and waits for nobody.") is not None


def test_a_note_is_lost_with_its_words_and_a_page_break_is_not() -> None:
    new = OLD.replace(" and waits for nobody", "")
    assert point_after("waits for", new) is None
    assert point_after("waits for", new, is_bound=False) == "The ferry crosses from first light until dark,"


def test_a_point_at_the_beginning_stays_there() -> None:
    assert carry_places([MarkedPlace(0, 0)], OLD, f"{OLD} It rains.") == [(0, 0)]
    assert carry_places([MarkedPlace(0, 0)], "", "It rains.") == [(0, 0)]


WORDS = [f"w{letter}{number}" for letter in "abcdefgh" for number in range(8)]
MARKED = WORDS[20:26]


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_markup_outlives_forty_edits_of_other_words(data: st.DataObject) -> None:
    """Forty edits anywhere but in the marked words, which are the same words after each."""
    words = list(WORDS)
    text = " ".join(words)
    first = text.index(MARKED[0])
    spans = [(first, first + len(" ".join(MARKED))), (first + len(MARKED[0]),) * 2]
    for number in range(40):
        at = data.draw(st.integers(0, len(words) - 1))
        here, there = words.index(MARKED[0]), words.index(MARKED[-1])
        if here <= at <= there:
            at = there + 1 if there + 1 < len(words) else here - 1
        if data.draw(st.booleans()) or len(words) < 20:
            words.insert(at if at < here or at > there else len(words), f"new{number}")
        else:
            words.pop(at)
        new = " ".join(words)
        places = carry_places([MarkedPlace(*span) for span in spans], text, new)
        assert None not in places
        spans, text = [place for place in places if place], new
        assert words_at(text, spans[0]) == " ".join(MARKED)
        assert text[: spans[1][0]].endswith(MARKED[0])


@settings(max_examples=100, deadline=None)
@given(st.text("ab .\n", max_size=30), st.text("ab .\n", max_size=30), st.data())
def test_every_place_is_carried_into_the_text_or_lost(old: str, new: str, data: st.DataObject) -> None:
    start, end = sorted(data.draw(st.tuples(st.integers(0, len(old)), st.integers(0, len(old)))))
    place = carry_places([MarkedPlace(start, end, data.draw(st.booleans()))], old, new)[0]
    if place is not None:
        assert 0 <= place[0] <= place[1] <= len(new)
        assert (place[0] == place[1]) == (start == end)


BEFORE = ("One two three.", "Four five.")


def shared_out(words: str, after: tuple[str, str], order: tuple[int, int] = IN_ORDER) -> list[tuple[int, str]]:
    start = BEFORE[0].index(words)
    place = MarkedPlace(start, start + len(words))
    (pieces,) = resegment_places([place], 0, BEFORE, after, order)  # type: ignore[arg-type]
    return [(number, after[number][start:end]) for number, start, end in pieces]


def test_marked_words_go_to_the_text_that_has_them() -> None:
    assert shared_out("three", ("One two", "three. Four five.")) == [(1, "three")]
    assert shared_out("two", ("Four five.", "One two three."), SWAPPED) == [(1, "two")]


def test_a_span_that_is_cut_becomes_two() -> None:
    assert shared_out("two three", ("One two", "three. Four five.")) == [(0, "two"), (1, "three")]


def test_a_point_goes_with_the_character_before_it() -> None:
    place = MarkedPlace(7, 7)
    assert resegment_places([place], 0, BEFORE, ("One two", "three. Four five."), IN_ORDER) == [[(0, 7, 7)]]
    assert resegment_places([MarkedPlace(13, 13)], 0, BEFORE, ("One two", "three. Four five."), IN_ORDER) == [
        [(1, 5, 5)]
    ]


APPLES = "Red apples fall; soft rain sings."


def place_of(start: int, end: int, new: str, old: str = APPLES) -> tuple[int, int] | None:
    return carry_places([MarkedPlace(start, end)], old, new)[0]


@pytest.mark.parametrize(
    ("start", "end", "place"),
    [(0, 0, (3, 3)), (3, 3, (6, 6)), (4, 10, (7, 13)), (10, 11, (13, 14)), (11, 11, (14, 14)), (33, 33, (36, 36))],
)
def test_what_nobody_touched_is_shifted_by_what_was_put_before_it(start: int, end: int, place: tuple[int, int]) -> None:
    assert place_of(start, end, f"So r{APPLES[1:]}") == place


@pytest.mark.parametrize(
    ("start", "end", "place"),
    [
        (10, 11, None),  # the space that was changed
        (16, 17, (17, 18)),  # another, that was not
        (9, 12, (9, 13)),
        (10, 10, (10, 10)),
        (11, 11, (10, 10)),  # behind that space: with the word before
    ],
)
def test_white_space_is_carried_where_nobody_touched_it(start: int, end: int, place: tuple[int, int] | None) -> None:
    assert place_of(start, end, APPLES.replace(" fall", "  fall")) == place


@pytest.mark.parametrize(
    ("point", "before"),
    [
        (10, "Soft rain sings; red apples"),
        (15, "Soft rain sings; red apples fall"),
        (16, "Soft rain sings; red apples fall."),
        (27, "Soft rain"),
        (0, "Soft rain sings; "),
    ],
)
def test_a_point_goes_where_its_words_went(point: int, before: str) -> None:
    new = "Soft rain sings; red apples fall."
    place = place_of(point, point, new)
    assert place
    assert (place[0], new[: place[0]]) == (place[1], before)


@pytest.mark.parametrize(
    ("point", "at"), [(0, 0), (3, len("Green pears")), (10, len("Green pears")), (11, len("Green pears "))]
)
def test_a_point_that_belongs_to_the_place_stays_where_words_were_replaced(point: int, at: int) -> None:
    new = APPLES.replace("Red apples", "Green pears")
    assert carry_places([MarkedPlace(point, point, is_bound=False)], APPLES, new) == [(at, at)]
    assert place_of(point, point, new) == ((at, at) if point == 11 else None)


def test_nothing_is_left_in_an_empty_text_but_the_place() -> None:
    assert place_of(0, 0, "") is place_of(5, 5, "") is place_of(0, 3, "") is None
    assert carry_places([MarkedPlace(5, 5, is_bound=False)], APPLES, "") == [(0, 0)]


def test_in_another_text_there_is_no_place() -> None:
    places = [MarkedPlace(0, 0), MarkedPlace(5, 5, is_bound=False), MarkedPlace(0, 3), MarkedPlace(33, 33)]
    assert carry_places(places, APPLES, "Quite other words altogether here now.") == [None] * 4


@pytest.mark.parametrize("point", [0, 1, 2])
def test_points_before_the_first_word_go_with_it(point: int) -> None:
    assert place_of(point, point, "Red apples fall.", "  Red apples fall.") == (0, 0)


def test_no_places_need_no_comparison() -> None:
    assert carry_places([], "a", "b") == []


@pytest.mark.parametrize(
    ("side", "start", "end", "pieces"),
    [
        (0, 0, 3, [(0, "One")]),
        (0, 4, 8, [(0, "two")]),  # the space goes
        (0, 3, 8, [(0, "two")]),
        (0, 3, 4, []),
        (0, 0, 14, [(0, "One two"), (1, "three.")]),
        (1, 0, 4, [(1, "Four")]),
        (1, 5, 10, [(1, "five.")]),
        (1, 4, 5, []),
    ],
)
@pytest.mark.parametrize("order", [IN_ORDER, SWAPPED])
def test_marked_words_are_shared_out_as_the_words_are(
    side: int, start: int, end: int, pieces: list[tuple[int, str]], order: Order
) -> None:
    parts = ("One two", "three. Four five.")
    after = (parts[order[0]], parts[order[1]])
    (found,) = resegment_places([MarkedPlace(start, end)], side, BEFORE, after, order)
    assert [(number, after[number][first:last]) for number, first, last in found] == [
        (order[number], words) for number, words in pieces
    ]


@pytest.mark.parametrize(
    ("side", "point", "text", "at"),
    [
        (0, 0, 0, 0),
        (0, 7, 0, 7),
        (0, 8, 0, 7),
        (0, 13, 1, 5),
        (0, 14, 1, 6),
        (1, 0, 1, 6),
        (1, 4, 1, 11),
        (1, 10, 1, 17),
    ],
)
def test_points_are_shared_out_with_the_character_before_them(side: int, point: int, text: int, at: int) -> None:
    after = ("One two", "three. Four five.")
    place = MarkedPlace(point, point)
    assert resegment_places([place], side, BEFORE, after, IN_ORDER) == [[(text, at, at)]]
    swapped = (after[1], after[0])
    assert resegment_places([place], side, BEFORE, swapped, SWAPPED) == [[(1 - text, at, at)]]


def test_white_space_at_the_cut_belongs_to_no_piece() -> None:
    before, after = ("One \n two three.", "Four."), ("One \n", " two three. Four.")
    place = MarkedPlace(2, 9)
    assert resegment_places([place, MarkedPlace(3, 6)], 0, before, after, IN_ORDER) == [[(0, 2, 3), (1, 1, 4)], []]
