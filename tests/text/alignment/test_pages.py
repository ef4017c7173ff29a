"""Whole pages with boilerplate around the text: the demo's own, and the seed page where it is at hand."""

import csv
import json
import os
from pathlib import Path

import pytest

from workbench.text import distribute, sentences

FIXTURES = Path(__file__).parents[3] / "fixtures"
SHARED = Path(os.environ.get("WORKBENCH_DATA", FIXTURES.parent / ".." / "shared" / "data")).parent
SEED = SHARED / "demo" / "yezhov-file-1.blogpost.txt"
# Numbers of the sentences of the seed page at which the 22 units begin, and the one after them.
UNITS = (4, 9, 10, 15, 21, 25, 26, 27, 30, 31, 33, 36, 39, 41, 42, 43, 44, 45, 46, 51, 56, 57, 59)


def read_passages(siglum: str) -> list[str]:
    (work,) = json.loads((FIXTURES / "works" / "yezhov.json").read_text(encoding="utf-8"))["works"]
    return [
        next((v["revisions"][0]["text"] for v in passage["variants"] if v["siglum"] == siglum), "")
        for passage in work["passages"]
    ]


def test_the_sample_page_is_cut_at_its_units_but_for_the_heading() -> None:
    text = (FIXTURES / "formats" / "letter-page.txt").read_text(encoding="utf-8")
    with (FIXTURES / "formats" / "letter-page.units.tsv").open(encoding="utf-8") as file:
        units = [(int(row["start"]), int(row["end"])) for row in csv.DictReader(file, delimiter="\t")]
    found = [(p.span.start, p.span.end) for p in distribute(read_passages("A"), text).placements]
    assert found[1:] == units[1:]
    assert found[0][1] == units[0][1]


@pytest.mark.data
def test_the_seed_page_lands_on_the_demo_work_without_a_correction() -> None:
    if not SEED.exists():
        pytest.skip(f"no seed page at {SEED}")
    text = SEED.read_text(encoding="utf-8")
    begins = [span.start for span in sentences(text)]
    starts = [begins[number] for number in UNITS]
    spans = [p.span for p in distribute(read_passages("D"), text).placements]
    assert [span.start for span in spans] == starts[:-1]
    assert [text[span.end : start].strip() for span, start in zip(spans, starts[1:], strict=True)] == [""] * 22
