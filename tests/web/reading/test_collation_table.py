"""Collations as shown: the alignment table, its letters, and the lemmas of an apparatus."""

from collections import defaultdict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.corpus.models import Translation
from workbench.corpus.units import UnitText
from workbench.text import SEGMENTATION
from workbench.web.reading.apparatus import shorten_lemma
from workbench.web.reading.collating import Witness, collate_texts
from workbench.web.reading.collation_table import AlignmentTable, letter_of, read_alignment

HAS_DICTIONARY = SEGMENTATION != "by the character"
texts = st.lists(st.sampled_from(["the", "cat", "Cat", "sat", "a", "old"]), min_size=1, max_size=8).map(" ".join)


def make_table(texts: list[str], start: int = 1) -> AlignmentTable:
    witnesses = [
        Witness(Translation(siglum=f"T{number}", language="en"), UnitText(text, ()))
        for number, text in enumerate(texts)
    ]
    return read_alignment(collate_texts(texts, frozenset(), (), "words"), witnesses, start)


@pytest.mark.parametrize(("number", "letter"), [(0, "a"), (25, "z"), (26, "aa"), (51, "az"), (52, "ba"), (702, "aaa")])
def test_readings_are_lettered_beyond_z(number: int, letter: str) -> None:
    assert letter_of(number) == letter


@given(st.lists(texts, min_size=1, max_size=5))
def test_the_cells_of_a_row_are_its_text(texts: list[str]) -> None:
    rows = [" ".join(cell.words for cell in row.cells if cell.words) for row in make_table(texts).rows]
    assert rows == texts


@given(st.lists(texts, min_size=2, max_size=5))
def test_equal_letters_are_equal_readings_and_the_first_text_has_a(texts: list[str]) -> None:
    table = make_table(texts)
    for column, head in enumerate(table.heads):
        cells = [row.cells[column] for row in table.rows]
        by_letter = defaultdict(set)
        for cell in cells:
            by_letter[cell.letter].add(cell.words)
        assert [len(words) for words in by_letter.values()] == [1] * head.readings
        assert cells[0].letter == ("a" if head.is_variant else "")


def test_a_table_of_five_thousand_places_falls_into_parts_that_lead_to_each_other() -> None:
    texts = [" ".join(f"w{number}" for number in range(5_000))] * 2
    parts = [make_table(texts, start) for start in (1, 2_001, 4_001, 99_999)]
    assert [(part.before, part.heads[0].number, part.end, part.after) for part in parts] == [
        (0, 1, 2_000, 2_001),
        (1, 2_001, 4_000, 4_001),
        (2_001, 4_001, 5_000, 0),
        (3_000, 5_000, 5_000, 0),
    ]


@pytest.mark.parametrize(
    ("texts", "printed"),
    [
        (["the cat sat", "the dog sat"], "across"),
        ([" ".join("abcdefghij" * 6)] * 3, "across"),
        ([" ".join("abcdefghij" * 7)] * 3, "down"),
        ([" ".join("abcdefghij" * 7)] * 8, "down"),
        ([" ".join("abcdefghij" * 7)] * 9, "running"),
    ],
)
def test_a_table_wider_than_a_sheet_is_printed_otherwise(texts: list[str], printed: str) -> None:
    assert make_table(texts).printed == printed


@pytest.mark.parametrize(
    ("words", "lemma"),
    [
        ("cat", "cat"),
        ("one two three four five six", "one two three four five six"),
        ("one two three four five six seven", "one two … six seven"),
        ("a line\nand another", "a line and another"),
        ("first, of all the many words, last.", "first, of … words, last."),
        ("渡船从天亮开到天黑，又从天黑开到天亮", "渡船从 … 开到天亮" if HAS_DICTIONARY else "渡船 … 天亮"),
    ],
)
def test_a_lemma_of_more_than_six_words_is_given_by_its_ends(words: str, lemma: str) -> None:
    assert shorten_lemma(words) == lemma
