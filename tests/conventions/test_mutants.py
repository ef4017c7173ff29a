"""The runner of mutants tells those that a test notices from those that none does."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from mutmut.mutation.file_mutation import mutate_file_contents

from tests.mutants.__main__ import summarise
from tests.mutants.equivalents import LISTED, is_equivalent, parse
from tests.mutants.making import with_our_switch

ROOT = Path(__file__).parents[2]
ENGINE = ROOT / "workbench" / "text"
MODULE = """
def double(number):
    return number * 2

def count_down(number):
    while number > 0:
        number -= 1
    return number

def unused(number):
    return number + 1

def is_long(word):
    return len(word) > 80

class Pair:
    @classmethod
    def of(cls, number):
        return number + 1, number + 2
"""
TESTS = """
from counting import Pair, count_down, double, is_long

def test_double():
    assert double(3) == 6

def test_count_down():
    assert count_down(3) == 0

def test_pair():
    assert Pair.of(1)[0] == 2

def test_short_words():
    assert not is_long("word")
"""


@pytest.mark.slow
@pytest.mark.skipif(bool(os.environ.get("CI")), reason="the runner of mutants is outside CI, and so is its proof")
def test_a_mutant_is_killed_or_ends_in_time_or_lives_or_is_never_called(tmp_path: Path) -> None:
    verdicts = _run(tmp_path)
    said = {function: {verdicts[name] for name in verdicts if f"x_{function}__" in name} for function in FUNCTIONS}
    assert said["double"] == {"killed"}
    assert said["count_down"] <= {"killed", "timeout", "lives"}
    assert {"killed", "timeout"} <= said["count_down"]
    assert "lives" in said["is_long"]
    assert said["unused"] == {"unreached"}
    assert {verdicts[name] for name in verdicts if "Pair" in name} == {"killed", "lives"}


FUNCTIONS = ("double", "count_down", "unused", "is_long")


def _run(folder: Path) -> dict[str, str]:
    mutated = mutate_file_contents("counting.py", MODULE)
    (folder / "counting.py").write_text(with_our_switch(mutated.code), encoding="utf-8")
    (folder / "test_counting.py").write_text(TESTS, encoding="utf-8")
    (folder / "mutants.txt").write_text(
        "\n".join(f"counting:{name}" for name in mutated.mutant_names), encoding="utf-8"
    )
    options = [
        "-q",
        "-p",
        "tests.mutants.running",
        "-p",
        "no:django",
        "-p",
        "no:randomly",
        "-p",
        "no:xdist",
        "-c",
        os.devnull,
    ]
    environment = os.environ | {
        "PYTHONPATH": f"{ROOT}{os.pathsep}{folder}",
        "MUTANTS": str(folder / "mutants.txt"),
        "VERDICTS": str(folder / "verdicts.tsv"),
    }
    command = [sys.executable, "-m", "pytest", *options, f"--rootdir={folder}", "test_counting.py"]
    subprocess.run(command, cwd=folder, env=environment, check=True, capture_output=True)
    return dict(line.split("\t") for line in (folder / "verdicts.tsv").read_text(encoding="utf-8").splitlines())


LIST = """# why

anchors/ground
-    if a > b:
+    if a >= b:
= never equal
"""
CHANGE = "@@ -1 +1 @@\n-  if a > b:\n+  if a >= b:\n     return"


def test_a_mutant_that_is_listed_with_its_reason_is_equivalent() -> None:
    listed = list(parse(LIST))
    assert is_equivalent("workbench.text.anchors.ground:x_f__mutmut_1", CHANGE, listed)
    assert not is_equivalent("workbench.text.anchors.moving:x_f__mutmut_1", CHANGE, listed)
    assert not is_equivalent("workbench.text.anchors.ground:x_f__mutmut_1", CHANGE.replace(">=", "<"), listed)


def test_an_entry_without_a_reason_is_refused() -> None:
    with pytest.raises(ValueError, match="a reason with ="):
        list(parse(LIST.replace("= never equal", "=")))


def test_every_line_that_is_listed_stands_in_its_module() -> None:
    modules = {module: (ENGINE / f"{module}.py").read_text(encoding="utf-8") for module, _, _ in LISTED}
    assert [was for module, was, _ in LISTED if was not in modules[module]] == []


def test_what_cannot_be_told_from_the_code_is_not_counted() -> None:
    assert summarise(["killed"] * 8 + ["timeout", "lives", "equivalent", "unreached"]).startswith(
        "9 of 11 killed, 81.8%"
    )
