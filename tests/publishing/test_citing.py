"""Citations, by style and file format: whole, as somebody who knows the style wrote them by hand."""

import json
from dataclasses import replace
from datetime import date

import pytest

from workbench.publishing.citing import FILES, STYLES, Cited, cite, people_of

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
TURNED = replace(ONE, author="García Márquez, Gabriel", translators=("Grossman, Edith",))
EDITH = "Translated by Edith Grossman"
CHICAGO_END = f"frozen state 3, September 4, 2026, {URL}."


@pytest.mark.parametrize(
    ("cited", "line"),
    [
        (ONE, f"A. Writer, Letters & Papers, trans. B. First and C. Second, {CHICAGO_END}"),
        (replace(ONE, author="", translators=()), f"Letters & Papers, {CHICAGO_END}"),
        (TURNED, f"Gabriel García Márquez, Letters & Papers, trans. Edith Grossman, {CHICAGO_END}"),
        (replace(ONE, translators=("B", "C", "D")), f"A. Writer, Letters & Papers, trans. B, C, and D, {CHICAGO_END}"),
        (replace(ONE, translators=tuple("BCDE")), f"A. Writer, Letters & Papers, trans. B et al., {CHICAGO_END}"),
        (replace(ONE, translators=(), passage="Ps 23–24"), f"A. Writer, Letters & Papers, Ps 23–24, {CHICAGO_END}"),
    ],
)
def test_a_note_in_chicago_style(cited: Cited, line: str) -> None:
    assert cite("chicago", cited) == line


@pytest.mark.parametrize(
    ("cited", "line"),
    [
        (
            ONE,
            f"A. Writer. Letters & Papers. Translated by B. First and C. Second, frozen state 3, 4 Sept. 2026, {URL}.",
        ),
        (replace(ONE, author="", translators=()), f"Letters & Papers. Frozen state 3, 4 Sept. 2026, {URL}."),
        (
            TURNED,
            f"García Márquez, Gabriel. Letters & Papers. {EDITH}, frozen state 3, 4 Sept. 2026, {URL}.",
        ),
        (
            replace(ONE, title="What Is to Be Done?", translators=("B", "C", "D"), passage="Ps 23"),
            f"A. Writer. What Is to Be Done? Translated by B et al., frozen state 3, 4 Sept. 2026, Ps 23, {URL}.",
        ),
    ],
)
def test_an_entry_in_mla_style(cited: Cited, line: str) -> None:
    assert cite("mla", cited) == line


def test_the_title_stands_apart_to_be_set_in_italics() -> None:
    assert STYLES["chicago"](replace(ONE, title="A. Writer"))[:2] == ("A. Writer, ", "A. Writer")


def test_several_people_in_a_field_are_told_apart() -> None:
    assert people_of(["Pevear, Richard; Volokhonsky, Larissa", "A and B", "", "A & C", "Sandra"]) == (
        "Pevear, Richard",
        "Volokhonsky, Larissa",
        "A",
        "B",
        "C",
        "Sandra",
    )


def test_bibtex_whole() -> None:
    cited = replace(ONE, title="100% {of} a_b\\c~", url=f"{URL}?at=a_b#c", passage="Ps 23")
    assert cite("bibtex", cited) == (
        "@misc{frozen-7k2f,\n"
        "  author = {A. Writer},\n"
        "  title = {100\\% \\{of\\} a\\_b\\textbackslash{}c\\textasciitilde{}},\n"
        "  translator = {B. First and C. Second},\n"
        "  year = {2026},\n"
        "  month = sep,\n"
        "  url = {https://example.org/frozen/7k2f/?at=a_b#c},\n"
        f"  note = {{Frozen state 3, SHA-256 {'ab' * 32}, Ps 23}}\n"
        "}\n"
    )


def test_ris_whole() -> None:
    assert cite("ris", replace(ONE, title="Two\nlines", passage="Ps 23")).split("\r\n") == [
        "TY  - ELEC",
        "TI  - Two lines",
        "AU  - A. Writer",
        "A4  - B. First",
        "A4  - C. Second",
        "PY  - 2026",
        "DA  - 2026/09/04/",
        f"UR  - {URL}",
        "SE  - Ps 23",
        f"N1  - Frozen state 3, SHA-256 {'ab' * 32}",
        "ER  - ",
        "",
    ]


def test_csl_whole() -> None:
    assert json.loads(cite("csl-json", replace(TURNED, translators=("B. First", "C. Second"), passage="Ps 23"))) == [
        {
            "id": URL,
            "type": "webpage",
            "title": "Letters & Papers",
            "URL": URL,
            "issued": {"date-parts": [[2026, 9, 4]]},
            "version": "3",
            "note": f"SHA-256 {'ab' * 32}",
            "author": [{"family": "García Márquez", "given": "Gabriel"}],
            "translator": [{"literal": "B. First"}, {"literal": "C. Second"}],
            "section": "Ps 23",
        }
    ]


@pytest.mark.parametrize("style", [*STYLES, *FILES])
def test_what_is_not_known_is_left_out(style: str) -> None:
    written = cite(style, replace(ONE, author="", translators=()))
    assert "ranslat" not in written
    assert ". ." not in written
    assert "https://example.org/frozen/7k2f/" in written
