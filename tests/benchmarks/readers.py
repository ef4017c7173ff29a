"""Many who read by the API at once, and what they wait for while somebody imports eight Bibles into the same SQLite.

    .venv/bin/python -m tests.benchmarks.readers [--against TREE] [--seconds N] [--verses N]

A server of four processes on a fresh SQLite file; 32 people with a token each ask for works, passages and threads
without pause, for so many seconds: p50 and p95 of a request. Then four of them go on while `import_texts` brings in the
first so many verses of eight Bibles: the longest of their requests, and how many were not answered by 200. `--against`
does the same in another tree of the project, in turns with this one.
"""

import argparse
import json
import os
import signal
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread
from time import monotonic, sleep
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

from tests.benchmarks.imports import BIBLES, DATA, ROOT
from tests.operating.databases import free_port

READERS = 32
_NOWHERE = subprocess.DEVNULL
PREPARE = f"""
import django; django.setup()
import json
from django.core.management import call_command
call_command("migrate", verbosity=0)
from tests.factories import join, make_user, make_work, make_workspace
from workbench.accounts.actions import make_token
from workbench.accounts.models import Role
owner = make_user("owner")
room = make_workspace(owner, "room")
make_work(owner, room, {{siglum: [f"The cat sat on mat {{n}}." for n in range(25)] for siglum in "ABCD"}})
people = [join(room, make_user(f"reader-{{n}}"), Role.READER) for n in range({READERS})]
print(json.dumps([make_token(actor=one, name="t", scopes=["read"], expires_at=None)[1] for one in people]))
"""
PATHS = (
    "/api/v1/works/",
    "/api/v1/passages/?work=a-small-work&workspace=room&include=variants",
    "/api/v1/threads/?work=a-small-work&workspace=room",
)
Asked = list[tuple[float, int]]


def main() -> None:
    """Print what readers of this tree wait for and, beside it, those of the other."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--against", type=Path)
    parser.add_argument("--seconds", type=float, default=8)
    parser.add_argument("--verses", type=int, default=1500)
    asked = parser.parse_args()
    for tree in [ROOT, *([asked.against.resolve()] if asked.against else [])]:
        with tempfile.TemporaryDirectory() as folder:
            print(f"{tree.name}: {_measure(tree, Path(folder), asked.seconds, asked.verses)}", flush=True)


def _measure(tree: Path, folder: Path, seconds: float, verses: int) -> str:
    secrets = json.loads(_run(tree, folder, "-c", PREPARE).splitlines()[-1])
    with _serving(tree, folder) as url:
        calm = _read(url, secrets, lambda begun: monotonic() - begun > seconds)
        if DATA.exists():
            files = list(_cut(folder, verses))
            with subprocess.Popen(
                _import_of(files), cwd=tree, env=_environment(folder), stdout=_NOWHERE, stderr=_NOWHERE
            ) as writer:
                busy = _read(url, secrets[:4], lambda _: writer.poll() is not None)
            assert writer.returncode == 0, "the import failed"
    times = sorted(time for time, _ in calm)
    said = f"{READERS} readers: {len(times):,} requests, p50 {1000 * statistics.median(times):,.0f} ms, "
    said += f"p95 {1000 * statistics.quantiles(times, n=20)[-1]:,.0f} ms, {_failed(calm)} not 200"
    if not DATA.exists():
        return f"{said}; no real texts at {DATA}"
    said += f"; while {len(BIBLES) * verses:,} verses come in: {len(busy):,} requests, "
    return f"{said}longest {max(time for time, _ in busy):.2f} s, {_failed(busy)} not 200"


def _read(url: str, secrets: list[str], is_over: Callable[[float], bool]) -> Asked:
    """Let everybody ask until it is over; return seconds and status of each request."""
    begun, asked = monotonic(), list[tuple[float, int]]()

    def read(secret: str) -> None:
        number = 0
        while not is_over(begun):
            number += 1
            asked.append(_ask(url + PATHS[number % len(PATHS)], secret))

    threads = [Thread(target=read, args=(secret,)) for secret in secrets]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return asked


def _ask(url: str, secret: str) -> tuple[float, int]:
    begun = monotonic()
    try:
        with urlopen(Request(url, headers={"Authorization": f"Bearer {secret}"}), timeout=120) as response:  # noqa: S310
            response.read()
            status = response.status
    except HTTPError as error:
        status = error.code
    except (URLError, OSError):
        status = 0
    return monotonic() - begun, status


def _failed(asked: Asked) -> int:
    return sum(status != 200 for _, status in asked)


def _cut(folder: Path, verses: int) -> Iterator[Path]:
    for number, name in enumerate(BIBLES):
        path = folder / f"{number}-{name}.tsv"
        with (DATA / f"{name}.tsv").open(encoding="utf-8") as lines:
            path.write_text("".join(line for _, line in zip(range(verses + 1), lines, strict=False)), encoding="utf-8")
        yield path


def _import_of(files: list[Path]) -> list[str]:
    sigla = [word for number in range(len(files)) for word in ("--siglum", f"T{number}")]
    place = ("--quoting", "none", "--as", "owner", "--workspace", "room", "--title", "Bible")
    return [sys.executable, "manage.py", "import_texts", *map(str, files), *sigla, *place]


@contextmanager
def _serving(tree: Path, folder: Path) -> Iterator[str]:
    """Serve as a deployment does, with the settings of the tests (known tokens, no HTTPS)."""
    port = free_port()
    words = ["-m", "gunicorn", "--bind", f"127.0.0.1:{port}", "--workers", "4", "--threads", "4", "workbench.wsgi"]
    with subprocess.Popen(
        [sys.executable, *words],
        cwd=tree,
        env=_environment(folder),
        start_new_session=True,
        stdout=_NOWHERE,
        stderr=_NOWHERE,
    ) as process:
        try:
            while _ask(f"http://localhost:{port}/login/", "")[1] != 200:
                assert process.poll() is None
                sleep(0.1)
            yield f"http://localhost:{port}"
        finally:
            os.killpg(process.pid, signal.SIGKILL)


def _run(tree: Path, folder: Path, *words: str) -> str:
    environment = _environment(folder)
    done = subprocess.run(
        [sys.executable, *words], cwd=tree, env=environment, capture_output=True, text=True, check=True
    )
    return done.stdout


def _environment(folder: Path) -> dict[str, str]:
    said = {"DATABASE_URL": f"sqlite:///{folder}/readers.sqlite3", "DJANGO_SETTINGS_MODULE": "tests.settings"}
    return {**os.environ, **said, "TASKS": "database", "PYTHONPATH": "."}


if __name__ == "__main__":
    main()
