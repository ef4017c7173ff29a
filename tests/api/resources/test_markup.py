"""Markup through the API: shown, written, taken along, refused."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

import pytest

from tests.api.conftest import Script
from tests.conftest import Team
from tests.corpus.test_addressing import imported
from tests.factories import variant_of

NOTE = {"kind": "note", "start": 3, "end": 3, "value": "a", "text": "Or: a.", "language": ""}
STRONG = {"kind": "strong", "start": 0, "end": 3}


def revised(script: Callable[..., Script], team: Team, version: int, body: dict[str, Any]) -> Any:
    variant = variant_of(team.work, "1", "A")
    return script(team.editor).patch(f"variants/{variant.pk}/", body, If_Match=f'"{version}"')


def test_markup_is_written_with_a_text_and_goes_along_with_the_next(team: Team, script: Callable[..., Script]) -> None:
    shown = revised(script, team, 1, {"text": "The cat.", "markup": [NOTE, STRONG]}).json()
    assert shown["markup"] == [STRONG | {"value": "", "text": "", "language": ""}, NOTE]
    shown = revised(script, team, 2, {"text": "Yes. The cat."}).json()
    assert [(span["kind"], span["start"], span["end"]) for span in shown["markup"]] == [
        ("strong", 5, 8),
        ("note", 8, 8),
    ]
    history = script(team.reader).get(f"variants/{shown['id']}/revisions/").json()["results"]
    assert [len(state["markup"]) for state in history] == [2, 2, 0]


@pytest.mark.parametrize(
    ("markup", "status"),
    [
        ([STRONG | {"end": 99}], 422),
        ([STRONG | {"start": 3}], 422),
        ([NOTE | {"text": "\x00"}], 422),
        ([NOTE | {"value": "x" * 301}], 422),
        ([STRONG | {"kind": "blink"}], 400),
        ([STRONG | {"colour": "red"}], 400),
        ({}, 400),
    ],
)
def test_markup_that_cannot_be_is_refused(team: Team, script: Callable[..., Script], markup: Any, status: int) -> None:
    refused = revised(script, team, 1, {"text": "The cat.", "markup": markup})
    assert refused.status_code == status, refused.json()
    assert variant_of(team.work, "1", "A").version == 1


def test_works_and_translations_say_how_they_count_and_where_they_come_from(
    team: Team, script: Callable[..., Script]
) -> None:
    editor = script(team.editor)
    work = editor.patch(f"works/{team.work.slug}/", {"series": "Letters", "numbering": "eng"}, If_Match='"1"').json()
    assert (work["series"], work["numbering"], work["levels"]) == ("Letters", "eng", [])
    pk = variant_of(team.work, "1", "A").translation_id
    changes = {"title": "A Letter", "source": "https://example.org/", "numbering": "rsc"}
    shown = editor.patch(f"translations/{pk}/", changes, If_Match='"1"').json()
    assert {name: shown[name] for name in changes} == changes


def test_passages_are_found_by_chapter_and_range(team: Team, script: Callable[..., Script]) -> None:
    work = imported(team, ["Ps.22.1", "Ps.23.1", "Ps.23.2", "John.3.16"])
    reader = script(team.reader)

    def found(reference: str) -> list[list[str]]:
        query = urlencode({"work": work.slug, "reference": reference})
        return [one["path"] for one in reader.get(f"passages/?{query}").json()["results"]]

    assert found("Ps 23") == [["Ps", "23", "1"], ["Ps", "23", "2"]]
    assert found("Ps.22.1-Ps.23.1") == [["Ps", "22", "1"], ["Ps", "23", "1"]]
    assert found("Ps.22.1") == [["Ps", "22", "1"]]
    assert found("Ps 99") == []


def test_notes_are_compared_where_that_is_asked_for(team: Team, script: Callable[..., Script]) -> None:
    editor = script(team.editor)
    passage = variant_of(team.work, "1", "A").passage_id
    for siglum, said in (("A", "Or: a dog."), ("B", "Or: a fox.")):
        variant = variant_of(team.work, "1", siglum)
        body = {"text": variant.text, "markup": [NOTE | {"text": said}]}
        editor.patch(f"variants/{variant.pk}/", body, If_Match=f'"{variant.version}"')
    asked = {"left": "A", "right": "B"}
    assert editor.get(f"passages/{passage}/diff/?{urlencode(asked)}").json()["notes"] is None
    notes = editor.get(f"passages/{passage}/diff/?{urlencode(asked | {'notes': 'true'})}").json()["notes"]
    assert (notes["left"], notes["right"], notes["verdict"]) == ("Or: a dog.", "Or: a fox.", "different")
    assert [(one["left"]["text"], one["right"]["text"]) for one in notes["differences"]] == [("dog", "fox")]
