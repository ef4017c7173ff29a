"""A workbench on SQLite, filled once in a process and copied for each drill."""

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tests.drills.serving import prepared

__all__ = ["fresh"]


def fresh(folder: Path) -> tuple[str, dict[str, Any]]:
    """Put a filled database into a folder; return its URL, and what `tests.drills.world` tells of it."""
    content, world = _filled()
    (folder / "drill.sqlite3").write_bytes(content)
    return f"sqlite:///{folder}/drill.sqlite3", world


@cache
def _filled() -> tuple[bytes, dict[str, Any]]:
    with TemporaryDirectory() as name:
        world = prepared(f"sqlite:///{name}/drill.sqlite3")
        return Path(name, "drill.sqlite3").read_bytes(), world
