"""What readers say of a passage, into a tray; and passages in pages of others."""

import pytest
from django.test import Client

from tests.conftest import Team
from tests.factories import passage_of
from workbench.accounts.addresses import address_block
from workbench.corpus.models import Showing, Translation
from workbench.publishing.actions import ShowingWishes, refuse_words, show_work, take_words
from workbench.publishing.errors import Conflict, NotAllowed
from workbench.publishing.models import Sending
from workbench.review.models import Thread


@pytest.fixture
def open_team(team: Team) -> Team:
    """Return a team whose work is public and takes words, but shows nothing of B."""
    Translation.objects.filter(work=team.work, siglum="B").update(shown="not_public")
    wishes = ShowingWishes("public", takes_words=True, is_framed=True)
    show_work(actor=team.owner, work=team.work, version=1, wishes=wishes)
    return team


def address_in(team: Team, rest: str = "words/") -> str:
    return f"/read/{team.workspace.slug}/{team.work.slug}/passages/{passage_of(team.work).pk}/{rest}"


def send(team: Team, **said: str) -> int:
    return int(Client().post(address_in(team), {"body": "Rather *lay*?", **said}).status_code)


def test_a_reader_is_heard_by_members_first(open_team: Team) -> None:
    assert "data-saying" in Client().get(address_in(open_team, "")).content.decode()
    assert send(open_team, siglum="A", quote="sat", suggestion="lay", name="Anna") == 200
    assert not Thread.objects.exists()
    editor = Client()
    editor.force_login(open_team.editor)
    tray = f"/works/{open_team.workspace.slug}/{open_team.work.slug}/tray/"
    page = editor.get(tray).content.decode()
    assert "Rather *lay*?" in page
    assert "Anna" in page
    sending = Sending.objects.get()
    assert editor.post(f"{tray}{sending.pk}/take/").status_code == 302
    thread = Thread.objects.get()
    assert thread.anchors.get().quote == "sat"
    assert thread.suggestions.get().text == "lay"
    assert thread.comments.get().body.startswith("A reader (Anna) says:")
    assert "Nothing waits." in editor.get(tray).content.decode()
    assert editor.post(f"{tray}{sending.pk}/refuse/").status_code == 409


def test_what_is_no_remark_is_said_and_nothing_typed_is_lost(open_team: Team) -> None:
    for wrong in ({"body": " "}, {"siglum": "A", "quote": "elephant"}, {"siglum": "B", "quote": "lay"}):
        answer = Client().post(address_in(open_team), {"body": "Hm.", "name": "Anna", **wrong})
        assert answer.status_code == 422
        assert 'value="Anna"' in answer.content.decode()
    assert not Sending.objects.exists()


def test_only_where_it_is_wished_for_and_not_too_often(open_team: Team) -> None:
    assert [send(open_team) for _ in range(6)] == [200] * 5 + [429]
    Showing.objects.update(takes_words=False)
    assert send(open_team) == 404
    assert "data-saying" not in Client().get(f"{address_in(open_team, '')}?marks=off").content.decode()


def test_a_form_of_another_site_is_refused(open_team: Team) -> None:
    headers = {"Sec-Fetch-Site": "cross-site"}
    assert Client().post(address_in(open_team), {"body": "Buy!"}, headers=headers).status_code == 403


def test_editors_decide_once(open_team: Team) -> None:
    send(open_team)
    sending = Sending.objects.get()
    with pytest.raises(NotAllowed):
        take_words(actor=open_team.reviewer, sending=sending)
    refuse_words(actor=open_team.editor, sending=sending)
    with pytest.raises(Conflict):
        take_words(actor=open_team.editor, sending=sending)


def test_blocks_of_addresses() -> None:
    assert address_block("192.0.2.77") == "192.0.2.0/24"
    assert address_block("2001:db8::/64") == "2001:db8::/64"
    assert address_block("") == ""


def test_a_passage_is_framed_only_where_it_is_switched_on(open_team: Team) -> None:
    framed = Client().get(address_in(open_team, "embed/"))
    assert framed.status_code == 200
    assert "X-Frame-Options" not in framed
    assert "frame-ancestors *" in framed["Content-Security-Policy"]
    assert Client().get(address_in(open_team, ""))["X-Frame-Options"] == "DENY"
    show_work(actor=open_team.owner, work=open_team.work, version=2, wishes=ShowingWishes(is_framed=False))
    assert Client().get(address_in(open_team, "embed/")).status_code == 404


def test_search_engines_are_told_what_is_public() -> None:
    said = Client().get("/robots.txt").content.decode()
    assert "Allow: /read/" in said
    assert said.endswith("Disallow: /\n")
