"""Placing a text through the API: a proposal, and nothing written."""

from typing import Any

import pytest

from tests.conftest import Team
from tests.factories import make_work
from tests.text.alignment.test_align import LETTER, RETOLD
from workbench.corpus import limits
from workbench.corpus.models import Translation, Upload, Variant

PLACEMENTS = "works/letter/placements/"
TEXT = " ".join([*RETOLD[:3], *RETOLD[4:]])


@pytest.fixture
def editor(team: Team, script: Any) -> Any:
    make_work(team.owner, team.workspace, {"A": LETTER}, title="Letter")
    return script(team.editor)


def test_each_passage_gets_its_words_and_nothing_is_written(editor: Any) -> None:
    before = [model.objects.count() for model in (Variant, Translation, Upload)]
    answer = editor.post(PLACEMENTS, {"text": TEXT})
    assert answer.status_code == 200
    said = answer.json()
    assert (said["work"], said["beside"]) == ("letter", "A")
    texts = [one["span"] and one["span"]["text"] for one in said["placements"]]
    assert texts == [*RETOLD[:3], None, *RETOLD[4:]]
    assert said["placements"][3]["state"] == "omitted"
    assert all(0 <= one["confidence"] <= 1 for one in said["placements"])
    assert [model.objects.count() for model in (Variant, Translation, Upload)] == before


def test_offsets_are_code_points_of_the_text_with_lf_line_ends(editor: Any) -> None:
    span = editor.post(PLACEMENTS, {"text": f"𝄞\r\n{' '.join(RETOLD)}"}).json()["placements"][-1]["span"]
    text = f"𝄞\n{' '.join(RETOLD)}"
    assert text[span["start"] : span["end"]] == span["text"] == RETOLD[-1]


@pytest.mark.parametrize(
    ("body", "status", "pointer"),
    [
        ({}, 400, "/text"),
        ({"text": 1}, 400, "/text"),
        ({"text": ""}, 422, "/text"),
        ({"text": "x" * (limits.PLACED_TEXT + 1)}, 422, "/text"),
        ({"text": TEXT, "beside": "Z"}, 422, "/beside"),
        ({"text": TEXT, "siglum": "A"}, 422, "/beside"),
        ({"text": TEXT, "language": "not a tag"}, 422, "/language"),
        ({"text": TEXT, "passages": []}, 400, "/passages"),
    ],
)
def test_what_cannot_be_placed_is_refused(editor: Any, body: dict[str, Any], status: int, pointer: str) -> None:
    answer = editor.post(PLACEMENTS, body)
    assert (answer.status_code, answer.json()["errors"][0]["pointer"]) == (status, pointer)


def test_only_editors_may_ask(editor: Any, team: Team, script: Any) -> None:
    statuses = [
        script(person).post(PLACEMENTS, {"text": TEXT}).status_code
        for person in (team.reader, team.reviewer, team.former, team.outsider)
    ]
    assert statuses == [403, 403, 404, 404]
