"""Letters and decisions in one text: told apart by their heads, without the page around them, nothing swallowed."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.text.alignment.test_pages import SEED
from workbench.interchange.document import Document
from workbench.interchange.formats import plain
from workbench.interchange.options import ReadOptions
from workbench.interchange.papers import find_papers
from workbench.interchange.points import split_paragraphs

FIXTURE = Path(__file__).parents[2] / "fixtures/formats/letter-page.txt"
BODY = f"This is a paragraph that is too long for a line of any head, {'since it goes on and on, ' * 4}and ends."
PAGE = f"""Lamps

Written by Ann Bee, mostly.

Monday, March 30, 2009

The file

Board of Lamps

1 May 1938.
To the chair

{BODY}

1.{BODY}

Minutes of the board, 2 May 1938.

No. 65

{BODY}

1. Granted.

The chair

Post a comment

{BODY}"""


def read(text: str, split: str = "documents") -> Document:
    return plain.read(text.encode(), ReadOptions(siglum="A", split=split))  # type: ignore[arg-type]


def shape(document: Document) -> list[tuple[str | None, str, str]]:
    (work,) = document.works
    return [(one.reference, one.heading, one.variants[0].text.split(" ")[0]) for one in work.passages]


def test_a_page_is_read_as_its_documents_with_their_heads_as_headings() -> None:
    document = read(PAGE)
    assert shape(document) == [
        ("1.1", "Board of Lamps · 1 May 1938. · To the chair", "This"),
        ("1.2", "", "1.This"),
        ("2.1", "Minutes of the board, 2 May 1938. · No. 65", "This"),
        ("2.2", "", "1."),
        ("2.3", "", "The"),
    ]
    work = document.works[0]
    assert (work.levels, work.passages[3].path) == (("document", "paragraph"), ("2", "2"))
    assert dict(document.offered) == {
        "translator": "Ann Bee",
        "year": "March 30, 2009",
        "title": "The file",
        "source": "Lamps",
    }
    assert document.warnings[0].startswith("2 documents were found by their heads: “Board of Lamps”; “Minutes")
    assert document.warnings[1].startswith("6 paragraphs of the page around them were left out: line 1 “Lamps”, line 3")


def test_whoever_did_not_say_so_is_told() -> None:
    for split in ("paragraphs", "numbered"):
        assert any(
            one.startswith("This looks like 2 documents, with 6 paragraphs") for one in read(PAGE, split).warnings
        )
    assert read(f"{BODY}\n\n{BODY}", "paragraphs").warnings == ()


def test_a_text_without_heads_is_read_by_paragraphs() -> None:
    assert shape(read(f"{BODY}\n\nShort.\n\n{BODY}")) == [(None, "", "This"), (None, "", "Short."), (None, "", "This")]


def test_what_stands_before_the_first_head_stays_where_no_site_is_seen() -> None:
    head = "To the board\n\n3 May 1938"
    assert shape(read(f"{BODY}\n\n{head}\n\n{BODY}"))[:2] == [
        ("0.1", "", "This"),
        ("1.1", "To the board · 3 May 1938", "This"),
    ]


def test_one_text_on_a_page_keeps_the_title_as_its_head() -> None:
    found = find_papers(f"Lamps\n\nMonday, March 30, 2009\n\nThe file\n\n{BODY}")
    assert [paper.head for paper in found.papers] == [("The file",)]


def test_the_page_of_the_fixtures_is_a_letter_and_a_decision() -> None:
    document = read(FIXTURE.read_text(encoding="utf-8"))
    heads = [one.heading.partition(" ·")[0] for one in document.works[0].passages if one.heading]
    assert heads[0] == "Politburo of the Central Committee, VKP(b)"
    assert heads[1].startswith("From the decision of the Politburo, 24 November 1938.")
    assert [one.reference for one in document.works[0].passages][-4:] == ["2.1", "2.2", "2.3", "2.4"]


def test_the_seed_page_is_a_letter_and_a_decision_and_its_byline_is_offered() -> None:
    if not SEED.exists():
        pytest.skip(f"no seed page at {SEED}")
    document = read(SEED.read_text(encoding="utf-8"))
    references = [one.reference for one in document.works[0].passages]
    assert references == [*(f"1.{at}" for at in range(1, 7)), *(f"2.{at}" for at in range(1, 5))]
    heads = [one.heading for one in document.works[0].passages if one.heading]
    assert [len(head.split(" · ")) for head in heads] == [5, 3]
    offered = dict(document.offered)
    assert (offered["translator"], offered["year"], offered["title"]) == (
        "Skoblin",
        "March 30, 2009",
        "The Yezhov File (I)",
    )
    assert "Post a Comment" not in "".join(one.variants[0].text for one in document.works[0].passages)


LINES = st.sampled_from(
    ["Lamps", "* * *", "1 May 1938", "Monday, 2 May 2009", "1. Granted.", BODY, "Post a comment", "To X\n3 May 1938"]
)


@given(st.lists(LINES, max_size=14))
def test_no_paragraph_is_swallowed(lines: list[str]) -> None:
    text = "\n\n".join(lines)
    found = find_papers(text)
    heads = [line for paper in found.papers for line in paper.head]
    kept = [unit.text for paper in found.papers for unit in paper.units] + [unit.text for unit in found.left_out]
    whole = [unit.text for unit in split_paragraphs(text) if unit.text != "* * *"]
    said = sorted(line for one in (*kept, *heads) for line in one.split("\n") if one != "* * *")
    assert said == sorted(line for one in whole for line in one.split("\n"))
