"""Cases of a benchmark that are each measured in a process of its own, so that each has its own peak memory."""

import resource
import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from time import process_time
from typing import TypeVar

__all__ = ["measure_act", "run_each"]

T = TypeVar("T")


def run_each(module: str, cases: Iterable[str], measure: Callable[[str], None], data: Path) -> None:
    """Measure the case that the command line names, or run the module once for each; without the data, say so."""
    if not data.exists():
        sys.exit(f"Skipped: no real texts at {data}")
    if len(sys.argv) > 1:
        measure(sys.argv[1])
        return
    for case in cases:
        subprocess.run([sys.executable, "-m", module, case], check=True)


def measure_act(act: Callable[[], T]) -> tuple[T, float, int]:
    """Return what an act returns, its seconds of processor time, and the peak memory of the process in MB."""
    start = process_time()
    result = act()
    seconds = process_time() - start
    return result, seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
