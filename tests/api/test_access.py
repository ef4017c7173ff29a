"""Who gets in: tokens and their scopes, sessions and CSRF; and that what is private is not there."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from tests.factories import PASSWORD, passage_of, variant_of
from workbench.accounts.actions import make_token, revoke_token
from workbench.accounts.models import ApiToken

pytestmark = pytest.mark.slow  # left out of `make check`


def test_without_a_token_there_is_only_a_challenge(team: Any, script: Any) -> None:
    refused = script(None).get("works/")
    assert (refused.status_code, refused.json()["code"]) == (401, "not_authenticated")
    assert refused["WWW-Authenticate"] == 'Bearer realm="translation-workbench"'


@pytest.mark.parametrize("secret", ["tcw_wrong", "", "é", "tcw_" + "x" * 10_000])
def test_a_wrong_token_is_refused(team: Any, script: Any, secret: str) -> None:
    refused = script(None).get("works/", Authorization=f"Bearer {secret}")
    assert (refused.status_code, refused.json()["code"]) == (401, "authentication_failed")
    assert 'error="invalid_token"' in refused["WWW-Authenticate"]


def test_expired_and_revoked_tokens_and_those_of_people_who_left_are_refused(team: Any, script: Any) -> None:
    token, secret = make_token(actor=team.editor, name="t", scopes=["read"], expires_at=None)
    stranger = script(None)
    assert stranger.get("works/", Authorization=f"Bearer {secret}").status_code == 200
    ApiToken.objects.filter(pk=token.pk).update(expires_at=timezone.now() - timedelta(seconds=1))
    assert stranger.get("works/", Authorization=f"Bearer {secret}").status_code == 401
    ApiToken.objects.filter(pk=token.pk).update(expires_at=None)
    assert stranger.get("works/", Authorization=f"Bearer {secret}").status_code == 200
    revoke_token(actor=team.editor, token=token)
    assert stranger.get("works/", Authorization=f"Bearer {secret}").status_code == 401
    gone = script(team.reader)
    team.reader.is_active = False
    team.reader.save()
    assert gone.get("works/").status_code == 401


def test_scopes_are_steps(team: Any, script: Any) -> None:
    comment = {"passage": passage_of(team.work).pk, "body": "b"}
    revision = ({"text": "New."}, '"1"')
    address = f"variants/{variant_of(team.work, '1', 'A').pk}/"
    reading, commenting, writing = (script(team.owner, scope) for scope in ("read", "comment", "write"))
    assert [one.post("comments/", comment).status_code for one in (reading, commenting, writing)] == [403, 201, 201]
    refused = reading.post("comments/", comment)
    assert refused.json()["code"] == "insufficient_scope"
    assert 'scope="comment"' in refused["WWW-Authenticate"]
    patched = [
        one.patch(address, revision[0], If_Match=revision[1]).status_code for one in (reading, commenting, writing)
    ]
    assert patched == [403, 403, 200]
    assert reading.post("diff/", {"left": "a", "right": "b"}).status_code == 200


def test_a_token_does_not_reach_beyond_its_owners_role(team: Any, script: Any) -> None:
    comment = {"passage": passage_of(team.work).pk, "body": "b"}
    refused = script(team.reader, "write").post("comments/", comment)
    assert (refused.status_code, refused.json()["code"]) == (403, "not_allowed")


def test_a_browser_needs_its_csrf_token_to_write(team: Any) -> None:
    browser = Client(enforce_csrf_checks=True)
    browser.login(username="owner", password=PASSWORD)
    assert browser.get("/api/v1/works/").status_code == 200
    body = {"left": "a", "right": "b"}
    refused = browser.post("/api/v1/diff/", body, content_type="application/json")
    assert (refused.status_code, refused.json()["code"]) == (403, "csrf_failed")
    browser.cookies["csrftoken"] = "x" * 32
    allowed = browser.post("/api/v1/diff/", body, content_type="application/json", headers={"X-CSRFToken": "x" * 32})
    assert allowed.status_code == 200


PRIVATE = [
    ("GET", "works/a-small-work/", None),
    ("PATCH", "works/a-small-work/", {"title": "Mine"}),
    ("DELETE", "works/a-small-work/", None),
    ("GET", "translations/{translation}/", None),
    ("PATCH", "translations/{translation}/", {"siglum": "Z"}),
    ("DELETE", "translations/{translation}/", None),
    ("GET", "passages/{passage}/", None),
    ("GET", "passages/{passage}/?include=variants", None),
    ("GET", "passages/{passage}/diff/?left=A&right=B", None),
    ("PATCH", "passages/{passage}/", {"heading": "Z"}),
    ("DELETE", "passages/{passage}/", None),
    ("GET", "variants/{variant}/", None),
    ("PATCH", "variants/{variant}/", {"text": "Z"}),
    ("GET", "variants/{variant}/revisions/", None),
    ("POST", "variants/{variant}/restore/", {"revision": 1}),
    ("POST", "variants/{variant}/confirm/", {}),
    ("POST", "variants/{variant}/resegment/", {"text": "a", "following_text": "b", "following_version": 1}),
    ("GET", "threads/{thread}/", None),
    ("PATCH", "threads/{thread}/", {"state": "resolved"}),
    ("POST", "threads/{thread}/accept/", {"suggestion": 1}),
    ("POST", "threads/{thread}/undo/", {"suggestion": 1}),
    ("POST", "threads/{thread}/reject/", {"suggestion": 1, "reason": "no"}),
    ("GET", "comments/{comment}/", None),
    ("PATCH", "comments/{comment}/", {"body": "Z"}),
    ("DELETE", "comments/{comment}/", None),
    ("POST", "anchors/{anchor}/reattach/", {"variant": 1, "quote": "a"}),
]


@pytest.fixture
def ids(team: Any, script: Any) -> dict[str, int]:
    """Return the ids of things in the team, one of each kind."""
    variant = variant_of(team.work, "1", "A")
    body = {"passage": variant.passage_id, "body": "b", "anchors": [{"variant": variant.pk, "quote": "mat"}]}
    comment = script(team.owner).post("comments/", {**body, "suggestion": "rug"}).json()
    anchor = script(team.owner).get(f"threads/{comment['thread']}/").json()["anchors"][0]["id"]
    named = {"passage": variant.passage_id, "translation": variant.translation_id, "variant": variant.pk}
    return {**named, "thread": comment["thread"], "comment": comment["id"], "anchor": anchor}


@pytest.mark.parametrize(("method", "address", "body"), PRIVATE)
@pytest.mark.parametrize("who", ["outsider", "former"])
def test_what_is_private_answers_as_what_does_not_exist(
    team: Any, script: Any, ids: dict[str, int], who: str, method: str, address: str, body: Any
) -> None:
    stranger = script(getattr(team, who))
    hidden = stranger.send(method, address.format(**ids), body, If_Match='"1"')
    nothing = dict.fromkeys(ids, 999999)
    absent = stranger.send(method, address.replace("a-small-work", "no-work").format(**nothing), body, If_Match='"1"')
    assert (hidden.status_code, absent.status_code) == (404, 404)
    assert {**hidden.json(), "instance": ""} == {**absent.json(), "instance": ""}
    each = {name: hidden[name] for name in ("Content-Length", "X-Request-ID")}
    assert hidden.headers == {**absent.headers, **each}
    assert script(None).send(method, address.format(**ids), body).status_code == 401


@pytest.mark.parametrize("name", ["works", "translations", "passages", "variants", "threads", "comments"])
def test_lists_hold_nothing_private(team: Any, script: Any, ids: dict[str, int], name: str) -> None:
    filters = ["", "?work=a-small-work", "?workspace=room"] if name != "works" else ["", "?workspace=room"]
    for query in filters:
        assert script(team.outsider).get(f"{name}/{query}").json() == {"results": [], "next": None}
        assert script(team.reader).get(f"{name}/{query}").json()["results"]


def test_what_is_private_cannot_be_named_in_a_body(team: Any, script: Any, ids: dict[str, int]) -> None:
    stranger = script(team.outsider)
    for body in ({"thread": ids["thread"], "body": "b"}, {"passage": ids["passage"], "body": "b"}):
        refused = stranger.post("comments/", body)
        assert (refused.status_code, refused.json()["code"]) == (422, "unknown_id")
    assert stranger.post("works/", {"workspace": "room", "title": "t"}).json()["code"] == "unknown_workspace"
    assert stranger.post("passages/", {"work": "a-small-work", "reference": "9"}).json()["code"] == "unknown_work"
