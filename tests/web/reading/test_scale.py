"""The scale of the overview bars."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.web.reading.scale import Scale, fit_scale

KNOWN = st.lists(st.floats(0, 1), min_size=1, max_size=50)


@pytest.mark.parametrize(
    ("variations", "scale"),
    [
        ([0.4, None, 0.6], Scale(37, 60)),
        ([0.07, 0.29], Scale(3, 29)),
        ([0.48, 0.49], Scale(29, 49)),
        ([0.05], Scale(0, 20)),
        ([0.0, 1.0], Scale(0, 100)),
        ([None], Scale(0, 100)),
        ([], Scale(0, 100)),
    ],
)
def test_a_scale_runs_from_under_the_least_to_the_greatest(variations: list[float | None], scale: Scale) -> None:
    assert fit_scale(variations) == scale


@given(KNOWN)
def test_whatever_varies_more_is_at_least_as_tall_and_fits_the_bar(variations: list[float]) -> None:
    scale = fit_scale(variations)
    heights = [scale.height_of(variation) for variation in sorted(variations)]
    assert heights == sorted(heights)
    assert heights[0] >= 0
    assert heights[-1] <= 100


def test_the_greatest_is_full_and_the_least_still_seen() -> None:
    scale = fit_scale([0.4, 0.6])
    assert (scale.height_of(0.6), scale.height_of(0.4), scale.height_of(None)) == (100, 13, 0)
