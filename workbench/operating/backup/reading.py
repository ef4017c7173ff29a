"""Reading the file, and whether it is whole."""

import gzip
import json
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from itertools import islice
from pathlib import Path
from typing import Any

from workbench.operating.backup.errors import BackupRefused
from workbench.operating.backup.writing import FORMAT, VERSION

__all__ = ["Summary", "Table", "check_backup", "read_batches"]

_ROWS, _BYTES = 1_000, 8_000_000  # of a batch


@dataclass(frozen=True, slots=True)
class Summary:
    """What a whole file says of itself: its header, and how many rows there are."""

    header: Mapping[str, Any]
    rows: int

    @property
    def migrations(self) -> list[tuple[str, str]]:
        """The migrations that the tables had."""
        return [(app, name) for app, name in self.header["migrations"]]


@dataclass(frozen=True, slots=True)
class Table:
    """The head of a table: its model, its fields in order, the last number that was given to a row."""

    label: str
    fields: list[str]
    last: int | None


def check_backup(path: Path) -> Summary:
    """Read a file to its end and return what it says of itself.

    Raises `BackupRefused` where it is none, is damaged or cut off, or was written by a later release in another way.
    """
    digest, rows, header, end = sha256(), 0, None, None
    for line in _lines(path):
        if header is None:
            header = _checked_header(path, line)
        elif end is not None:
            raise _damaged(path, "something follows its end")
        elif line.startswith(b'{"end"'):
            end = _parsed(path, line)
            continue
        rows += line.startswith(b"[")
        digest.update(line)
    if header is None or end is None:
        raise _damaged(path, "it ends too early")
    if (end["end"], end["sha256"]) != (rows, digest.hexdigest()):
        raise _damaged(path, "what it holds is not what was written")
    return Summary(header, rows)


def read_batches(path: Path) -> Iterator[tuple[Table, list[Any]]]:
    """Yield each table of a file that was checked with some of its rows, again and again; at least once with none."""
    table, rows, held = None, list[Any](), 0
    for line in islice(_lines(path), 1, None):
        if line.startswith(b"["):
            rows.append(json.loads(line))
            held += len(line)
        if table and (not line.startswith(b"[") or len(rows) == _ROWS or held > _BYTES):
            yield table, rows
            rows, held = [], 0
        if line.startswith(b'{"table"'):
            said = json.loads(line)
            table = Table(said["table"], said["fields"], said["last"])


def _lines(path: Path) -> Iterator[bytes]:
    try:
        with gzip.open(path, "rb") as file:
            yield from file
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        raise _damaged(path, str(error).rstrip(".")) from error
    except OSError as error:
        raise BackupRefused(f"{path} cannot be read: {error.strerror or error}.") from error


def _checked_header(path: Path, line: bytes) -> Mapping[str, Any]:
    header = _parsed(path, line[:10_000_000])
    if header.get("format") != FORMAT:
        raise BackupRefused(f"A back-up of the workbench is expected: {path} is something else.")
    if header["version"] > VERSION:
        raise BackupRefused(f"{path} was written by a later release ({header['release']}): restore it with that one.")
    return header


def _parsed(path: Path, line: bytes) -> dict[str, Any]:
    try:
        said = json.loads(line)
    except ValueError as error:
        raise _damaged(path, "a line is not JSON") from error
    return said if isinstance(said, dict) else {}


def _damaged(path: Path, why: str) -> BackupRefused:
    return BackupRefused(f"{path} is damaged: {why}. Nothing was restored.")
