"""Counts hold across processes, and go on where their file cannot be used."""

import sqlite3
from pathlib import Path
from typing import Any

import pytest
from django.db import connection

from workbench.accounts.counters import sqlite

pytestmark = pytest.mark.skipif(connection.vendor != "sqlite", reason="counts beside SQLite")


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Let counts lie in a file, which no connection has open."""
    monkeypatch.setattr(sqlite, "_place", lambda: str(tmp_path / "rates"))
    monkeypatch.setattr(sqlite, "OPEN", {})
    return tmp_path / "rates"


def test_two_processes_count_together(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    counts = [sqlite.add("a", 60)]
    for _ in range(2):
        monkeypatch.setattr(sqlite, "OPEN", {})  # as another process begins
        counts.append(sqlite.add("a", 60))
    assert counts == [1, 2, 3]
    assert sqlite.total() == 3


def test_former_windows_are_forgotten_and_those_of_a_day_ago_whoever_came(place: Path) -> None:
    day = 24 * 3600
    for name, begin in (("a", 60), ("b", 60), ("c", day)):
        sqlite.add(name, begin)
    assert sqlite.add("a", day + 120) == 1
    assert [row[0] for row in sqlite.OPEN[str(place)].execute("SELECT name FROM counter ORDER BY name")] == ["a", "c"]


@pytest.mark.parametrize("harm", ["damaged", "locked"])
def test_without_its_file_each_process_counts_for_itself(
    place: Path, monkeypatch: pytest.MonkeyPatch, caplog: Any, harm: str
) -> None:
    monkeypatch.setattr(sqlite, "_PATIENCE", 0)
    if harm == "damaged":
        place.write_bytes(b"no database" * 100)
    else:
        sqlite.add("z", 60)
        sqlite3.connect(place, isolation_level=None).execute("BEGIN EXCLUSIVE")
        monkeypatch.setattr(sqlite, "OPEN", {})
    assert [sqlite.add("a", 60) for _ in range(2)] == [1, 2]
    assert caplog.text.count("counted by each process for itself") == 1
