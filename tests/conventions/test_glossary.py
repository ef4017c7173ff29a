"""The glossary says where things live: they live there, and no word has two lines in one part."""

import re
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).parents[2]
GLOSSARY = (ROOT / "docs/glossary.md").read_text(encoding="utf-8")
ROWS = [
    [cell.strip() for cell in line.split("|")[1:-1]]
    for line in GLOSSARY.splitlines()
    if line.startswith("|") and "---" not in line
]


def test_every_line_has_a_word_a_meaning_and_a_place() -> None:
    assert all(len(row) == 3 and all(row) for row in ROWS)
    assert len(ROWS) > 80


def test_every_place_that_is_named_is_there() -> None:
    named = [path for row in ROWS for path in re.findall(r"`([\w/.]+)`", row[2])]
    assert [path for path in named if not (ROOT / "workbench" / path).exists()] == []


def test_every_place_is_a_path_or_said_to_be_missing() -> None:
    places = [row[2] for row in ROWS if row[2] != "where it lives"]
    assert [place for place in places if place != "not built yet" and not place.startswith("`")] == []


def test_no_part_says_a_word_twice() -> None:
    for part in GLOSSARY.split("\n## ")[1:]:
        words = [word for row in re.findall(r"^\| (.+?) \|", part, re.MULTILINE) for word in row.split(", ")]
        assert [word for word, count in Counter(words).items() if count > 1] == []
