"""Works, translations, passages, variants and their history, through the API."""

from typing import Any

import pytest

from tests.conftest import Team
from tests.factories import join, make_work, make_workspace, passage_of, variant_of
from workbench.accounts.models import Role, Workspace
from workbench.corpus.models import Variant


@pytest.fixture
def editor(team: Any, script: Any) -> Any:
    return script(team.editor)


def test_the_works_are_listed(team: Any, editor: Any) -> None:
    listed = editor.get("works/").json()
    assert listed["next"] is None
    (work,) = listed["results"]
    assert (work["id"], work["workspace"], work["slug"]) == (team.work.pk, "room", "a-small-work")
    assert (work["title"], work["version"]) == ("A small work", 1)


def test_a_work_is_made_read_edited_and_deleted(team: Any, script: Any) -> None:
    owner = script(team.owner)
    made = owner.post("works/", {"workspace": "room", "title": "The Bridge", "language": "ru"})
    assert (made.status_code, made["Location"]) == (201, "/api/v1/works/the-bridge/?workspace=room")
    read = owner.get("works/the-bridge/")
    assert (read.json(), read["ETag"]) == (made.json(), made["ETag"])
    edited = owner.patch("works/the-bridge/", {"title": "Bridges"}, If_Match=read["ETag"])
    assert (edited.status_code, edited.json()["title"], edited.json()["version"]) == (200, "Bridges", 2)
    assert owner.delete("works/the-bridge/", If_Match=edited["ETag"]).status_code == 204
    assert owner.get("works/the-bridge/").status_code == 404


def test_of_works_that_share_a_slug_the_one_in_the_workspace_that_was_there_first_is_read(
    team: Any, script: Any
) -> None:
    later = make_work(team.owner, make_workspace(team.owner, "second"))
    owner = script(team.owner)
    assert owner.get("works/a-small-work/").json()["workspace"] == "room"
    assert {row["work"] for row in owner.get("passages/?work=a-small-work").json()["results"]} == {"a-small-work"}
    assert {row["workspace"] for row in owner.get("passages/?work=a-small-work").json()["results"]} == {"room"}
    assert owner.get("works/a-small-work/?workspace=second").json()["id"] == later.pk


def test_a_work_in_a_workspace_of_somebody_else_does_not_come_before_ones_own(team: Any, script: Any) -> None:
    own = make_work(team.outsider, Workspace.objects.get(slug="elsewhere"))
    reader = script(team.reader)
    assert reader.get("works/a-small-work/").json()["workspace"] == "room"
    join(own.workspace, team.reader, Role.EDITOR)
    assert reader.get("works/a-small-work/").json()["workspace"] == "room"
    mine = make_work(team.reader, make_workspace(team.reader, "mine"))
    assert reader.get("works/a-small-work/").json()["id"] == mine.pk


def test_a_translation_and_a_passage_are_added_and_a_variant_entered(team: Any, editor: Any) -> None:
    translation = editor.post("translations/", {"work": "a-small-work", "siglum": "C", "language": "de"})
    assert (translation.status_code, translation.json()["position"]) == (201, 3)
    passage = editor.post("passages/", {"work": "a-small-work", "reference": "0", "position": 1})
    assert (passage.status_code, passage.json()["position"]) == (201, 1)
    body = {"passage": passage.json()["id"], "translation": translation.json()["id"], "text": "Anfang."}
    variant = editor.post("variants/", body)
    assert (variant.status_code, variant.json()["text"], variant.json()["siglum"]) == (201, "Anfang.", "C")
    assert [one["reference"] for one in editor.get("passages/").json()["results"]] == ["0", "1", "2"]
    assert editor.post("variants/", body).json()["code"] == "taken"


def test_passages_embed_their_variants_when_asked(team: Any, editor: Any) -> None:
    (passage,) = editor.get("passages/?work=a-small-work&reference=2&include=variants").json()["results"]
    assert [(one["siglum"], one["text"]) for one in passage["variants"]] == [
        ("A", "It was raining outside."),
        ("B", "Outside it rained."),
    ]
    assert "variants" not in editor.get(f"passages/{passage['id']}/").json()


