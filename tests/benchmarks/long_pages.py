"""How long the pages take that used to grow with the work: library, variation, its API, 500 threads, a rule, deletion.

Run from the root of the repository: `.venv/bin/python -m tests.benchmarks.long_pages [rounds]`; beside another state of
it, `cd THERE && PYTHONPATH=. .venv/bin/python HERE/tests/benchmarks/long_pages.py`. It imports eight Bibles (as
`variation_page`) and makes 500 threads on 25 passages. `first` is the first request after a change, `cpu` processor
time in milliseconds: on a busy machine the truer figure. The rule is added where a worker does the rest.
"""

import statistics
import sys
import time
from collections.abc import Callable
from functools import partial
from typing import Any

from tests.benchmarks.own_database import own_database
from tests.benchmarks.variation_page import _make_bible

THREADS = 500
TEXT = "It is clear that the conspirators were not unmasked, and that somebody must answer for this too. " * 5


def main() -> None:
    """Make the database, read the pages, print a table."""
    with own_database() as folder:
        from django.test import Client  # noqa: PLC0415

        owner: Any = _make_bible(folder)
        client = Client(SERVER_NAME="localhost")
        client.force_login(owner)
        rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 7
        print(f"{'what':<26}{'first cpu':>10}{'cpu p50':>9}{'ms p50':>8}{'kB':>7}")
        for name, path in (
            ("library", "/"),
            ("variation page", "/works/room/bible/variation/"),
            ("variation API", "/api/v1/works/bible/variation/"),
            ("three of eight", "/works/room/bible/variation/?with=ASV&with=YLT&with=KJ"),
        ):
            _show(name, rounds, partial(client.get, path))
        _discuss(owner)
        _show("page with 500 threads", rounds, lambda: client.get("/works/room/letter/compare/"))
        _rule(owner)
        _delete(client)


def _discuss(owner: Any) -> None:
    from tests.factories import make_work, passage_of, variant_of  # noqa: PLC0415
    from workbench.accounts.models import Workspace  # noqa: PLC0415
    from workbench.review.actions import open_thread, reply  # noqa: PLC0415
    from workbench.review.anchoring import AnchorRequest  # noqa: PLC0415

    team = Workspace.objects.get(slug="room")
    work = make_work(owner, team, {siglum: [TEXT] * 25 for siglum in "ABCD"}, "Letter")
    for number in range(THREADS):
        reference = str(number % 25 + 1)
        words = AnchorRequest(variant_of(work, reference, "A"), start=10, end=30)
        thread = open_thread(actor=owner, passage=passage_of(work, reference), body="*Hm.* " * 20, anchors=[words])
        reply(actor=owner, thread=thread, body="No, I think not.")


def _rule(owner: Any) -> None:
    from django.test import override_settings  # noqa: PLC0415

    from workbench.corpus.actions import add_equivalence  # noqa: PLC0415
    from workbench.corpus.models import Work  # noqa: PLC0415

    work = Work.objects.select_related("workspace").get(slug="bible")
    tasks = {"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend"}}
    with override_settings(TASKS=tasks):
        given = {"actor": owner, "workspace": work.workspace, "work": work, "left": "LORD", "right": "Jehovah"}
        _once("a rule of the work", lambda: add_equivalence(**given))


def _delete(client: Any) -> None:
    """Delete the Bible: the request of its owner and, where that only asked for it, what a worker does then."""
    from django.test import override_settings  # noqa: PLC0415

    from workbench.corpus import models  # noqa: PLC0415

    work = models.Work.objects.get(slug="bible")
    tasks = {"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend"}}
    with override_settings(TASKS=tasks):
        _once("deletion, the request", lambda: client.post(*_question(work)))
    if models.Work.objects.filter(pk=work.pk).exists():
        from workbench.review.transfer.jobs import carry_out  # noqa: PLC0415

        _once("deletion, the worker", lambda: carry_out(models.Job.objects.get().pk, is_alone=True))
    assert not models.Work.objects.filter(pk=work.pk).exists()


def _question(work: Any) -> tuple[str, dict[str, object]]:
    return "/works/room/bible/delete/", {
        "version": work.version,
        "typed": work.title,
        "name": work.title,
    }  # "name": the build before asked so


def _once(what: str, do: Callable[[], Any]) -> None:
    used, started = time.process_time(), time.perf_counter()
    do()
    cpu, wall = 1000 * (time.process_time() - used), 1000 * (time.perf_counter() - started)
    print(f"{what:<26}{cpu:>10.0f}{'':>9}{wall:>8.0f}", flush=True)


def _show(what: str, rounds: int, ask: Callable[[], Any]) -> None:
    wall, cpu, size = [], [], 0.0
    for _ in range(rounds + 1):
        started, used = time.perf_counter(), time.process_time()
        answer = ask()
        cpu.append(1000 * (time.process_time() - used))
        wall.append(1000 * (time.perf_counter() - started))
        size = len(answer.content) / 1000
        assert answer.status_code == 200, what
    p50 = (statistics.median(cpu[1:]), statistics.median(wall[1:]))
    print(f"{what:<26}{cpu[0]:>10.0f}{p50[0]:>9.0f}{p50[1]:>8.0f}{size:>7.0f}", flush=True)


if __name__ == "__main__":
    main()
