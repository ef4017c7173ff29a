"""How long readers take to refuse what is made to harm them, and with how much memory; each file in its own process.

    python -m tests.benchmarks.hostile

Prints seconds of the process's own time and the megabytes that reading added to what it had before.
"""

import multiprocessing
import resource
import time
from multiprocessing.connection import Connection

from tests.interchange.hostile import ARCHIVES, DOCUMENTS, OBJECTS
from workbench.interchange.errors import FormatError
from workbench.interchange.options import ReadOptions
from workbench.interchange.registry import FORMATS

ROOTS = {"tmx": "tmx", "xliff": "xliff", "html": "html", "usx": "usx", "osis": "osis", "tei": "TEI"}
CONTAINERS = ("xlsx", "ods", "docx", "odt", "epub", "usfm", "usx")
NOTATIONS = ("bundle", "annotations", "mqm-json")


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _try(name: str, data: bytes, answer: Connection) -> None:
    before, start = _peak(), time.process_time()
    try:
        FORMATS[name].read(data, ReadOptions(siglum="A"))
        said = "READ"
    except FormatError as error:
        said = str(error)[:60]
    answer.send((time.process_time() - start, _peak() - before, said))


def measure(name: str, kind: str, data: bytes) -> None:
    """Print how one file fares with one reader."""
    mine, theirs = multiprocessing.Pipe()
    process = multiprocessing.get_context("fork").Process(target=_try, args=(name, data, theirs))
    process.start()
    seconds, megabytes, said = mine.recv()
    process.join()
    print(f"{name:11} {kind:32} {len(data) / 1e6:6.1f} MB  {seconds:6.3f} s  {megabytes:6.1f} MB  {said}")


def main() -> None:
    """Try every reader that is there."""
    for name in [one for one in CONTAINERS if one in FORMATS]:
        for kind, make in ARCHIVES.items():
            measure(name, kind, make())
    for name in [one for one in ROOTS if one in FORMATS]:
        for kind, write in DOCUMENTS.items():
            measure(name, kind, write(ROOTS[name]))
    for name in NOTATIONS:
        for kind, make in OBJECTS.items():
            measure(name, kind, make())


if __name__ == "__main__":
    main()
