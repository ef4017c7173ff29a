"""PostgreSQL's and PgBouncer's programs, as a distribution installs them, and as whom they run."""

import os
import pwd
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from signal import SIGKILL

__all__ = ["Missing", "begun", "kill", "other_user", "program", "run"]

_PLACES = [str(place) for place in sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)]
_PATH = ":".join([*_PLACES, os.environ.get("PATH", ""), "/usr/sbin"])


class Missing(Exception):
    """A program or a right that a drill wants is not there."""


def program(name: str) -> str:
    """Return where a program is; raise `Missing`."""
    found = shutil.which(name, path=_PATH)
    if found is None:
        raise Missing(f"{name} is not installed here (on Debian: apt-get install postgresql pgbouncer)")
    return found


def other_user(folder: Path) -> str | None:
    """Return as whom a server of PostgreSQL runs in a folder, which is given to it; None: as oneself. Root may not."""
    if os.geteuid() != 0:
        return None
    known = {one.pw_name: one for one in pwd.getpwall()}
    user = known.get("postgres") or known["nobody"]
    os.chown(folder, user.pw_uid, user.pw_gid)
    return user.pw_name


def run(user: str | None, *words: str | Path) -> None:
    """Run a program to its end as a user."""
    said = [str(word) for word in words]
    done = subprocess.run(said, user=user, cwd="/", capture_output=True, text=True, check=False, timeout=120)
    if done.returncode:
        raise AssertionError(f"{said[0]} ended with {done.returncode}: {done.stderr[-2000:]}")


@contextmanager
def begun(
    *words: str | Path, log: Path, user: str | None = None, cwd: str | Path = "/", **environment: str
) -> Iterator[subprocess.Popen[bytes]]:
    """Start a program with a group of its own, which is killed at the end; `log` has what it said."""
    said = [str(word) for word in words]
    surroundings = {**os.environ, **environment}
    with (
        log.open("ab") as output,
        subprocess.Popen(
            said, user=user, cwd=cwd, env=surroundings, stdout=output, stderr=output, start_new_session=True
        ) as process,
    ):
        try:
            yield process
        except Exception:
            sys.stderr.write(f"{log.name}: …{log.read_text(errors='replace')[-1500:]}\n")
            raise
        finally:
            kill(process)


def kill(process: subprocess.Popen[bytes]) -> None:
    """Kill a program and all that it started, without a word."""
    try:
        os.killpg(process.pid, SIGKILL)
    except ProcessLookupError:
        return
    process.wait()
