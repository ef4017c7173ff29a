"""How tall the strokes of the overview bars are."""

from hypothesis import given
from hypothesis import strategies as st

from workbench.web.reading.stroke_height import height_of


def test_strokes_begin_at_0_and_are_full_at_100_per_cent() -> None:
    assert [height_of(variation) for variation in (None, 0.0, 0.4, 0.65, 1.0)] == [0, 0, 40, 65, 100]


@given(st.lists(st.floats(0, 1), min_size=1, max_size=50))
def test_whatever_varies_more_is_at_least_as_tall_and_fits_the_bar(variations: list[float]) -> None:
    heights = [height_of(variation) for variation in sorted(variations)]
    assert heights == sorted(heights)
    assert 0 <= heights[0] <= heights[-1] <= 100
