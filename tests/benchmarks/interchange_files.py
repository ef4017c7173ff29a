"""Files of other tools' test suites: which are read, which refused, and does that agree with what their suites expect?

    python -m tests.benchmarks.interchange_files            # the sums by folder
    python -m tests.benchmarks.interchange_files docx_pandoc  # every file of a folder
    python -m tests.benchmarks.interchange_files --unexplained  # departures that nobody gave a reason for (none)

The files lie in `../shared/data/interchange`; where that is absent, it says so. A file is judged by its content; one of
a kind that no format here reads is `another kind`. The manifest says `valid` or `invalid` only where a suite does.
A departure is an invalid file that is read, a file that is refused although no suite calls it invalid, and anything
that is made to harm: `interchange_departures.tsv` has the reason of each, by names with `*` (the first that fits).
"""

import csv
import sys
from collections import Counter
from collections.abc import Iterator
from fnmatch import fnmatchcase
from pathlib import Path

from workbench.interchange.errors import FormatError, WrongKind
from workbench.interchange.options import ReadOptions
from workbench.interchange.registry import recognise_format

REASONS = Path(__file__).with_name("interchange_departures.tsv")
_OTHER_ROOTS = ("This is no TEI.", "/format: This is not a bundle.")
_FAULTS = ("This is no valid ", "Left out: ends of marks", "1 units have no text in ")
FOLDER = Path(__file__).parents[3] / "shared/data/interchange"


def _judge(path: Path) -> tuple[str, str]:
    """Return what became of a file, and in a few words how; of what is read with faults, the first that is said."""
    data = path.read_bytes()
    try:
        recognised = recognise_format(path.name, data)
        if recognised is None or recognised.format.name == "plain":
            return "another kind", ""
        document = recognised.format.read(data, ReadOptions(siglum="A", title="A", quoting="none"))
    except WrongKind as error:
        return "another kind", str(error)[:60]
    except FormatError as error:
        is_other = str(error).startswith(_OTHER_ROOTS) and "hostile" not in str(path)
        return "another kind" if is_other else "refused", str(error)[:100]
    work = document.works[0]
    faults = [one for one in document.warnings if one.startswith(_FAULTS)]
    said = "".join(f", {one}" for one in faults[:1])
    return "read", f"{recognised.format.name}: {len(work.passages)} passages, {len(work.threads)} threads{said}"


def _manifest() -> Iterator[tuple[str, str]]:
    with (FOLDER / "_manifest.tsv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            yield row["path"], row["expected"]


def find_departures() -> Iterator[tuple[str, str, str]]:
    """Yield every file of which became another thing than its suite expects, with that and the reason ("" for none)."""
    with REASONS.open(encoding="utf-8", newline="") as file:
        reasons = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    for name, expected in _manifest():
        became, _ = _judge(FOLDER / name) if (FOLDER / name).is_file() else ("absent", "")
        if became == ("read" if expected == "invalid" else "refused") or name.startswith("hostile"):
            fits = (row["why"] for row in reasons if fnmatchcase(name, row["files"]) and row["became"] == became)
            if became in {"read", "refused"}:
                yield name, became, next(fits, "")


def find_silence() -> Iterator[str]:
    """Yield the files that a suite calls invalid and that are read without a word of what is wrong with them."""
    for name, expected in _manifest():
        if expected == "invalid" and (FOLDER / name).is_file():
            became, how = _judge(FOLDER / name)
            if became == "read" and not any(one in how for one in _FAULTS):
                yield name


def main(folder: str = "") -> None:
    """Print the sums of all folders, or every file of one."""
    if not FOLDER.exists():
        print(f"{FOLDER} is absent.")
        return
    if folder == "--unexplained":
        print("\n".join(f"{became:8} {name}" for name, became, why in find_departures() if not why) or "None.")
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
