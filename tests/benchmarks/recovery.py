"""A disaster, and how one comes out of it: what is lost (RPO) and how long it takes until people work again (RTO).

    .venv/bin/python -m tests.benchmarks.recovery [SECONDS]

The demo works are served from a SQLite file to somebody who writes without pause. It is backed up meanwhile; SECONDS
after that (5, without the word) the server is killed and its database deleted, the back-up is restored into a new file,
and a server is started on it. RPO is what had been acknowledged since the back-up's moment, RTO the time from the
deletion until `/readyz` answers 200. Every write acknowledged before the back-up began must be there, or it fails.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Thread
from time import monotonic, sleep
from urllib.error import URLError
from urllib.request import Request, urlopen

from tests.operating.databases import ROOT, answer, free_port, managed

TOKEN = (
    "from workbench.accounts.actions import make_token; from workbench.accounts.models import User; import json;"
    "user = User.objects.get(username='vera'); print(json.dumps("
    "make_token(actor=user, name='drill', scopes=['write'], expires_at=None)[1]))"
)
COUNT = (
    "from workbench.accounts.models import Workspace; import json;"
    "slugs = Workspace.objects.filter(slug__startswith='drill-').values_list('slug', flat=True);"
    "print(json.dumps(list(slugs)))"
)


def main(seconds: float) -> None:
    """Run the drill and print both figures."""
    with tempfile.TemporaryDirectory() as folder:
        first, second = (f"sqlite:///{folder}/{name}.sqlite3" for name in ("first", "second"))
        for words in (["migrate", "-v0"], ["load_demo"]):
            assert managed(first, *words).returncode == 0
        secret = str(answer(first, TOKEN))
        said: list[tuple[float, str]] = []
        with serving(first) as url, writing(url, secret, said):
            sleep(2)
            began, path = monotonic(), f"{folder}/file.backup"
            assert managed(first, "backup", path).returncode == 0
            print(f"back-up while somebody writes: {monotonic() - began:.1f} s", flush=True)
            sleep(seconds)
        lost_at = monotonic()
        for file in Path(folder).glob("first.sqlite3*"):
            file.unlink()
        done = managed(second, "restore", path)
        assert done.returncode == 0, done.stderr
        restored = monotonic()
        with serving(second):
            ready = monotonic()
        report(began, lost_at, restored, ready, said, set(json.loads(json.dumps(answer(second, COUNT)))))


def report(
    began: float, lost_at: float, restored: float, ready: float, said: list[tuple[float, str]], kept: set[str]
) -> None:
    """Print what was lost and what it took; fail where something acknowledged before the back-up is not there."""
    missing = [slug for at, slug in said if at < began and slug not in kept]
    assert not missing, missing
    lost = [at for at, slug in said if slug not in kept]
    print(f"acknowledged: {len(said):,}; of those before the back-up began all are there again")
    print(f"RPO: {lost_at - min(lost, default=lost_at):.1f} s of work, {len(lost):,} writes: those since the back-up")
    print(f"RTO: {ready - lost_at:.1f} s, of which the restore {restored - lost_at:.1f} s")


@contextmanager
def serving(database: str) -> Iterator[str]:
    """Serve a database until it is well; kill the server at the end."""
    port = free_port()
    environment = {**os.environ, "DATABASE_URL": database, "SECRET_KEY": "x" * 50, "HTTPS": "off"}
    command = [sys.executable, "manage.py", "serve", "--bind", f"127.0.0.1:{port}"]
    quiet = subprocess.DEVNULL
    with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=quiet, stderr=quiet) as process:
        try:
            wait_until_ready(f"http://127.0.0.1:{port}/readyz")
            yield f"http://127.0.0.1:{port}/api/v1/"
        finally:
            process.kill()


def wait_until_ready(url: str) -> None:
    """Ask until the answer is 200."""
    while True:
        try:
            with urlopen(url, timeout=5):  # noqa: S310 - this machine
                return
        except (URLError, OSError):
            sleep(0.05)


@contextmanager
def writing(url: str, secret: str, said: list[tuple[float, str]]) -> Iterator[None]:
    """Make workspaces without pause; note of each that was acknowledged when, and its name."""
    over = Event()

    def write() -> None:
        number = 0
        while not over.is_set():
            number += 1
            body = json.dumps({"name": "Drill", "slug": f"drill-{number:06}"}).encode()
            headers = {"Authorization": f"Bearer {secret}", "Content-Type": "application/json"}
            try:
                with urlopen(Request(f"{url}workspaces/", body, headers), timeout=30):  # noqa: S310 - this machine
                    said.append((monotonic(), f"drill-{number:06}"))
            except (URLError, OSError):
                sleep(0.5)

    thread = Thread(target=write)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()


if __name__ == "__main__":
    main(float(sys.argv[1]) if len(sys.argv) > 1 else 5)
