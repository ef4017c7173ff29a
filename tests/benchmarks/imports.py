"""Import: how many variants a second go into SQLite, history included, and how much memory it takes.

    .venv/bin/python -m tests.benchmarks.imports

Four Bibles go through `manage.py import_texts` into a fresh database, in a process of its own, whose peak memory
is what the system says of it. The rate counts everything: starting Python, reading the files, one transaction.
"""

import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter

ROOT = Path(__file__).parents[2]
DATA = Path(os.environ.get("WORKBENCH_DATA", ROOT / "../shared/data")) / "bibles"
BIBLES = {"KJV": "eng_KJV_2006", "ASV": "eng_ASV", "YLT": "eng_YLT", "SYN": "rus_Synodal"}
PREPARE = """
import django; django.setup()
from django.core.management import call_command
call_command("migrate", verbosity=0)
from tests.factories import make_user, make_workspace
make_workspace(make_user("owner"), "room")
"""
COUNT = """
import django; django.setup()
from workbench.corpus.models import Revision, Variant
print(Variant.objects.count(), Revision.objects.count())
"""


def main() -> None:
    """Print the rate and the peak memory."""
    if not DATA.exists():
        sys.exit(f"Skipped: no real texts at {DATA}")
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{Path(folder) / 'imports.sqlite3'}"
        _run(url, "-c", PREPARE)
        before, started = resource.getrusage(resource.RUSAGE_CHILDREN), perf_counter()
        _run(url, "manage.py", "import_texts", *_arguments())
        took, after = perf_counter() - started, resource.getrusage(resource.RUSAGE_CHILDREN)
        variants, revisions = map(int, _run(url, "-c", COUNT).split())
    print(f"{variants:,} variants with {revisions:,} revisions in {took:.1f} s: {variants / took:,.0f} a second")
    processor = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    print(f"of processor time: {processor:.1f} s, {variants / processor:,.0f} a second")
    print(f"peak memory of the process: {after.ru_maxrss / 1024:,.0f} MB")


def _arguments() -> list[str]:
    files = [str(DATA / f"{name}.tsv") for name in BIBLES.values()]
    sigla = [argument for siglum in BIBLES for argument in ("--siglum", siglum)]
    return [*files, *sigla, "--quoting", "none", "--as", "owner", "--workspace", "room", "--work", "bible"]


def _run(url: str, *arguments: str) -> str:
    environment = {**os.environ, "DATABASE_URL": url, "DJANGO_SETTINGS_MODULE": "tests.settings"}
    done = subprocess.run(
        [sys.executable, *arguments], cwd=ROOT, env=environment, capture_output=True, text=True, check=True
    )
    return done.stdout


if __name__ == "__main__":
    main()
