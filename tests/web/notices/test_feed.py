"""Feeds: valid Atom, for whoever may see the work at the time they ask."""

from datetime import UTC, datetime
from typing import Any
from xml.etree import ElementTree as ET

import feedparser
import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import Team
from tests.factories import passage_of, variant_of
from workbench.accounts.actions import make_token, revoke_token
from workbench.accounts.models import Membership, User
from workbench.notices.feeds import FeedEntry
from workbench.review.actions import delete_comment, edit_comment, open_thread, reply, revise_variant
from workbench.review.anchoring import AnchorRequest
from workbench.review.models import Thread
from workbench.text import InvalidText, check_text
from workbench.web.notices.atom import Feed, write_atom

FEED = "/works/room/a-small-work/feed.atom"
ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture
def thread(team: Team) -> Thread:
    passage, variant = passage_of(team.work), variant_of(team.work, "1", "A")
    anchors = [AnchorRequest(variant, quote="cat")]
    return open_thread(actor=team.reviewer, passage=passage, body="Is *cat* < dog?", anchors=anchors)


def token_of(user: User) -> str:
    return make_token(actor=user, name="reader", scopes=["feed"], expires_at=None)[1]


def read(client: Client, **query: str | int) -> Any:
    answer = client.get(FEED, query)
    assert answer.status_code == 200
    return feedparser.parse(answer.content)


def test_a_feed_tells_what_happened_newest_first(client: Client, team: Team, thread: Thread) -> None:
    client.force_login(team.reader)
    feed = read(client)
    assert not feed.bozo
    assert (feed.version, feed.feed.title) == ("atom10", "A small work")
    first = feed.entries[0]
    assert (first.title, first.author) == ("reviewer commented: 1", "reviewer")
    assert first.content[0].value == "<p>Is <em>cat</em> &lt; dog?</p>"
    assert first.link.endswith(f"/threads/{thread.pk}/")
    moments = [entry.updated for entry in feed.entries]
    assert moments == sorted(moments, reverse=True)


def test_a_feed_has_what_rfc_4287_wants(client: Client, team: Team, thread: Thread) -> None:
    client.force_login(team.reader)
    root = ET.fromstring(client.get(FEED).content)  # noqa: S314 - our own
    for element in (root, *root.iter(f"{ATOM}entry")):
        for name in ("id", "title", "updated"):
            assert len(element.findall(ATOM + name)) == 1
        assert element.find(f"{ATOM}author/{ATOM}name") is not None
        assert [link.get("rel") for link in element.findall(f"{ATOM}link")].count("alternate") == 1
    ids = [element.text for element in root.iter(f"{ATOM}id")]
    assert len(set(ids)) == len(ids)
    assert all(one and one.startswith("tag:localhost,") for one in ids)


def _is_storable(text: str) -> bool:
    try:
        check_text(text)
    except InvalidText:
        return False
    return True


@given(st.text().filter(_is_storable))
def test_whatever_may_be_stored_comes_through(text: str) -> None:
    now = datetime(2026, 1, 31, tzinfo=UTC)
    entry = FeedEntry(event=1, kind="comment.added", who=text, title=text, html=text, at=now, thread=None)
    document = write_atom(Feed("http://x.org", "x.org", "work/1", text, "/feed", "/works/w/s/", now, [entry]))
    root = ET.fromstring(document)  # noqa: S314 - our own
    found = [root.findtext(f"{ATOM}entry/{ATOM}{name}") for name in ("title", "content", f"author/{ATOM}name")]
    assert found == [text.replace("\r\n", "\n").replace("\r", "\n")] * 3  # XML 1.0, 2.11: line ends


def test_comments_alone_and_one_translation_alone(client: Client, team: Team, thread: Thread) -> None:
    revise_variant(actor=team.editor, variant=variant_of(team.work, "1", "B"), version=1, text="Another text.")
    client.force_login(team.reader)
    assert [entry.tags[0].term for entry in read(client, only="comments").entries] == ["comment.added"]
    by_siglum = {one.siglum: one.pk for one in team.work.translations.all()}
    of_a, of_b = (read(client, translation=by_siglum[siglum]) for siglum in "AB")
    assert of_a.entries[0].tags[0].term == "comment.added"
    assert of_b.entries[0].tags[0].term == "variant.revised"
    assert len({feed.feed.id for feed in (of_a, of_b, read(client))}) == 3


