"""PostgreSQL with a replica that every commit waits for, and PgBouncer in front of them, on loopback."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from signal import SIGHUP
from time import sleep

import psycopg

from tests.drills.programs import begun, kill, other_user, program, run
from tests.operating.databases import free_port

__all__ = ["Cluster", "postgresql", "transactions", "with_replica"]

_LOOPBACK = "127.0.0.1"
_OPTIONS = ("listen_addresses=127.0.0.1", "max_connections=100", "shared_buffers=64MB", "hot_standby_feedback=on")
# A commit is answered once the replica has applied it: what is acknowledged is kept by both, and read from either.
_SYNCHRONOUS = ("synchronous_standby_names=replica", "synchronous_commit=remote_apply")


@dataclass
class Cluster:
    """The two servers, and the address at which whoever is the primary is reached."""

    primary: subprocess.Popen[bytes]
    ports: tuple[int, int]
    pooler: subprocess.Popen[bytes]
    pooler_port: int
    pooler_file: Path

    @property
    def url(self) -> str:
        """Return the URL of the primary through the pooler."""
        return f"postgresql://postgres@{_LOOPBACK}:{self.pooler_port}/workbench"

    @property
    def direct_urls(self) -> tuple[str, str]:
        """Return the URLs of the first server, and of the one that began as its replica."""
        first, second = (f"postgresql://postgres@{_LOOPBACK}:{port}/workbench" for port in self.ports)
        return first, second

    def kill_primary(self) -> None:
        """Kill every process of the primary."""
        kill(self.primary)

    def promote(self) -> None:
        """Make the replica the primary, and lead the pooler to it: what an administrator does."""
        with psycopg.connect(self.direct_urls[1], autocommit=True) as replica:
            assert replica.execute("SELECT pg_promote(wait => true)").fetchone() == (True,)
        self.pooler_file.write_text(_pooler_says(self.ports[1], self.pooler_port))
        self.pooler.send_signal(SIGHUP)


@contextmanager
def postgresql(folder: Path, *options: str) -> Iterator[tuple[subprocess.Popen[bytes], str, str | None]]:
    """Start an empty server with a database `workbench`; yield its process, its URL, and as whom it runs."""
    user = other_user(folder)
    run(user, program("initdb"), "-D", folder / "first", "-A", "trust", "-U", "postgres", "-E", "UTF8")
    port = free_port()
    with _server(folder, "first", port, user, *options) as process:
        alone = (
            f"postgresql://postgres@{_LOOPBACK}:{port}/postgres?options=-csynchronous_commit%3Dlocal"  # no replica yet
        )
        with psycopg.connect(alone, autocommit=True) as connection:
            connection.execute("CREATE DATABASE workbench")
        yield process, f"postgresql://postgres@{_LOOPBACK}:{port}/workbench", user


@contextmanager
def with_replica(folder: Path) -> Iterator[Cluster]:
    """Start all three; the databases' files lie in the folder."""
    for name in ("initdb", "pg_basebackup", "pgbouncer"):
        program(name)
    with postgresql(folder, *_SYNCHRONOUS) as (primary, url, user):
        port, second, pooler_port = int(url.rpartition(":")[2].partition("/")[0]), free_port(), free_port()
        source = f"host={_LOOPBACK} port={port} user=postgres application_name=replica"
        run(user, program("pg_basebackup"), "-D", folder / "second", "-R", "-c", "fast", "-d", source)
        ini = folder / "pgbouncer.ini"
        ini.write_text(_pooler_says(port, pooler_port))
        ini.chmod(0o644)
        with (
            _server(folder, "second", second, user, f"primary_conninfo={source}"),
            begun(program("pgbouncer"), ini, log=folder / "pgbouncer.log", user=user) as pooler,
        ):
            wait_until_open(f"postgresql://postgres@{_LOOPBACK}:{pooler_port}/workbench", pooler)
            yield Cluster(primary, (port, second), pooler, pooler_port, ini)


@contextmanager
def _server(folder: Path, name: str, port: int, user: str | None, *options: str) -> Iterator[subprocess.Popen[bytes]]:
    said = [word for option in (*_OPTIONS, *options) for word in ("-c", option)]
    words: tuple[str | Path, ...] = (program("postgres"), "-D", folder / name, "-p", str(port), "-k", folder, *said)
    with begun(*words, log=folder / f"{name}.log", user=user) as process:
        wait_until_open(f"postgresql://postgres@{_LOOPBACK}:{port}/postgres", process)
        yield process


def transactions(url: str) -> int:
    """Return how many transactions a server says that it has done."""
    sleep(1.1)  # it tells once a second
    with psycopg.connect(url) as connection:
        row = connection.execute("SELECT xact_commit FROM pg_stat_database WHERE datname = 'workbench'").fetchone()
    return int(row[0]) if row else 0


def wait_until_open(url: str, process: subprocess.Popen[bytes]) -> None:
    """Wait until a server answers."""
    for _ in range(600):
        assert process.poll() is None, "a server ended at its start"
        try:
            psycopg.connect(url, connect_timeout=5).close()
        except psycopg.OperationalError:
            sleep(0.1)
        else:
            return
    raise AssertionError(f"Nobody answers at {url}.")


def _pooler_says(port: int, own_port: int) -> str:
    return (
        f"[databases]\nworkbench = host={_LOOPBACK} port={port} dbname=workbench user=postgres\n"
        f"[pgbouncer]\nlisten_addr = {_LOOPBACK}\nlisten_port = {own_port}\nunix_socket_dir =\nauth_type = any\n"
        "pool_mode = transaction\ndefault_pool_size = 12\nmax_client_conn = 200\nserver_login_retry = 1\n"
    )