def test_a_variant_is_revised_by_who_holds_its_etag(team: Any, editor: Any) -> None:
    address = f"variants/{variant_of(team.work, '1', 'A').pk}/"
    held = editor.get(address)["ETag"]
    revised = editor.patch(address, {"text": "The cat stood.", "reason": "so it is"}, If_Match=held)
    assert (revised.status_code, revised.json()["version"], revised.json()["text"]) == (200, 2, "The cat stood.")
    assert revised["ETag"] != held
    history = editor.get(address + "revisions/").json()["results"]
    assert [(one["number"], one["reason"]) for one in history] == [(2, "so it is"), (1, "")]
    assert history[0]["author"] == {"username": "editor", "name": "editor", "attributed_to": ""}


def test_a_stale_writer_is_shown_the_present_state(team: Any, editor: Any) -> None:
    address = f"variants/{variant_of(team.work, '1', 'A').pk}/"
    editor.patch(address, {"text": "Mine."}, If_Match='"1"')
    late = editor.patch(address, {"text": "Yours."}, If_Match='"1"')
    assert (late.status_code, late["Content-Type"]) == (412, "application/problem+json")
    assert (late.json()["code"], late.json()["current"]["text"]) == ("stale", "Mine.")
    assert editor.get(address).json()["text"] == "Mine."


def test_a_revision_is_restored(team: Any, editor: Any) -> None:
    address = f"variants/{variant_of(team.work, '1', 'A').pk}/"
    editor.patch(address, {"text": "Mine."}, If_Match='"1"')
    restored = editor.post(address + "restore/", {"revision": 1}, If_Match='"2"')
    assert (restored.status_code, restored.json()["version"]) == (200, 3)
    assert restored.json()["text"] == "The cat sat on the mat."


def test_a_placed_text_says_so_until_its_place_is_confirmed(team: Any, script: Any, editor: Any) -> None:
    placed = variant_of(team.work, "1", "A")
    Variant.objects.filter(pk=placed.pk).update(alignment="auto")
    address = f"variants/{placed.pk}/"
    held = editor.get(address)
    assert (held.json()["alignment"], held.json()["version"]) == ("auto", 1)
    assert script(team.reviewer).post(address + "confirm/", {}).status_code == 403
    confirmed = editor.post(address + "confirm/", {})
    assert (confirmed.status_code, confirmed.json()["alignment"], confirmed.json()["version"]) == (200, "confirmed", 1)
    assert editor.get(address, If_None_Match=held["ETag"]).status_code == 200
    other = f"variants/{variant_of(team.work, '1', 'B').pk}/"
    assert editor.post(other + "confirm/", {}).json()["alignment"] == ""


def test_two_passages_share_out_their_words_anew(team: Any, editor: Any) -> None:
    first, second = (variant_of(team.work, reference, "A").pk for reference in "12")
    address = f"variants/{first}/resegment/"
    body = {"text": "The cat sat", "following_text": "on the mat. It was raining outside.", "following_version": 1}
    assert editor.post(address, body).status_code == 428
    done = editor.post(address, {**body, "reason": "the border"}, If_Match='"1"')
    assert (done.status_code, done.json()["variant"]["text"]) == (200, "The cat sat")
    assert (done.json()["following"]["id"], done.json()["following"]["version"]) == (second, 2)
    late = editor.post(address, body, If_Match='"1"')
    assert (late.status_code, late.json()["code"]) == (412, "stale")
    merged = {"text": "The cat sat on the mat. It was raining outside.", "following_text": "", "following_version": 2}
    shown = editor.post(address, merged, If_Match='"2"').json()
    assert (shown["following"]["presence"], shown["variant"]["version"]) == ("joined", 3)
    assert editor.get(f"variants/{second}/revisions/").json()["results"][1]["reason"] == "the border"