def test_a_deleted_comment_says_nothing_any_more(client: Client, team: Team, thread: Thread) -> None:
    said = reply(actor=team.editor, thread=thread, body="never mind")
    edited = edit_comment(actor=team.editor, comment=said, version=said.version, body="never mind me")
    client.force_login(team.reader)
    assert b"never mind me" in client.get(FEED).content
    delete_comment(actor=team.editor, comment=edited, version=edited.version)
    assert b"never mind" not in client.get(FEED).content


def test_an_address_with_a_feed_token_needs_no_session(client: Client, team: Team, thread: Thread) -> None:
    secret = token_of(team.reader)
    assert len(read(client, token=secret).entries) > 1
    assert secret.encode() not in client.get(FEED, {"token": secret}).content


def test_a_feed_token_shows_nothing_once_it_was_revoked_or_its_owner_left(client: Client, team: Team) -> None:
    token, secret = make_token(actor=team.editor, name="r", scopes=["feed"], expires_at=None)
    other = token_of(team.reader)
    revoke_token(actor=team.editor, token=token)
    Membership.objects.filter(user=team.reader).delete()
    answers = [client.get(FEED, {"token": one}).status_code for one in (secret, other, "tcf_nothing")]
    assert answers == [404, 404, 404]


def test_a_token_of_scripts_opens_no_feed_and_a_feed_token_no_script(client: Client, team: Team) -> None:
    _, script = make_token(actor=team.reader, name="s", scopes=["read"], expires_at=None)
    assert client.get(FEED, {"token": script}).status_code == 404
    refused = client.get("/api/v1/me/", headers={"Authorization": f"Bearer {token_of(team.reader)}"})
    assert (refused.status_code, refused.json()["code"]) == (403, "insufficient_scope")


def test_a_feed_that_is_held_is_not_sent_again_and_not_counted(
    client: Client, team: Team, thread: Thread, settings: Any
) -> None:
    settings.FEED_RATE = (1, 3600)
    secret = token_of(team.reader)
    tag = client.get(FEED, {"token": secret})["ETag"]
    for _ in range(3):
        held = client.get(FEED, {"token": secret}, headers={"If-None-Match": tag})
        assert (held.status_code, held.content) == (304, b"")
    refused = client.get(FEED, {"token": secret})
    assert (refused.status_code, refused.has_header("Retry-After")) == (429, True)


def test_what_happens_changes_the_tag(client: Client, team: Team, thread: Thread) -> None:
    client.force_login(team.reader)
    tag = client.get(FEED)["ETag"]
    reply(actor=team.editor, thread=thread, body="So?")
    assert client.get(FEED, headers={"If-None-Match": tag}).status_code == 200


def test_strange_parameters_are_refused(client: Client, team: Team) -> None:
    client.force_login(team.reader)
    answers = [client.get(f"{FEED}?{query}").status_code for query in ("only=x", "translation=9999", "page=2")]
    assert answers == [400, 404, 400]


def test_a_long_feed_asks_as_much_as_a_short_one(client: Client, team: Team, thread: Thread) -> None:
    client.force_login(team.reader)

    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            client.get(FEED)
        return len(queries)

    asked()  # a first request notes that it came
    short = asked()
    for number in range(20):
        reply(actor=team.editor, thread=thread, body=str(number))
    assert asked() == short


def test_the_pages_of_a_work_offer_its_feeds(client: Client, team: Team, thread: Thread) -> None:
    client.force_login(team.reader)
    for address in ("", "compare/", f"passages/{thread.passage_id}/", "log/"):
        page = client.get(f"/works/room/a-small-work/{address}").content.decode()
        assert f'href="{FEED}?only=comments"' in page
        assert page.count('type="application/atom+xml"') >= 2
    assert f'href="{FEED}"' in client.get(f"/threads/{thread.pk}/").content.decode()


def test_a_feed_token_is_shown_once_on_the_account_page(client: Client, team: Team) -> None:
    client.force_login(team.reader)
    made = client.post("/account/feeds/", {"name": "My reader"})
    assert made.status_code == 201
    secret = made.context["secret"]
    assert secret in made.content.decode()
    client.logout()
    assert client.get(FEED, {"token": secret}).status_code == 200
    client.force_login(team.reader)
    account = client.get("/account/").content.decode()
    assert ("My reader" in account, secret in account) == (True, False)


def test_a_feed_token_without_a_name_is_refused_at_its_field(client: Client, team: Team) -> None:
    client.force_login(team.reader)
    refused = client.post("/account/feeds/", {"name": " "})
    assert (refused.status_code, bool(refused.context["feed_form"].errors)) == (422, True)
