"""The strokes of the overview bar: runs of passages, their means and what they say."""

from hypothesis import given
from hypothesis import strategies as st

from workbench.corpus.comparing import Place
from workbench.web.variation.strokes import draw_strokes

MEASURES = st.lists(st.none() | st.floats(0, 1), max_size=300)


def make_places(measures: list[float | None]) -> list[Place]:
    return [Place(100 + number, number, str(number), value) for number, value in enumerate(measures, 1)]


@given(MEASURES, st.integers(1, 50))
def test_every_passage_stands_in_one_stroke_in_its_order(measures: list[float | None], limit: int) -> None:
    places = make_places(measures)
    strokes = draw_strokes(places, limit)
    runs = [range(stroke.first.position, stroke.last.position + 1) for stroke in strokes]
    assert [number for run in runs for number in run] == [place.position for place in places]
    assert [stroke.count for stroke in strokes] == [len(run) for run in runs]
    assert len(strokes) <= limit


@given(MEASURES)
def test_a_mean_is_at_most_the_most(measures: list[float | None]) -> None:
    for stroke in draw_strokes(make_places(measures), 10):
        assert (stroke.mean is None) == (stroke.most is None)
        assert stroke.height <= stroke.peak


def test_few_passages_have_a_stroke_each() -> None:
    strokes = draw_strokes(make_places([0.25, None, 0.5]))
    assert [(stroke.is_single, stroke.height, stroke.words) for stroke in strokes] == [
        (True, 25, "1: 25% apart"),
        (True, 0, "2: nothing to compare"),
        (True, 50, "3: 50% apart"),
    ]


def test_a_run_names_its_range_its_mean_and_its_most() -> None:
    first, second = draw_strokes(make_places([0.1, 0.3, None, None]), 2)
    assert first.words == "1 to 2, 2 passages: 20% apart on average, 30% at most"
    assert second.words == "3 to 4, 2 passages: nothing to compare"


def test_a_run_says_how_many_of_it_are_still_being_measured() -> None:
    waiting = [Place(number, number, str(number), None, is_waiting=True) for number in (1, 2)]
    both, none = draw_strokes([*make_places([0.5]), *waiting, *waiting[:1]], 2)
    assert both.words == "1 to 1, 2 passages: 50% apart on average, 50% at most, 1 still to be measured"
    assert none.words == "2 to 1, 2 passages: still to be measured"
