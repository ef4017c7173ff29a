"""Place a running text on the passages of a work, as a table that can be imported: reference, words, how sure."""

import csv
import json
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from pathlib import PurePath

from workbench.cli import pages
from workbench.cli.reading import Unreadable, read_bytes, read_text
from workbench.interchange.document import WorkRecord
from workbench.interchange.errors import FormatError
from workbench.interchange.options import ReadOptions
from workbench.interchange.registry import recognise_format
from workbench.text.alignment import Distribution, TooManyUnits
from workbench.text.placing import distribute_beside

__all__ = ["add_arguments", "run"]

_DOUBTED = 0.5


def add_arguments(parser: ArgumentParser) -> None:
    """The text, the work, beside which of its translations, and how to show it."""
    parser.add_argument("text", metavar="TEXT", help='a file with the running text; "-": standard input')
    parser.add_argument(
        "--on", required=True, metavar="WORK", help="the work: a table or any other file that can be imported"
    )
    parser.add_argument(
        "--beside", default="", metavar="SIGLA", help="translations it is placed by, separated by commas (all)"
    )
    parser.add_argument("--siglum", default="", help="what the text is called in the table (the name of its file)")
    parser.add_argument("--encoding", help="of the text, where it is not UTF-8 or UTF-16 with a mark")
    shape = parser.add_mutually_exclusive_group()
    shape.add_argument("--json", action="store_true", help="with offsets, confidences and what had no place")
    shape.add_argument("--html", action="store_true", help="a page with the passages and their words")


def run(options: Namespace) -> int:
    """Place and write; what had no place is told on standard error."""
    work = _read_work(options.on)
    columns = _columns(work, options.beside)
    text = read_text(options.text, options.encoding)
    try:
        found = distribute_beside(columns, text)
    except TooManyUnits as problem:
        raise Unreadable(str(problem)) from problem
    references = [passage.reference or str(number) for number, passage in enumerate(work.passages, 1)]
    _write(found, references, text, options)
    return 0


def _read_work(name: str) -> WorkRecord:
    data = read_bytes(name)
    try:
        recognised = recognise_format(name, data)
        if recognised is None:
            raise Unreadable(
                f"{name}: its kind is not known. Expected a table, a bundle or another file with passages."
            )
        works = recognised.format.read(data, ReadOptions()).works
    except FormatError as error:
        raise Unreadable(f"{name}: {error}") from error
    if len(works) != 1 or not works[0].passages:
        raise Unreadable(f"{name}: it has {len(works)} works. Expected one, with passages.")
    return works[0]


def _columns(work: WorkRecord, beside: str) -> list[list[str]]:
    """Return the texts of the translations asked for, one list each, "" where it has no words."""
    known = list(dict.fromkeys(variant.siglum for passage in work.passages for variant in passage.variants))
    wanted = [siglum.strip() for siglum in beside.split(",") if siglum.strip()] or known
    if unknown := [siglum for siglum in wanted if siglum not in known]:
        raise Unreadable(f"--beside: {', '.join(unknown)} is not in the work. It has {', '.join(known)}.")
    said = [{variant.siglum: variant.text for variant in passage.variants} for passage in work.passages]
    return [[texts.get(siglum, "") for texts in said] for siglum in wanted]


def _write(found: Distribution, references: Sequence[str], text: str, options: Namespace) -> None:
    placed = list(zip(references, found.placements, strict=True))
    siglum = options.siglum or (PurePath(options.text).stem if options.text != "-" else "text")
    if options.json:
        passages = [
            {
                "reference": name,
                "start": one.span.start,
                "end": one.span.end,
                "text": one.span.of(text),
                "confidence": round(one.confidence, 6),
            }
            for name, one in placed
        ]
        unplaced = [{"start": span.start, "end": span.end, "text": span.of(text)} for span in found.unplaced]
        sys.stdout.write(json.dumps({"passages": passages, "unplaced": unplaced}, ensure_ascii=False, indent=1) + "\n")
    elif options.html:
        rows = (((name, one.span.of(text), f"{one.confidence:.2f}"), one.confidence < _DOUBTED) for name, one in placed)
        sys.stdout.write(pages.page_of_table(siglum, ("reference", siglum, "confidence"), rows))
    else:
        table = csv.writer(sys.stdout, lineterminator="\n")
        table.writerow(("reference", siglum))
        table.writerows((name, one.span.of(text)) for name, one in placed)
    _tell(found, references, text)


def _tell(found: Distribution, references: Sequence[str], text: str) -> None:
    """Say on standard error what a person should look at."""
    doubted = [name for name, one in zip(references, found.placements, strict=True) if one.confidence < _DOUBTED]
    if doubted:
        sys.stderr.write(f"Look at: {', '.join(doubted)}\n")
    for span in found.unplaced:
        sys.stderr.write(f"No place for {span.start}-{span.end}: {' '.join(span.of(text).split())[:80]}\n")
