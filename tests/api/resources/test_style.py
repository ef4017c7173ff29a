"""A style guide through the API: rules made, read, changed, taken out."""

from typing import Any

BODY = {"mark": "3.2", "title": "Patronymics", "text": "They are *kept*.", "wanted": "Nikolai Ivanovich"}
STYLE = "works/a-small-work/style/"


def test_a_rule_is_made_read_changed_and_taken_out(team: Any, script: Any) -> None:
    editor = script(team.editor)
    made = editor.post(STYLE, BODY)
    assert (made.status_code, made.json()["work"], made.json()["unwanted"]) == (201, "a-small-work", "")
    assert made.json()["text_html"] == "<p>They are <em>kept</em>.</p>\n"
    address = made["Location"]
    assert script(team.reader).get(address).json() == made.json()
    changed = editor.patch(address, {"title": "Names"}, If_Match='"1"')
    assert (changed.json()["version"], changed.json()["title"]) == (2, "Names")
    assert editor.delete(address, If_Match='"1"').status_code == 412
    assert editor.delete(address, If_Match='"2"').status_code == 204
    assert editor.get(STYLE).json()["results"] == []


def test_a_workspaces_rule_is_of_no_work_and_stands_once(team: Any, script: Any) -> None:
    editor = script(team.editor)
    made = editor.post(STYLE, {**BODY, "scope": "workspace"})
    assert (made.json()["work"], made.json()["workspace"]) == (None, "room")
    assert editor.post(STYLE, {**BODY, "scope": "workspace"}).status_code == 409
    assert [rule["mark"] for rule in editor.get(STYLE).json()["results"]] == ["3.2"]


def test_what_is_no_mark_says_so(team: Any, script: Any) -> None:
    refused = script(team.editor).post(STYLE, {**BODY, "mark": "a b"})
    assert (refused.status_code, refused.json()["errors"][0]["pointer"]) == (422, "/mark")


def test_readers_make_none_and_outsiders_see_none(team: Any, script: Any) -> None:
    assert script(team.reader).post(STYLE, BODY).status_code == 403
    assert script(team.outsider).get(STYLE).status_code == 404
