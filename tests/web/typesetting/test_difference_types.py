"""One table says how each type of difference is shown; engine, styles, legend and API know the same types."""

import re
from pathlib import Path
from typing import get_args

import pytest
from django.template.loader import render_to_string

from workbench.text import diff
from workbench.text.difference.comparison import DifferenceType
from workbench.web.typesetting.difference_types import DIFFERENCE_TYPES, ShownType, legend_entries
from workbench.web.typesetting.words import describe_difference

STYLES = Path(__file__).parents[3] / "workbench/web/static/web/css/marks.css"


def drawn_line(css: str, name: str) -> str:
    """Return how the styles underline `.d-name`: solid where nothing else is said."""
    styles = re.findall(r"([^{}]+)\{[^{}]*text-decoration-style: (\w+)", css)
    return next((line for rule, line in styles if re.search(rf"\.d-{name}\b", rule)), "solid")


def test_every_type_of_the_engine_is_shown_once() -> None:
    assert set(DIFFERENCE_TYPES) == set(get_args(DifferenceType))
    assert len({one.label for one in DIFFERENCE_TYPES.values()}) == len(DIFFERENCE_TYPES)


@pytest.mark.parametrize("shown", DIFFERENCE_TYPES.values(), ids=lambda one: one.type)
def test_the_styles_draw_the_line_that_the_table_names(shown: ShownType) -> None:
    assert drawn_line(STYLES.read_text(), shown.type) == shown.line


def test_the_styles_draw_no_type_that_is_none() -> None:
    assert set(re.findall(r"\.d-(\w+)", STYLES.read_text())) <= set(DIFFERENCE_TYPES)


def test_the_legend_explains_every_line_there_is() -> None:
    assert {one.line for one in DIFFERENCE_TYPES.values() if one.in_legend} == {
        one.line for one in DIFFERENCE_TYPES.values()
    }
    legend = render_to_string("web/reading/legend.html", {"state": None})
    for _, classes, words in legend_entries():
        assert f'<ins class="{classes}">{words}</ins>' in legend


def test_the_api_describes_the_same_types() -> None:
    from workbench.api.resources.comparison.presenters import DifferenceShown  # noqa: PLC0415

    assert DifferenceShown.__annotations__["type"] == DifferenceType


@pytest.mark.parametrize(
    ("left", "right", "name"),
    [("the Cat", "the cat", "case"), ("a cat", "a dog", "wording"), ("a cat sat", "a cat", "omission")],
)
def test_what_is_said_of_a_difference_begins_with_its_name(left: str, right: str, name: DifferenceType) -> None:
    (difference,) = diff(left, right).differences
    assert difference.type == name
    assert describe_difference(difference, "A", difference.left.of(left)).startswith(DIFFERENCE_TYPES[name].label)
