"""What takes long (imports, exports, deletions): done once, whoever does it, and not at all when nobody wants it."""

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.db import transaction
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from tests.conftest import Team
from tests.factories import make_job
from workbench.accounts.errors import NotAllowed, Stale
from workbench.corpus.models import Import, Job, JobPart, Translation, Variant, Work
from workbench.corpus.models.job import SILENT_AFTER
from workbench.corpus.transfer import ImportOptions
from workbench.corpus.transfer.uploads import keep_upload
from workbench.interchange.options import ReadOptions
from workbench.review.errors import Conflict, Invalid
from workbench.review.tasks import watch_job
from workbench.review.transfer import SourceFile, export_at_once, export_file, jobs
from workbench.review.transfer.asking import OPEN_AT_MOST, ask_deletion, ask_export, ask_import, cancel_job
from workbench.review.transfer.beside import BESIDE
from workbench.review.transfer.jobs import Gone, Pulse, carry_out
from workbench.review.transfer.previews import preview_import

if TYPE_CHECKING:
    from workbench.accounts.models import User

TWO = b"The cat reclined on the mat.\n\nRain fell outside.\n"
FILE = SourceFile("cat.txt", TWO, reading=ReadOptions(siglum="C", language="en"), details={"year": "2009"})
LEFT_OUT = ReadOptions(siglum="C", language="en", boilerplate="leave_out")


def ask(team: Team, file: SourceFile = FILE, **options: Any) -> Job:
    return ask_import(
        actor=team.editor, workspace=team.workspace, work=team.work, file=file, options=ImportOptions(), **options
    )


def seen(job: Job) -> Job:
    return Job.objects.get(pk=job.pk)


def test_an_import_is_done_when_somebody_takes_it_and_once(team: Team) -> None:
    job = ask(team)
    assert (job.state, Translation.objects.filter(siglum="C").exists()) == ("waiting", False)
    assert carry_out(job.pk, is_alone=True)
    assert not carry_out(job.pk, is_alone=True)
    done = seen(job)
    assert (done.state, done.finished, done.total, bytes(done.data)) == ("done", 2, 2, b"")
    assert done.done_import == Import.objects.get()
    assert Translation.objects.get(siglum="C").year == "2009"


def test_an_import_that_an_earlier_release_was_asked_for_is_done(team: Team) -> None:
    pages = "\f".join(f"HEAD\n{word} it begins.\n\n{page}\n" for page, word in enumerate(("One", "Two", "Three"), 11))
    file = SourceFile("cat.txt", pages.encode(), reading=LEFT_OUT)
    options = ImportOptions(title="Book")
    job = ask_import(actor=team.editor, workspace=team.workspace, work=None, file=file, options=options)
    reading = job.said["reading"]
    reading["furniture"] = reading.pop("boilerplate")
    job.save()
    assert carry_out(job.pk, is_alone=True)
    assert list(Variant.objects.filter(translation__siglum="C").values_list("text", flat=True)) == [
        "One it begins.",
        "Two it begins.",
        "Three it begins.",
    ]


@pytest.mark.django_db(transaction=True)
def test_without_a_worker_it_is_done_as_soon_as_it_is_asked(team: Team) -> None:
    assert seen(ask(team)).state == "done"


