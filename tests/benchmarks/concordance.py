"""The concordance: processor time of searches over some 310,000 texts, beside another build in the same run.

    .venv/bin/python -m tests.benchmarks.concordance [--against CHECKOUT] [--twice]

Five Bibles are imported by `manage.py import_texts` (with `--twice` into two works: 310,000 texts), each build into a
database of its own; then each question is asked `TIMES` times through the API (a first page of 50), and the median of
processor time is printed, with the 95th percentile of the time that went by. `DATABASE_URL`, where it names a server,
is where this build's database is made; the other build is measured on SQLite alone.
"""

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[2]
DATA = Path(os.environ.get("WORKBENCH_DATA", ROOT / "../shared/data")) / "bibles"
BIBLES = {"KJV": "eng_KJV_2006", "PCE": "eng_KJV_PCE", "ASV": "eng_ASV", "YLT": "eng_YLT", "SYN": "rus_Synodal"}
QUESTIONS = ("mahershalalhashbaz", "xylophone", "the kingdom of heaven", '"the kingdom of heaven"', "the", "begat*")
TIMES = 15
PREPARE = """
import django; django.setup()
from django.core.management import call_command
call_command("migrate", verbosity=0)
from tests.factories import make_user, make_workspace
make_workspace(make_user("owner"), "room")
"""
ASK = """
import json, sys, django; django.setup()
from urllib.parse import urlencode
from time import process_time, perf_counter
from django.test import Client
from workbench.accounts.models import User
questions, times = json.loads(sys.argv[1]), int(sys.argv[2])
client = Client(); client.force_login(User.objects.get(username="owner"))
answers = {}
for question in questions:
    processor, passed = [], []
    for _ in range(times):
        before, started = process_time(), perf_counter()
        address, found = "/api/v1/search/?" + urlencode({"q": question, "page_size": 50}), 0
        while address and found < 50:
            got = client.get(address, headers={"host": "localhost"})
            address, found = got.json()["next"], found + len(got.json()["results"])
        processor.append(process_time() - before); passed.append(perf_counter() - started)
    assert got.status_code == 200, got.content
    answers[question] = [sorted(processor)[times // 2], sorted(passed)[int(times * .95)], found]
from workbench.corpus.models import Variant
print(json.dumps([Variant.objects.count(), answers]))
"""


def main() -> None:
    """Print the rate of the import and a line for each question, both builds beside each other."""
    if not DATA.exists():
        sys.exit(f"Skipped: no real texts at {DATA}")
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--against", type=Path)
    arguments.add_argument("--twice", action="store_true")
    asked = arguments.parse_args()
    works = ["bible", "again"] if asked.twice else ["bible"]
    builds = {"this build": ROOT} | ({"the other": asked.against.resolve()} if asked.against else {})
    measured = {name: _measure(checkout, works) for name, checkout in builds.items()}
    for name, (seconds, size, count, _) in measured.items():
        print(f"{name}: {count:,} texts imported, measured (and indexed) in {seconds:.1f} s of processor time; {size}")
    for question in QUESTIONS:
        told = [
            f"{one[question][0] * 1000:9.2f} ms ({one[question][2]} found, p95 {one[question][1] * 1000:.0f} ms)"
            for *_, one in measured.values()
        ]
        print(f"{question:28s} {'   '.join(told)}")


def _measure(checkout: Path, works: list[str]) -> tuple[float, str, int, dict[str, list[float]]]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "concordance.sqlite3"
        url = os.environ.get("DATABASE_URL", "") if checkout == ROOT else ""
        run = Build(checkout, url or f"sqlite:///{path}")
        run.python("-c", PREPARE)
        before = _spent()
        for work in works:
            run.python("manage.py", "import_texts", *_arguments(work))
        seconds = _spent() - before
        count, answers = json.loads(run.python("-c", ASK, json.dumps(QUESTIONS), str(TIMES)))
        size = f"{path.stat().st_size / 1e6:,.0f} MB" if path.exists() else "on a server"
    return seconds, size, count, answers


class Build:
    """A checkout, run on a database."""

    def __init__(self, checkout: Path, url: str) -> None:
        self._checkout = checkout
        self._environment = {**os.environ, "DATABASE_URL": url, "DJANGO_SETTINGS_MODULE": "tests.settings"}
        self._environment["PYTHONPATH"] = str(checkout)

    def python(self, *arguments: str) -> str:
        """Run Python in the checkout; return what it prints."""
        done = subprocess.run(
            [sys.executable, *arguments],
            cwd=self._checkout,
            env=self._environment,
            stdout=subprocess.PIPE,
            text=True,
            check=True,
        )
        return done.stdout


def _arguments(work: str) -> list[str]:
    files = [str(DATA / f"{name}.tsv") for name in BIBLES.values()]
    sigla = [argument for siglum in BIBLES for argument in ("--siglum", siglum)]
    return [*files, *sigla, "--quoting", "none", "--as", "owner", "--workspace", "room", "--work", work]


def _spent() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    main()
