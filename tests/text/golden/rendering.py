"""All of it, as it stands in `expected.txt`."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import cache, partial
from pathlib import Path
from typing import TypeVar

from tests.text.golden.blocks import Block, paragraphs, read_blocks, read_lines
from tests.text.golden.carrying import carry_words, merge_texts, move_cuts
from tests.text.golden.collating import collate_texts
from tests.text.golden.comparing import compare_texts, compare_words, read_words
from workbench.text import SEGMENTATION

__all__ = ["EXPECTED", "SECTIONS", "parse", "render", "render_section", "write"]

EXPECTED = Path(__file__).parent / "expected.txt"
_CHARACTERWISE = "by the character"
_HEAD = (
    "What the engine says of tests/text/golden/inputs; written by `make golden`, read line by line in review.",
    "Offsets are code points. Links: = the same words, ~ near ones, ^ moved ones.",
)
_Input = TypeVar("_Input")
Section = Callable[[], Iterator[str]]
Rendered = dict[str, list[str]]  # the lines of each section, by its heading


def _compare_by_heading() -> dict[str, Section]:
    blocks: dict[str, list[Block]] = {}
    for block in [*read_blocks("pairs.txt"), *paragraphs()]:
        blocks.setdefault(block.heading, []).append(block)
    return {heading: partial(_each, compare_texts, those) for heading, those in blocks.items()}


def _each(describe: Callable[[_Input], Iterator[str]], inputs: Iterable[_Input]) -> Iterator[str]:
    return (line for one in inputs for line in describe(one))


SECTIONS: dict[str, Section] = {
    "Tokens and keys": partial(_each, read_words, read_lines("tokens.txt")),
    "Words": partial(_each, compare_words, read_lines("words.txt")),
    **_compare_by_heading(),
    "Collations": partial(_each, collate_texts, [*read_blocks("collations.txt")]),
    "Anchors carried": partial(_each, carry_words, [*read_blocks("edits.txt")]),
    "Merges": partial(_each, merge_texts, [*read_blocks("merges.txt")]),
    "Cuts moved": partial(_each, move_cuts, [*read_blocks("cuts.txt")]),
}


def render() -> Rendered:
    """Render everything with no dictionary; in a process of its own where this one has a dictionary."""
    if SEGMENTATION == _CHARACTERWISE:
        return {heading: list(section()) for heading, section in SECTIONS.items()}
    command = [sys.executable, "-m", "tests.text.golden", "--print"]
    environment = {**os.environ, "SEGMENTATION": "off"}
    return parse(subprocess.run(command, check=True, capture_output=True, env=environment).stdout.decode())


def render_section(heading: str) -> list[str]:
    """Render one section; all of them once where this process has a dictionary."""
    return list(SECTIONS[heading]()) if SEGMENTATION == _CHARACTERWISE else _render_once()[heading]


@cache
def _render_once() -> Rendered:
    return render()


def write(rendered: Rendered) -> str:
    """Write all sections as they stand in the file."""
    return "\n".join([*_HEAD, *(line for heading in rendered for line in (*_title(heading), *rendered[heading])), ""])


def parse(text: str) -> Rendered:
    """Read what `write` wrote."""
    sections = text.removesuffix("\n").split("\n".join(["", *_title("")]))[1:]
    return {heading: lines for heading, *lines in (section.split("\n") for section in sections)}


def _title(heading: str) -> tuple[str, str, str]:
    return "", "", f"## {heading}"
