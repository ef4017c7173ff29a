"""Align two versions of one text, in one language or two: which units of the first answer which of the second."""

import csv
import json
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Sequence

import regex

from workbench.cli import pages
from workbench.cli.reading import Unreadable, read_text
from workbench.text.alignment import Bead, TooManyUnits, align, sentences

__all__ = ["add_arguments", "run"]

_DOUBTED = 0.5


def add_arguments(parser: ArgumentParser) -> None:
    """The two files, what a unit is, and how to show the pairs."""
    parser.add_argument("files", nargs=2, metavar="FILE", help='two files; one may be "-", standard input')
    parser.add_argument(
        "--by", choices=("lines", "paragraphs", "sentences"), default="lines", help="what a unit is (lines)"
    )
    parser.add_argument("--encoding", help="of both files, where it is not UTF-8 or UTF-16 with a mark")
    shape = parser.add_mutually_exclusive_group()
    shape.add_argument("--json", action="store_true", help="the pairs with the numbers (from 1) of their units")
    shape.add_argument("--html", action="store_true", help="a page with the units beside each other")


def run(options: Namespace) -> int:
    """Align and write: TSV with score, numbers (from 1) and texts of both sides."""
    if options.files.count("-") > 1:
        raise Unreadable("Standard input can be one of the two files, not both.")
    left, right = (_units(read_text(name, options.encoding), options.by) for name in options.files)
    try:
        links = align(left, right).links
    except TooManyUnits as problem:
        raise Unreadable(str(problem)) from problem
    _write(links, left, right, options)
    return 0


def _units(text: str, by: str) -> list[str]:
    """Return the units that have anything in them, in order."""
    if by == "sentences":
        return [span.of(text) for span in sentences(text)]
    parts = text.split("\n") if by == "lines" else regex.split(r"\n\s*\n", text)
    return [part.strip() for part in parts if part.strip()]


def _write(links: Sequence[Bead], left: Sequence[str], right: Sequence[str], options: Namespace) -> None:
    if options.json:
        pairs = [_describe(link, left, right) for link in links]
        sys.stdout.write(json.dumps({"pairs": pairs}, ensure_ascii=False, indent=1) + "\n")
    elif options.html:
        header = ("score", *options.files)
        rows = (((f"{link.score:.2f}", *_texts(link, left, right)), link.score < _DOUBTED) for link in links)
        sys.stdout.write(pages.page_of_table("Alignment", header, rows))
    else:
        csv.writer(sys.stdout, delimiter="\t", lineterminator="\n").writerows(_rows(links, left, right))


def _rows(links: Sequence[Bead], left: Sequence[str], right: Sequence[str]) -> Iterator[Sequence[str]]:
    yield "score", "left", "right", "left text", "right text"
    for link in links:
        yield f"{link.score:.3f}", _numbers(link.source), _numbers(link.target), *_texts(link, left, right)


def _numbers(units: Sequence[int]) -> str:
    return " ".join(str(unit + 1) for unit in units)


def _texts(link: Bead, left: Sequence[str], right: Sequence[str]) -> tuple[str, str]:
    return " ".join(left[unit] for unit in link.source), " ".join(right[unit] for unit in link.target)


def _describe(link: Bead, left: Sequence[str], right: Sequence[str]) -> dict[str, object]:
    texts = _texts(link, left, right)
    return {
        "score": round(link.score, 6),
        "left": {"units": [unit + 1 for unit in link.source], "text": texts[0]},
        "right": {"units": [unit + 1 for unit in link.target], "text": texts[1]},
    }
