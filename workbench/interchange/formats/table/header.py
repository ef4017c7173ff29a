"""What the first line of a table says: how the table is laid out and what its columns hold."""

import re
from dataclasses import dataclass
from typing import Literal

from workbench.interchange.errors import FormatError, Problem
from workbench.interchange.formats.table.cells import Row, unescape
from workbench.interchange.options import ReadOptions
from workbench.text.words.languages import is_language_tag, recognise_language

__all__ = ["Column", "detect_delimiter", "find_layout", "parse_column", "write_column"]

_WITH_LANGUAGE = re.compile(r"(.*) \[([^\[\]]*)\]", re.DOTALL)
_NAMES_OF_SIGLUM = {"siglum", "translation"}


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a wide table: the translation `siglum` and its language, "" where the header has none."""

    siglum: str
    language: str = ""


def detect_delimiter(text: str, usual: str) -> str:
    """Return the one of comma, semicolon and TAB that the first line holds outside quotes, else `usual`."""
    line = re.sub(r'"[^"]*"', "", text.lstrip("\n").split("\n", 1)[0])
    held = [delimiter for delimiter in (",", ";", "\t") if delimiter in line]
    return held[0] if len(held) == 1 else usual


def find_layout(header: Row, options: ReadOptions) -> Literal["wide", "long", "single"]:
    """Return the layout that the options name, else the one that the header shows."""
    if options.layout != "auto":
        return options.layout
    names = {cell.strip().casefold() for cell in header.cells}
    if "text" in names and names & _NAMES_OF_SIGLUM:
        return "long"
    if len(header.cells) == 2 and header.cells[1].strip().casefold() == "text":
        return "single"
    if len(header.cells) < 2:
        message = "One column. Expected a column of references and one of texts; is the delimiter right?"
        raise FormatError((Problem(f"line {header.line}", message),))
    return "wide"


def parse_column(cell: str) -> Column:
    """Return what a header cell says: `A`, or `A [en]` with the language (or its name) in brackets behind it.

    Brackets that hold no language tag belong to the siglum (`Smith [1890]`); empty ones are taken off.
    """
    name = unescape(cell.strip())
    found = _WITH_LANGUAGE.fullmatch(name)
    language = recognise_language(found[2]) if found else ""
    if found and (not language or is_language_tag(language)):
        return Column(found[1].strip(), language)
    return Column(name)


def write_column(column: Column) -> str:
    """Return the header cell that reads back as `column`."""
    if column.language:
        return f"{column.siglum} [{column.language}]"
    return column.siglum if parse_column(column.siglum) == column else f"{column.siglum} []"
