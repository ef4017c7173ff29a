"""Drills that are tests or benchmarks, too: PgBouncer in transaction mode; a back-up under load, a loss, a restore."""

import subprocess
import sys

from tests.benchmarks import recovery
from tests.drills.programs import program
from tests.operating.databases import ROOT

__all__ = ["pgbouncer", "restore"]


def pgbouncer(seconds: float) -> None:
    """Ask every list in four threads through PgBouncer, which gives each transaction to another connection."""
    program("pgbouncer")
    words = [sys.executable, "-m", "pytest", "-q", "tests/operating/test_reads.py", "-k", "pooler"]
    assert subprocess.run(words, cwd=ROOT, check=False).returncode == 0, "an answer was not 200"


def restore(seconds: float) -> None:
    """Back up the demo works while somebody writes, delete the database, restore it, and say what was lost."""
    recovery.main(seconds)
