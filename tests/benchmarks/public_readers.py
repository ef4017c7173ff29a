"""Fifty readers without an account at once, against one pair of workers: p50, p95 and how often a page was made before;
the same pages as a member reads them beside it.

Run from the root of the repository: `.venv/bin/python -m tests.benchmarks.public_readers [seconds]` (of each, 30 if not
said). A work of 200 passages in four translations in a database of its own; gunicorn, two processes of four threads.
Readers ask one page after the other over one connection, seeded, without a pause: it is the most that they can do.
"""

import http.client
import os
import random
import statistics
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tests.benchmarks.own_database import own_database

READERS, PORT, PASSAGES = 50, 8791, 200
WORDS = ["the", "cat", "sat", "on", "a", "mat", "while", "rain", "fell", "outside", "and", "nobody", "came"]


def main() -> None:
    """Make the work, start the workers, read, print a table."""
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 30
    with own_database():
        session, keys = _make()
        server = _serve()
        try:
            _wait()
            print(f"{READERS} readers, {seconds:.0f} s each, {os.cpu_count()} cores")
            print(f"{'pages':<10}{'answers':>9}{'a second':>10}{'p50 ms':>9}{'p95 ms':>9}{'kept':>7}")
            for name, stem, cookie in (("public", "/read", ""), ("members'", "/works", session)):
                measure(name, _pages(stem, keys), cookie, seconds)
        finally:
            server.terminate()
            server.wait()


def measure(name: str, pages: Sequence[str], cookie: str, seconds: float) -> None:
    """Let all readers read for so long, and print a row."""
    end = time.monotonic() + seconds
    with ThreadPoolExecutor(READERS) as pool:
        read = [one for some in pool.map(lambda seed: _read(seed, pages, cookie, end), range(READERS)) for one in some]
    times = sorted(1000 * took for took, _ in read)
    kept = Counter(kept for _, kept in read)
    share = f"{100 * kept['yes'] / len(read):.0f} %"
    p95 = times[int(0.95 * len(times))]
    row = f"{len(read):>9}{len(read) / seconds:>10.0f}{statistics.median(times):>9.0f}{p95:>9.0f}{share:>7}"
    print(f"{name:<10}{row}", flush=True)


def _read(seed: int, pages: Sequence[str], cookie: str, end: float) -> list[tuple[float, str]]:
    rng = random.Random(seed)
    found: list[tuple[float, str]] = []
    connection = http.client.HTTPConnection("127.0.0.1", PORT, timeout=60)
    headers = {"Cookie": cookie} if cookie else {}
    while time.monotonic() < end:
        start = time.perf_counter()
        connection.request("GET", rng.choice(pages), headers=headers)
        answer = connection.getresponse()
        answer.read()
        assert answer.status == 200, answer.status
        found.append((time.perf_counter() - start, answer.headers["X-Kept"]))
    connection.close()
    return found


def _pages(stem: str, keys: Sequence[int]) -> list[str]:
    work = f"{stem}/room/read/"
    passages = [f"{work}passages/{key}/" for key in keys]
    return [work, f"{work}compare/", f"{work}variation/", *passages]


def _make() -> tuple[str, list[int]]:
    """Make the work and show it to everybody; return a member's cookie and the ids of some passages."""
    from django.conf import settings  # noqa: PLC0415 - the database is chosen first
    from django.test import Client  # noqa: PLC0415

    from tests.factories import make_user, make_work, make_workspace  # noqa: PLC0415
    from workbench.corpus.models import Translation  # noqa: PLC0415
    from workbench.publishing.actions import ShowingWishes, show_work  # noqa: PLC0415

    owner, rng = make_user("owner"), random.Random(1)
    team = make_workspace(owner, "room")
    texts = {one: [" ".join(rng.choices(WORDS, k=40)) for _ in range(PASSAGES)] for one in "ABCD"}
    work = make_work(owner, team, texts, title="Read")
    Translation.objects.filter(work=work).update(shown="public")
    show_work(actor=owner, work=work, version=1, wishes=ShowingWishes(visibility="public"))
    client = Client()
    client.force_login(owner)
    name = settings.SESSION_COOKIE_NAME
    return f"{name}={client.cookies[name].value}", list(
        work.passages.order_by("position").values_list("pk", flat=True)
    )[:40]


def _serve() -> subprocess.Popen[bytes]:
    gunicorn = Path(sys.executable).with_name("gunicorn")
    options = ["--workers=2", "--threads=4", f"--bind=127.0.0.1:{PORT}", "--log-level=error"]
    return subprocess.Popen(
        [gunicorn, *options, "tests.benchmarks.counted_wsgi:application"], stderr=subprocess.DEVNULL
    )


def _wait() -> None:
    for _ in range(600):
        try:
            connection = http.client.HTTPConnection("127.0.0.1", PORT, timeout=5)
            connection.request("GET", "/read/room/read/")
            if connection.getresponse().status == 200:
                return
        except OSError:
            time.sleep(0.2)
    sys.exit("The workers do not answer.")


if __name__ == "__main__":
    main()
