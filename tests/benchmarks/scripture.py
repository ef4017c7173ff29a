"""Whole Bibles through USFM, USX and OSIS: do the same verses with the same words come back, and how fast?

    python -m tests.benchmarks.scripture

The Bibles of `../shared/data/bibles` (tables of verses) are written as a ZIP of 66 files (USFM, USX) or one file (OSIS)
and read again; verse lists and words are compared book by book, every verse that differs is printed. Rates are verses a
second of this process's own time.
"""

from collections import Counter
from collections.abc import Callable
from pathlib import Path
from time import process_time
from typing import TypeVar

from workbench.interchange.document import Document
from workbench.interchange.options import ReadOptions
from workbench.interchange.references import place_of
from workbench.interchange.registry import FORMATS

FOLDER = Path(__file__).parents[3] / "shared/data/bibles"
_Result = TypeVar("_Result")
Place = tuple[str, ...]


def _timed(work: Callable[[], _Result]) -> tuple[_Result, float]:
    begin = process_time()
    return work(), process_time() - begin


def _verses(document: Document) -> dict[Place, str]:
    (work,) = document.works
    return {
        place_of(one.reference or "", one.path): " ".join(variant.text.split())
        for one in work.passages
        for variant in one.variants
        if variant.text
    }


def main() -> None:
    """Print a line for each Bible and format."""
    for path in sorted(FOLDER.glob("*.tsv")):
        table = FORMATS["tsv"].read(path.read_bytes(), ReadOptions(siglum=path.stem[:20], quoting="none"))
        expected = _verses(table)
        for name in ("usfm", "usx", "osis"):
            written, writing = _timed(lambda name=name, table=table: FORMATS[name].write(table))  # type: ignore[misc]
            document, reading = _timed(lambda name=name, data=written: FORMATS[name].read(data, ReadOptions()))  # type: ignore[misc]
            found = _verses(document)
            wrong = [place for place in {**expected, **found} if expected.get(place) != found.get(place)]
            books = Counter(place[0] for place in wrong)
            rate = f"read {len(found) / reading:,.0f}/s, written {len(found) / writing:,.0f}/s"
            print(f"{path.stem:14} {name:5} {len(found):,} verses of {len(expected):,}, differing {len(wrong)}; {rate}")
            for place in wrong[:5]:
                print("   ", *place, repr(expected.get(place)), repr(found.get(place)), books[place[0]])


if __name__ == "__main__":
    main()
