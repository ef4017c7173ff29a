"""How long the variation page and the page of a Bible take: 31,102 passages in four translations.

Run from the root of the repository: `.venv/bin/python -m tests.benchmarks.variation_page [rounds]`. It imports the
English Bibles into a database of its own in a temporary folder, which takes about a minute. Whole requests in this
process. `cpu` is processor time: on a busy machine the truer figure.
"""

import io
import os
import statistics
import sys
import tempfile
import time

from tests.benchmarks.collation_sets import DATA

_NAMES = {"KJ": "eng_KJV_2006", "PCE": "eng_KJV_PCE", "ASV": "eng_ASV", "YLT": "eng_YLT"}
_PAGES = {
    "work page": "",
    "stored measures": "variation/",
    "one language": "variation/?language=en",
    "page 600 of the list": "variation/?page=600",
    "a stroke's 260 passages": "variation/?first=1&last=260",
    "measured now: 2 of 4": "variation/?with=ASV&with=YLT",
    "measured now: case": "variation/?ignore=case",
}


def main() -> None:
    """Make the database, read the pages, print a table."""
    if not DATA.exists():
        sys.exit(f"Skipped: no real texts at {DATA}")
    with tempfile.TemporaryDirectory() as folder:
        os.environ["DATABASE_URL"] = f"sqlite:///{folder}/benchmark.sqlite3"
        os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"
        import django  # noqa: PLC0415 - the database is chosen first

        django.setup()
        measure(int(sys.argv[1]) if len(sys.argv) > 1 else 7)


def measure(rounds: int) -> None:
    """Read each page `rounds` times and print the times in milliseconds."""
    from django.test import Client  # noqa: PLC0415

    client = Client(SERVER_NAME="localhost")
    client.force_login(_make_bible())  # type: ignore[arg-type]
    client.get("/")
    print(f"{'page':<26}{'p50 ms':>8}{'cpu p50':>9}{'kB':>7}")
    for name, path in _PAGES.items():
        wall, cpu = [], []
        for _ in range(rounds):
            start, begun = time.perf_counter(), time.process_time()
            answer = client.get(f"/works/room/bible/{path}")
            cpu.append(1000 * (time.process_time() - begun))
            wall.append(1000 * (time.perf_counter() - start))
            assert answer.status_code == 200
        size = len(answer.content) / 1000
        print(f"{name:<26}{statistics.median(wall):>8.0f}{statistics.median(cpu):>9.0f}{size:>7.0f}", flush=True)


def _make_bible() -> object:
    """Import the Bibles; return the owner of the workspace."""
    from django.core.management import call_command  # noqa: PLC0415

    from tests.factories import make_user, make_workspace  # noqa: PLC0415

    call_command("migrate", verbosity=0)
    owner = make_user("owner")
    make_workspace(owner, "room")
    files = [str(DATA / "bibles" / f"{name}.tsv") for name in _NAMES.values()]
    sigla = [f"--siglum={siglum}" for siglum in _NAMES]
    place = ["--as=owner", "--workspace=room", "--work=bible", "--title=Bible", "--language=en", "--quoting=none"]
    start = time.perf_counter()
    call_command("import_texts", *files, *sigla, *place, stdout=io.StringIO(), stderr=io.StringIO())
    print(f"imported and measured in {time.perf_counter() - start:.0f} s")
    return owner


if __name__ == "__main__":
    main()
