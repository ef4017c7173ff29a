"""Writing the file."""

import base64
import gzip
import json
import os
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from uuid import UUID

from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.models import Model
from django.utils import timezone

from workbench.corpus.snapshot import snapshot
from workbench.operating.backup.errors import BackupRefused
from workbench.operating.backup.rows import Sent, last_number, rows_of
from workbench.operating.backup.tables import models_in, settings_that_matter

__all__ = ["FORMAT", "VERSION", "write_backup"]

FORMAT = "translation-workbench-backup"
VERSION = 1


def write_backup(path: Path) -> Mapping[str, int]:
    """Write everything into a file that nobody else may read; return the count of rows by table.

    It takes its name once it is whole and on the disk. Raises `BackupRefused` where the file is there already, or the
    database was not migrated to this release.
    """
    if path.exists():
        raise BackupRefused(f"A new file is expected: {path} is there.")
    part = path.with_name(f"{path.name}.part")
    descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    try:
        with os.fdopen(descriptor, "wb") as file:
            counts = _write_lines(file)
            os.fsync(file.fileno())
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
    return counts


def _write_lines(file: object) -> Mapping[str, int]:
    sent, digest, counts = Sent(), sha256(), dict[str, int]()
    with gzip.GzipFile(filename="", mode="wb", compresslevel=4, fileobj=file, mtime=0) as packed, snapshot():  # type: ignore[call-overload]
        for line in _lines(sent, counts):
            packed.write(line)
            digest.update(line)
        packed.write(as_line({"end": sum(counts.values()), "sha256": digest.hexdigest()}))
    return counts


def _lines(sent: Sent, counts: dict[str, int]) -> Iterator[bytes]:
    yield as_line(_header())
    for model in models_in():
        names = [field.attname for field in model._meta.concrete_fields]
        yield as_line({"table": model._meta.label, "fields": names, "last": last_number(model)})
        yield from _rows(model, sent, counts)


def _rows(model: type[Model], sent: Sent, counts: dict[str, int]) -> Iterator[bytes]:
    count = 0
    for row in rows_of(model, sent):
        line = as_line(row)
        sent.size += len(line)
        count += 1
        yield line
    counts[model._meta.label] = count


def _header() -> dict[str, object]:
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        raise BackupRefused(
            "The database is behind this release. Run `workbench migrate` before, or the former release."
        )
    known = executor.loader.graph.nodes
    return {
        "format": FORMAT,
        "version": VERSION,
        "release": release(),
        "made_at": timezone.now(),
        "database": connection.vendor,
        "migrations": sorted(one for one in executor.loader.applied_migrations if one in known),
        "settings": settings_that_matter(),
    }


def release() -> str:
    """Return this release's number, "" in a checkout that was not installed."""
    try:
        return version("translation-workbench")
    except PackageNotFoundError:
        return ""


def as_line(values: object) -> bytes:
    """Write a header, a table's head or a row."""
    return json.dumps(values, ensure_ascii=False, separators=(",", ":"), default=_plain).encode() + b"\n"


def _plain(value: object) -> str:
    """Write what JSON has no word for, so that the field's own `to_python` reads it: times to the microsecond."""
    if isinstance(value, date | datetime):
        return value.isoformat()
    if isinstance(value, bytes | memoryview):
        return base64.b64encode(value).decode()
    if isinstance(value, UUID | Decimal):
        return str(value)
    raise TypeError(f"A value that can be backed up is expected, not {type(value).__name__}.")
