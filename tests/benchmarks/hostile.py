"""How long readers take to refuse what is made to harm them, and with how much memory; each file in its own process.

    python -m tests.benchmarks.hostile         # every format
    python -m tests.benchmarks.hostile odt     # one
    python -m tests.benchmarks.hostile --without-time  # as a test runs it

Prints seconds of the process's own time and the megabytes that reading added to what it had before (the file among
them), with `!` where it is read, or takes more than 1 s or 100 MB; it ends with 1 if there is such a line.
"""

import multiprocessing
import resource
import sys
import time
from dataclasses import dataclass
from multiprocessing.connection import Connection
from typing import Any

from tests.interchange.hostile import harm_for
from workbench.interchange.errors import FormatError
from workbench.interchange.options import ReadOptions
from workbench.interchange.registry import FORMATS

MOST_SECONDS, MOST_MEGABYTES = 1.0, 100.0
WITHOUT_TIME = "--without-time"


@dataclass(frozen=True, slots=True)
class Refusal:
    """How a file fared: seconds, megabytes, and the beginning of what was said, "" where it was read."""

    seconds: float
    megabytes: float
    said: str


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _try(name: str, data: bytes, answer: Connection) -> None:
    before, start = _peak(), time.process_time()
    try:
        FORMATS[name].read(data, ReadOptions(siglum="A"))
        said = ""
    except FormatError as error:
        said = str(error)[:60]
    answer.send(Refusal(time.process_time() - start, _peak() - before, said))


def measure(name: str, data: bytes) -> Refusal:
    """Return how one file fares with one reader, in a process of its own."""
    mine, theirs = multiprocessing.Pipe()
    process = multiprocessing.get_context("fork").Process(target=_try, args=(name, data, theirs))
    process.start()
    found: Refusal = mine.recv()
    process.join()
    return found


def names_by_reader() -> list[str]:
    """Return a format for each reader: a reader may have several."""
    return list({one.read: name for name, one in FORMATS.items()}.values())


def main(*wished: str) -> None:
    """Try every reader that is there, or one."""
    told = [one for one in wished if one != WITHOUT_TIME]
    most_seconds = 3600.0 if WITHOUT_TIME in wished else MOST_SECONDS
    plan: dict[Any, list[tuple[str, str]]] = {}
    for name in told or names_by_reader():
        for kind, make in harm_for(name).items():
            plan.setdefault(make, []).append((name, kind))
    is_worst = False
    for make, readers in plan.items():
        data = make()
        for name, kind in readers:
            found = measure(name, data)
            is_bad = not found.said or found.seconds > most_seconds or found.megabytes > MOST_MEGABYTES
            is_worst = is_worst or is_bad
            print(
                f"{'!' * is_bad:1} {name:11} {kind:46} {len(data) / 1e6:6.1f} MB  {found.seconds:6.3f} s  "
                f"{found.megabytes:6.1f} MB  {found.said or 'READ'}",
                flush=True,
            )
    sys.exit(is_worst)


if __name__ == "__main__":
    main(*sys.argv[1:])
