"""How far translations part, through the API: chosen translations, what is ignored, what is refused."""

from typing import Any

import pytest

from tests.factories import make_work
from workbench.corpus import affording

TEXTS = {"A": ("The cat sat.",), "B": ("The Cat sat.",), "C": ("A dog lay.",)}


@pytest.fixture
def reader(room: Any, script: Any) -> Any:
    make_work(room.owner, room.workspace, TEXTS, title="Three")
    return script(room.reader)


def test_chosen_translations_are_measured_without_what_is_ignored(reader: Any) -> None:
    shown = reader.get("works/three/variation/?translations=A,B").json()
    assert (shown["sigla"], shown["distances"]) == (["A", "B"], [[0, 0.25], [0.25, 0]])
    shown = reader.get("works/three/variation/?translations=A,B&ignore=case").json()
    assert (shown["distances"], shown["passages"][0]["variation"]) == ([[0, 0], [0, 0]], 0)


def test_a_translation_that_is_not_there_is_named(reader: Any) -> None:
    refused = reader.get("works/three/variation/?translations=A,Z")
    assert refused.status_code == 422
    assert "Z" in refused.json()["detail"]


def test_too_much_text_is_refused(reader: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(affording, "MOST_CHARACTERS", 10)
    refused = reader.get("works/three/variation/")
    assert (refused.status_code, refused.json()["code"]) == (422, "too_many")
