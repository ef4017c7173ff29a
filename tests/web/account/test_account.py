"""The account: name, password, tokens."""

import re

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tests.conftest import Team
from tests.factories import PASSWORD
from workbench.accounts.actions import make_token, revoke_token
from workbench.accounts.models import ApiToken
from workbench.accounts.queries import find_token

EVIL = "<img src=x onerror=alert(1)>"
NEW = "another good phrase 7"


def test_the_account_page_names_workspaces_and_roles(client: Client, team: Team) -> None:
    client.force_login(team.editor)
    text = client.get("/account/").content.decode()
    assert "you are editor" in text
    assert '/workspaces/room/members/"' in text
    assert "elsewhere" not in text


def test_a_name_is_changed(client: Client, team: Team) -> None:
    client.force_login(team.editor)
    assert client.post("/account/name/", {"name": "Edith Editor"}).status_code == 302
    team.editor.refresh_from_db()
    assert str(team.editor) == "Edith Editor"


def test_a_name_with_markup_is_inert_everywhere(client: Client, team: Team) -> None:
    team.editor.name = EVIL
    team.editor.save()
    client.force_login(team.editor)
    for address in ("/account/", "/workspaces/room/members/", "/", "/nothing/"):
        assert EVIL not in client.get(address).content.decode()


def test_a_refused_name_is_shown_with_what_was_expected(client: Client, team: Team) -> None:
    client.force_login(team.editor)
    page = client.post("/account/name/", {"name": "a\u0007b"})
    assert page.status_code == 422
    assert list(page.context["name_form"].errors) == ["name"]


def test_a_token_is_shown_in_one_answer_only(client: Client, team: Team) -> None:
    client.force_login(team.editor)
    page = client.post("/account/tokens/", {"name": "nightly", "scopes": ["read", "comment"], "lifetime": "30"})
    assert page.status_code == 201
    assert "no-store" in page["Cache-Control"]
    (secret,) = set(re.findall(r"tcw_[\w-]+", page.content.decode()))
    token = find_token(secret, now=timezone.now())
    assert token is not None
    assert (token.user, token.name, token.scopes) == (team.editor, "nightly", ["read", "comment"])
    assert token.expires_at is not None
    assert (token.expires_at - timezone.now()).days in {29, 30}
    later = client.get("/account/").content.decode()
    assert "nightly" in later
    assert secret not in later


def test_a_token_without_end_may_be_chosen(client: Client, team: Team) -> None:
    client.force_login(team.editor)
    client.post("/account/tokens/", {"name": "long", "scopes": ["read"], "lifetime": ""})
    assert ApiToken.objects.get(name="long").expires_at is None


def test_odd_tokens_are_refused(client: Client, team: Team) -> None:
    client.force_login(team.editor)
    for wrong in (
        {"name": "x", "lifetime": "30"},
        {"name": "x", "scopes": ["admin"], "lifetime": "30"},
        {"name": "x", "scopes": ["read"], "lifetime": "-1"},
        {"name": " ", "scopes": ["read"], "lifetime": "30"},
        {"name": "a\u0007b", "scopes": ["read"], "lifetime": "30"},
        {"name": "x" * 101, "scopes": ["read"], "lifetime": "30"},
    ):
        assert client.post("/account/tokens/", wrong).status_code == 422
    assert not ApiToken.objects.exists()


def test_a_token_name_with_markup_is_inert(client: Client, team: Team) -> None:
    client.force_login(team.editor)
    page = client.post("/account/tokens/", {"name": EVIL, "scopes": ["read"], "lifetime": "30"})
    assert page.status_code == 201
    assert EVIL not in page.content.decode() + client.get("/account/").content.decode()


def test_a_token_is_revoked_by_its_owner_alone(client: Client, team: Team) -> None:
    token, secret = make_token(actor=team.editor, name="mine", scopes=["read"], expires_at=None)
    client.force_login(team.owner)
    assert client.post(f"/account/tokens/{token.pk}/revoke/").status_code == 404
    assert find_token(secret, now=timezone.now()) == token
    client.force_login(team.editor)
    page = client.post(f"/account/tokens/{token.pk}/revoke/", follow=True)
    assert "was revoked" in page.content.decode()
    assert find_token(secret, now=timezone.now()) is None
    assert list(page.context["tokens"]) == []


def test_the_account_page_takes_as_many_queries_for_thirty_tokens_as_for_one(client: Client, team: Team) -> None:
    client.force_login(team.editor)
    counts = []
    for wanted in (1, 30):
        while ApiToken.objects.count() < wanted:
            make_token(actor=team.editor, name="t", scopes=["read"], expires_at=None)
        counts.append(_queries(client, "/account/"))
    assert counts[0] == counts[1]


def test_a_password_is_changed_and_other_browsers_are_signed_out(client: Client, team: Team) -> None:
    other = Client()
    other.force_login(team.editor)
    client.force_login(team.editor)
    page = client.post("/account/password/", {"current": PASSWORD, "new": NEW, "again": NEW})
    assert page.status_code == 302
    team.editor.refresh_from_db()
    assert team.editor.check_password(NEW)
    assert client.get("/account/").status_code == 200
    assert other.get("/account/").status_code == 302


def test_tokens_end_with_the_password_where_that_is_wanted(client: Client, team: Team) -> None:
    client.force_login(team.editor)
    make_token(actor=team.editor, name="mine", scopes=["read"], expires_at=None)
    others, _ = make_token(actor=team.owner, name="another's", scopes=["read"], expires_at=None)
    client.post("/account/password/", {"current": PASSWORD, "new": NEW, "again": NEW})
    assert ApiToken.objects.filter(revoked_at=None).count() == 2
    page = client.post("/account/password/", {"current": NEW, "new": PASSWORD, "again": PASSWORD, "tokens": "on"})
    assert page.status_code == 302
    assert ApiToken.objects.get(revoked_at=None) == others


def test_a_password_is_not_changed_without_the_present_one(client: Client, team: Team) -> None:
    client.force_login(team.editor)
    for typed, field in (
        ({"current": "guess", "new": NEW, "again": NEW}, "current"),
        ({"current": PASSWORD, "new": NEW, "again": "slip"}, "again"),
        ({"current": PASSWORD, "new": "12345678", "again": "12345678"}, "new"),
        ({"current": PASSWORD, "new": "editor1", "again": "editor1"}, "new"),
    ):
        page = client.post("/account/password/", typed)
        assert (page.status_code, list(page.context["form"].errors)) == (422, [field])
        assert typed["new"] not in page.content.decode()
    team.editor.refresh_from_db()
    assert team.editor.check_password(PASSWORD)


def test_guessing_the_present_password_ends(client: Client, team: Team) -> None:
    client.force_login(team.editor)
    answers = [
        client.post("/account/password/", {"current": "guess", "new": NEW, "again": NEW}).status_code for _ in range(21)
    ]
    assert (answers[19], answers[20]) == (422, 429)


def test_a_revoked_token_stays_revoked(team: Team) -> None:
    token, _ = make_token(actor=team.editor, name="mine", scopes=["read"], expires_at=None)
    first = revoke_token(actor=team.editor, token=token).revoked_at
    assert revoke_token(actor=team.editor, token=token).revoked_at == first


def _queries(client: Client, address: str) -> int:
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address).status_code == 200
    return len(queries)
