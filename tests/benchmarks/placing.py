"""How many passages of a running text are placed right, and what the page calls doubtful.

Run from the root, with the data beside the repository: python -m tests.benchmarks.placing
"""

import json
import os
from collections.abc import Sequence
from pathlib import Path
from time import process_time

from tests.benchmarks.running_cases import read_verdicts
from workbench.text.placing import distribute_beside, propose

ROOT = Path(__file__).parents[2]
DATA = Path(os.environ.get("WORKBENCH_DATA", ROOT.parent / "shared" / "data"))
NEAR = 10  # code points


THUCYDIDES = [f"thucydides/eng_{name}.tsv" for name in ("crawley1874", "jowett1881", "hobbes1629")]
BIBLES = ["bibles/rus_Synodal.tsv", "bibles/eng_KJV_PCE.tsv"]
BOOKS = (
    ("Thucydides I, Crawley beside Jowett", THUCYDIDES[:2], "1."),
    ("Thucydides I, Crawley beside Jowett and Hobbes", THUCYDIDES, "1."),
    ("Thucydides II, Crawley beside Jowett", THUCYDIDES[:2], "2."),
    ("John, Synodal beside King James", BIBLES, "John."),
    ("Genesis, Synodal beside King James", BIBLES, "Gen."),
    ("Declaration, Hebrew beside English", ["udhr/heb.tsv", "udhr/eng.tsv"], ""),
    ("Declaration, Arabic beside English", ["udhr/arb.tsv", "udhr/eng.tsv"], ""),
)


def main() -> None:
    """Print both tables."""
    count_page()
    for book in BOOKS:
        count_book(*book)


def count_page() -> None:
    """Place the page of the fixtures beside each demo translation alone, and beside all."""
    work = json.loads((ROOT / "fixtures/works/yezhov.json").read_text(encoding="utf-8"))["works"][0]
    said = [{one["siglum"]: one["text"] for one in passage["variants"]} for passage in work["passages"]]
    columns = {siglum: [texts.get(siglum, "") for texts in said] for siglum in "ABCDE"}
    page = (ROOT / "fixtures/formats/letter-page.txt").read_text(encoding="utf-8")
    rows = (ROOT / "fixtures/formats/letter-page.units.tsv").read_text(encoding="utf-8").splitlines()[1:]
    gold = [tuple(map(int, row.split("\t")[1:])) for row in rows]
    for name, chosen in (*((siglum, [column]) for siglum, column in columns.items()), ("all", [*columns.values()])):
        found = [(one.span.start, one.span.end) for one in distribute_beside(chosen, page).placements]
        print(f"letter-page beside {name}: {sum(map(tuple.__eq__, found, gold))} of {len(gold)} right")


def count_book(name: str, files: Sequence[str], opening: str) -> None:
    """Place the first translation, without its numbers, beside the others."""
    gold, *beside = (read_texts(file, opening) for file in files)
    starts, at = {}, 0
    for reference, text in gold.items():
        starts[reference] = at
        at += len(text) + 1
    running = " ".join(gold.values())
    references = list(beside[0])
    columns = [[texts.get(one, "") for one in references] for texts in beside]
    begun = process_time()
    placing = propose(running, distribute_beside(columns, running))
    seconds = process_time() - begun
    doubtful = set(placing.doubtful())
    known = [(number, starts[one]) for number, one in enumerate(references) if one in starts]
    wrong = {n for n, start in known if (span := placing.span_of(n)) is None or abs(span.start - start) > NEAR}
    quiet = wrong - doubtful
    other = {n for n in quiet if references[n] in read_displaced(files)}
    print(f"{name}: {len(known) - len(wrong)} of {len(known)} starts right, {len(doubtful)} doubtful, "
          f"{len(quiet)} wrong and not doubtful, of which {len(other)} by a mark that stands at other words; "
          f"{len(running):,} characters, {seconds:.1f} s")  # fmt: skip


def read_displaced(files: Sequence[str]) -> set[str]:
    """Return the sections whose mark was read to stand at other words in the first file than in one of the others."""
    first, *others = (Path(file).stem.removeprefix("eng_").rstrip("0123456789") for file in files)
    verdicts = [read_verdicts(first, other) for other in others]
    return {section for found in verdicts for section, verdict in found.items() if verdict == "displaced"}


def read_texts(name: str, opening: str) -> dict[str, str]:
    """Return the texts of a file whose references open so."""
    rows = (DATA / name).read_text(encoding="utf-8").split("\n")[1:]
    pairs = (row.split("\t", 1) for row in rows if "\t" in row)
    return {reference: text for reference, text in pairs if reference.startswith(opening)}


if __name__ == "__main__":
    main()
