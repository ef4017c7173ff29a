"""All of it, as it stands in `expected.txt`."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TypeVar

from tests.text.golden.blocks import Block, paragraphs, read_blocks, read_lines
from tests.text.golden.carrying import carry_words, merge_texts, move_cuts
from tests.text.golden.collating import collate_texts
from tests.text.golden.comparing import compare_texts, compare_words, read_words
from workbench.text import SEGMENTATION

__all__ = ["EXPECTED", "render_by_the_character"]

EXPECTED = Path(__file__).parent / "expected.txt"
_CHARACTERWISE = "by the character"
_Input = TypeVar("_Input")


def render_by_the_character() -> str:
    """Render everything with no dictionary; in a process of its own where this one has a dictionary."""
    if SEGMENTATION == _CHARACTERWISE:
        return "\n".join(_render()) + "\n"
    command = [sys.executable, "-m", "tests.text.golden", "--print"]
    environment = {**os.environ, "SEGMENTATION": "off"}
    return subprocess.run(command, check=True, capture_output=True, env=environment).stdout.decode()


def _render() -> Iterator[str]:
    yield "What the engine says of tests/text/golden/inputs; written by `make golden`, read line by line in review."
    yield "Offsets are code points. Links: = the same words, ~ near ones, ^ moved ones."
    yield from _each("Tokens and keys", read_words, read_lines("tokens.txt"))
    yield from _each("Words", compare_words, read_lines("words.txt"))
    yield from _by_heading(compare_texts, [*read_blocks("pairs.txt"), *paragraphs()])
    yield from _each("Collations", collate_texts, read_blocks("collations.txt"))
    yield from _each("Anchors carried", carry_words, read_blocks("edits.txt"))
    yield from _each("Merges", merge_texts, read_blocks("merges.txt"))
    yield from _each("Cuts moved", move_cuts, read_blocks("cuts.txt"))


def _each(heading: str, describe: Callable[[_Input], Iterator[str]], inputs: Iterable[_Input]) -> Iterator[str]:
    yield from ("", "", f"## {heading}")
    for one in inputs:
        yield from describe(one)


def _by_heading(describe: Callable[[Block], Iterator[str]], blocks: Iterable[Block]) -> Iterator[str]:
    heading = ""
    for block in blocks:
        if block.heading != heading:
            heading = block.heading
            yield from ("", "", f"## {heading}")
        yield from describe(block)
