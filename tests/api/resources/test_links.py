"""Words that answer each other, through the API."""

from typing import Any

import pytest

from tests.conftest import Team
from tests.factories import passage_of, variant_of
from workbench.corpus.actions import add_passage, add_translation, create_work, enter_variant
from workbench.corpus.models import ConfirmedLink
from workbench.text.meaning import MEANING


def body(team: Team, **said: Any) -> dict[str, Any]:
    left, right = variant_of(team.work, "1", "A"), variant_of(team.work, "1", "B")
    return {
        "left": left.pk,
        "left_start": 4,
        "left_end": 7,
        "right": right.pk,
        "right_start": 4,
        "right_end": 7,
        "verdict": "confirmed",
        **said,
    }


def test_the_words_of_two_variants_are_linked_with_scores(team: Team, script: Any) -> None:
    said = script(team.reader).get(f"passages/{passage_of(team.work).pk}/links/?left=A&right=B").json()
    assert (said["reference"], said["meaning"]) == ("1", MEANING)
    texts = [said["compared"][side]["text"] for side in ("left", "right")]
    for link in said["links"]:
        assert 0 <= link["score"] <= 1
        for side, text in zip(("left", "right"), texts, strict=True):
            assert all(text[span["start"] : span["end"]] == span["text"] for span in link[side])
    assert ("cat", "cat", "equal") in [
        (one["left"][0]["text"], one["right"][0]["text"], one["kind"]) for one in said["links"]
    ]


def test_names_and_numbers_of_two_languages_are_linked_without_any_model(team: Team, script: Any) -> None:
    work = create_work(actor=team.owner, workspace=team.workspace, title="Two languages")
    passage = add_passage(actor=team.owner, work=work, reference="1")
    for siglum, language, text in (("R", "la", "Caesar 1848 legiones duxit."), ("D", "hu", "1848 légiót vitt Caesar.")):
        translation = add_translation(actor=team.owner, work=work, siglum=siglum, language=language)
        enter_variant(actor=team.owner, passage=passage, translation=translation, text=text)
    said = script(team.reader).get(f"passages/{passage.pk}/links/?left=R&right=D").json()
    pairs = {(one["left"][0]["text"], one["right"][0]["text"]) for one in said["links"]}
    assert {("Caesar", "Caesar"), ("1848", "1848")} <= pairs


def test_an_unknown_siglum_is_refused(team: Team, script: Any) -> None:
    answer = script(team.reader).get(f"passages/{passage_of(team.work).pk}/links/?left=A&right=Z")
    assert (answer.status_code, answer.json()["code"]) == (422, "unknown_variant")


def test_what_is_said_is_kept_listed_and_taken_back(team: Team, script: Any) -> None:
    editor = script(team.editor)
    made = editor.post("links/", body(team))
    assert made.status_code == 201
    assert (made.json()["left_span"]["text"], made.json()["verdict"]) == ("cat", "confirmed")
    listed = script(team.reader).get(f"links/?work={team.work.slug}").json()["results"]
    assert listed == [made.json()]
    assert script(team.reader).get(f"links/?passage={passage_of(team.work, '2').pk}").json()["results"] == []
    assert editor.delete(f"links/{made.json()['id']}/").status_code == 204
    assert not ConfirmedLink.objects.exists()


@pytest.mark.parametrize(
    ("said", "status", "pointer"),
    [
        ({"left_end": 4}, 422, "/left"),
        ({"verdict": "perhaps"}, 400, "/verdict"),
        ({"right": 999_999}, 422, "/right"),
        ({"left_start": -1}, 400, "/left_start"),
    ],
)
def test_what_cannot_be_said_is_refused(
    team: Team, script: Any, said: dict[str, Any], status: int, pointer: str
) -> None:
    answer = script(team.editor).post("links/", body(team, **said))
    assert (answer.status_code, answer.json()["errors"][0]["pointer"]) == (status, pointer)


def test_readers_say_nothing(team: Team, script: Any) -> None:
    assert script(team.reader).post("links/", body(team)).status_code == 403
    assert script(team.outsider).get("links/").json()["results"] == []
