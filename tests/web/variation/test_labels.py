"""Labels of a map: beside their dots, and out of each other's way."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from workbench.web.variation.labels import Label, place_labels

DOTS = st.lists(st.tuples(st.integers(100, 300), st.integers(20, 200)), max_size=25)


@given(DOTS, st.text("AB", min_size=1, max_size=9))
def test_no_label_covers_another_or_a_dot(dots: list[tuple[float, float]], text: str) -> None:
    labels = place_labels(dots, [text] * len(dots))
    assert not [pair for pair in combinations(labels, 2) if pair[0].covers(pair[1])]
    assert not [(label, dot) for label in labels for dot in dots if label.covers_dot(*dot)]


def test_a_label_stands_right_then_left_then_below() -> None:
    first, second, third = place_labels([(100, 50), (100, 50), (100, 50)], ["A", "B", "C"])
    assert first == Label("A", 109, 50)
    assert second == Label("B", 82.5, 50)
    assert third == Label("C", 109, 65)
