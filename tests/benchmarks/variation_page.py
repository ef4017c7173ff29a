"""How long the variation page, its API and the page of a Bible take: 31,102 passages in eight translations.

Run from the root of the repository: `.venv/bin/python -m tests.benchmarks.variation_page [rounds]`. It imports four
English Bibles and a copy of each (every tenth word another one of its verse, seeded) into a database of its own in a
temporary folder, which takes about a minute. Whole requests in this process. `cpu` is processor time: on a busy machine
the truer figure.
"""

import io
import random
import statistics
import sys
import time
from pathlib import Path

from tests.benchmarks.collation_sets import DATA
from tests.benchmarks.own_database import own_database

_NAMES = {"KJ": "eng_KJV_2006", "PCE": "eng_KJV_PCE", "ASV": "eng_ASV", "YLT": "eng_YLT"}
_PAGES = {
    "work page": "/works/room/bible/",
    "all of it, stored": "/works/room/bible/variation/",
    "three of eight, stored": "/works/room/bible/variation/?with=ASV&with=YLT&with=KJ",
    "far down the list": "/works/room/bible/variation/?after=900000-20000",
    "a stroke's 260 passages": "/works/room/bible/variation/?first=1&last=260",
    "measured now: case": "/works/room/bible/variation/?ignore=case",
    "API, a page of 50": "/api/v1/works/bible/variation/",
    "API, a page of 200": "/api/v1/works/bible/variation/?sort=most&page_size=200",
}


def main() -> None:
    """Make the database, read the pages, print a table."""
    if not DATA.exists():
        sys.exit(f"Skipped: no real texts at {DATA}")
    with own_database() as folder:
        measure(int(sys.argv[1]) if len(sys.argv) > 1 else 7, folder)


def measure(rounds: int, folder: Path) -> None:
    """Read each page `rounds` times and print the times in milliseconds."""
    from django.test import Client  # noqa: PLC0415

    client = Client(SERVER_NAME="localhost")
    client.force_login(_make_bible(folder))  # type: ignore[arg-type]
    client.get("/")
    print(f"{'page':<26}{'p50 ms':>8}{'cpu p50':>9}{'kB':>7}")
    for name, path in _PAGES.items():
        wall, cpu = [], []
        for _ in range(rounds):
            start, begun = time.perf_counter(), time.process_time()
            answer = client.get(path)
            cpu.append(1000 * (time.process_time() - begun))
            wall.append(1000 * (time.perf_counter() - start))
            assert answer.status_code == 200
        size = len(answer.content) / 1000
        print(f"{name:<26}{statistics.median(wall):>8.0f}{statistics.median(cpu):>9.0f}{size:>7.0f}", flush=True)


def _with_copy(path: Path, folder: Path) -> tuple[Path, Path]:
    """Write a copy of a text in which every tenth word or so is another one of its verse."""
    rng = random.Random(path.name)
    copy = folder / path.name
    lines = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()]
    copy.write_text("\n".join("\t".join([*head, _garble(text, rng)]) for *head, text in lines), encoding="utf-8")
    return path, copy


def _garble(text: str, rng: random.Random) -> str:
    words = text.split(" ")
    return " ".join(word if rng.random() > 0.1 else rng.choice(words) for word in words)


def _make_bible(folder: Path) -> object:
    """Import the Bibles; return the owner of the workspace."""
    from django.core.management import call_command  # noqa: PLC0415

    from tests.factories import make_user, make_workspace  # noqa: PLC0415

    owner = make_user("owner")
    make_workspace(owner, "room")
    files = [str(path) for name in _NAMES.values() for path in _with_copy(DATA / "bibles" / f"{name}.tsv", folder)]
    sigla = [f"--siglum={siglum}{copy}" for siglum in _NAMES for copy in ("", "*")]
    place = ["--as=owner", "--workspace=room", "--work=bible", "--title=Bible", "--language=en", "--quoting=none"]
    start = time.perf_counter()
    call_command("import_texts", *files, *sigla, *place, stdout=io.StringIO(), stderr=io.StringIO())
    print(f"imported and measured in {time.perf_counter() - start:.0f} s")
    begun = time.process_time()
    call_command("measure", all=True, verbosity=0)
    print(f"measured anew, the task of a rule for the whole work: {time.process_time() - begun:.1f} s of cpu")
    return owner


if __name__ == "__main__":
    main()
