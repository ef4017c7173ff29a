"""Measuring by tasks: after the commit, with and without a worker, twice, broken off, against others' edits."""

from collections.abc import Callable
from typing import Any

import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django_tasks_db.models import DBTaskResult

from tests.conftest import Team
from tests.factories import make_work, passage_of, variant_of
from workbench.corpus import measuring, tasks
from workbench.corpus.actions import add_equivalence
from workbench.corpus.measuring import forget_measures, measure_rows, measure_waiting, read_texts
from workbench.corpus.models import Passage, Work
from workbench.corpus.tasks import measure_later, measure_work
from workbench.review.actions import revise_variant
from workbench.review.transfer import ImportOptions, SourceFile, import_file

TEXTS = {"A": [f"a{number} b c d" for number in range(7)], "B": [f"b{number} b c d" for number in range(7)]}


pytestmark = pytest.mark.django_db(transaction=True)  # a worker closes the connection of a test's own transaction


@pytest.fixture
def work(team: Team) -> Work:
    return make_work(team.owner, team.workspace, TEXTS, title="Seven")


@pytest.fixture(params=["immediate", "database"])
def finish(request: pytest.FixtureRequest, settings: Any) -> Callable[[], None]:
    """Return what lets the worker, if there is one, do what was asked for."""
    settings.TASKS = {"default": {"BACKEND": settings.TASK_BACKENDS[request.param]}}
    return work_off if request.param == "database" else lambda: None


def work_off() -> None:
    """Let a worker do what is in the queue, and end."""
    call_command("db_worker", batch=True, interval=0, startup_delay=False, verbosity=0)


def variations(work: Work) -> list[float | None]:
    return list(work.passages.order_by("position").values_list("variation", flat=True))


def forget(work: Work) -> None:
    forget_measures(work.passages.all())


def test_what_waits_is_measured_once_the_change_stands(work: Work, finish: Callable[[], None]) -> None:
    with transaction.atomic():
        forget(work)
        measure_later(work.pk)
        assert variations(work) == [None] * 7
    finish()
    assert variations(work) == [pytest.approx(0.25)] * 7


def test_a_rule_of_the_workspace_is_measured_in_all_its_works(
    team: Team, work: Work, finish: Callable[[], None]
) -> None:
    other = make_work(team.owner, team.workspace, TEXTS, title="Other")
    add_equivalence(actor=team.editor, workspace=team.workspace, left="a3", right="b3")
    finish()
    assert [variations(one)[3] for one in (work, other)] == [0, 0]


def test_a_job_in_the_queue_twice_is_done_once(work: Work, settings: Any) -> None:
    settings.TASKS = {"default": {"BACKEND": settings.TASK_BACKENDS["database"]}}
    forget(work)
    for _ in range(2):
        measure_work.enqueue(work.pk)
    assert variations(work) == [None] * 7
    work_off()
    assert variations(work) == [pytest.approx(0.25)] * 7
    assert sorted(DBTaskResult.objects.values_list("status", "return_value")) == [("SUCCESSFUL", 0), ("SUCCESSFUL", 7)]


def test_a_job_for_a_work_that_is_gone_does_nothing(work: Work, finish: Callable[[], None]) -> None:
    gone = work.pk
    work.delete()
    measure_later(gone)
    finish()
    assert DBTaskResult.objects.exclude(status="SUCCESSFUL").count() == 0


def test_a_sweep_that_broke_off_is_taken_up_where_it_stopped(work: Work, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(measuring, "BATCH", 3)
    forget(work)
    first = list(work.passages.order_by("pk")[:3])
    assert measure_rows(work, first, read_texts(first)) == 3
    assert work.passages.filter(is_measured=False).count() == 4
    assert measure_work.call(work.pk) == 4


def test_batches_of_long_passages_are_small(work: Work, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(measuring, "CHARACTERS", 3 * 16)
    with CaptureQueriesContext(connection) as captured:
        forget(work)
        assert measure_waiting(work) == 7
    stored = [query["sql"] for query in captured.captured_queries if query["sql"].startswith("DELETE")]
    assert len(stored) == 3  # three passages of 16 characters at a time
    assert variations(work) == [pytest.approx(0.25)] * 7


def test_an_edit_during_a_sweep_is_not_written_over(team: Team, work: Work) -> None:
    forget(work)
    rows = list(work.passages.order_by("position"))
    texts = read_texts(rows)
    said = variant_of(work, "2", "A")
    revise_variant(actor=team.editor, variant=said, version=1, text=variant_of(work, "2", "B").text)
    assert measure_rows(work, rows, texts) == 6
    assert variations(work)[1] == 0
    assert measure_waiting(work) == 0


def test_a_change_during_a_sweep_that_waits_itself_goes_on_waiting(work: Work) -> None:
    forget(work)
    rows = list(work.passages.order_by("position"))
    texts = read_texts(rows)
    forget_measures(Passage.objects.filter(pk=rows[4].pk))
    assert measure_rows(work, rows, texts) == 6
    assert list(work.passages.filter(is_measured=False)) == [rows[4]]


def test_what_waits_has_no_figure(team: Team) -> None:
    forget(team.work)
    assert passage_of(team.work).variation is None


def test_by_default_nothing_has_to_run_beside_the_server() -> None:
    assert settings.TASKS == {"default": {"BACKEND": "workbench.operating.immediate.ImmediateBackend"}}


def test_very_long_passages_are_left_to_a_worker(
    work: Work, settings: Any, finish: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    has_worker = "database" in settings.TASKS["default"]["BACKEND"].lower()
    monkeypatch.setattr(tasks, "MOST_AFTER_A_WRITE", 3 * 16**2)  # "a0 b c d" and "b0 b c d" are 16 characters
    forget(work)
    measure_later(work.pk)
    finish()
    assert work.passages.filter(is_measured=True).count() == (7 if has_worker else 3)
    assert measure_waiting(work) == (0 if has_worker else 4)


def test_works_that_one_rule_speaks_of_share_the_time_of_a_write(
    team: Team, work: Work, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.TASKS = {"default": {"BACKEND": settings.TASK_BACKENDS["immediate"]}}
    other = make_work(team.owner, team.workspace, TEXTS, title="Other")
    monkeypatch.setattr(tasks, "MOST_AFTER_A_WRITE", 8 * 6 * 16**2)  # a rule takes an eighth of it
    add_equivalence(actor=team.editor, workspace=team.workspace, left="b", right="x")
    assert [one.passages.filter(is_measured=True).count() for one in (work, other)] == [3, 3]


def test_an_import_is_measured_once_it_stands(team: Team, finish: Callable[[], None]) -> None:
    file = SourceFile("new.csv", b"reference,A [en],B [en]\n1,a b,a c\n2,a,a\n")
    done = import_file(
        actor=team.editor, workspace=team.workspace, work=None, file=file, options=ImportOptions(title="New")
    )
    finish()
    assert done.work is not None
    assert variations(done.work) == [0.5, 0]
