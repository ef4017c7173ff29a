"""A server on SQLite is killed again and again under load and started anew."""

from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic, sleep

from tests.drills.load import check_kept, writing
from tests.drills.on_sqlite import fresh
from tests.drills.programs import kill
from tests.drills.serving import serving
from tests.operating.databases import free_port

__all__ = ["run"]

_TIMES = 3


def run(seconds: float) -> None:
    """Kill it as often as is said above, each time after some seconds of writing."""
    with TemporaryDirectory(prefix="workbench-drill-") as name:
        folder, port = Path(name), free_port()
        database, world = fresh(folder)
        killed: list[float] = []
        with writing([f"http://localhost:{port}"], world["writers"]) as said:
            for _ in range(_TIMES):
                with serving(folder, database, port=port, TASKS="immediate") as site:
                    begun = monotonic()
                    sleep(seconds)
                    assert said.since(begun), "nothing was written after a server was started"
                    killed.append(monotonic())
                    kill(site.process)
        print(check_kept(database, said))
    away = ", ".join(f"{said.silence(moment):.1f}" for moment in killed[:-1])
    print(f"killed {_TIMES} times; without a write for {away} s, until another had started")
