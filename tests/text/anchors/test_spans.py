"""Marked words and points stay with their words, whatever is changed elsewhere."""

from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.text.anchors.resegmenting import IN_ORDER, SWAPPED
from workbench.text.anchors.spans import MarkedPlace, carry_places, share_out_places

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
    (pieces,) = share_out_places([place], 0, BEFORE, after, order)  # type: ignore[arg-type]
    return [(number, after[number][start:end]) for number, start, end in pieces]


def test_marked_words_go_to_the_text_that_has_them() -> None:
    assert shared_out("three", ("One two", "three. Four five.")) == [(1, "three")]
    assert shared_out("two", ("Four five.", "One two three."), SWAPPED) == [(1, "two")]


def test_a_span_that_is_cut_becomes_two() -> None:
    assert shared_out("two three", ("One two", "three. Four five.")) == [(0, "two"), (1, "three")]


def test_a_point_goes_with_the_character_before_it() -> None:
    place = MarkedPlace(7, 7)
    assert share_out_places([place], 0, BEFORE, ("One two", "three. Four five."), IN_ORDER) == [[(0, 7, 7)]]
    assert share_out_places([MarkedPlace(13, 13)], 0, BEFORE, ("One two", "three. Four five."), IN_ORDER) == [
        [(1, 5, 5)]
    ]
