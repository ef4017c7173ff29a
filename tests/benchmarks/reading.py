"""Readings of free pairs by somebody who does not know which engine made them, and the count of what misleads.

    .venv/bin/python -m tests.benchmarks.reading sheet FOLDER [--pairs 60] [--seed 2026] [--longest 320]
    .venv/bin/python -m tests.benchmarks.reading score FOLDER

`sheet` draws sections of freely translated works, lets the workbench, diff-match-patch (words, cleaned up) and jsdiff
(where `JSDIFF` names its folder and there is node) compare each, and writes `readings.txt` in shuffled order, all in
one notation: `[left|right]` for a change, `[left|]` and `[|right]` for what one side alone has. What moved is written
as that too, so that nothing tells the engine. `key.json` says whose each reading is, and is not looked at.
The reader writes `verdicts.txt`: the numbers of the readings that mislead, one a line, and why behind it. `score`
counts them by engine. The texts stay outside the repository.
"""

import argparse
import json
import os
import random
from collections import Counter
from pathlib import Path
from subprocess import run

from tests.benchmarks.diff_pairs import DATA, Pair, read_passages
from tests.benchmarks.diff_peers import Block, as_runs, run_by_dmp, run_by_workbench

__all__ = ["main"]

_SETS = (
    ("thucydides/eng_hobbes1629", "thucydides/eng_crawley1874"),
    ("thucydides/eng_crawley1874", "thucydides/eng_jowett1881"),
    ("livy/eng_bohn", "livy/eng_foster"),
)
_NODE = """
const {diffWordsWithSpace} = require(process.argv[1]);
const pairs = JSON.parse(require("fs").readFileSync(0, "utf8"));
const sign = (change) => (change.added ? 1 : change.removed ? -1 : 0);
const compare = ([left, right]) => diffWordsWithSpace(left, right).map((change) => [sign(change), change.value]);
console.log(JSON.stringify(pairs.map(compare)));
"""


def draw_pairs(count: int, seed: int, longest: int) -> list[Pair]:
    """Draw sections that both translations have, none longer than so many characters."""
    found: list[Pair] = []
    for names in _SETS:
        left, right = map(read_passages, names)
        short = [key for key in left if key in right and 80 <= max(len(left[key]), len(right[key])) <= longest]
        found += [(left[key], right[key]) for key in random.Random(seed).sample(short, count // len(_SETS))]
    return found


def compare_by_jsdiff(pairs: list[Pair], folder: str) -> list[list[Block]]:
    """Return the runs of jsdiff for all pairs."""
    done = run(["node", "-e", _NODE, folder], input=json.dumps(pairs), capture_output=True, text=True, check=True)
    return [as_runs(steps) for steps in json.loads(done.stdout)]


def show(pair: Pair, runs: list[Block]) -> str:
    """Write a reading; changes side by side are written one by one."""
    left, right = pair
    return "".join(left[a:b] if equal else f"[{left[a:b]}|{right[c:d]}]" for equal, a, b, c, d in runs)


def write_sheet(folder: Path, pairs: list[Pair], seed: int) -> None:
    """Write the readings in shuffled order, and the key."""
    engines = {"workbench": [run_by_workbench(*pair) for pair in pairs]}
    engines["diff-match-patch"] = [run_by_dmp(*pair) for pair in pairs]
    if jsdiff := os.environ.get("JSDIFF"):
        engines["jsdiff"] = compare_by_jsdiff(pairs, jsdiff)
    readings = [(name, n, show(pairs[n], runs)) for name, found in engines.items() for n, runs in enumerate(found)]
    random.Random(seed).shuffle(readings)
    folder.mkdir(parents=True, exist_ok=True)
    lines = [f"{number}. {text}\n" for number, (_, _, text) in enumerate(readings, 1)]
    (folder / "readings.txt").write_text("\n".join(lines), encoding="utf-8")
    (folder / "key.json").write_text(json.dumps([[name, n] for name, n, _ in readings]), encoding="utf-8")


def score(folder: Path) -> None:
    """Print how many readings of each engine mislead."""
    key = json.loads((folder / "key.json").read_text(encoding="utf-8"))
    lines = (folder / "verdicts.txt").read_text(encoding="utf-8").splitlines()
    misled = Counter(key[int(line.split(maxsplit=1)[0]) - 1][0] for line in lines if line.strip())
    for name, count in Counter(name for name, _ in key).items():
        print(f"| {name} | {misled[name]} of {count} |")


def main() -> None:
    """Write a sheet, or score one."""
    parser = argparse.ArgumentParser(description="Readings of free pairs, blind.")
    parser.add_argument("what", choices=["sheet", "score"])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--pairs", type=int, default=60)
    parser.add_argument("--seed", type=int, default=2026)
    parser.add_argument("--longest", type=int, default=320, help="characters of a section")
    options = parser.parse_args()
    if not DATA.exists():
        raise SystemExit(f"Skipped: no texts at {DATA}")
    if options.what == "score":
        score(options.folder)
    else:
        write_sheet(options.folder, draw_pairs(options.pairs, options.seed, options.longest), options.seed)


if __name__ == "__main__":
    main()
