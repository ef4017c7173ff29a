"""The disk of a SQLite runs full under load: reads go on, writes answer 507, and go on once there is room again."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic, sleep

from tests.drills.load import Said, check_kept, writing
from tests.drills.on_sqlite import fresh
from tests.drills.programs import Missing
from tests.drills.serving import Site, serving

__all__ = ["run"]

_SIZE = 64_000_000  # bytes


def run(seconds: float) -> None:
    """Fill a small disk while people write, read meanwhile, and make room again."""
    with small_disk() as folder:
        database, world = fresh(folder)
        with (
            TemporaryDirectory() as logs,
            serving(Path(logs), database, TASKS="immediate") as site,
            writing([site.url], world["writers"]) as said,
        ):
            sleep(seconds)
            full_at = monotonic()
            _fill(folder / "something-else")
            _wait_for_refusals(said, full_at)
            reads = _read(site, world["owner"])
            (folder / "something-else").unlink()
            room_at = monotonic()
            sleep(seconds)
            assert said.since(room_at), "nothing was written after there was room again"
        print(check_kept(database, said))
        statuses = sorted({status for at, status in said.others if at > full_at})
        assert set(statuses) == {507}, f"writes on a full disk were answered by {statuses}"
        failed = sorted({(path, status) for path, status in reads if status != 200})
        assert not failed, f"reads on a full disk were answered otherwise: {failed}"
    print(f"full for {room_at - full_at:.1f} s: {len(said.others):,} writes answered by 507, {len(reads)} reads by 200")
    print(f"{said.silence(room_at):.1f} s without a write; the server was not started anew")


@contextmanager
def small_disk() -> Iterator[Path]:
    """Mount a disk of some megabytes in memory; raise `Missing` where one may not."""
    with TemporaryDirectory(prefix="workbench-drill-") as name:
        mount = ["mount", "-t", "tmpfs", "-o", f"size={_SIZE}", "tmpfs", name]
        try:
            subprocess.run(mount, check=True, capture_output=True)
        except (OSError, subprocess.CalledProcessError) as error:
            raise Missing("a small disk may be mounted by root alone") from error
        try:
            yield Path(name)
        finally:
            subprocess.run(["umount", "--lazy", name], check=True)


def _fill(path: Path) -> None:
    """Take all the room that there is."""
    with path.open("wb", buffering=0) as file:
        for size in (1_000_000, 4096):
            try:
                while True:
                    file.write(os.urandom(size))
            except OSError:
                continue


def _wait_for_refusals(said: Said, moment: float, most: float = 60) -> None:
    """Wait until five writes were refused: what was in the journal's file before has room there."""
    while sum(at > moment for at, _ in said.others) < 5:
        assert monotonic() - moment < most, "no write was refused on a full disk"
        sleep(0.05)


def _read(site: Site, secret: str) -> list[tuple[str, int]]:
    paths = ["/api/v1/works/", "/api/v1/passages/?work=a-small-work&workspace=room", "/login/", "/readyz"]
    return [(path, site.ask(path, secret)[0]) for path in paths * 5]
