"""The bundle: all of a work in one JSON file, versioned, written in one way only.

`shapes` says what a bundle looks like, `records` turns values into records, `writing` records into JSON, `sense` finds
contradictions. `bundle.schema.json` beside this folder, which `schema` makes, says the same to
other programs.
"""

from collections.abc import Iterator
from itertools import islice
from typing import Any

from workbench.interchange.document import Document, WorkRecord
from workbench.interchange.errors import FormatError
from workbench.interchange.flow import Flow
from workbench.interchange.formats.bundle.records import RecordReader
from workbench.interchange.formats.bundle.sense import find_nonsense
from workbench.interchange.formats.bundle.shapes import FORMAT, VERSIONS, WORK, Many
from workbench.interchange.formats.bundle.writing import write_flows
from workbench.interchange.limits import MAX_PROBLEMS
from workbench.interchange.losses import Untold
from workbench.interchange.options import ReadOptions
from workbench.interchange.strict_json import Repeated, read_json

__all__ = ["losses", "losses_of_flow", "read", "stream", "write"]

_WORKS = Many(WORK, 1_000)


def read(data: bytes, options: ReadOptions) -> Document:
    """Return what the bundle says, or raise `FormatError` with a JSON Pointer for each thing that is
    wrong.
    """
    value = read_json(data, "a bundle", options.max_bytes, options.encoding)
    reader = RecordReader()
    _check_envelope(reader, value)
    reader.version = value["version"]
    works: tuple[WorkRecord, ...] = reader.read(_WORKS, value["works"], "/works")
    if reader.problems:
        raise FormatError(tuple(reader.problems))
    if nonsense := tuple(islice(find_nonsense(works), MAX_PROBLEMS)):
        raise FormatError(nonsense)
    return Document(works)


def write(document: Document) -> bytes:
    """Return the canonical bundle: UTF-8, LF, one space a level, in the order of the shapes, every member always
    but those that are written only where they say something (see `Shape`).
    """
    return "".join(write_flows(map(Flow.of, document.works))).encode()


def stream(flow: Flow) -> Iterator[str]:
    """Yield the same of one work in pieces, its passages as they come."""
    return write_flows((flow,))


def losses(document: Document) -> tuple[str, ...]:
    """Say nothing: a bundle carries a document whole."""
    return ()


def losses_of_flow(head: WorkRecord, untold: Untold, threads: int) -> tuple[str, ...]:
    """Say nothing, whatever there is."""
    return ()


def _check_envelope(reader: RecordReader, value: Any) -> None:
    """Raise `FormatError` unless `value` says that it is a bundle of a version that is understood."""
    if not isinstance(value, dict) or value.get("format") != FORMAT:
        reader.complain("/format", f"This is not a bundle. Expected {FORMAT!r}.")
    elif isinstance(value, Repeated):
        reader.complain(f"/{value.member}", "This member stands twice in its object.")
    elif isinstance(value.get("version"), bool) or value.get("version") not in VERSIONS:
        reader.complain("/version", f"This version is not understood. Expected {' or '.join(map(str, VERSIONS))}.")
    elif value.keys() != {"format", "version", "works"}:
        reader.complain("", "Expected the members format, version and works, and no others.")
    if reader.problems:
        raise FormatError(tuple(reader.problems))
