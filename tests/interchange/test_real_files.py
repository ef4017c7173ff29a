"""Real files from outside the repository: encodings as they come, Bibles, quotation marks without quoting."""

import os
from pathlib import Path

import pytest

from tests.benchmarks.interchange_files import find_departures, find_silence
from tests.benchmarks.reported_files import find_faults
from workbench.interchange.errors import FormatError, UnknownEncoding
from workbench.interchange.formats import plain, table
from workbench.interchange.options import ReadOptions

DATA = Path(os.environ.get("WORKBENCH_DATA", Path(__file__).parents[2] / "../shared/data"))
pytestmark = [
    pytest.mark.data,
    pytest.mark.skipif(not DATA.exists(), reason="the real texts in ../shared/data are not here"),
]


def test_latin_1_is_asked_for_and_read_when_named() -> None:
    data = (DATA / "interchange/encodings/19942-8.txt").read_bytes()
    with pytest.raises(UnknownEncoding, match="This is not UTF-8"):
        plain.read(data, ReadOptions(siglum="A"))
    work = plain.read(data, ReadOptions(siglum="A", encoding="latin-1")).works[0]
    assert any("naïve" in passage.variants[0].text or "é" in passage.variants[0].text for passage in work.passages)


def test_a_bible_is_read_verse_by_verse() -> None:
    data = (DATA / "bibles/eng_YLT.tsv").read_bytes()
    work = table.read_tsv(data, ReadOptions(siglum="YLT", language="en")).works[0]
    assert len(work.passages) == 31_102
    assert (work.passages[0].reference, work.passages[-1].reference) == ("Gen.1.1", "Rev.22.21")


def test_quotation_marks_in_a_table_without_quoting_are_asked_about_and_kept() -> None:
    data = (DATA / "bibles/rus_Synodal.tsv").read_bytes()
    with pytest.raises(FormatError, match="say quoting = none"):
        table.read_tsv(data, ReadOptions(siglum="S"))
    work = table.read_tsv(data, ReadOptions(siglum="S", quoting="none")).works[0]
    assert sum(passage.variants[0].text.startswith('"') for passage in work.passages) == 89


def test_reported_files_are_read_as_they_should_be() -> None:
    assert list(find_faults()) == []


def test_files_of_other_suites_are_read_or_refused_as_these_expect_or_for_a_reason_that_is_written_down() -> None:
    found = list(find_departures())
    assert [one for one in found if not one[2]] == []
    assert len(found) > 100


def test_what_other_suites_call_invalid_is_not_read_in_silence() -> None:
    in_comments = "xliff_locize/inline-elements/example_invalid-segment"
    assert [one for one in find_silence() if not one.startswith(in_comments)] == []
