"""PostgreSQL stops for a while under load and goes on: the server lives, loses nothing, and needs no new start."""

import os
from pathlib import Path
from signal import SIGCONT, SIGSTOP
from subprocess import run as run_program
from tempfile import TemporaryDirectory
from time import monotonic, sleep

from tests.drills.cluster import postgresql
from tests.drills.load import check_kept, writing
from tests.drills.serving import prepared, serving

__all__ = ["run"]


def run(seconds: float) -> None:
    """Stop every process of the database for some seconds, and let it go on."""
    with TemporaryDirectory(prefix="workbench-drill-", dir="/tmp") as name:
        folder = Path(name)
        folder.chmod(0o755)
        with postgresql(folder) as (server, url, _):
            world = prepared(url)
            with serving(folder, url, TASKS="immediate") as site, writing([site.url], world["writers"][:3]) as said:
                sleep(seconds)
                stopped_at = monotonic()
                _tell_all(server.pid, SIGSTOP)
                sleep(seconds)
                lives = site.ask("/livez")[0]
                _tell_all(server.pid, SIGCONT)
                went_on = monotonic()
                sleep(seconds)
                assert said.since(went_on), "nothing was written after the database went on"
            print(check_kept(url, said))
            assert lives == 200, "/livez did not answer, though a thread of the server was free"
    print(f"stopped for {went_on - stopped_at:.1f} s; {said.silence(stopped_at + 0.1):.1f} s without a write;", end=" ")
    print(f"{len(said.others):,} writes were not acknowledged; /livez answered 200")


def _tell_all(pid: int, signal: int) -> None:
    """Send a signal to a server and to all processes that it started, which have groups of their own."""
    children = run_program(["ps", "-o", "pid=", "--ppid", str(pid)], capture_output=True, text=True, check=True)
    for one in [pid, *map(int, children.stdout.split())]:
        try:
            os.kill(one, signal)
        except ProcessLookupError:
            continue
