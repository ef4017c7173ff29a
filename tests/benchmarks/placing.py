"""How many passages of a running text are placed right, and what the page calls doubtful.

Run from the root, with the data beside the repository: python -m tests.benchmarks.placing
"""

import json
import os
from pathlib import Path
from time import process_time

from workbench.text.placing import distribute_beside, propose

ROOT = Path(__file__).parents[2]
DATA = Path(os.environ.get("WORKBENCH_DATA", ROOT.parent / "shared" / "data"))
NEAR = 10  # code points


def main() -> None:
    """Print both tables."""
    count_page()
    count_book()


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


def count_book() -> None:
    """Place Crawley's first book of Thucydides, without its numbers, beside Jowett's."""
    beside, gold = (read_book(name) for name in ("eng_jowett1881.tsv", "eng_crawley1874.tsv"))
    starts, at = {}, 0
    for reference, text in gold.items():
        starts[reference] = at
        at += len(text) + 1
    begun = process_time()
    running = " ".join(gold.values())
    placing = propose(running, distribute_beside([list(beside.values())], running))
    seconds = process_time() - begun
    doubtful = set(placing.doubtful())
    spans = {number: placing.span_of(number) for number in range(len(beside))}
    known = [(number, starts[one]) for number, one in enumerate(beside) if one in starts]
    wrong = [n for n, start in known if (span := spans[n]) is None or abs(span.start - start) > NEAR]
    print(f"Thucydides I: {len(known) - len(wrong)} of {len(known)} starts within {NEAR} characters, {seconds:.1f} s")
    print(f"doubtful: {len(doubtful)}, of them wrong {len(doubtful & set(wrong))}; wrong and not doubtful: "
          f"{len(set(wrong) - doubtful)}")  # fmt: skip


def read_book(name: str) -> dict[str, str]:
    """Return the sections of book I by number."""
    rows = (DATA / "thucydides" / name).read_text(encoding="utf-8").splitlines()[1:]
    return {row.split("\t")[0]: row.split("\t")[1] for row in rows if row.startswith("1.")}


if __name__ == "__main__":
    main()
