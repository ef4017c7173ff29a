"""Collate several versions of one text: a table with a row for each, or an apparatus on one of them."""

import json
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Sequence

from workbench.cli import pages
from workbench.cli.grids import block_rows
from workbench.cli.ignoring import add_ignore, read_ignored
from workbench.cli.reading import Unreadable, read_text
from workbench.text.collation import Collation, Column, Entry, apparatus, collate

__all__ = ["add_arguments", "run"]


def add_arguments(parser: ArgumentParser) -> None:
    """The files and how to show them."""
    parser.add_argument("files", nargs="+", metavar="FILE", help='two or more files; one may be "-", standard input')
    parser.add_argument(
        "--base", type=int, metavar="N", help="the number (from 1) of the file the others are held against"
    )
    parser.add_argument(
        "--apparatus", action="store_true", help="only where versions part from the base (or the first)"
    )
    add_ignore(parser)
    parser.add_argument("--encoding", help="of all files, where it is not UTF-8 or UTF-16 with a mark")
    shape = parser.add_mutually_exclusive_group()
    shape.add_argument("--json", action="store_true", help="columns with the words of each version")
    shape.add_argument("--html", action="store_true", help="a page with the table")


def run(options: Namespace) -> int:
    """Collate and write. The exit code is 1 where any two part."""
    if len(options.files) < 2 or options.files.count("-") > 1:
        raise Unreadable("Expected two or more files, of which one may be standard input.")
    base = _base(options)
    texts = [read_text(name, options.encoding) for name in options.files]
    collation = collate(texts, base=base, ignore=read_ignored(options.ignore))
    entries = apparatus(collation, texts, base or 0) if options.apparatus else None
    sys.stdout.writelines(_write(collation.joined(), entries, texts, options))
    return int(any(column.is_variant for column in collation.columns))


def _base(options: Namespace) -> int | None:
    if options.base is None:
        return None
    if not 1 <= options.base <= len(options.files):
        raise Unreadable(f"--base: {options.base} is none of the files 1 to {len(options.files)}.")
    return int(options.base) - 1


def _write(
    table: Collation, entries: Sequence[Entry] | None, texts: Sequence[str], options: Namespace
) -> Iterator[str]:
    names = options.files
    if entries is not None:
        yield from _write_apparatus(entries, texts, options)
    elif options.json:
        columns = [_describe(column, texts) for column in table.columns]
        yield json.dumps({"witnesses": names, "columns": columns}, ensure_ascii=False, indent=1) + "\n"
    elif options.html:
        rows = ((_cells(column, texts), column.is_variant) for column in table.columns)
        yield pages.page_of_table("Collation", names, rows)
    else:
        yield from block_rows(names, [_shown(column, texts) for column in table.columns])


def _cells(column: Column, texts: Sequence[str]) -> list[str]:
    return [" ".join(cell.of(text).split()) if cell else "" for cell, text in zip(column.cells, texts, strict=True)]


def _shown(column: Column, texts: Sequence[str]) -> list[str]:
    """Return the words of a column; where all agree, for the first alone, and a mark of repetition for the others."""
    cells = _cells(column, texts)
    if column.is_variant:
        return [cell or "–" for cell in cells]
    return [cells[0], *('"' if cell == cells[0] else cell for cell in cells[1:])]


def _describe(column: Column, texts: Sequence[str]) -> dict[str, object]:
    cells = [
        {"start": cell.start, "end": cell.end, "text": cell.of(text)} if cell else None
        for cell, text in zip(column.cells, texts, strict=True)
    ]
    return {"variant": column.is_variant, "groups": [list(group) for group in column.groups], "cells": cells}


def _write_apparatus(entries: Sequence[Entry], texts: Sequence[str], options: Namespace) -> Iterator[str]:
    base = (options.base or 1) - 1
    if options.json:
        described = [_describe_entry(entry, texts[base]) for entry in entries]
        yield json.dumps({"witnesses": options.files, "entries": described}, ensure_ascii=False, indent=1) + "\n"
        return
    lines = [_entry_line(entry, texts[base], options.files) for entry in entries]
    if options.html:
        yield pages.page_of_table(
            f"Apparatus on {options.files[base]}", ["lemma", "readings"], ((line, False) for line in lines)
        )
    else:
        yield from (f"{lemma} ] {readings}\n" for lemma, readings in lines)


def _entry_line(entry: Entry, base: str, names: Sequence[str]) -> tuple[str, str]:
    readings = (
        f"{' '.join(one.text.split()) or 'om.'} ({', '.join(names[witness] for witness in one.witnesses)})"
        for one in entry.readings
    )
    return " ".join(entry.lemma.of(base).split()) or "(nothing)", "; ".join(readings)


def _describe_entry(entry: Entry, base: str) -> dict[str, object]:
    return {
        "lemma": {"start": entry.lemma.start, "end": entry.lemma.end, "text": entry.lemma.of(base)},
        "agreeing": list(entry.agreeing),
        "readings": [{"text": one.text, "witnesses": list(one.witnesses)} for one in entry.readings],
    }
