"""`workbench collate`, `align` and `place`, and that none of the engine's commands loads Django."""

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from workbench.cli.grids import block_rows, width_of
from workbench.cli.main import main

ROOT = Path(__file__).parents[2]
FORMATS = ROOT / "fixtures/formats"
Capture = pytest.CaptureFixture[str]


def _write(folder: Path, **texts: str) -> list[str]:
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    return list(texts)


def test_a_table_has_a_row_for_each_version(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    monkeypatch.chdir(tmp_path)
    names = _write(tmp_path, A="the cat sat", B="the cat lay", C="the sat")
    assert main(["collate", *names]) == 1
    assert capsys.readouterr().out.splitlines() == ["A  the  cat  sat", 'B  "    cat  lay', 'C  "    –    sat', ""]


def test_an_apparatus_names_who_reads_otherwise(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    monkeypatch.chdir(tmp_path)
    names = _write(tmp_path, A="the cat sat", B="the cat lay", C="the sat")
    main(["collate", "--apparatus", "--base", "1", *names])
    assert capsys.readouterr().out == "cat ] om. (C)\nsat ] lay (B)\n"


def test_versions_that_agree_are_no_difference(tmp_path: Path) -> None:
    assert main(["collate", *(str(tmp_path / name) for name in _write(tmp_path, A="one", B="one"))]) == 0


def test_a_base_that_is_no_file_is_refused(tmp_path: Path, capsys: Capture) -> None:
    files = [str(tmp_path / name) for name in _write(tmp_path, A="one", B="one")]
    assert main(["collate", "--base", "3", *files]) == 2
    assert "--base: 3 is none of the files 1 to 2." in capsys.readouterr().err


def test_lines_are_paired_with_those_that_say_the_same(tmp_path: Path, capsys: Capture) -> None:
    left = "The ferry crosses at dawn.\nThe ferryman sleeps by day.\nNobody pays.\n"
    right = "The ferry crosses at dawn and dusk.\n\nThe ferryman sleeps by day. Nobody pays.\n"
    files = [str(tmp_path / name) for name in _write(tmp_path, A=left, B=right)]
    assert main(["align", *files]) == 0
    rows = list(csv.reader(io.StringIO(capsys.readouterr().out), delimiter="\t"))
    assert [row[1:3] for row in rows[1:]] == [["1", "1"], ["2 3", "2"]]


def test_a_text_is_placed_as_a_table_that_can_be_imported(capsys: Capture) -> None:
    assert main(["place", str(FORMATS / "letter-page.txt"), "--on", str(FORMATS / "letter.csv"), "--siglum", "N"]) == 0
    rows = list(csv.reader(io.StringIO(capsys.readouterr().out)))
    table = (FORMATS / "letter.csv").read_text(encoding="utf-8-sig")
    work = list(csv.reader(io.StringIO(table)))
    assert rows[0] == ["reference", "N"]
    assert [row[0] for row in rows[1:]] == [row[0] for row in work[1:]]


def test_places_are_offsets_of_the_text(capsys: Capture) -> None:
    page = FORMATS / "letter-page.txt"
    main(["place", str(page), "--on", str(FORMATS / "letter.csv"), "--json"])
    text = page.read_text(encoding="utf-8")
    found = json.loads(capsys.readouterr().out)
    assert all(text[one["start"] : one["end"]] == one["text"] for one in found["passages"] + found["unplaced"])


def test_a_translation_that_the_work_has_not_is_named(capsys: Capture) -> None:
    assert main(["place", "-", "--on", str(FORMATS / "letter.csv"), "--beside", "Q"]) == 2
    assert "--beside: Q is not in the work. It has " in capsys.readouterr().err


def test_wide_characters_take_two_cells_and_marks_none() -> None:
    assert [width_of(text) for text in ("abc", "漢字", "e\u0301", "")] == [3, 4, 1, 0]
    assert list(block_rows(["A", "B"], [["漢字", "x"], ["y", "z"]])) == ["A  漢字  y\n", "B  x     z\n", "\n"]


@pytest.mark.parametrize("name", ["comparing", "collating", "aligning", "placing"])
def test_no_command_of_the_engine_loads_django(name: str) -> None:
    program = f"import sys, workbench.cli.main, workbench.cli.{name}; sys.exit('django' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], cwd=ROOT, check=False).returncode == 0


def test_without_a_command_the_usage_is_shown(capsys: Capture) -> None:
    assert main([]) == 2
    assert "workbench COMMAND" in capsys.readouterr().out
