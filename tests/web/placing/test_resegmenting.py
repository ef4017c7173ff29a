"""Moving stored words to the next passage and back, in the browser."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.conftest import Team
from tests.factories import passage_of, variant_of
from tests.web.markup import fold
from workbench.review.actions import open_thread, revise_variant
from workbench.review.anchoring import AnchorRequest


@pytest.fixture
def address(client: Client, team: Team) -> str:
    client.force_login(team.editor)
    variant = variant_of(team.work, "1", "A")
    return f"/works/room/a-small-work/passages/{variant.passage_id}/variants/{variant.pk}/resegment/"


def texts(team: Team) -> list[str]:
    return [variant_of(team.work, reference, "A").text for reference in "12"]


def test_steps_of_the_address_are_shown_and_not_written(client: Client, team: Team, address: str) -> None:
    shown = client.get(f"{address}?step=move+1+start+word+-1&step=move+1+start+word+-1")
    placing = shown.context["draft"].placing
    assert (shown.status_code, placing.text_of(1)) == (200, "the mat. It was raining outside.")
    assert shown.context["undo"] == "?step=move+1+start+word+-1"
    assert texts(team) == ["The cat sat on the mat.", "It was raining outside."]


def test_the_steps_are_written_when_posted(client: Client, team: Team, address: str) -> None:
    said = {"step": ["merge 0"], "version": "1", "following_version": "1", "reason": "one sentence"}
    done = client.post(address, said)
    assert (done.status_code, done["Location"]) == (302, address.split("variants", maxsplit=1)[0])
    assert texts(team) == ["The cat sat on the mat. It was raining outside.", ""]


def test_every_button_is_a_step_that_goes(client: Client, address: str) -> None:
    rows = client.get(address).context["rows"]
    steps = [one.step for row in rows for _, moves in row.moves for one in moves]
    steps += [one.step for row in rows for one in (*row.deeds, *row.splits)]
    assert {step.split(" ")[0] for step in steps} == {"move", "merge", "swap"}
    assert [client.get(address, {"step": step}).status_code for step in steps if "sentence" not in step] == [200] * 4


def test_a_step_that_does_not_go_is_refused_with_what_stands(client: Client, address: str) -> None:
    refused = client.get(address, {"step": ["move 1 start word 1", "drop 1"]})
    assert (refused.status_code, refused.context["steps"]) == (422, ["move 1 start word 1"])


def test_who_comes_second_is_told(client: Client, team: Team, address: str) -> None:
    revise_variant(actor=team.owner, variant=variant_of(team.work, "1", "A"), version=1, text="The cat sat.")
    late = client.post(address, {"step": ["merge 0"], "version": "1", "following_version": "1"})
    assert (late.status_code, texts(team)) == (412, ["The cat sat.", "It was raining outside."])


def test_after_the_last_passage_there_is_nothing_to_move_to(client: Client, team: Team, address: str) -> None:
    last = variant_of(team.work, "2", "A")
    passage = f"/works/room/a-small-work/passages/{last.passage_id}/"
    assert client.get(f"{passage}variants/{last.pk}/resegment/").status_code == 404
    back = f"{passage}variants/{last.pk}/resegment/?with=before"
    assert f'href="{back}">Shift text to/from passage 1' in fold(client.get(passage).content.decode())
    assert client.get(back)["Location"] == address
    first = fold(client.get(address.split("variants", maxsplit=1)[0]).content.decode())
    assert f'href="{address}">Shift text to/from passage 2' in first
    assert "with=before" not in first
    assert client.get(f"{address}?with=before").status_code == 404


def test_with_a_passage_where_nothing_was_entered_words_are_not_moved_back(client: Client, team: Team) -> None:
    client.force_login(team.editor)
    variant_of(team.work, "1", "B").delete()
    variant = variant_of(team.work, "2", "B")
    passage = f"/works/room/a-small-work/passages/{variant.passage_id}/"
    shown = client.get(f"{passage}variants/{variant.pk}/resegment/?with=before", follow=True)
    assert shown.redirect_chain == [(passage, 302)]
    assert "Nothing of B is entered at 1 yet." in fold(shown.content.decode())


def test_what_becomes_of_comments_is_said_before(client: Client, team: Team, address: str) -> None:
    first = variant_of(team.work, "1", "A")
    for quote in ("mat", "the mat", "cat"):
        request = AnchorRequest(first, quote=quote)
        open_thread(actor=team.reviewer, passage=first.passage, body="?", anchors=[request])
    shown = client.get(f"{address}?step=move+1+start+word+-1")
    assert (shown.context["along"], shown.context["lost"]) == (["mat"], ["the mat"])
    assert client.get(address).context["along"] == []


def test_the_page_asks_the_database_as_often_for_few_comments_as_for_many(
    client: Client, team: Team, address: str
) -> None:
    first = variant_of(team.work, "1", "A")
    counts = []
    for quotes in (["mat"], ["cat", "sat", "on", "the"]):
        for quote in quotes:
            request = AnchorRequest(first, quote=quote)
            open_thread(actor=team.reviewer, passage=first.passage, body="?", anchors=[request])
        with CaptureQueriesContext(connection) as queries:
            client.get(f"{address}?step=move+1+start+word+-1")
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_a_move_is_taken_back(client: Client, team: Team, address: str) -> None:
    assert client.get(address).context["may_take_back"] is False
    moved = client.post(address, {"step": ["move 1 start word -1"], "version": "1", "following_version": "1"})
    assert "offers to take it back" in fold(client.get(moved["Location"]).content.decode())
    assert client.get(address).context["may_take_back"] is True
    assert client.get(f"{address}?step=merge+0").context["may_take_back"] is False
    done = client.post(address, {"back": "1", "version": "2", "following_version": "2"})
    assert (done.status_code, texts(team)) == (302, ["The cat sat on the mat.", "It was raining outside."])
    said = fold(client.get(done["Location"]).content.decode())
    assert ("The move was taken back" in said, "offers to take it back" in said) == (True, False)
    assert client.post(address, {"back": "1", "version": "2", "following_version": "2"}).status_code == 412


def test_a_passage_without_words_has_none_to_move(client: Client, team: Team, address: str) -> None:
    variant = variant_of(team.work, "1", "A")
    revise_variant(actor=team.owner, variant=variant, version=1, text="", presence="omitted")
    shown = client.get(address)
    assert [one.step for one in shown.context["rows"][0].deeds] == ["swap 0 1"]
    other = variant_of(team.work, "2", "A")
    revise_variant(actor=team.owner, variant=other, version=1, text="", presence="omitted")
    assert client.get(address).status_code == 422


def test_too_many_steps_are_refused(client: Client, address: str) -> None:
    assert client.get(address, {"step": ["swap 0 1"] * 101}).status_code == 422


def test_reviewers_do_not_move_words(client: Client, team: Team, address: str) -> None:
    client.force_login(team.reviewer)
    assert client.get(address).status_code == 403
    assert client.post(address, {"step": ["merge 0"], "version": "1", "following_version": "1"}).status_code == 403
    assert passage_of(team.work).variants.filter(version=2).count() == 0
