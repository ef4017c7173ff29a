"""How long a compare page takes: 25 passages in 4 translations, whole request in this process, as an editor reads it.

Run from the root of the repository: `.venv/bin/python -m tests.benchmarks.compare_page [rounds]`. It makes its own
database in a temporary folder. The texts are the demo's (passages of 20 to 180 words), repeated to 50 passages, 40 of
them with a thread. `cpu` is processor time: on a busy machine the truer figure. `first` is the first
request, before any comparison is remembered.
"""

import statistics
import sys
import time
from itertools import cycle, islice
from pathlib import Path

from tests.benchmarks.own_database import own_database

FIXTURE = Path(__file__).resolve().parents[2] / "fixtures" / "works" / "yezhov.json"


def main() -> None:
    """Make the database, read the pages, print a table."""
    with own_database():
        measure(int(sys.argv[1]) if len(sys.argv) > 1 else 40)


def measure(rounds: int) -> None:
    """Read the second page of a work in each view and print the times in milliseconds."""
    from django.test import Client  # noqa: PLC0415

    from tests.factories import make_user, make_workspace  # noqa: PLC0415

    owner = make_user("owner")
    path = _make_demo(owner, make_workspace(owner, "room"))
    client = Client(SERVER_NAME="localhost")
    client.force_login(owner)
    print(f"{'view':<18}{'p50 ms':>8}{'p95 ms':>8}{'cpu p50':>9}{'cpu p95':>9}{'cpu first':>11}{'kB':>7}")
    client.get("/")
    for view in ("columns", "interleaved", "inline", "apparatus", "apparatus&by=words", "columns&marks=off"):
        wall, cpu, size = _time(client, f"{path}?at=30&base=A&with=B,C,D&view={view}", rounds)
        p95, cpu95 = (statistics.quantiles(times[1:], n=20)[-1] for times in (wall, cpu))
        medians = f"{statistics.median(wall):>8.0f}{p95:>8.0f}{statistics.median(cpu):>9.0f}{cpu95:>9.0f}"
        print(f"{view:<18.18}{medians}{cpu[0]:>11.0f}{size / 1000:>7.0f}")


def _time(client: object, address: str, rounds: int) -> tuple[list[float], list[float], int]:
    wall, cpu = [], []
    for _ in range(rounds):
        start, begun = time.perf_counter(), time.process_time()
        answer = client.get(address)  # type: ignore[attr-defined]
        cpu.append(1000 * (time.process_time() - begun))
        wall.append(1000 * (time.perf_counter() - start))
        assert answer.status_code == 200
    return wall, cpu, len(answer.content)


def _make_demo(owner: object, workspace: object) -> str:
    """Make a work of 50 passages in four translations out of the demo's texts; return the address of its page."""
    import json  # noqa: PLC0415

    from tests.factories import make_work  # noqa: PLC0415
    from workbench.review.actions import open_thread  # noqa: PLC0415

    source = json.loads(FIXTURE.read_text("utf-8"))["works"][0]
    rows = [{v["siglum"]: v["text"] for v in passage["variants"]} for passage in source["passages"]]
    whole = [row for row in rows if all(row.get(siglum) for siglum in "ABCD")]
    texts = {siglum: [row[siglum] for row in islice(cycle(whole), 50)] for siglum in "ABCD"}
    work = make_work(owner, workspace, texts, title="Long")  # type: ignore[arg-type]
    for passage in work.passages.all()[:40]:
        open_thread(actor=owner, passage=passage, body="Is this what the Russian says?")  # type: ignore[arg-type]
    return f"/works/room/{work.slug}/compare/"


if __name__ == "__main__":
    main()
