"""ETags, idempotency keys, cursors, rates: how the API keeps its word over HTTP."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tests.factories import make_work, passage_of, variant_of
from workbench.accounts.models import IdempotentRequest, Membership
from workbench.corpus.models import Variant
from workbench.review.actions import open_thread
from workbench.review.anchoring import AnchorRequest
from workbench.review.models import Comment

pytestmark = pytest.mark.slow  # left out of `make check`


@pytest.fixture
def owner(team: Any, script: Any) -> Any:
    return script(team.owner)


@pytest.fixture
def variant(team: Any) -> str:
    return f"variants/{variant_of(team.work, '1', 'A').pk}/"


# --- ETags ------------------------------------------------------------------------------------------
def test_what_the_client_holds_is_not_sent_again(owner: Any, variant: str) -> None:
    for address in (variant, "works/", "me/", "passages/?include=variants"):
        first = owner.get(address)
        again = owner.get(address, If_None_Match=first["ETag"])
        assert (again.status_code, again.content, again["ETag"]) == (304, b"", first["ETag"])
        assert owner.get(address, If_None_Match=f'"x", W/{first["ETag"]}').status_code == 304
        assert owner.get(address, If_None_Match='"x"').status_code == 200


def test_head_answers_as_get_does_without_the_body(owner: Any, variant: str) -> None:
    for address in (variant, "works/", "works/a-small-work/export/"):
        head = owner.send("HEAD", address)
        assert (head.status_code, head.content, head["ETag"]) == (200, b"", owner.get(address)["ETag"])


def test_an_etag_changes_with_the_answer(owner: Any, variant: str) -> None:
    listed, held = owner.get("variants/")["ETag"], owner.get(variant)["ETag"]
    owner.patch(variant, {"text": "New."}, If_Match=held)
    assert owner.get("variants/", If_None_Match=listed).status_code == 200
    assert owner.get(variant, If_None_Match=held).status_code == 200


def test_a_guarded_write_without_if_match_is_a_428(owner: Any, variant: str) -> None:
    refused = owner.patch(variant, {"text": "New."})
    assert (refused.status_code, refused.json()["code"]) == (428, "if_match_required")


@pytest.mark.parametrize(
    ("header", "status"),
    [
        ('"1"', 200),
        ('"0", "1"', 200),
        ("*", 200),
        ('"2"', 412),
        ('W/"1"', 412),
        ('"one"', 412),
        ("1", 400),
        ("", 400),
        ('"1', 400),
        ('"1" "2"', 400),
    ],
)
def test_if_match_names_the_version_held(owner: Any, variant: str, header: str, status: int) -> None:
    assert owner.patch(variant, {"text": "New."}, If_Match=header).status_code == status


def test_role_comes_before_staleness(team: Any, script: Any, variant: str) -> None:
    assert script(team.reader).patch(variant, {"text": "New."}, If_Match='"7"').status_code == 403


# --- idempotency ------------------------------------------------------------------------------------
def comment(team: Any, body: str = "b") -> dict[str, Any]:
    return {"passage": passage_of(team.work).pk, "body": body}


def test_a_post_sent_again_has_no_second_effect(team: Any, owner: Any) -> None:
    first = owner.post("comments/", comment(team), Idempotency_Key="k1")
    again = owner.post("comments/", comment(team), Idempotency_Key="k1")
    assert (again.status_code, again.json(), again["Location"]) == (201, first.json(), first["Location"])
    assert (again["Idempotency-Replayed"], again["ETag"]) == ("true", first["ETag"])
    assert "Idempotency-Replayed" not in first
    assert Comment.objects.count() == 1


def test_a_key_does_not_serve_for_another_request(team: Any, owner: Any) -> None:
    owner.post("comments/", comment(team), Idempotency_Key="k1")
    for other in (comment(team, "c"), {**comment(team), "severity": "major"}):
        refused = owner.post("comments/", other, Idempotency_Key="k1")
        assert (refused.status_code, refused.json()["code"]) == (422, "idempotency_key_reused")
    assert owner.post("diff/", comment(team), Idempotency_Key="k1").status_code in {400, 422}
    assert Comment.objects.count() == 1


def test_keys_belong_to_people(team: Any, owner: Any, script: Any) -> None:
    owner.post("comments/", comment(team), Idempotency_Key="k1")
    assert script(team.editor).post("comments/", comment(team), Idempotency_Key="k1").status_code == 201
    assert Comment.objects.count() == 2


def test_a_refused_request_may_be_sent_again_corrected(team: Any, owner: Any) -> None:
    assert owner.post("comments/", comment(team, " "), Idempotency_Key="k1").status_code == 422
    assert owner.post("comments/", comment(team), Idempotency_Key="k1").status_code == 201


def test_a_key_is_forgotten_after_a_day(team: Any, owner: Any) -> None:
    owner.post("comments/", comment(team), Idempotency_Key="k1")
    IdempotentRequest.objects.update(created_at=timezone.now() - timedelta(hours=25))
    owner.post("comments/", comment(team), Idempotency_Key="k1")
    assert Comment.objects.count() == 2


def test_an_answer_is_not_repeated_to_somebody_who_may_read_its_thing_no_longer(team: Any, script: Any) -> None:
    reviewer = script(team.reviewer)
    given = comment(team, "whispered")
    assert reviewer.post("comments/", given, Idempotency_Key="k1").status_code == 201
    Membership.objects.filter(user=team.reviewer).delete()
    again = reviewer.post("comments/", given, Idempotency_Key="k1")
    assert (again.status_code, again.json()["code"]) == (404, "not_found")
    assert "whispered" not in again.content.decode()


def test_an_answer_about_what_was_deleted_is_not_repeated(team: Any, owner: Any) -> None:
    given = comment(team, "whispered")
    made = owner.post("comments/", given, Idempotency_Key="k1")
    owner.delete(made["Location"], If_Match=made["ETag"])
    assert owner.post("comments/", given, Idempotency_Key="k1").status_code == 404
    work = owner.post("works/", {"workspace": "room", "title": "Gone"}, Idempotency_Key="k2")
    owner.delete(work["Location"], If_Match=work["ETag"])
    assert owner.post("works/", {"workspace": "room", "title": "Gone"}, Idempotency_Key="k2").status_code == 404


def test_what_was_done_to_a_thing_is_repeated_while_the_thing_can_be_read(team: Any, script: Any) -> None:
    variant = Variant.objects.get(work=team.work, passage__reference="1", translation__siglum="A")
    editor = script(team.editor)
    address = f"variants/{variant.pk}/restore/"
    first = editor.post(address, {"revision": 1}, If_Match='"1"', Idempotency_Key="k1")
    again = editor.post(address, {"revision": 1}, If_Match='"1"', Idempotency_Key="k1")
    assert (first.status_code, again.status_code, again.json()) == (200, 200, first.json())
    Membership.objects.filter(user=team.editor).delete()
    assert editor.post(address, {"revision": 1}, If_Match='"1"', Idempotency_Key="k1").status_code == 404


@pytest.mark.parametrize("key", ["", "a b", "é", "x" * 256])
def test_a_key_is_visible_ascii(team: Any, owner: Any, key: str) -> None:
    refused = owner.post("comments/", comment(team), Idempotency_Key=key)
    assert (refused.status_code, refused.json()["code"]) == (400, "malformed_idempotency_key")


# --- pages ------------------------------------------------------------------------------------------
def all_of(script: Any, address: str) -> list[dict[str, Any]]:
    """Follow `next` to the end."""
    found = []
    while address:
        page = script.get(address).json()
        found += page["results"]
        address = page["next"]
    return found


def test_pages_hold_every_row_once_in_order(team: Any, owner: Any) -> None:
    make_work(team.owner, team.workspace, {"A": [str(n) for n in range(7)], "B": ["x"] * 7}, title="Second")
    for name in ("works", "translations", "passages", "variants"):
        whole = owner.get(f"{name}/").json()["results"]
        assert len(whole) > 1
        assert all_of(owner, f"{name}/?page_size=2") == whole
        assert all_of(owner, f"{name}/?page_size=1") == whole
    assert [one["reference"] for one in all_of(owner, "passages/?work=second&page_size=3")] == list("1234567")


def test_history_is_paged_from_the_newest(owner: Any, variant: str) -> None:
    for number in range(1, 5):
        owner.patch(variant, {"text": f"State {number}"}, If_Match=f'"{number}"')
    assert [one["number"] for one in all_of(owner, f"{variant}revisions/?page_size=2")] == [5, 4, 3, 2, 1]


def test_a_cursor_cannot_be_made_up_or_used_elsewhere(owner: Any) -> None:
    address = owner.get("variants/?page_size=1").json()["next"]
    cursor = address.partition("cursor=")[2]
    assert owner.get(f"variants/?cursor={cursor}").status_code == 200
    tampered = cursor[:-1] + ("A" if cursor[-1] != "A" else "B")
    for bad in (f"variants/?cursor={tampered}", f"passages/?cursor={cursor}", f"variants/?passage=1&cursor={cursor}"):
        refused = owner.get(bad)
        assert (refused.status_code, refused.json()["code"]) == (400, "bad_cursor")


# --- rates ------------------------------------------------------------------------------------------
def test_beyond_the_rate_there_is_a_429(owner: Any, team: Any, script: Any, settings: Any) -> None:
    settings.API_RATES = {"anonymous": (1, 3600), "read": (3, 3600), "write": (1, 3600)}
    assert [owner.get("me/").status_code for _ in range(4)] == [200, 200, 200, 429]
    assert [owner.post("diff/", {"left": "a", "right": "b"}).status_code for _ in range(2)] == [200, 429]
    assert script(team.reader).get("me/").status_code == 200
    refused = owner.get("me/")
    assert refused.json()["code"] == "throttled"
    assert 0 < int(refused["Retry-After"]) <= 3600


def test_strangers_are_counted_by_address(team: Any, script: Any, settings: Any) -> None:
    settings.API_RATES = {"anonymous": (1, 3600), "read": (3, 3600), "write": (1, 3600)}
    stranger = script(None)
    assert [stranger.get("me/", Authorization="Bearer x").status_code for _ in range(2)] == [401, 429]
    assert stranger.get("me/", X_Forwarded_For="9.9.9.9").status_code == 429


# --- numbers of queries -----------------------------------------------------------------------------
LISTS = [
    "works/",
    "translations/",
    "passages/",
    "passages/?include=variants",
    "variants/",
    "threads/",
    "comments/",
    "variants/{variant}/revisions/",
]


@pytest.mark.parametrize("address", LISTS)
def test_a_list_takes_as_many_queries_for_thirty_rows_as_for_one(team: Any, owner: Any, address: str) -> None:
    variant = variant_of(team.work, "1", "A")
    for number in range(30):
        make_work(team.owner, team.workspace, {"A": ["a"], "B": ["b"]}, title=f"Work {number}")
        anchors = [AnchorRequest(variant, quote="mat")]
        open_thread(actor=team.owner, passage=variant.passage, body="b", anchors=anchors, suggestion=f"rug {number}")
        owner.patch(f"variants/{variant.pk}/", {"text": f"The mat {number}."}, If_Match=f'"{number + 1}"')
        variant.refresh_from_db()
    address = address.format(variant=variant.pk)
    joint = "&" if "?" in address else "?"
    owner.get("me/")  # the first request of a minute also clears away old counters
    counts = []
    for size in (1, 30):
        with CaptureQueriesContext(connection) as queries:
            rows = owner.get(f"{address}{joint}page_size={size}").json()["results"]
        assert len(rows) == size
        counts.append(len(queries))
    assert counts[0] == counts[1] <= 14
