"""How long a comment takes to be written, and the review queue to be shown: whole requests in this process.

Run from the root of the repository: `.venv/bin/python -m tests.benchmarks.discussion_pages [rounds]`. It makes its own
database in a temporary folder: 25 passages in 4 translations, with 50 open threads of two comments and a suggestion.
`cpu` is processor time: on a busy machine the truer figure.
"""

import statistics
import sys
import time
from collections.abc import Callable

from tests.benchmarks.own_database import own_database

TEXT = "It is clear that the conspirators were not unmasked, and that somebody must answer for this too. " * 5


def main() -> None:
    """Make the database, write and read, print a table."""
    with own_database():
        measure(int(sys.argv[1]) if len(sys.argv) > 1 else 40)


def measure(rounds: int) -> None:
    """Print the times in milliseconds."""
    from django.test import Client  # noqa: PLC0415

    from tests.factories import make_user, make_work, make_workspace, passage_of, variant_of  # noqa: PLC0415
    from workbench.review.actions import open_thread, reply  # noqa: PLC0415
    from workbench.review.anchoring import AnchorRequest  # noqa: PLC0415

    owner = make_user("owner")
    work = make_work(owner, make_workspace(owner, "room"), {siglum: [TEXT] * 25 for siglum in "ABCD"}, "Letter")
    for number in range(50):
        reference = str(number % 25 + 1)
        words = AnchorRequest(variant_of(work, reference, "A"), start=10, end=30)
        thread = open_thread(
            actor=owner, passage=passage_of(work, reference), body="*Hm.*", anchors=[words], suggestion="other words"
        )
        reply(actor=owner, thread=thread, body="No, I think not.")
    client = Client(SERVER_NAME="localhost", headers={"hx-request": "true"})
    client.force_login(owner)
    variant = variant_of(work, "7", "B")
    form = {"body": "A *remark*.", "anchor": f"{variant.pk}:1:10:30", "suggestion": "other"}
    address = f"/works/room/letter/passages/{variant.passage_id}/comment/"
    print(f"{'what':<28}{'p50 ms':>8}{'p95 ms':>8}{'cpu p50':>9}{'cpu p95':>9}")
    _show("review queue, 50 threads", rounds, lambda: client.get("/review/").status_code)
    _show("one thread beside the queue", rounds, lambda: client.get(f"/threads/{thread.pk}/").status_code)
    _show("comment with a suggestion", rounds, lambda: client.post(address, form).status_code)
    _show("reply", rounds, lambda: client.post(f"/threads/{thread.pk}/reply/", {"body": "Yes."}).status_code)


def _show(what: str, rounds: int, act: Callable[[], int]) -> None:
    wall, cpu = [], []
    for _ in range(rounds + 1):
        started, used = time.perf_counter(), time.process_time()
        if act() != 200:
            raise SystemExit(f"{what}: not answered.")
        wall.append((time.perf_counter() - started) * 1000)
        cpu.append((time.process_time() - used) * 1000)
    figures = [(statistics.median(times[1:]), statistics.quantiles(times[1:], n=20)[-1]) for times in (wall, cpu)]
    print(f"{what:<28}{figures[0][0]:>8.0f}{figures[0][1]:>8.0f}{figures[1][0]:>9.0f}{figures[1][1]:>9.0f}")


if __name__ == "__main__":
    main()
