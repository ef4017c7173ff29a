"""Citations, by style and file format."""

import json
from dataclasses import replace
from datetime import date

import pytest

from workbench.publishing.citing import FILES, STYLES, Cited, cite

BY = "A. Writer. Letters & Papers."
URL = "https://example.org/frozen/7k2f/"
ONE = Cited(
    title="Letters & Papers",
    author="A. Writer",
    translators=("B. First", "C. Second"),
    number=3,
    frozen_on=date(2026, 9, 4),
    url=URL,
    digest="ab" * 32,
)


@pytest.mark.parametrize(
    ("style", "line"),
    [
        (
            "chicago",
            f"{BY} Translated by B. First and C. Second. Frozen state 3, September 4, 2026. {URL}.",
        ),
        (
            "mla",
            f"{BY} Translated by B. First and C. Second, frozen state 3, 4 Sept. 2026, {URL}.",
        ),
    ],
)
def test_styles(style: str, line: str) -> None:
    assert cite(style, ONE) == line


def test_bibtex_escapes_what_bibtex_reads() -> None:
    written = cite("bibtex", ONE)
    assert written.startswith("@misc{frozen-7k2f,\n")
    assert "title = {Letters \\& Papers}" in written
    assert "translator = {B. First and C. Second}" in written


def test_ris_has_a_tag_a_line_and_an_end() -> None:
    lines = cite("ris", replace(ONE, title="Two\nlines", passage="Ps 23")).split("\r\n")
    assert lines[0] == "TY  - ELEC"
    assert "TI  - Two lines" in lines
    assert "SE  - Ps 23" in lines
    assert lines[-2:] == ["ER  - ", ""]


def test_csl_is_json_with_a_date() -> None:
    (item,) = json.loads(cite("csl-json", ONE))
    assert (item["type"], item["issued"]) == ("webpage", {"date-parts": [[2026, 9, 4]]})
    assert item["translator"] == [{"literal": "B. First"}, {"literal": "C. Second"}]


@pytest.mark.parametrize("style", [*STYLES, *FILES])
def test_what_is_not_known_is_left_out(style: str) -> None:
    written = cite(style, replace(ONE, author="", translators=()))
    assert "ranslat" not in written
    assert ". ." not in written
    assert "https://example.org/frozen/7k2f/" in written