def test_the_former_address_does_the_same(team: Any, editor: Any) -> None:
    first = variant_of(team.work, "1", "A").pk
    body = {"text": "The cat sat", "following_text": "on the mat. It was raining outside.", "following_version": 1}
    done = editor.post(f"variants/{first}/realign/", body, If_Match='"1"')
    assert (done.status_code, done.json()["variant"]["text"]) == (200, "The cat sat")


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({"text": "The cat sat on", "following_text": "the rug. It was raining outside."}, "other_words"),
        ({"text": "", "following_text": ""}, "other_words"),
        ({"text": "The cat", "following_text": "sat on the mat."}, "other_words"),
    ],
)
def test_words_are_neither_lost_nor_changed_on_the_way(team: Any, editor: Any, body: Any, code: str) -> None:
    address = f"variants/{variant_of(team.work, '1', 'A').pk}/resegment/"
    refused = editor.post(address, {**body, "following_version": 1}, If_Match='"1"')
    assert (refused.status_code, refused.json()["code"]) == (422, code)
    assert variant_of(team.work, "1", "A").version == variant_of(team.work, "2", "A").version == 1


def test_after_the_last_passage_no_words_go_further(team: Any, editor: Any) -> None:
    address = f"variants/{variant_of(team.work, '2', 'A').pk}/resegment/"
    body = {"text": "It", "following_text": "was raining outside.", "following_version": 0}
    refused = editor.post(address, body, If_Match='"1"')
    assert (refused.status_code, refused.json()["code"]) == (422, "no_next_passage")


def test_an_omitted_passage_has_no_text(team: Any, editor: Any) -> None:
    address = f"variants/{variant_of(team.work, '1', 'A').pk}/"
    omitted = editor.patch(address, {"presence": "omitted"}, If_Match='"1"').json()
    assert (omitted["presence"], omitted["text"]) == ("omitted", "")


def test_two_variants_are_compared_by_siglum_or_id(team: Any, editor: Any) -> None:
    passage = passage_of(team.work)
    right = variant_of(team.work, "1", "B").pk
    editor.patch(f"variants/{right}/", {"text": "The cat sat on the mat!"}, If_Match='"1"')
    compared = editor.get(f"passages/{passage.pk}/diff/?left=A&right={right}").json()
    assert (compared["verdict"], compared["reference"]) == ("different", "1")
    assert [(one["type"], one["left"]["text"], one["right"]["text"]) for one in compared["differences"]] == [
        ("punctuation", ".", "!")
    ]
    assert compared["differences"][0]["left"] == {"start": 22, "end": 23, "text": "."}
    unknown = editor.get(f"passages/{passage.pk}/diff/?left=A&right=Z")
    assert (unknown.status_code, unknown.json()["code"]) == (422, "unknown_variant")


def test_two_texts_are_compared_without_being_stored(team: Any, editor: Any) -> None:
    body = {"left": "To be or not", "right": "to be or not", "ignore": ["case"]}
    assert editor.post("diff/", body).json()["verdict"] == "equal"
    assert editor.post("diff/", {**body, "ignore": []}).json()["differences"][0]["type"] == "case"


def test_i_am_told_who_i_am(team: Any, editor: Any) -> None:
    assert editor.get("me/").json()["workspaces"] == [{"workspace": "room", "name": "Room", "role": "editor"}]


def test_variants_are_listed_by_siglum_or_id(team: Team, script: Any) -> None:
    reader = script(team.reader)
    by_siglum = reader.get("variants/?work=a-small-work&translation=B").json()["results"]
    pk = variant_of(team.work, "1", "B").translation_id
    assert by_siglum == reader.get(f"variants/?translation={pk}").json()["results"]
    assert {one["siglum"] for one in by_siglum} == {"B"}


def test_passages_are_found_by_how_their_references_begin(team: Any, editor: Any) -> None:
    work = make_work(team.editor, team.workspace, {"A": ["x"] * 4}, title="Points")
    for passage, reference in zip(work.passages.order_by("position"), ("P.1.1", "P.1.2", "P.10", "Q"), strict=True):
        passage.reference = reference
        passage.save()
    for asked, found in (("P.1.", ["P.1.1", "P.1.2"]), ("P.", ["P.1.1", "P.1.2", "P.10"]), ("R.", [])):
        shown = editor.get(f"passages/?work=points&reference={asked}").json()["results"]
        assert [one["reference"] for one in shown] == found
