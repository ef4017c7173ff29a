"""The list of formats."""

from pathlib import Path

import pytest

from workbench.interchange.options import ReadOptions
from workbench.interchange.registry import FORMATS, format_for_file, recognise_format

SAMPLES = Path(__file__).parents[2] / "fixtures/formats"


@pytest.mark.parametrize(
    ("file", "name"),
    [("a.json", "bundle"), ("A.CSV", "csv"), ("a.b.tsv", "tsv"), ("a.txt", "plain")],
)
def test_a_file_is_known_by_its_extension(file: str, name: str) -> None:
    assert format_for_file(file) is FORMATS[name]


def test_a_file_of_no_known_extension_is_not_guessed() -> None:
    assert format_for_file("letter.xyz") is None


@pytest.mark.parametrize(
    ("file", "options", "sigla", "passages"),
    [
        ("letter.txt", ReadOptions(siglum="A"), ["A"], 22),
        ("points.txt", ReadOptions(siglum="A", split="numbered"), ["A"], 10),
        ("letter.csv", ReadOptions(), ["A", "B", "D", "E"], 22),
        ("letter-long.tsv", ReadOptions(), ["EN", "RU2", "AR1", "HE", "ZH1"], 11),
    ],
)
def test_each_sample_file_is_read(file: str, options: ReadOptions, sigla: list[str], passages: int) -> None:
    form = format_for_file(file)
    assert form is not None
    work = form.read((SAMPLES / file).read_bytes(), options).works[0]
    assert ([one.siglum for one in work.translations], len(work.passages)) == (sigla, passages)


def test_a_table_of_marks_is_known_by_its_first_line() -> None:
    data = (SAMPLES / "ferry-mqm.tsv").read_bytes()
    found = recognise_format("ferry-mqm.tsv", data)
    assert found is not None
    assert (found.format.name, found.remark) == ("mqm", "")
    work = found.format.read(data, ReadOptions(language="de")).works[0]
    assert ([one.siglum for one in work.translations], len(work.passages), len(work.threads)) == (
        ["source", "Engine one", "Engine two", "refA"],
        2,
        4,
    )
