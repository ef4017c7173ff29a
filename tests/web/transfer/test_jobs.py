"""Imports and exports that take long, in the browser: a page says how far they are, cancels them, gives the file."""

from typing import Any

import pytest
from django.test import Client

from tests.conftest import Team
from tests.factories import make_job
from tests.web.transfer.test_imports import bring, confirm
from workbench.corpus.models import Job, Translation
from workbench.review.transfer.jobs import carry_out


@pytest.fixture
def editor(client: Client, team: Team) -> Client:
    client.force_login(team.editor)
    return client


def test_a_large_import_goes_on_its_way_and_a_page_follows_it(editor: Client, team: Team) -> None:
    preview = bring(editor, work="a-small-work", siglum="C", language="en")
    done = confirm(editor, preview, later="on")
    job = Job.objects.get()
    assert done["Location"] == f"/jobs/{job.pk}/"
    shown = editor.get(done["Location"])
    assert "It waits." in " ".join(shown.content.decode().split())
    assert f'hx-get="/jobs/{job.pk}/"' in shown.content.decode()
    carry_out(job.pk, is_alone=True)
    part = editor.get(done["Location"], headers={"HX-Request": "true"}).content.decode()
    assert part.startswith("<div")
    assert "hx-get" not in part
    assert 'href="/works/room/a-small-work/compare/"' in part
    assert Translation.objects.filter(siglum="C").exists()


def test_it_is_cancelled(editor: Client, team: Team) -> None:
    confirm(editor, bring(editor, work="a-small-work", siglum="C"), later="on")
    job = Job.objects.get()
    said = editor.post(f"/jobs/{job.pk}/cancel/", follow=True).content.decode()
    assert "nothing of it was written" in said
    assert "over already" in editor.post(f"/jobs/{job.pk}/cancel/", follow=True).content.decode()


def test_an_export_is_prepared_and_fetched(editor: Client, team: Team) -> None:
    done = editor.post("/works/room/a-small-work/export/csv/prepare/", {"translation": ["A"]})
    job = Job.objects.get()
    said = {"format": "csv", "translations": ["A"], "apparatus": ""}
    assert (done["Location"], job.said) == (f"/jobs/{job.pk}/", said)
    carry_out(job.pk, is_alone=True)
    file: Any = editor.get(f"/jobs/{job.pk}/file/")
    assert "The cat sat on the mat." in file.content.decode()
    assert editor.post("/works/room/a-small-work/export/nothing/prepare/").status_code == 404


def test_all_of_ones_own_are_listed(editor: Client, team: Team) -> None:
    assert "There is none." in editor.get("/jobs/").content.decode()
    make_job(team.owner, team.work)
    make_job(team.editor, team.work, state="failed", outcome={"code": "x", "detail": "Why it failed."})
    jobs = editor.get("/jobs/")
    assert [job.state for job in jobs.context["jobs"]] == ["failed"]
    assert "Why it failed." in editor.get(f"/jobs/{Job.objects.get(state='failed').pk}/").content.decode()


def test_a_large_work_is_deleted_when_there_is_time(
    client: Client, team: Team, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("workbench.review.transfer.asking.DELETED_AT_ONCE", 3)
    client.force_login(team.owner)
    done = client.post("/works/room/a-small-work/delete/", {"version": 1, "typed": "A small work"})
    job = Job.objects.get()
    assert (done["Location"], job.kind) == (f"/jobs/{job.pk}/", "deletion")
    assert "Deletion of" in client.get(done["Location"]).content.decode()
    carry_out(job.pk, is_alone=True)
    assert "To the library" in " ".join(client.get(done["Location"]).content.decode().split())
    assert client.get("/works/room/a-small-work/").status_code == 404
