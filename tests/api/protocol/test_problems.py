"""Every error is a problem of RFC 9457, and none is a 500."""

import logging
from typing import Any

import pytest

from tests.api.conftest import places
from tests.factories import passage_of, variant_of

MEMBERS = {"type", "title", "status", "detail", "instance", "code", "errors"}


def check(response: Any, status: int, code: str) -> None:
    """Assert that the answer is the problem expected, whole and well-formed."""
    assert (response.status_code, response["Content-Type"]) == (status, "application/problem+json")
    shown = response.json()
    assert set(shown) == MEMBERS
    assert (shown["type"], shown["status"], shown["code"]) == ("about:blank", status, code)
    assert shown["instance"].startswith("/api/v1/")
    assert shown["title"]
    assert shown["detail"]


@pytest.fixture
def owner(team: Any, script: Any) -> Any:
    return script(team.owner)


@pytest.mark.parametrize(
    "address", ["nowhere/", "", "works", "works/9/9/", "variants/٣/", "variants/-1/", "variants/1e3/"]
)
@pytest.mark.parametrize("method", ["GET", "POST", "DELETE", "OPTIONS"])
def test_an_address_with_nothing_there_is_a_404(owner: Any, address: str, method: str) -> None:
    check(owner.send(method, address), 404, "not_found")


def test_an_id_that_no_integer_holds_is_a_404(owner: Any) -> None:
    check(owner.get(f"variants/{10**18 - 1}/"), 404, "not_found")
    check(owner.get(f"variants/{10**30}/"), 404, "not_found")


def test_a_method_that_is_not_there_is_a_405_naming_those_that_are(owner: Any) -> None:
    refused = owner.send("PUT", "works/", {})
    check(refused, 405, "method_not_allowed")
    assert refused["Allow"] == "GET, POST, HEAD"
    check(owner.send("OPTIONS", "works/"), 405, "method_not_allowed")
    check(owner.send("TRACE", "works/"), 405, "method_not_allowed")


def test_only_json_is_sent(owner: Any) -> None:
    check(owner.get("works/", Accept="text/html"), 406, "not_acceptable")
    assert owner.get("works/", Accept="text/html, */*;q=0.1")["Content-Type"] == "application/json"


def test_only_json_is_read(owner: Any) -> None:
    for kind in ("text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", ""):
        check(owner.post("diff/", b'{"left": "a", "right": "b"}', Content_Type=kind), 415, "unsupported_media_type")


def test_a_body_that_is_too_large_is_a_413(owner: Any) -> None:
    body = {"left": "a" * 3_000_000, "right": "b"}
    check(owner.post("diff/", body), 413, "too_large")
    check(owner.post("diff/", body, Idempotency_Key="k"), 413, "too_large")


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (b"{", "malformed"),
        (b"", "malformed"),
        (b"[" * 100_000 + b"]" * 100_000, "too_deep"),
        (b'{"left":' * 100_000 + b"1" + b"}" * 100_000, "too_deep"),
        (b'{"left": NaN}', "malformed"),
        (b'{"left": Infinity}', "malformed"),
        (b'{"left": ' + b"9" * 5000 + b"}", "malformed"),
        (b'{"left": "a", "left": "b"}', "malformed"),
        (b'{"left": "\xff"}', "not_utf_8"),
        ('{"left": "a"}'.encode("utf-16"), "not_utf_8"),
        (b"[]", "malformed"),
        (b"null", "malformed"),
        (b'"text"', "malformed"),
    ],
)
def test_a_body_that_is_no_json_object_is_a_400(owner: Any, body: bytes, code: str) -> None:
    check(owner.post("diff/", body), 400, code)


@pytest.mark.parametrize("depth", [400, 700, 900, 950, 990])
def test_a_body_nested_less_deeply_than_the_reader_bears_is_a_400_too(owner: Any, depth: int) -> None:
    refused = owner.post("diff/", b'{"left": ' + b"[" * depth + b"]" * depth + b"}")
    assert refused.status_code == 400


