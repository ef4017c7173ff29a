"""A glossary through the API: made, read, changed, taken out, in and out as files."""

from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from tests.api.conftest import PREFIX

BODY = {
    "words": "cat",
    "language": "en",
    "renderings": [{"language": "en", "words": "dog", "status": "forbidden"}, {"words": "tom"}],
}


def bring(editor: Any, data: bytes, **said: str) -> Any:
    form = {"file": SimpleUploadedFile("terms", data), **said}
    return editor.client.post(f"{PREFIX}works/a-small-work/terms/import/", form, headers=editor.headers)


def test_a_term_is_made_read_changed_and_taken_out(team: Any, script: Any) -> None:
    editor = script(team.editor)
    made = editor.post("works/a-small-work/terms/", BODY)
    assert (made.status_code, made.json()["work"]) == (201, "a-small-work")
    assert made.json()["renderings"][1] == {"language": "", "words": "tom", "status": "wanted", "note": ""}
    address = made["Location"]
    assert script(team.reader).get(address).json() == made.json()
    changed = editor.patch(address, {"note": "Felis."}, If_Match='"1"')
    assert (changed.json()["version"], changed.json()["note"]) == (2, "Felis.")
    assert editor.delete(address, If_Match='"1"').status_code == 412
    assert editor.delete(address, If_Match='"2"').status_code == 204
    assert editor.get("works/a-small-work/terms/").json()["results"] == []


def test_a_workspaces_term_is_of_no_work(team: Any, script: Any) -> None:
    made = script(team.editor).post("works/a-small-work/terms/", {"words": "cat", "scope": "workspace"})
    assert (made.json()["work"], made.json()["workspace"]) == (None, "room")
    assert (
        script(team.editor).post("works/a-small-work/terms/", {"words": "cat", "scope": "workspace"}).status_code == 409
    )


def test_readers_make_none_and_outsiders_see_none(team: Any, script: Any) -> None:
    assert script(team.reader).post("works/a-small-work/terms/", BODY).status_code == 403
    assert script(team.outsider).get("works/a-small-work/terms/").status_code == 404


def test_what_is_sent_as_a_file_can_be_brought(team: Any, script: Any) -> None:
    editor = script(team.editor)
    editor.post("works/a-small-work/terms/", BODY)
    for name, media in (("csv", "text/csv; charset=utf-8"), ("tbx", "application/x-tbx+xml")):
        sent = editor.get(f"works/a-small-work/terms/?format={name}")
        assert sent["Content-Type"] == media
        done = bring(editor, sent.content, dry_run="true")
        assert done.json() == {"added": 0, "changed": 0, "same": 1, "dry_run": True}


def test_a_bad_file_says_where(team: Any, script: Any) -> None:
    refused = bring(script(team.editor), b"term,rendering,status\na,b,c\n")
    assert (refused.status_code, refused.json()["errors"][0]["pointer"]) == (422, "/file")
    assert "line 2" in refused.json()["detail"]
