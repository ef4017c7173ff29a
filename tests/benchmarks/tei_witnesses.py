"""How fast, and in how much memory, an edition of many witnesses is written and read.

`python -m tests.benchmarks.tei_witnesses [PASSAGES] [WITNESSES]`: the Bibles of `../shared/data` where they are, else
made-up verses; further witnesses are made of these by exchanging words. The file is read in a process of its own.
"""

import multiprocessing
import sys
import tempfile
import time
from multiprocessing.connection import Connection
from pathlib import Path

from workbench.interchange.document import Document, PassageRecord, TranslationRecord, VariantRecord, WorkRecord
from workbench.interchange.formats import tei
from workbench.interchange.options import ReadOptions

BIBLES = Path(__file__).parents[2] / "../shared/data/bibles"
CHANGES = (("", ""), (" and ", " & "), (" unto ", " to "), ("the ", "ye "), (" of ", " from "))


def _verses(passages: int) -> list[list[str]]:
    files = sorted(BIBLES.glob("eng_*.tsv"))
    if not files:
        return [
            [f"In the beginning of {number} was the word, and the word was unto all." for number in range(passages)]
        ]
    lines = [file.read_text(encoding="utf-8").splitlines()[1 : passages + 1] for file in files]
    return [[line.partition("\t")[2] for line in some] for some in lines]


def edition(passages: int, witnesses: int) -> Document:
    """Return a work of so many passages and translations."""
    texts = _verses(passages)
    made = [(texts[at % len(texts)], CHANGES[at // len(texts) % len(CHANGES)]) for at in range(witnesses)]
    rows = (
        PassageRecord(
            str(number + 1),
            tuple(VariantRecord(f"W{at}", some[number].replace(*change)) for at, (some, change) in enumerate(made)),
        )
        for number in range(min(map(len, texts)))
    )
    translations = tuple(TranslationRecord(f"W{at}", "en") for at in range(witnesses))
    return Document((WorkRecord(title="Many witnesses", translations=translations, passages=tuple(rows)),))


def _peak() -> float:
    """Return the most memory (MB) that this process has held itself; `getrusage` counts its parent's, too."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.partition("VmHWM:")[2].split()[0]) / 1024


def _read(path: Path, answer: Connection) -> None:
    before, start = _peak(), time.process_time()
    work = tei.read(path.read_bytes(), ReadOptions()).works[0]
    answer.send((time.process_time() - start, before, _peak(), len(work.passages), len(work.translations)))


def main(passages: int = 31_102, witnesses: int = 8) -> None:
    """Print the figures."""
    path = Path(tempfile.mkdtemp()) / "witnesses.xml"
    document = edition(passages, witnesses)
    start = time.process_time()
    path.write_bytes(tei.write(document))
    print(f"written in {time.process_time() - start:.1f} s of processor time, {path.stat().st_size:,} bytes")
    here, there = multiprocessing.Pipe()
    child = multiprocessing.get_context("spawn").Process(target=_read, args=(path, there))
    child.start()
    seconds, before, peak, found, named = here.recv()
    child.join()
    print(f"read {found:,} passages x {named} in {seconds:.1f} s, {peak:.0f} MB at the peak ({before:.0f} before)")


if __name__ == "__main__":
    main(*[int(number) for number in sys.argv[1:3]])
