"""Moving stored words to the next passage and back, in the browser."""

import pytest
from django.test import Client

from tests.conftest import Room
from tests.factories import passage_of, variant_of
from workbench.review.actions import revise_variant


@pytest.fixture
def address(client: Client, room: Room) -> str:
    client.force_login(room.editor)
    variant = variant_of(room.work, "1", "A")
    return f"/works/room/a-small-work/passages/{variant.passage_id}/variants/{variant.pk}/realign/"


def texts(room: Room) -> list[str]:
    return [variant_of(room.work, reference, "A").text for reference in "12"]


def test_steps_of_the_address_are_shown_and_not_written(client: Client, room: Room, address: str) -> None:
    shown = client.get(f"{address}?step=move+1+start+word+-1&step=move+1+start+word+-1")
    placing = shown.context["draft"].placing
    assert (shown.status_code, placing.text_of(1)) == (200, "the mat. It was raining outside.")
    assert shown.context["undo"] == "?step=move+1+start+word+-1"
    assert texts(room) == ["The cat sat on the mat.", "It was raining outside."]


def test_the_steps_are_written_when_posted(client: Client, room: Room, address: str) -> None:
    said = {"step": ["merge 0"], "version": "1", "following_version": "1", "reason": "one sentence"}
    done = client.post(address, said)
    assert (done.status_code, done["Location"]) == (302, address.split("variants", maxsplit=1)[0])
    assert texts(room) == ["The cat sat on the mat. It was raining outside.", ""]


def test_every_button_is_a_step_that_goes(client: Client, address: str) -> None:
    rows = client.get(address).context["rows"]
    steps = [one.step for row in rows for _, moves in row.moves for one in moves]
    steps += [one.step for row in rows for one in (*row.deeds, *row.splits)]
    assert {step.split(" ")[0] for step in steps} == {"move", "merge", "swap"}
    assert [client.get(address, {"step": step}).status_code for step in steps if "sentence" not in step] == [200] * 4


def test_a_step_that_does_not_go_is_refused_with_what_stands(client: Client, address: str) -> None:
    refused = client.get(address, {"step": ["move 1 start word 1", "drop 1"]})
    assert (refused.status_code, refused.context["steps"]) == (422, ["move 1 start word 1"])


def test_who_comes_second_is_told(client: Client, room: Room, address: str) -> None:
    revise_variant(actor=room.owner, variant=variant_of(room.work, "1", "A"), version=1, text="The cat sat.")
    late = client.post(address, {"step": ["merge 0"], "version": "1", "following_version": "1"})
    assert (late.status_code, texts(room)) == (412, ["The cat sat.", "It was raining outside."])


def test_after_the_last_passage_there_is_nothing_to_move_to(client: Client, room: Room, address: str) -> None:
    last = variant_of(room.work, "2", "A")
    passage = f"/works/room/a-small-work/passages/{last.passage_id}/"
    assert client.get(f"{passage}variants/{last.pk}/realign/").status_code == 404
    assert "Move words" not in client.get(passage).content.decode()
    assert "Move words" in client.get(address.split("variants", maxsplit=1)[0]).content.decode()


def test_a_passage_without_words_has_none_to_move(client: Client, room: Room, address: str) -> None:
    variant = variant_of(room.work, "1", "A")
    revise_variant(actor=room.owner, variant=variant, version=1, text="", presence="omitted")
    assert client.get(address).status_code == 422


def test_too_many_steps_are_refused(client: Client, address: str) -> None:
    assert client.get(address, {"step": ["swap 0 1"] * 101}).status_code == 422


def test_reviewers_do_not_move_words(client: Client, room: Room, address: str) -> None:
    client.force_login(room.reviewer)
    assert client.get(address).status_code == 403
    assert client.post(address, {"step": ["merge 0"], "version": "1", "following_version": "1"}).status_code == 403
    assert passage_of(room.work).variants.filter(version=2).count() == 0