@pytest.mark.parametrize("character", ["\x00", "\x1b", "\ud800", "\ufdd0", "\uffff", "\U0010ffff"])
def test_characters_that_may_not_be_stored_are_refused_where_they_stand(owner: Any, team: Any, character: str) -> None:
    refused = owner.post("diff/", {"left": f"a{character}", "right": "b"})
    check(refused, 422, "invalid_character")
    assert places(refused) == [("/left", "invalid_character")]
    refused = owner.post("diff/", {"left": "a", f"a{character}/~": "b"})
    check(refused, 422, "invalid_character")
    body = {"passage": passage_of(team.work).pk, "body": "b", "anchors": [{"variant": 1, "prefix": character}]}
    refused = owner.post("comments/", body)
    check(refused, 422, "invalid_character")
    assert places(refused) == [("/anchors/0/prefix", "invalid_character")]


def test_names_that_nobody_knows_are_refused(owner: Any) -> None:
    refused = owner.post("diff/", {"left": "a", "right": "b", "colour/~": "red"})
    check(refused, 400, "malformed")
    assert places(refused) == [("/colour~1~0", "unknown")]
    refused = owner.get("works/?colour=red")
    check(refused, 400, "bad_parameter")
    assert places(refused) == [("colour", "unknown")]
    check(owner.get("me/?page_size=3"), 400, "bad_parameter")
    check(owner.get("works/?workspace=a&workspace=b"), 400, "bad_parameter")


@pytest.mark.parametrize(
    "query",
    [
        "page_size=0",
        "page_size=201",
        "page_size=1.5",
        "page_size=-1",
        "page_size=",
        "page_size=%D9%A3",
        f"page_size={10**40}",
        "passage=1e3",
        "passage=-1",
        f"passage={2**63}",
        "passage=%00",
        "work=%00",
        "work=%EF%BF%BF",
        "cursor=x",
        "cursor=%00",
    ],
)
def test_parameters_that_are_not_what_is_expected_are_a_400(owner: Any, query: str) -> None:
    refused = owner.get(f"variants/?{query}")
    assert refused.status_code == 400
    assert places(refused)[0][0] == query.partition("=")[0]


@pytest.mark.parametrize("value", [None, 1, 1.5, True, [], {}, [["a"]], {"a": 1}])
def test_a_member_of_another_type_is_a_400(owner: Any, value: Any) -> None:
    refused = owner.post("diff/", {"left": value, "right": "b"})
    check(refused, 400, "malformed")
    assert [place for place, _ in places(refused)] == ["/left"]


@pytest.mark.parametrize("value", ["1", 1.0, 1.5, -1, True, None, 2**63, 10**400, [], {}])
def test_an_id_of_another_type_is_a_400(owner: Any, value: Any) -> None:
    refused = owner.post("comments/", {"passage": value, "body": "b"})
    check(refused, 400, "malformed")
    assert [place for place, _ in places(refused)] == ["/passage"]


def test_offsets_beyond_the_text_are_a_422(owner: Any, team: Any) -> None:
    passage, variant = passage_of(team.work), variant_of(team.work, "1", "A")
    for start, end in ((0, 0), (3, 2), (0, 10**6), (2**31 - 2, 2**31 - 1)):
        anchor = {"variant": variant.pk, "start": start, "end": end}
        refused = owner.post("comments/", {"passage": passage.pk, "body": "b", "anchors": [anchor]})
        check(refused, 422, "out_of_range")
    assert owner.get("threads/").json()["results"] == []


def test_a_text_that_is_too_long_is_a_422(owner: Any, team: Any) -> None:
    variant = variant_of(team.work, "1", "A")
    refused = owner.patch(f"variants/{variant.pk}/", {"text": "a" * 250_001}, If_Match='"1"')
    check(refused, 422, "too_long")
    assert places(refused) == [("/text", "too_long")]


def test_a_change_of_nothing_is_a_400(owner: Any, team: Any) -> None:
    check(owner.patch(f"variants/{variant_of(team.work, '1', 'A').pk}/", {}, If_Match='"1"'), 400, "malformed")


def test_a_long_array_is_refused_before_it_is_read(owner: Any, team: Any) -> None:
    body = {"passage": passage_of(team.work).pk, "body": "b", "anchors": [{}] * 100_000}
    refused = owner.post("comments/", body)
    check(refused, 400, "malformed")
    assert places(refused) == [("/anchors", "max_length")]


@pytest.mark.urls("tests.api.protocol.broken_urls")
def test_what_nobody_foresaw_is_a_500_that_tells_nothing(owner: Any, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.ERROR):
        failed = owner.get("broken/")
    check(failed, 500, "internal_error")
    assert "secret" not in failed.content.decode()
    assert "a secret detail" in caplog.text
