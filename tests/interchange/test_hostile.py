"""What is made to harm is refused by every reader, and fills no memory: one table for all formats."""

import subprocess
import sys

import pytest

from tests.benchmarks.hostile import names_by_reader
from tests.interchange.hostile import harm_for
from workbench.interchange.encodings import decode_lines
from workbench.interchange.errors import FormatError
from workbench.interchange.limits import MAX_LINES, MAX_RUN
from workbench.interchange.options import ReadOptions
from workbench.interchange.registry import FORMATS


def test_there_is_something_made_to_harm_every_format() -> None:
    assert {name for name in FORMATS if len(harm_for(name)) < 7} == set()


@pytest.mark.slow
def test_all_of_it_is_refused_with_less_than_100_megabytes() -> None:
    command = [sys.executable, "-m", "tests.benchmarks.hostile", "--without-time"]
    told = subprocess.run(command, capture_output=True, text=True, check=False).stdout.splitlines()
    assert len(told) == sum(len(harm_for(name)) for name in names_by_reader())
    assert [line for line in told if line.startswith("!")] == []


def test_a_line_without_end_is_refused_with_its_number_before_anybody_decodes_it() -> None:
    data = b"a\n\xff" + b"b" * MAX_RUN
    with pytest.raises(FormatError, match=r"line 2: It goes on for more than 4,000,000 bytes\. Expected line ends\."):
        decode_lines(data)


@pytest.mark.parametrize("end", [b"\n", b"\r", b"\r\n"])
def test_lines_may_be_as_long_and_as_many_as_is_said(end: bytes) -> None:
    assert decode_lines(b"b" * MAX_RUN + end + b"c" * MAX_RUN + end).count("\n") == 2
    assert decode_lines(end * MAX_LINES).count("\n") == MAX_LINES
    with pytest.raises(FormatError, match=r"at most 2,000,000 lines"):
        decode_lines(end * (MAX_LINES + 1))


@pytest.mark.parametrize("name", ["mqm-json", "bundle", "annotations"])
def test_json_may_stand_on_one_line(name: str) -> None:
    with pytest.raises(FormatError) as refused:
        FORMATS[name].read(b"[" + b" " * (MAX_RUN + 1) + b"]", ReadOptions())
    assert "bytes" not in str(refused.value)
