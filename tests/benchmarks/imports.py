"""Imports and exports: variants a second into SQLite and out again, history included, and how much memory they take.

    .venv/bin/python -m tests.benchmarks.imports [--against TREE] [--verses N] [--rounds N]

Eight Bibles go through `manage.py import_texts` into a fresh database and out through `manage.py export_work` as a
bundle and as tables, each in a process of its own, of which the system says the processor time and the peak memory.
`--against` does the same in another tree of the project, in turns with this one, and prints how many times as fast
this one is, with the start of a process and without it; `--verses` takes the first so many of each Bible. Measuring and
indexing are tasks of a worker's (TASKS=database) and not counted. The best round counts: the others say how busy the
machine was.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

ROOT = Path(__file__).parents[2]
DATA = Path(os.environ.get("WORKBENCH_DATA", ROOT / "../shared/data")) / "bibles"
BIBLES = ("eng_KJV_2006", "eng_KJV_PCE", "eng_ASV", "eng_YLT", "rus_Synodal", "eng_KJV_2006", "eng_ASV", "eng_YLT")
FORMATS = ("bundle", "csv", "tsv")
PREPARE = """
import django; django.setup()
from django.core.management import call_command
call_command("migrate", verbosity=0)
from tests.factories import make_user, make_workspace
make_workspace(make_user("owner"), "room")
"""
COUNT = """
import django; django.setup()
from workbench.corpus.models import Variant
print(Variant.objects.count())
"""


@dataclass(frozen=True)
class Run:
    """What one process took: seconds of processor time, and its peak memory in MB."""

    seconds: float
    memory: float


def main() -> None:
    """Print the rates and the peak memory of this tree and, beside them, of the other."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--against", type=Path)
    parser.add_argument("--verses", type=int, default=10**6)
    parser.add_argument("--rounds", type=int, default=1)
    asked = parser.parse_args()
    if not DATA.exists():
        sys.exit(f"Skipped: no real texts at {DATA}")
    trees = [ROOT, *([asked.against.resolve()] if asked.against else [])]
    best: dict[tuple[Path, str], Run] = {}
    with tempfile.TemporaryDirectory() as folder:
        files = list(_cut(Path(folder), asked.verses))
        for _ in range(asked.rounds):
            for tree in trees:
                variants, runs = _measure(tree, Path(folder), files)
                for name, run in runs.items():
                    best[tree, name] = min(best.get((tree, name), run), run, key=lambda one: one.seconds)
    print(f"{variants:,} variants in {len(files)} translations; of processor time, in a process each")
    starts = [best[tree, "start"] for tree in trees]
    print("start  ", "   before: ".join(f"{run.seconds:6.1f} s" for run in starts))
    for name in ("import", *FORMATS):
        _show(name, variants, [best[tree, name] for tree in trees], [run.seconds for run in starts])


def _show(name: str, variants: int, runs: list[Run], starts: list[float]) -> None:
    said = [f"{run.seconds:6.1f} s, {variants / run.seconds:7,.0f} a second, {run.memory:5,.0f} MB" for run in runs]
    worked = [run.seconds - start for run, start in zip(runs, starts, strict=True)]
    ratio = ""
    if len(runs) > 1:
        ratio = f"   {runs[1].seconds / runs[0].seconds:.2f} x, without the start {worked[1] / worked[0]:.2f} x"
    print(f"{name:7} {'   before: '.join(said)}{ratio}")


def _cut(folder: Path, verses: int) -> Iterator[Path]:
    for number, name in enumerate(BIBLES):
        with (DATA / f"{name}.tsv").open(encoding="utf-8") as lines:
            path = folder / f"{number}-{name}.tsv"
            path.write_text("".join(islice(lines, verses + 1)), encoding="utf-8")
            yield path


def _measure(tree: Path, folder: Path, files: list[Path]) -> tuple[int, dict[str, Run]]:
    database = folder / "imports.sqlite3"
    for one in folder.glob("imports.sqlite3*"):
        one.unlink()
    place = ("--as", "owner", "--workspace", "room", "--work", "bible")
    sigla = [argument for number in range(len(files)) for argument in ("--siglum", f"T{number}")]
    _run(tree, database, "-c", PREPARE)
    for command in ("import_texts", "export_work"):
        _run(tree, database, "manage.py", command, "--help")
    runs = {
        "start": _run(tree, database, "manage.py", "export_work", "--help"),
        "import": _run(
            tree, database, "manage.py", "import_texts", *map(str, files), *sigla, "--quoting", "none", *place
        ),
    }
    for name in FORMATS:
        output = ("--format", name, "--output", str(folder / "out"))
        runs[name] = _run(tree, database, "manage.py", "export_work", *place, *output)
    counted = subprocess.run(
        [sys.executable, "-c", COUNT], cwd=tree, env=_environment(database), capture_output=True, text=True, check=True
    )
    return int(counted.stdout), runs


def _run(tree: Path, database: Path, *arguments: str) -> Run:
    process = subprocess.Popen(
        [sys.executable, *arguments],
        cwd=tree,
        env=_environment(database),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{arguments[:2]} failed in {tree}")
    return Run(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def _environment(database: Path) -> dict[str, str]:
    """Return the surroundings of a process: what it imports is compiled once, as in an installed workbench."""
    said = {"DATABASE_URL": f"sqlite:///{database}", "DJANGO_SETTINGS_MODULE": "tests.settings", "TASKS": "database"}
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, **said, "PYTHONPYCACHEPREFIX": str(database.parent / "compiled")}


if __name__ == "__main__":
    main()
