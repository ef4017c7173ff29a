"""An open page asks what others did, and is answered with little or nothing."""

from typing import Any

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.conftest import Team
from tests.factories import passage_of, variant_of
from workbench.review.actions import open_thread, reply, revise_variant

CHANGES = "/works/room/a-small-work/changes/"


def cursor(client: Client) -> int:
    return int(client.get(f"{CHANGES}?after=0").json()["cursor"])


def ask(client: Client, after: int) -> Any:
    return client.get(f"{CHANGES}?after={after}", headers={"If-None-Match": f'"{after}"'})


def test_nothing_new_is_a_304_without_body_in_few_queries(client: Client, team: Team) -> None:
    client.force_login(team.reader)
    last = cursor(client)
    with CaptureQueriesContext(connection) as queries:
        held = ask(client, last)
    assert (held.status_code, held.content, len(queries) <= 4) == (304, b"", True)


def test_what_others_did_is_told_once_for_each_discussion(client: Client, team: Team) -> None:
    client.force_login(team.editor)
    last = cursor(client)
    thread = open_thread(actor=team.reviewer, passage=passage_of(team.work), body="Hm.")
    reply(actor=team.owner, thread=thread, body="So?")
    told = ask(client, last).json()
    assert told["threads"] == [{"thread": thread.pk, "passage": thread.passage_id, "who": "owner", "what": "commented"}]
    assert ask(client, told["cursor"]).status_code == 304


def test_ones_own_deeds_and_edits_of_texts_are_no_news_but_move_on(client: Client, team: Team) -> None:
    client.force_login(team.editor)
    last = cursor(client)
    open_thread(actor=team.editor, passage=passage_of(team.work), body="Hm.")
    revise_variant(actor=team.owner, variant=variant_of(team.work, "1", "A"), version=1, text="Other words.")
    told = ask(client, last).json()
    assert (told["threads"], told["cursor"] > last) == ([], True)


def test_what_cannot_be_a_cursor_is_refused(client: Client, team: Team) -> None:
    client.force_login(team.reader)
    assert [client.get(f"{CHANGES}{query}").status_code for query in ("", "?after=x", "?after=1&x=1")] == [400] * 3
    assert client.post("/works/room/a-small-work/seen/", {"cursor": "-1"}).status_code == 400


def test_a_page_says_from_when_on_it_asks(client: Client, team: Team) -> None:
    thread = open_thread(actor=team.reviewer, passage=passage_of(team.work), body="Hm.")
    client.force_login(team.reader)
    last = cursor(client)
    for address in (
        "/works/room/a-small-work/compare/",
        f"/works/room/a-small-work/passages/{thread.passage_id}/",
        f"/threads/{thread.pk}/",
    ):
        page = client.get(address).content.decode()
        assert f'data-watch="{CHANGES}"' in page
        assert f'data-cursor="{last}"' in page


def test_a_card_comes_folded_for_a_margin_that_was_not_opened(client: Client, team: Team) -> None:
    thread = open_thread(actor=team.reviewer, passage=passage_of(team.work), body="Hm.")
    client.force_login(team.reviewer)
    shapes = {
        shape: client.get(f"/threads/{thread.pk}/?shape={shape}", headers={"HX-Request": "true"}).content.decode()
        for shape in ("folded", "margin", "full")
    }
    assert "<form" not in shapes["folded"]
    assert ("margin-note" in shapes["folded"], "margin-note" in shapes["margin"]) == (True, True)
    assert "margin-note" not in shapes["full"]
