"""`workbench diff`: what it writes, and what its exit code says."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.cli.comparing import COME, GONE, runs_of
from workbench.cli.hunks import into_lines
from workbench.cli.main import main
from workbench.text import diff

ROOT = Path(__file__).parents[2]
OLD = "The cat sat on the mat.\nThe same.\n"
NEW = "The cat lay on the mat.\nThe same.\n"
Files = Callable[..., list[str]]


@pytest.fixture
def files(tmp_path: Path) -> Files:
    """Write texts into files and return their names."""

    def write(*texts: str) -> list[str]:
        paths = [tmp_path / f"{number}.txt" for number in range(len(texts))]
        for path, text in zip(paths, texts, strict=True):
            path.write_text(text, encoding="utf-8")
        return [str(path) for path in paths]

    return write


def test_what_differs_is_marked_with_signs_where_there_are_no_colours(
    files: Files, capsys: pytest.CaptureFixture[str]
) -> None:
    names = files(OLD, NEW)
    assert main(["diff", *names]) == 1
    written = capsys.readouterr().out
    assert written == (f"--- {names[0]}\n+++ {names[1]}\n@@ 1 1 @@\nThe cat [-sat-]{{+lay+}} on the mat.\nThe same.\n")


def test_colours_are_written_when_asked_for(files: Files, capsys: pytest.CaptureFixture[str]) -> None:
    main(["diff", "--color", "always", *files(OLD, NEW)])
    assert "The cat \x1b[9;31msat\x1b[0m\x1b[4;32mlay\x1b[0m on the mat." in capsys.readouterr().out


def test_the_same_text_writes_nothing_and_is_no_difference(files: Files, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["diff", *files(OLD, OLD)]) == 0
    assert capsys.readouterr().out == ""


def test_what_is_ignored_is_no_difference(files: Files) -> None:
    assert main(["diff", *files("The cat.", "the cat")]) == 1
    assert main(["diff", "--ignore", "case,punctuation", *files("The cat.", "the cat")]) == 0


def test_only_lines_near_a_difference_are_shown_unless_all_are_asked_for(
    files: Files, capsys: pytest.CaptureFixture[str]
) -> None:
    before = "".join(f"line {number}\n" for number in range(1, 10))
    names = files(before, before.replace("line 5", "row 5"))
    main(["diff", "-U", "1", *names])
    assert capsys.readouterr().out.splitlines()[2:] == ["@@ 4 4 @@", "line 4", "[-line-]{+row+} 5", "line 6"]
    main(["diff", "--all", *names])
    assert len(capsys.readouterr().out.splitlines()) == 9


def test_json_quotes_what_stands_at_its_offsets(files: Files, capsys: pytest.CaptureFixture[str]) -> None:
    main(["diff", "--json", *files(OLD, NEW)])
    (difference,) = json.loads(capsys.readouterr().out)["differences"]
    assert difference == {
        "type": "wording",
        "left": {"start": 8, "end": 11, "text": "sat"},
        "right": {"start": 8, "end": 11, "text": "lay"},
        "note": "",
    }


def test_html_marks_words_and_escapes_them(files: Files, capsys: pytest.CaptureFixture[str]) -> None:
    main(["diff", "--html", *files("a <b> cat sat there", "a <b> cat lay there")])
    assert "a &lt;b&gt; cat <del>sat</del><ins>lay</ins> there" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["no-such-file", "no-such-file"], "no-such-file: No such file or directory."),
        (["-", "-"], "Standard input can be one of the two files, not both."),
        (["--ignore", "colour", "a", "b"], "--ignore: colour is not known. Expected some of case,"),
        (["a", "b", "c"], "3 files were given. Expected two."),
    ],
)
def test_what_cannot_be_compared_is_said_in_a_sentence(
    arguments: list[str], said: str, capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in "ab":
        (tmp_path / name).touch()
    assert main(["diff", *arguments]) == 2
    assert said in capsys.readouterr().err


TEXTS = st.lists(
    st.sampled_from(["the ", "cat", "mat, ", "\n", "1938", " ", "x\u0301", "\r", "\x85"]), max_size=14
).map("".join)


@given(TEXTS, TEXTS)
def test_runs_rebuild_both_texts_and_lines_lose_nothing(left: str, right: str) -> None:
    runs = list(runs_of(diff(left, right), left, right))
    assert "".join(run.text for run in runs if run.kind not in COME) == left
    assert "".join(run.text for run in runs if run.kind not in GONE) == right
    lines = into_lines(runs)
    assert [run.text for line in lines for run in line.runs] == [piece for run in runs for piece in _cut(run.text)]
    assert all(run.text.find("\n") in {-1, len(run.text) - 1} for line in lines for run in line.runs)


def _cut(text: str) -> list[str]:
    pieces = [f"{piece}\n" for piece in text.split("\n")]
    pieces[-1] = pieces[-1][:-1]
    return [piece for piece in pieces if piece]


def _git(folder: Path, *words: str, **environment: str) -> str:
    quiet = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull, "PYTHONPATH": str(ROOT)}
    command = ["git", "-c", "user.name=t", "-c", "user.email=t@example.org", *words]
    found = subprocess.run(
        command, cwd=folder, env={**os.environ, **quiet, **environment}, check=True, capture_output=True, text=True
    )
    return found.stdout


@pytest.mark.slow
def test_git_asks_it_for_differences(tmp_path: Path) -> None:
    workbench = f"{sys.executable} -m workbench.cli diff"
    _git(tmp_path, "init", "-q")
    (tmp_path / "letter.txt").write_text(OLD, encoding="utf-8")
    (tmp_path / "picture").write_bytes(b"\0one")
    _git(tmp_path, "add", ".")
    _git(tmp_path, "commit", "-q", "-m", "first")
    (tmp_path / "letter.txt").write_text(NEW, encoding="utf-8")
    (tmp_path / "picture").write_bytes(b"\0two")
    shown = _git(tmp_path, "diff", GIT_EXTERNAL_DIFF=workbench)
    assert "--- a/letter.txt\n+++ b/letter.txt\n@@ 1 1 @@\nThe cat [-sat-]{+lay+} on the mat." in shown
    assert "Binary files a/picture and b/picture differ" in shown
    assert "[-sat-]{+lay+}" in _git(tmp_path, "difftool", "--no-prompt", f"--extcmd={workbench}", "--", "letter.txt")
