"""What takes longer as a work grows: one Bible, four and sixteen in it, and what bends first.

    .venv/bin/python -m tests.benchmarks.growth [--verses N]

Into one fresh SQLite file come 1, then 3 more, then 12 more translations, each the first so many verses of a Bible.
After each step: milliseconds of processor time for pages and lists (the median of five, the first not counted), for an
export, for an import by the verse, and how large the file is. The rows that grew most stand on top; what grows more
than sixteen times bends. Measures are a worker's and not counted.
"""

import argparse
import os
import statistics
import sys
from collections.abc import Callable
from itertools import islice
from pathlib import Path
from time import process_time
from typing import Any

from tests.benchmarks.imports import BIBLES, DATA
from tests.benchmarks.own_database import own_database

STEPS = (1, 4, 16)
_WORK = "/works/room/bible/"
_API = "/api/v1/{}?work=bible&workspace=room"
PATHS = {
    "library": "/",
    "work": _WORK,
    "compare, first page": f"{_WORK}compare/",
    "differences": f"{_WORK}differences/",
    "concordance": "/search/?q=light&work=bible&workspace=room",
    "passages (API)": f"{_API.format('passages/')}&include=variants",
    "translations (API)": _API.format("translations/"),
    "events (API)": "/api/v1/events/?workspace=room",
    "queue": "/review/",
}


def main() -> None:
    """Grow a work and print the table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--verses", type=int, default=10**6)
    verses = parser.parse_args().verses
    if not DATA.exists():
        sys.exit(f"Skipped: no real texts at {DATA}")
    os.environ["TASKS"] = "database"
    with own_database() as folder:
        client = _prepare()
        columns = []
        for before, count in zip((0, *STEPS), STEPS, strict=False):
            taken = _import(folder, range(before, count), verses)
            columns.append({**taken, **_look(client), "file in MB": _size(folder)})
    _show(columns)


def _prepare() -> Any:
    from django.test import Client  # noqa: PLC0415 - the database is chosen first

    from tests.factories import make_user, make_workspace  # noqa: PLC0415
    from workbench.corpus.actions import create_work  # noqa: PLC0415

    owner = make_user("owner")
    create_work(actor=owner, workspace=make_workspace(owner, "room"), title="Bible")
    client = Client(SERVER_NAME="localhost")
    client.force_login(owner)
    return client


def _import(folder: Path, numbers: range, verses: int) -> dict[str, float]:
    from django.core.management import call_command  # noqa: PLC0415

    files = []
    for number in numbers:
        path = folder / f"T{number}.tsv"
        with (DATA / f"{BIBLES[number % len(BIBLES)]}.tsv").open(encoding="utf-8") as lines:
            path.write_text("".join(islice(lines, verses + 1)), encoding="utf-8")
        files.append(path)
    count = sum(path.read_bytes().count(b"\n") - 1 for path in files)
    sigla = [word for path in files for word in ("--siglum", path.stem)]
    place = ("--as", "owner", "--workspace", "room", "--work", "bible", "--quoting", "none", "-v0")
    began = process_time()
    call_command("import_texts", *map(str, files), *sigla, *place)
    imported = process_time()
    call_command("index", "-v0")
    taken = {"import, by the verse": imported - began, "index, by the verse": process_time() - imported}
    return {name: 1000 * seconds / count for name, seconds in taken.items()}


def _look(client: Any) -> dict[str, float]:
    def get(path: str) -> None:
        answer = client.get(path)
        assert answer.status_code == 200, (path, answer.status_code)

    def export() -> None:
        answer = client.get("/api/v1/works/bible/export/?workspace=room&format=bundle")
        assert len(answer.getvalue())

    said = {name: _time(lambda path=path: get(path)) for name, path in PATHS.items()}  # type: ignore[misc]
    return {**said, "export (bundle)": _time(export, times=1)}


def _time(act: Callable[[], None], times: int = 5) -> float:
    if times > 1:
        act()
    taken = []
    for _ in range(times):
        began = process_time()
        act()
        taken.append(1000 * (process_time() - began))
    return statistics.median(taken)


def _size(folder: Path) -> float:
    return sum(path.stat().st_size for path in folder.glob("benchmark.sqlite3*") if "rates" not in path.name) / 1e6


def _show(columns: list[dict[str, float]]) -> None:
    print(f"| ms of a processor | {' | '.join(map(str, STEPS))} | times |\n|---|---|---|---|---|")
    grown = {name: columns[-1][name] / columns[0][name] for name in columns[0]}
    for name in sorted(grown, key=grown.__getitem__, reverse=True):
        figures = " | ".join(f"{column[name]:,.2f}" for column in columns)
        print(f"| {name} | {figures} | {grown[name]:.1f} |")


if __name__ == "__main__":
    main()
