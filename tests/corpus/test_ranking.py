"""Passages in order of their variation, page by page."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.corpus.comparing import Place, Survey
from workbench.corpus.ranking import Order, cursor_of, rank

FIGURES = st.lists(st.none() | st.sampled_from([0.0, 0.25, 1 / 3, 1.0]), max_size=30)
ORDERS = st.sampled_from(["most", "least", "work"])


def places(figures: list[float | None]) -> list[Place]:
    return [Place(100 + at, at, str(at), figure) for at, figure in enumerate(figures, 1)]


def survey(found: list[Place]) -> Survey:
    return Survey(found, len(found), 0, (), ())


def ranked(figures: list[float | None], order: Order) -> list[int]:
    return [place.position for place in rank(survey(places(figures)), order, size=99).places]


@pytest.mark.parametrize(
    ("order", "expected"), [("most", [3, 1, 4, 2, 5]), ("least", [2, 1, 4, 3, 5]), ("work", [1, 2, 3, 4, 5])]
)
def test_places_come_in_the_order_asked_for_those_without_a_figure_last(order: Order, expected: list[int]) -> None:
    assert ranked([0.5, 0.1, 0.9, 0.5, None], order) == expected


@given(FIGURES, ORDERS, st.integers(1, 7))
def test_pages_have_every_place_once_forwards_and_back(figures: list[float | None], order: Order, size: int) -> None:
    forwards, starts = [], []
    page = rank(survey(places(figures)), order, size=size)
    while True:
        forwards += [place.position for place in page.places]
        starts.append(page.start)
        if page.after is None:
            break
        page = rank(survey(places(figures)), order, after=page.after, size=size)
    assert forwards == ranked(figures, order)
    back = []
    while page.start:
        page = rank(survey(places(figures)), order, after=page.before, size=size)
        back.append(page.start)
    assert back == starts[-2::-1]


def test_a_page_goes_on_after_a_place_that_is_gone() -> None:
    figures = places([0.9, 0.8, 0.7])
    after = cursor_of(figures[1], "most")
    assert [place.position for place in rank(survey([figures[0], figures[2]]), "most", after=after, size=5).places] == [
        3
    ]
