"""Back-up and restore: how long they take, and in how much memory, with eight translations of a Bible.

    .venv/bin/python -m tests.benchmarks.backups [TRANSLATIONS]

Five real Bibles, three of them taken twice, are imported, measured and indexed on SQLite; then they are backed up and
restored into SQLite and PostgreSQL (embedded, without fsync), each in a process whose peak memory is what the system
says of it.
"""

import os
import sys
import tempfile
from pathlib import Path
from time import perf_counter

from tests.benchmarks.imports import BIBLES, DATA, PREPARE, ROOT
from tests.operating.databases import fresh_postgresql, postgresql_server


def main(translations: int) -> None:
    """Print a line for each step."""
    with tempfile.TemporaryDirectory() as folder, postgresql_server() as server:
        here, path = f"sqlite:///{folder}/1.sqlite3", Path(folder) / "file.backup"
        run(here, "-c", PREPARE)
        print(f"import: {run(here, 'manage.py', 'import_texts', *arguments(translations))}")
        print(f"database: {(Path(folder) / '1.sqlite3').stat().st_size / 1e6:,.0f} MB", flush=True)
        print(f"backup: {run(here, 'manage.py', 'backup', str(path))}, {path.stat().st_size / 1e6:,.0f} MB", flush=True)
        print(f"check: {run(here, 'manage.py', 'restore', '--check', str(path))}", flush=True)
        for url in (f"sqlite:///{folder}/2.sqlite3", fresh_postgresql(server)):
            print(f"restore, {url.partition(':')[0]}: {run(url, 'manage.py', 'restore', str(path))}", flush=True)
        again = Path(folder) / "again.backup"
        print(f"backup, postgresql: {run(url, 'manage.py', 'backup', str(again))}")


def arguments(translations: int) -> list[str]:
    """Return the words of the import."""
    files = [str(DATA / f"{name}.tsv") for name in BIBLES[:translations]]
    sigla = [word for place in range(len(files)) for word in ("--siglum", f"T{place}")]
    return [*files, *sigla, "--quoting", "none", "--as", "owner", "--workspace", "room", "--work", "bible"]


def run(url: str, *words: str) -> str:
    """Run a process to its end; return its seconds and its peak memory."""
    environment = {**os.environ, "DATABASE_URL": url, "DJANGO_SETTINGS_MODULE": "tests.settings"}
    began = perf_counter()
    os.chdir(ROOT)
    pid = os.posix_spawn(sys.executable, [sys.executable, *words], environment)
    _, status, usage = os.wait4(pid, 0)
    assert status == 0, words
    took, processor = perf_counter() - began, usage.ru_utime + usage.ru_stime
    return f"{took:.1f} s ({processor:.1f} s of processor), {usage.ru_maxrss / 1024:,.0f} MB"


if __name__ == "__main__":
    if not DATA.exists():
        sys.exit(f"Skipped: no real texts at {DATA}")
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 8)
