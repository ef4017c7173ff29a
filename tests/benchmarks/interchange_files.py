"""Files of other tools' test suites: which are read, which refused, and does that agree with what their suites expect?

    python -m tests.benchmarks.interchange_files            # the sums by folder
    python -m tests.benchmarks.interchange_files docx_pandoc  # every file of a folder

The files lie in `../shared/data/interchange`; where that is absent, it says so. A file is judged by its content; one of
a kind that no format here reads is `another kind`. The manifest says `valid` or `invalid` only where a suite does.
"""

import csv
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from workbench.interchange.errors import FormatError, WrongKind
from workbench.interchange.options import ReadOptions
from workbench.interchange.registry import recognise_format

FOLDER = Path(__file__).parents[3] / "shared/data/interchange"


def _judge(path: Path) -> tuple[str, str]:
    """Return what became of a file, and in a few words how."""
    data = path.read_bytes()
    try:
        recognised = recognise_format(path.name, data)
        if recognised is None or recognised.format.name == "plain":
            return "another kind", ""
        document = recognised.format.read(data, ReadOptions(siglum="A", title="A", quoting="none"))
    except WrongKind as error:
        return "another kind", str(error)[:60]
    except FormatError as error:
        return "refused", str(error)[:100]
    work = document.works[0]
    return "read", f"{recognised.format.name}: {len(work.passages)} passages, {len(work.threads)} threads"


def _manifest() -> Iterator[tuple[str, str]]:
    with (FOLDER / "_manifest.tsv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            yield row["path"], row["expected"]


def main(folder: str = "") -> None:
    """Print the sums of all folders, or every file of one."""
    if not FOLDER.exists():
        print(f"{FOLDER} is absent.")
        return
    sums: Counter[tuple[str, str, str]] = Counter()
    for name, expected in _manifest():
        if not (FOLDER / name).is_file() or not name.startswith(folder):
            continue
        became, how = _judge(FOLDER / name)
        sums[name.split("/")[0], expected, became] += 1
        if folder:
            print(f"{expected:8} {became:13} {name}  {how}")
    for (place, expected, became), count in sorted(sums.items()):
        print(f"{place:28} expected {expected:8} {became:13} {count:5}")


if __name__ == "__main__":
    main(*sys.argv[1:2])