@pytest.mark.django_db(transaction=True)
def test_in_a_server_nobody_waits_for_it_and_what_was_left_is_taken_up(
    team: Team, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(BESIDE, "is_begun", True)
    left = ask(team)
    Job.objects.update(state="running", worker="dead", beat_at=timezone.now() - SILENT_AFTER * 2)
    unwanted = ask_deletion(actor=team.owner, work=team.work, version=team.work.version)
    cancel_job(actor=team.owner, job=unwanted)
    asked = ask_export(actor=team.reader, work=team.work, format_name="tsv")
    assert [seen(one).state for one in (left, unwanted, asked)] == ["running", "cancelled", "waiting"]
    assert BESIDE.look() == 2
    assert [seen(one).state for one in (left, unwanted, asked)] == ["done", "cancelled", "done"]
    assert BESIDE.look() == 0


def test_a_job_that_fails_beside_the_requests_does_not_hold_the_next(
    team: Team, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(jobs, "_KINDS", {**jobs._KINDS, "import": lambda job, pulse: 1 / 0})
    asked = [ask(team), ask_export(actor=team.reader, work=team.work, format_name="tsv")]
    assert BESIDE.look() == 1
    assert [seen(one).state for one in asked] == ["failed", "done"]


def test_a_worker_that_died_is_followed_by_another(team: Team) -> None:
    job = ask(team)
    began = timezone.now() - SILENT_AFTER - timedelta(seconds=1)
    Job.objects.update(state="running", worker="dead", beat_at=timezone.now())
    assert not carry_out(job.pk, is_alone=True)
    Job.objects.update(beat_at=began)
    assert seen(job).is_silent
    assert carry_out(job.pk, is_alone=True)
    assert Import.objects.count() == 1


def test_one_that_was_thought_dead_writes_nothing(team: Team, monkeypatch: pytest.MonkeyPatch) -> None:
    job = ask(team)

    def lose(pulse: Pulse, finished: int, total: int) -> None:
        Job.objects.filter(pk=job.pk).update(worker="another")

    monkeypatch.setattr(Pulse, "__call__", lose)
    assert not carry_out(job.pk, is_alone=True)
    assert not Translation.objects.filter(siglum="C").exists()


def test_what_is_cancelled_is_not_begun_or_broken_off(team: Team) -> None:
    job = ask(team)
    assert cancel_job(actor=team.editor, job=job).state == "cancelled"
    assert not carry_out(job.pk, is_alone=True)
    pulse = Pulse(job.pk, job.worker)
    pulse.tell()
    with pytest.raises(Gone):
        pulse(1, 2)
    with pytest.raises(Conflict, match="over already"):
        cancel_job(actor=team.editor, job=job)


def test_how_far_it_is_is_told(team: Team) -> None:
    job = ask(team)
    Job.objects.update(state="running", worker="w", beat_at=timezone.now() - SILENT_AFTER)
    pulse = Pulse(job.pk, "w")
    pulse(1, 2)
    pulse.tell()
    assert (seen(job).finished, seen(job).total, seen(job).is_silent) == (1, 2, False)


def test_what_cannot_be_imported_says_why(team: Team) -> None:
    job = ask(team, SourceFile("x.csv", b"reference,A\n1,x\n1,y\n"))
    assert not carry_out(job.pk, is_alone=True)
    assert (seen(job).state, seen(job).outcome["code"]) == ("failed", "unreadable_file")
    assert "line 3" in seen(job).outcome["detail"]


def test_a_fault_of_ours_is_said_and_raised(team: Team, monkeypatch: pytest.MonkeyPatch) -> None:
    job = ask(team)
    monkeypatch.setattr(Pulse, "__call__", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        carry_out(job.pk, is_alone=True)


def test_what_was_looked_at_is_imported_or_nothing(team: Team) -> None:
    upload = keep_upload(actor=team.editor, workspace=team.workspace, file_name="cat.txt", data=TWO)
    place: dict[str, Any] = {"actor": team.editor, "workspace": team.workspace, "work": team.work}
    mark = preview_import(**place, file=FILE, options=ImportOptions()).mark
    job = ask(team, mark="another", upload=upload)
    assert not carry_out(job.pk, is_alone=True)
    assert seen(job).outcome["code"] == "changed_since"
    with pytest.raises(Conflict, match="thrown away"):
        ask(team, mark=mark, upload=upload)
    assert carry_out(ask(team, mark=mark).pk, is_alone=True)


def test_an_export_makes_a_file(team: Team) -> None:
    job = ask_export(actor=team.reader, work=team.work, format_name="csv", sigla=["A"])
    assert carry_out(job.pk, is_alone=True)
    done = seen(job)
    assert (done.file_name, done.has_file) == ("a-small-work.csv", True)
    assert bytes(done.data).decode("utf-8-sig").splitlines()[0].endswith("A [en]")
    with pytest.raises(Invalid, match="One of"):
        ask_export(actor=team.reader, work=team.work, format_name="exe")


def test_a_large_file_is_made_in_parts_with_progress_and_sent_whole(
    team: Team, monkeypatch: pytest.MonkeyPatch, client: Any
) -> None:
    for name in ("exporting.HELD_AT_ONCE", "exporting._TOLD_EVERY", "jobs._PART"):
        monkeypatch.setattr(f"workbench.review.transfer.{name}", 7 if name.endswith("_PART") else 1)
    job = ask_export(actor=team.reader, work=team.work, format_name="tsv")
    JobPart.objects.create(workspace=team.workspace, job=job, number=0, data=b"what a killed worker left")
    assert carry_out(job.pk, is_alone=True)
    done = seen(job)
    assert (done.finished, done.total, done.is_in_parts, done.parts.count() > 5) == (2, 2, True, True)
    client.force_login(team.reader)
    sent = b"".join(client.get(f"/jobs/{job.pk}/file/").streaming_content)
    assert sent == export_file(actor=team.reader, work=team.work, format_name="tsv").data


def test_a_large_export_that_is_cancelled_while_it_runs_leaves_nothing(
    team: Team, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("HELD_AT_ONCE", "_TOLD_EVERY"):
        monkeypatch.setattr(f"workbench.review.transfer.exporting.{name}", 1)
    job = ask_export(actor=team.reader, work=team.work, format_name="tsv")
    monkeypatch.setattr(Pulse, "is_gone", property(lambda self: True, lambda self, value: None), raising=False)
    assert not carry_out(job.pk, is_alone=True)
    assert not JobPart.objects.filter(job=job).exists()


def test_a_deletion_takes_all_of_the_work_and_stays_on_record(team: Team) -> None:
    job = ask_deletion(actor=team.owner, work=team.work, version=team.work.version)
    assert Work.objects.filter(pk=team.work.pk).exists()
    assert carry_out(job.pk, is_alone=True)
    done = seen(job)
    assert (done.state, done.file_name, done.work) == ("done", "A small work", None)
    assert not Work.objects.filter(pk=team.work.pk).exists()


def test_a_work_that_changed_since_it_was_to_go_stays(team: Team) -> None:
    job = ask_deletion(actor=team.owner, work=team.work, version=1)
    Work.objects.filter(pk=team.work.pk).update(version=2)
    assert not carry_out(job.pk, is_alone=True)
    assert (seen(job).state, seen(job).outcome["code"]) == ("failed", "stale")
    assert Work.objects.filter(pk=team.work.pk).exists()


def test_a_deletion_that_is_cancelled_while_it_runs_deletes_nothing(
    team: Team, monkeypatch: pytest.MonkeyPatch
) -> None:
    job = ask_deletion(actor=team.owner, work=team.work, version=1)

    def late(**given: Any) -> None:
        given["work"].delete()
        Job.objects.filter(pk=job.pk).update(state="cancelled")

    monkeypatch.setattr(jobs, "delete_work", late)
    assert not carry_out(job.pk, is_alone=True)
    assert Work.objects.filter(pk=team.work.pk).exists()


def test_a_deletion_is_asked_once_by_owners_of_what_they_saw(team: Team) -> None:
    with pytest.raises(NotAllowed):
        ask_deletion(actor=team.editor, work=team.work, version=1)
    with pytest.raises(Stale):
        ask_deletion(actor=team.owner, work=team.work, version=7)
    ask_deletion(actor=team.owner, work=team.work, version=1)
    with pytest.raises(Conflict, match="already"):
        ask_deletion(actor=team.owner, work=team.work, version=1)


def test_an_export_is_made_in_the_way_that_was_asked_for(team: Team) -> None:
    job = ask_export(actor=team.reader, work=team.work, format_name="tei", apparatus="endpoints")
    assert carry_out(job.pk, is_alone=True)
    assert b"double-end-point" in bytes(seen(job).data)
    with pytest.raises(Invalid, match="csv has no apparatus"):
        ask_export(actor=team.reader, work=team.work, format_name="csv", apparatus="endpoints")


def test_what_takes_long_is_not_made_while_somebody_waits(team: Team, monkeypatch: pytest.MonkeyPatch) -> None:
    place = {"actor": team.reader, "work": team.work}
    assert export_at_once(**place, format_name="tei").name.endswith(".xml")  # type: ignore[arg-type]
    monkeypatch.setattr("workbench.review.transfer.exporting.COLLATED_AT_ONCE", 1)
    assert export_at_once(**place, format_name="csv").name.endswith(".csv")  # type: ignore[arg-type]
    with pytest.raises(Conflict, match="takes long"):
        export_at_once(**place, format_name="tei")  # type: ignore[arg-type]


def test_who_may_ask(team: Team) -> None:
    with pytest.raises(NotAllowed):
        ask_import(actor=team.reviewer, workspace=team.workspace, work=team.work, file=FILE, options=ImportOptions())
    with pytest.raises(Invalid, match="1 to"):
        ask(team, SourceFile("x.txt", b""))


def test_a_person_has_some_jobs_at_a_time_and_old_ones_go(team: Team) -> None:
    old = make_job(team.editor, team.work)
    Job.objects.update(created_at=timezone.now() - timedelta(days=2))
    for _ in range(OPEN_AT_MOST):
        ask(team)
    with pytest.raises(Conflict, match="At most 5"):
        ask(team)
    assert not Job.objects.filter(pk=old.pk).exists()


@pytest.mark.parametrize("person", ["owner", "reader", "outsider", "former"])
def test_jobs_are_ones_own(team: Team, person: str) -> None:
    job = ask(team)
    user: User = getattr(team, person)
    assert not Job.objects.visible_to(user).exists()
    assert Job.objects.visible_to(team.editor).get() == job


@pytest.mark.django_db(transaction=True)
def test_a_job_is_watched_until_it_is_over(team: Team, settings: Any) -> None:
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    job = ask(team)
    paths = [one.rpartition(".")[2] for one in DBTaskResult.objects.values_list("task_path", flat=True)]
    assert sorted(paths) == ["run_job", "watch_job"]
    Job.objects.update(state="running", worker="dead", beat_at=timezone.now() - SILENT_AFTER * 2)
    DBTaskResult.objects.all().delete()
    watch_job.call(job.pk)
    paths = [one.rpartition(".")[2] for one in DBTaskResult.objects.values_list("task_path", flat=True)]
    assert sorted(paths) == ["run_job", "watch_job"]
    cancel_job(actor=team.editor, job=job)
    DBTaskResult.objects.all().delete()
    watch_job.call(job.pk)
    assert not DBTaskResult.objects.exists()
