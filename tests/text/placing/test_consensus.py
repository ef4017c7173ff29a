"""Placing beside several translations: what one of them lacks or merges, the others know."""

import json
import os
from pathlib import Path

import pytest

from tests.text.alignment.test_align import LETTER, RETOLD
from workbench.text import distribute
from workbench.text.placing import distribute_beside

pytestmark = pytest.mark.slow  # left out of `make check`

ROOT = Path(__file__).parents[3]
DATA = Path(os.environ.get("WORKBENCH_DATA", ROOT.parent / "shared" / "data"))
UNITS = 22


def demo_columns() -> list[list[str]]:
    work = json.loads((ROOT / "fixtures/works/yezhov.json").read_text(encoding="utf-8"))["works"][0]
    said = [{one["siglum"]: one["text"] for one in passage["variants"]} for passage in work["passages"]]
    return [[texts.get(siglum, "") for texts in said] for siglum in "ABCDE"]


def spans(columns: list[list[str]], text: str) -> list[tuple[int, int]]:
    return [(one.span.start, one.span.end) for one in distribute_beside(columns, text).placements]


def test_one_translation_decides_alone() -> None:
    text = " ".join(RETOLD)
    assert distribute_beside([LETTER], text) == distribute(LETTER, text)


def test_a_translation_that_lacks_a_passage_does_not_take_it_from_the_others() -> None:
    text = " ".join(RETOLD)
    lacking = [*LETTER[:2], "", *LETTER[3:]]
    assert spans([lacking, LETTER], text) == spans([LETTER], text)


def test_a_passage_that_no_translation_has_gets_nothing() -> None:
    lacking = [*LETTER[:2], "", *LETTER[3:]]
    assert spans([lacking, lacking], " ".join([*RETOLD[:2], *RETOLD[3:]]))[2] == (0, 0)


def test_who_is_surer_on_the_whole_decides() -> None:
    text = " ".join(RETOLD)
    vague = [*LETTER[1:], "Nothing that this text says"]
    assert spans([vague, LETTER], text) == spans([LETTER, vague], text) == spans([LETTER], text)


def test_the_page_of_the_fixtures_lands_on_the_demo_works_passages_without_a_correction() -> None:
    page = (ROOT / "fixtures/formats/letter-page.txt").read_text(encoding="utf-8")
    rows = (ROOT / "fixtures/formats/letter-page.units.tsv").read_text(encoding="utf-8").splitlines()[1:]
    gold = [tuple(map(int, row.split("\t")[1:])) for row in rows]
    assert spans(demo_columns(), page) == gold


@pytest.mark.data
def test_the_seed_page_lands_on_the_demo_works_passages_without_a_correction() -> None:
    seed = DATA.parent / "demo" / "yezhov-file-1.blogpost.txt"
    if not seed.exists():
        pytest.skip("The page of the demo is not beside the repository.")
    page = seed.read_text(encoding="utf-8")
    found = [page[start:end] for start, end in spans(demo_columns(), page)]
    starts = (
        "Resignation I 1.The 2. The 3. First, Second, Without First, Second, Third, Fourth, Fifth, All Once Despite"
    )
    assert [text.split()[0] for text in found] == [*starts.split(), "I", "I", "Extract", "1.", "2."]
    ends = ["Secret", "reasons:", "NKVD.", "officials.", "this.", "Politburo.", "Pauker.", "responsibility."]
    ends += ["Commissariat.", "Bolshevik.", "nerve.", "spies.", "others).", "continues.", "NKVD.", "USSR."]
    ends += ["enemies.", "TsK.", "being.", "decrees:", "USSR.", "Stalin"]
    assert [text.replace("]", "] ").split()[-1] for text in found] == ends
    assert len(found) == UNITS
