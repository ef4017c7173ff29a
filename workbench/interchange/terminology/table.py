"""A glossary as a table: a row a rendering; rows with the same term and language are one term.

    term, language, rendering, rendering language, status, rendering note, note

Only the first is needed, and the order of the columns is free.
"""

from collections.abc import Iterator, Sequence

from workbench.interchange.encodings import decode_lines
from workbench.interchange.errors import FormatError, Problem
from workbench.interchange.formats.table.cells import read_rows, unescape, write_sheet
from workbench.interchange.terminology.records import RenderingRecord, TermRecord

__all__ = ["COLUMNS", "read_table", "write_table"]

COLUMNS = ("term", "language", "rendering", "rendering language", "status", "rendering note", "note")
_STATUSES = {"": "wanted", "wanted": "wanted", "allowed": "allowed", "forbidden": "forbidden"}


def read_table(data: bytes) -> list[TermRecord]:
    """Return the terms of a table with commas, semicolons or tabs; raises `FormatError` with the line."""
    text = decode_lines(data)
    first = text.partition("\n")[0]
    delimiter = max(",;\t", key=first.count)
    rows = [(row.line, [unescape(cell).strip() for cell in row.cells]) for row in read_rows(text, delimiter, "rfc4180")]
    if not rows:
        return []
    places = _columns(*rows[0])
    found: dict[tuple[str, str], list[tuple[int, dict[str, str]]]] = {}
    for line, cells in rows[1:]:
        said = {name: cells[place] if place < len(cells) else "" for name, place in places.items()}
        if not said["term"]:
            raise FormatError((Problem(f"line {line}", "A term is expected in the column “term”."),))
        found.setdefault((said["term"], said.get("language", "")), []).append((line, said))
    return [_term(words, language, said) for (words, language), said in found.items()]


def write_table(terms: Sequence[TermRecord]) -> bytes:
    """Return the table in UTF-8 with a byte order mark, its cells safe for spreadsheets."""
    rows = [COLUMNS, *(row for one in terms for row in _rows(one))]
    return write_sheet(rows)


def _columns(line: int, names: Sequence[str]) -> dict[str, int]:
    places = {" ".join(name.casefold().replace("_", " ").split()): place for place, name in enumerate(names)}
    if "term" not in places:
        message = f"The first row names the columns: “term” is expected among them; known are {', '.join(COLUMNS)}."
        raise FormatError((Problem(f"line {line}", message),))
    return {name: places[name] for name in COLUMNS if name in places}


def _term(words: str, language: str, rows: Sequence[tuple[int, dict[str, str]]]) -> TermRecord:
    note = next((said["note"] for _, said in rows if said.get("note")), "")
    renderings = tuple([_rendering(line, said) for line, said in rows if said.get("rendering")])
    return TermRecord(words, language, note, renderings, f"line {rows[0][0]}")


def _rendering(line: int, said: dict[str, str]) -> RenderingRecord:
    status = _STATUSES.get(said.get("status", "").casefold())
    if status is None:
        message = f"One of wanted, allowed, forbidden is expected as status, not “{said['status']}”."
        raise FormatError((Problem(f"line {line}", message),))
    return RenderingRecord(
        said.get("rendering language", ""), said["rendering"], status, said.get("rendering note", "")
    )


def _rows(one: TermRecord) -> Iterator[tuple[str, ...]]:
    for own in one.renderings or (RenderingRecord("", "", ""),):
        yield one.words, one.language, own.words, own.language, own.status, own.note, one.note
