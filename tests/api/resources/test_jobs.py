"""Imports and exports that take long, through the API: taken with 202, looked at, cancelled, fetched."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.api.conftest import PREFIX, places
from tests.factories import make_job
from workbench.corpus.models import Job, Translation
from workbench.review.transfer.jobs import carry_out


@pytest.fixture
def editor(team: Any, script: Any) -> Any:
    return script(team.editor)


def ask(script: Any, data: bytes = b"One.\n\nTwo.", **fields: Any) -> Any:
    form = {"file": SimpleUploadedFile("c.txt", data), "workspace": "room", "work": "a-small-work", **fields}
    return script.client.post(f"{PREFIX}jobs/imports/", form, headers=script.headers)


def test_an_import_is_taken_and_its_job_says_how_far_it_is(team: Any, editor: Any) -> None:
    taken = ask(editor, siglum="C")
    assert (taken.status_code, taken.json()["state"]) == (202, "waiting")
    assert editor.get(taken["Location"]).json() == taken.json()
    carry_out(taken.json()["id"], is_alone=True)
    done = editor.get(taken["Location"]).json()
    assert (done["state"], done["finished"], done["total"]) == ("done", 2, 2)
    assert editor.get(f"imports/{done['done_import']}/").json()["work"] == "a-small-work"
    assert [one["id"] for one in editor.get("jobs/").json()["results"]] == [done["id"]]


def test_a_job_is_cancelled(team: Any, editor: Any) -> None:
    job = ask(editor, siglum="C").json()["id"]
    assert editor.post(f"jobs/{job}/cancel/").json()["state"] == "cancelled"
    assert editor.post(f"jobs/{job}/cancel/").status_code == 409
    assert not carry_out(job, is_alone=True)
    assert not Translation.objects.filter(siglum="C").exists()


def test_an_export_is_fetched_when_it_is_done(team: Any, editor: Any) -> None:
    taken = editor.post("jobs/exports/", {"work": "a-small-work", "format": "csv"})
    assert taken.status_code == 202
    job = taken.json()["id"]
    assert editor.get(f"jobs/{job}/file/").status_code == 404
    carry_out(job, is_alone=True)
    file = editor.get(editor.get(f"jobs/{job}/").json()["file"])
    assert "The cat sat on the mat." in file.content.decode()
    assert 'filename="a-small-work.csv"' in file["Content-Disposition"]


def test_what_cannot_be_taken_is_refused_at_once(team: Any, editor: Any, script: Any) -> None:
    assert places(ask(editor, b"")) == [("/file", "required")]
    assert places(ask(editor, dry_run="true")) == [("/dry_run", "unknown")]
    assert ask(script(team.reviewer)).status_code == 403
    assert editor.post("jobs/exports/", {"work": "no-such-work"}).json()["code"] == "unknown_work"


def test_why_it_failed_is_said(team: Any, editor: Any) -> None:
    job = ask(editor, siglum=" ").json()["id"]
    carry_out(job, is_alone=True)
    assert editor.get(f"jobs/{job}/").json()["problem"]["code"] == "unreadable_file"


def test_the_list_asks_the_database_as_often_for_few_as_for_many(team: Any, editor: Any) -> None:
    editor.get("jobs/")  # the token is used for the first time
    counts = []
    for _ in range(2):
        make_job(team.editor, team.work)
        with CaptureQueriesContext(connection) as queries:
            editor.get("jobs/")
        counts.append(len(queries))
    assert counts[0] == counts[1]
    assert Job.objects.count() == 2


def test_a_large_work_is_deleted_by_a_job(team: Any, script: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("workbench.review.transfer.asking.DELETED_AT_ONCE", 3)
    owner = script(team.owner)
    tag = owner.get("works/a-small-work/")["ETag"]
    refused = owner.delete("works/a-small-work/", If_Match=tag)
    assert (refused.status_code, refused.json()["code"]) == (409, "too_many_texts")
    assert owner.post("jobs/deletions/", {"work": "a-small-work"}).status_code == 428
    assert script(team.editor).post("jobs/deletions/", {"work": "a-small-work"}, If_Match=tag).status_code == 403
    taken = owner.post("jobs/deletions/", {"work": "a-small-work"}, If_Match=tag)
    assert (taken.status_code, taken.json()["kind"], taken.json()["work"]) == (202, "deletion", "a-small-work")
    carry_out(taken.json()["id"], is_alone=True)
    assert owner.get(taken["Location"]).json()["state"] == "done"
    assert owner.get("works/a-small-work/").status_code == 404


def test_an_edition_is_made_when_there_is_time(team: Any, editor: Any) -> None:
    taken = editor.post("jobs/exports/", {"work": "a-small-work", "format": "edition", "layout": "facing"})
    assert taken.status_code == 202
    assert carry_out(taken.json()["id"], is_alone=True)
    sent = editor.get(f"jobs/{taken.json()['id']}/file/")
    assert sent["Content-Type"] == "application/zip"
    assert editor.post("jobs/exports/", {"work": "a-small-work", "layout": "spiral"}).status_code == 400
