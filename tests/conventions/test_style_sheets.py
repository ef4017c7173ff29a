"""Style sheets say nothing that is not there; the linter that holds it finds what it should, and no more."""

import re

import pytest

from tests.style_sheets.__main__ import SHEETS
from tests.style_sheets.rules import lint, unused_classes


def test_every_custom_property_that_is_used_is_given_a_value() -> None:
    sheets = "\n".join(path.read_text(encoding="utf-8") for path in SHEETS)
    used = set(re.findall(r"var\((--[\w-]+)\)", sheets))
    assert used - set(re.findall(r"(--[\w-]+)\s*:", sheets)) == set()


@pytest.mark.parametrize(
    ("css", "faults"),
    [
        ("a { color: red; }", []),
        ("a { colour: red; }", [(1, "unknown property colour")]),
        ("a { --ours: red; -webkit-text-size-adjust: none; }", []),
        ("a {\n  color: red;\n  color: blue;\n}", [(3, "color is said twice in one rule")]),
        ("a { }", [(1, "a says nothing")]),
        ("a { color: red; }\na { top: 0; }", [(2, "a has its rule in line 1 already")]),
        ("a { color: red; }\n@media print { a { top: 0; } }", []),
        ("@media print { a { tpo: 0; } }", [(1, "unknown property tpo")]),
        ("@medai print { a { top: 0; } }", [(1, "unknown rule @medai")]),
        ("@page { size: A4; margin: 2cm; }", []),
    ],
)
def test_the_linter_names_what_is_wrong_and_where(css: str, faults: list[tuple[int, str]]) -> None:
    assert lint(css) == faults


def test_the_linter_says_what_it_cannot_read() -> None:
    assert [words.partition(":")[0] for _, words in lint("a { color red; }")] == ["not a declaration"]


def test_a_class_that_no_page_has_is_told_from_one_that_is_put_together() -> None:
    sheets = [".d-wording { color: red; }\n.gone, .kept { color: red; }"]
    assert unused_classes(sheets, ['css_class = f"d d-{type}"', 'type = "wording"', '<p class="kept">']) == {"gone"}
