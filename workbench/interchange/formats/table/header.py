"""What the first line of a table says: how the table is laid out and what its columns hold."""

import csv
import io
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Literal

from workbench.interchange.errors import FormatError, Problem
from workbench.interchange.formats.table.cells import Row, unescape
from workbench.interchange.options import ReadOptions
from workbench.interchange.reserved import role_of
from workbench.text.words.languages import is_known_language, is_language_tag, recognise_language

__all__ = [
    "DELIMITERS",
    "Column",
    "detect_delimiter",
    "find_layout",
    "is_tag",
    "looks_like_passage",
    "parse_column",
    "tidy_reference",
    "write_column",
]

DELIMITERS = (",", ";", "\t", "|")
_WITH_LANGUAGE = re.compile(r"(.*) \[([^\[\]]*)\]", re.DOTALL)
_NAMES_OF_SIGLUM = {"siglum", "translation"}
_SPACES = re.compile("[\u00a0\u2000-\u200a\u202f\u205f\u3000]")
_SAMPLE = 30
_TAG = re.compile("[a-z]{2}(?:[-_][A-Za-z0-9]{2,8})*")
_NAMED_BEHIND = re.compile(r"(?P<siglum>\S.*?)(?:\s*\((?P<inside>[^()]+)\)|\s+[-–—/]\s+(?P<after>\S.*))")
_LONGEST_TAG = 3  # of the codes that are no names


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a wide table: its translation `siglum` and language ("" where the header has none), and its place."""

    siglum: str
    language: str = ""
    index: int = 0


def detect_delimiter(text: str, usual: str) -> str:
    """Return what stands between the cells of the first lines: what cuts most of them into equally many cells.

    Of two that do, the one that no space follows in the first line ("EN, revised;DE"); then `usual`.
    """
    lines = text.lstrip("\n").split("\n")
    sample, first = "\n".join(lines[: 4 * _SAMPLE]), lines[0]
    ranked = [(*_regularity(sample, one), _tightness(first, one), one == usual) for one in DELIMITERS]
    best = max(ranked)
    return DELIMITERS[ranked.index(best)] if best[0] > 0 else usual


def _regularity(sample: str, delimiter: str) -> tuple[float, bool]:
    """Return the share of rows with as many cells as the most have, 0 if that is one, and whether the first row has."""
    reader = csv.reader(io.StringIO(sample, newline=""), delimiter=delimiter)
    try:
        counts = [len(cells) for cells in islice(reader, _SAMPLE) if cells]
    except csv.Error:
        return 0.0, False
    common, number = Counter(counts).most_common(1)[0] if counts else (0, 0)
    return (round(number / len(counts), 2), counts[0] == common) if common > 1 else (0.0, False)


def _tightness(line: str, delimiter: str) -> float:
    bare = re.sub(r'"[^"]*"', "", line)
    count = bare.count(delimiter)
    return (count - bare.count(f"{delimiter} ")) / count if count else 0.0


def find_layout(header: Row, options: ReadOptions) -> Literal["wide", "long", "single"]:
    """Return the layout that the options name, else the one that the header shows."""
    if options.layout != "auto":
        return options.layout
    names = {cell.strip().casefold() for cell in header.cells}
    if "text" in names and names & _NAMES_OF_SIGLUM:
        return "long"
    if len(header.cells) < 2:
        message = "One column. Expected a column of references and one of texts; is the delimiter right?"
        raise FormatError((Problem(f"line {header.line}", message),))
    return "wide"


def looks_like_passage(header: Row, rows: Sequence[Row]) -> bool:
    """Whether the first row is a passage: it begins with a number like those that the rows after it begin with."""
    shapes = [_shape(row.cells[0]) for row in (header, *rows[:1])]
    return len(shapes) == 2 and "0" in shapes[0] and shapes[0] == shapes[1]


def tidy_reference(cell: str) -> str:
    """Return the reference that a cell holds, its spaces of all widths and kinds written as common ones."""
    name = unescape(cell.strip()).strip()
    return name if name.isascii() else _SPACES.sub(" ", name).strip()


def parse_column(cell: str, index: int = 0) -> Column:
    """Return what a header cell says: `A`, or `A [en]` with the language (or its name) in brackets behind it.

    A siglum that is the name of a language says that too, as does one behind it: `Luther (German)`, `A - English`.
    Brackets that hold no language tag belong to the
    siglum (`Smith [1890]`); empty ones are taken off.
    """
    name = unescape(cell.strip())
    if said := _named_behind(name):
        return Column(*said, index)
    found = _WITH_LANGUAGE.fullmatch(name)
    language = recognise_language(found[2]) if found else ""
    if found and (not language or is_language_tag(language)):
        return Column(found[1].strip(), language, index)
    tag = recognise_language(name)
    is_named = (len(name) > _LONGEST_TAG or not name.isascii()) and tag != name and is_language_tag(tag)
    return Column(name, tag if is_named and not found else "", index)


def is_tag(cell: str) -> bool:
    """Whether a header cell is a language tag alone: `en`, `pt_BR`; codes of three letters are sigla as often."""
    return _TAG.fullmatch(cell.strip()) is not None and is_known_language(cell.strip().replace("_", "-"))


def _named_behind(name: str) -> tuple[str, str] | None:
    found = _NAMED_BEHIND.fullmatch(name)
    words = found and (found["inside"] or found["after"])
    tag = recognise_language(words) if words else ""
    is_named = bool(words) and len(words or "") > _LONGEST_TAG and tag != words and is_language_tag(tag)
    return (found["siglum"].strip(), tag) if found and is_named else None


def write_column(column: Column) -> str:
    """Return the header cell that reads back as `column`."""
    if column.language:
        return f"{column.siglum} [{column.language}]"
    is_plain = parse_column(column.siglum) == Column(column.siglum) and not _is_reserved(column.siglum)
    return column.siglum if is_plain else f"{column.siglum} []"


def _is_reserved(siglum: str) -> bool:
    return siglum.strip().casefold() in {"text", "siglum", "translation"} or bool(role_of(siglum)) or is_tag(siglum)


def _shape(cell: str) -> str:
    return re.sub(r"\d+", "0", tidy_reference(cell))
