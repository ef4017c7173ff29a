"""Glossaries as files: terms with their renderings, as a table (CSV) or in TBX. Works and texts are `formats`'."""

from collections.abc import Sequence

from workbench.interchange.errors import FormatError, Problem
from workbench.interchange.terminology.records import RenderingRecord, TermRecord
from workbench.interchange.terminology.table import read_table, write_table
from workbench.interchange.terminology.tbx import read_tbx, write_tbx

__all__ = ["MEDIA", "RenderingRecord", "TermRecord", "read_glossary", "write_glossary"]

MEDIA = {"csv": "text/csv", "tbx": "application/x-tbx+xml"}
"""The formats, and what they are sent as."""
_MOST = 5 * 1024 * 1024


def read_glossary(data: bytes) -> list[TermRecord]:
    """Return the terms of a file: TBX if it begins as XML, else a table. Raises `FormatError` with the place."""
    if len(data) > _MOST:
        raise FormatError((Problem("", f"The file has {len(data):,} bytes. Expected at most {_MOST:,}."),))
    is_xml = data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<")
    found = read_tbx(data) if is_xml else read_table(data)
    if not found:
        raise FormatError((Problem("", "No term was found. Expected a table with the column “term”, or TBX."),))
    return found


def write_glossary(terms: Sequence[TermRecord], name: str) -> bytes:
    """Return the terms as `csv` or `tbx`. The same terms give the same bytes."""
    return write_tbx(terms) if name == "tbx" else write_table(terms)
