"""The collation of real versions: a verse in 104 manuscripts, a chapter in six editions."""

import json
import os
import random
from itertools import combinations
from pathlib import Path

import pytest
from rapidfuzz.distance import LCSseq

from workbench.text import Collation, collate, read_keys

DATA = Path(os.environ.get("WORKBENCH_DATA", Path(__file__).parents[4] / "shared" / "data"))
pytestmark = [
    pytest.mark.data,
    pytest.mark.skipif(not DATA.exists(), reason=f"no real texts at {DATA}"),
]


def measure_quality(collation: Collation, texts: list[str]) -> float:
    """Sum of pairs over the sum of the longest common subsequences of every two witnesses."""
    words = [read_keys(text).values for text in texts]
    found = sum(
        len(group) * (len(group) - 1) // 2
        for column in collation.columns
        for group in column.groups
        if column.cells[group[0]]
    )
    return found / sum(LCSseq.similarity(a, b) for a, b in combinations(words, 2))


def read_manuscripts() -> list[str]:
    verse = json.loads((DATA / "variants_small" / "john_6_23_greek_97mss.json").read_text("utf-8"))
    return [witness["text"] for witness in verse["witnesses"]]


def read_editions() -> list[list[str]]:
    lines = (DATA / "darwin" / "paragraphs_6editions.tsv").read_text("utf-8").splitlines()[1:]
    return [line.split("\t")[1:] for line in lines]


def test_a_hundred_and_four_manuscripts_agree_as_far_as_they_can() -> None:
    texts = read_manuscripts()
    assert len(texts) == 104
    collation = collate(texts)
    assert measure_quality(collation, texts) > 0.999
    assert len(collation.columns) == 31


def test_a_hundred_and_four_manuscripts_part_in_regions_that_can_be_read() -> None:
    regions = collate(read_manuscripts()).regions().columns
    assert len(regions) == 18
    assert max(len(region.groups) for region in regions) == 13


def test_shuffled_manuscripts_make_the_same_table() -> None:
    texts = read_manuscripts()
    order = random.Random(6).sample(range(104), 104)
    plain, shuffled = collate(texts), collate([texts[index] for index in order])
    assert [column.cells for column in shuffled.columns] == [
        tuple(column.cells[index] for index in order) for column in plain.columns
    ]


def test_six_editions_of_a_chapter_agree_as_far_as_they_can() -> None:
    for texts in read_editions():
        collation = collate(texts)
        assert measure_quality(collation, texts) > 0.98


def test_a_paragraph_that_is_only_in_some_editions_is_one_addition() -> None:
    (texts,) = [texts for texts in read_editions() if texts[:4] == ["", "", "", ""]][:1]
    joined = collate(texts).joined()
    assert all(column.cells[:4] == (None,) * 4 for column in joined.columns)
    assert joined.columns[0].groups[-1][:4] == (0, 1, 2, 3)
