"""The page on which words are replaced, and its door in the API."""

from typing import Any

import pytest
from django.test import Client

from tests.api.conftest import Script
from tests.factories import variant_of

PAGE = "/works/room/a-small-work/replace/"


@pytest.fixture
def editor(team: Any, client: Client) -> Client:
    client.force_login(team.editor)
    return client


def test_words_are_shown_replaced_and_put_back(editor: Client, team: Any) -> None:
    shown = editor.get(f"{PAGE}?find=cat&put=dog")
    assert '<del class="replaced">cat</del>' in shown.content.decode()
    chosen = [f"{one.variant.pk}:{one.variant.version}" for one, _ in shown.context["rows"]]
    editor.post(PAGE, {"find": "cat", "put": "dog", "text": chosen[:1], "as": "edits"})
    assert variant_of(team.work, "1", "A").text == "The dog sat on the mat."
    assert variant_of(team.work, "1", "B").text == "The cat lay on the rug."
    page = editor.get(PAGE)
    event = page.context["recent"][0][0]
    assert editor.post(f"{PAGE}{event.pk}/undo/").status_code == 302
    assert variant_of(team.work, "1", "A").text == "The cat sat on the mat."
    assert "taken back" in editor.get(PAGE).content.decode()


def test_what_cannot_be_replaced_is_said(editor: Client) -> None:
    refused = editor.get(f"{PAGE}?find=cat&put=cat")
    assert (refused.status_code, "Other words than those" in refused.content.decode()) == (422, True)
    assert editor.post(PAGE, {"find": "cat", "put": "dog"}).status_code == 422


def test_a_script_replaces_and_takes_back(team: Any) -> None:
    editor = Script(team.editor)
    body = {"find": "cat", "put": "dog", "translation": "A", "dry_run": True}
    tried = editor.post("works/a-small-work/replace/", body).json()
    assert (tried["id"], [one["after"] for one in tried["texts"]]) == (None, ["The dog sat on the mat."])
    done = editor.post("works/a-small-work/replace/", {**body, "dry_run": False}).json()
    assert (done["places"], done["more"]) == (1, False)
    assert variant_of(team.work, "1", "A").text == "The dog sat on the mat."
    assert editor.post(f"replacements/{done['id']}/undo/").json() == {"done": 1, "left": 0}
    assert editor.post(f"replacements/{done['id']}/undo/").status_code == 409
    assert Script(team.reader).post("works/a-small-work/replace/", body).status_code == 403
    assert Script(team.outsider).post(f"replacements/{done['id']}/undo/").status_code == 404
