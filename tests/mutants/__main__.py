"""`python -m tests.mutants [--sample N [--seed S]] [PACKAGE or PACKAGE/MODULE ...]`: how many mutants are killed."""

import argparse
import os
import random
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from tests.mutants.equivalents import is_equivalent
from tests.mutants.making import copy_with_mutants, describe, modules_of

PACKAGES = ("words", "difference", "anchors", "collation")
GOLDEN = "tests/text/test_golden.py"
_KILLED = {"killed", "timeout"}


def main(names: Sequence[str], sample: int | None = None, seed: str = "") -> None:
    """Try the mutants of each package or module named, or `sample` of each, the same ones for a seed, and report."""
    for name in names or PACKAGES:
        with tempfile.TemporaryDirectory(prefix="mutants-") as folder:
            verdicts = _run(Path(folder), name, sample, seed)
            for mutant in [mutant for mutant, verdict in verdicts.items() if verdict not in _KILLED]:
                change = describe(Path(folder), mutant)
                if is_equivalent(mutant, change):
                    verdicts[mutant] = "equivalent"
                else:
                    print(f"\n{verdicts[mutant]} {mutant}\n{change}")
        print(f"\n{name}: {summarise(verdicts.values())}", flush=True)


def summarise(verdicts: Iterable[str]) -> str:
    """Say how many of the mutants that can be told from the code are killed, and what became of all."""
    counts = Counter(verdicts)
    killed, all_told = sum(counts[verdict] for verdict in _KILLED), counts.total() - counts["equivalent"]
    each = ", ".join(f"{count} {verdict}" for verdict, count in sorted(counts.items()))
    return f"{killed} of {all_told} killed, {killed / max(all_told, 1):.1%} ({each})"


def _run(folder: Path, name: str, sample: int | None, seed: str) -> dict[str, str]:
    """Make the mutants and run the golden file and the package's own tests against each; return the verdicts."""
    mutants, verdicts = folder / "mutants.txt", folder / "verdicts.tsv"
    made = copy_with_mutants(folder, modules_of(name))
    chosen = made if sample is None else sorted(random.Random(name + seed).sample(made, min(sample, len(made))))
    print(f"{name}: {len(chosen)} of {len(made)} mutants", flush=True)
    mutants.write_text("\n".join(chosen), encoding="utf-8")
    options = ["-q", "-p", "tests.mutants.running", "-p", "no:randomly", "-p", "no:xdist", "-p", "no:cacheprovider"]
    options += ["--hypothesis-profile=mutants", "-m", "not slow and not browser and not data"]
    command = [sys.executable, "-m", "pytest", *options, GOLDEN, f"tests/text/{name.partition('/')[0]}"]
    environment = os.environ | {"SEGMENTATION": "off", "MUTANTS": str(mutants), "VERDICTS": str(verdicts)}
    subprocess.run(command, cwd=folder, env=environment, check=True)
    return dict(line.split("\t") for line in verdicts.read_text(encoding="utf-8").splitlines())


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="tests.mutants", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="PACKAGE", help="a package of workbench/text, or a module of one")
    parser.add_argument("--sample", type=int, metavar="N", help="so many mutants of each instead of all")
    parser.add_argument("--seed", default="", metavar="S", help="another sample for each word given here")
    asked = parser.parse_args()
    main(asked.names, asked.sample, asked.seed)
