"""The overview bar."""

import pytest

from workbench.corpus.models import Passage
from workbench.web.reading.overview import Stroke, draw_overview


@pytest.mark.parametrize(("variation", "height"), [(None, 0), (0.0, 0), (0.482, 48), (1.0, 100)])
def test_a_stroke_is_as_tall_as_the_passage_varies(variation: float | None, height: int) -> None:
    assert Stroke(Passage(reference="1", variation=variation), 0).height == height


def test_a_stroke_says_what_it_shows() -> None:
    assert Stroke(Passage(reference="P.160", variation=0.482), 2).words == "P.160: 48% apart, 2 open threads"
    assert Stroke(Passage(reference="7", is_measured=True), 1).words == "7: nothing to compare, 1 open thread"


def test_a_work_that_was_never_measured_has_no_overview() -> None:
    assert draw_overview([Passage(pk=1, reference="1")], {1: 3}) == []


def test_the_strokes_of_a_work_begin_at_0_whatever_else_is_in_it() -> None:
    passages = [Passage(pk=key, variation=value) for key, value in enumerate([0.4, None, 0.6], 1)]
    strokes = draw_overview(passages, {})
    assert [stroke.height for stroke in strokes] == [40, 0, 60]
    assert [stroke.words.split(": ")[1] for stroke in strokes] == ["40% apart", "still to be measured", "60% apart"]
