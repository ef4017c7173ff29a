"""Every member of every body and every parameter of every query, filled with what nobody expects.

Whatever comes: never a 500, every refusal is a problem, nothing is locked up, and every list answers 200 afterwards.
"""

from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

import pytest

from tests.factories import variant_of
from workbench.api.protocol.openapi.describing import describe_api

NESTED: Any = []
for _ in range(300):
    NESTED = [NESTED]
VALUES: list[Any] = [
    "\x00",
    "a\ud800b",
    "\ufdd0",
    "\U0001fffe",
    "\x1b[31m",
    "",
    " ",
    "\n\t",
    "a\r\nb",
    "\u202eabc\u2066",
    "١٢",
    "1e3",
    "-1",
    "'; DROP TABLE corpus_work; --",
    "<img src=x onerror=alert(1)>",
    "../../../etc/passwd",
    "%00%ff",
    "é" * 1000,
    "🏳️‍🌈" * 50,
    None,
    True,
    1.5,
    -1,
    0,
    2**31,
    2**63,
    10**400,
    [],
    {},
    [None],
    {"$ne": None},
    NESTED,
]
LISTS = ["works/", "translations/", "passages/?include=variants", "variants/", "threads/", "comments/", "imports/"]


def bodies() -> Iterator[tuple[str, str, dict[str, Any], list[str]]]:
    """Yield every operation with a JSON body: method, path, example, members."""
    for path, methods in describe_api()["paths"].items():
        for method, described in methods.items():
            content = described.get("requestBody", {"content": {}})["content"].get("application/json")
            if content:
                yield method.upper(), path, content["example"], list(_resolved(content["schema"])["properties"])


def _resolved(schema: dict[str, Any]) -> dict[str, Any]:
    """Follow a reference to a named schema."""
    name = schema.get("$ref", "").rpartition("/")[2]
    return describe_api()["components"]["schemas"][name] if name else schema


def queries() -> Iterator[tuple[str, str]]:
    """Yield every parameter of every GET: path, name."""
    for path, methods in describe_api()["paths"].items():
        for parameter in methods.get("get", {}).get("parameters", ()):
            if parameter["in"] == "query":
                yield path, parameter["name"]


@pytest.fixture
def ids(team: Any, script: Any, settings: Any) -> dict[str, Any]:
    settings.API_RATES = dict.fromkeys(settings.API_RATES, (10**9, 60))
    variant = variant_of(team.work, "1", "A")
    body = {"passage": variant.passage_id, "body": "b", "anchors": [{"variant": variant.pk, "quote": "mat"}]}
    comment = script(team.owner).post("comments/", {**body, "suggestion": "rug"}).json()
    anchor = script(team.owner).get(f"threads/{comment['thread']}/").json()["anchors"][0]["id"]
    return {
        "variants": variant.pk,
        "translations": variant.translation_id,
        "passages": variant.passage_id,
        "threads": comment["thread"],
        "comments": comment["id"],
        "anchors": anchor,
        "imports": 1,
    }


def address(path: str, ids: dict[str, Any]) -> str:
    """Fill in what exists."""
    kind = path.split("/")[3]
    return path.replace("{id}", str(ids.get(kind, 1))).replace("{slug}", "a-small-work")


def real(example: dict[str, Any], ids: dict[str, Any]) -> dict[str, Any]:
    """Return an example with ids that exist."""
    known = {"passage": ids["passages"], "variant": ids["variants"], "translation": ids["translations"]}
    named = {"workspace": "room", "work": "a-small-work"}
    filled = {**example, **{name: value for name, value in {**known, **named}.items() if name in example}}
    if "anchors" in filled:
        filled["anchors"] = [{**filled["anchors"][0], "variant": ids["variants"]}]
    return filled


def check(answer: Any, what: object) -> None:
    """Assert that this is an answer one may give."""
    assert answer.status_code < 500, what
    if answer.status_code >= 400:
        assert answer["Content-Type"] == "application/problem+json", what
        assert answer.json()["code"], what


def check_lists(owner: Any) -> None:
    """Assert that nothing that was let in spoils a list."""
    for name in LISTS:
        assert owner.get(name).status_code == 200, name
    for work in owner.get("works/").json()["results"]:
        assert owner.get(f"works/{work['slug']}/export/?workspace={work['workspace']}").status_code == 200


@pytest.mark.slow
@pytest.mark.parametrize(("method", "path", "example", "members"), list(bodies()), ids=lambda part: str(part)[:40])
def test_no_member_of_a_body_breaks_the_api(
    team: Any, script: Any, ids: dict[str, Any], method: str, path: str, example: dict[str, Any], members: list[str]
) -> None:
    owner = script(team.owner)
    for member in members:
        for value in VALUES:
            body = {**real(example, ids), member: value}
            check(owner.send(method, address(path, ids), body, If_Match="*"), (member, value))
    check_lists(owner)


@pytest.mark.slow
@pytest.mark.parametrize("member", ["variant", "start", "end", "quote", "prefix", "suffix", "revision"])
def test_no_member_of_an_anchor_breaks_the_api(team: Any, script: Any, ids: dict[str, Any], member: str) -> None:
    owner = script(team.owner)
    for value in VALUES:
        for place in ({"quote": "mat"}, {"start": 19, "end": 22}):
            anchor = {"variant": ids["variants"], **place, member: value}
            body = {"passage": ids["passages"], "body": "b", "anchors": [anchor]}
            check(owner.post("comments/", body), (member, value))
    check_lists(owner)


@pytest.mark.slow
@pytest.mark.parametrize(("path", "name"), list(queries()))
def test_no_parameter_breaks_the_api(team: Any, script: Any, ids: dict[str, Any], path: str, name: str) -> None:
    owner = script(team.owner)
    sides = [f"{side}=A&" for side in ("left", "right") if side != name]
    needed = "".join(sides) if path.endswith("/diff/") else ""
    for value in [str(value) for value in VALUES]:
        written = quote(value.encode("utf-8", "surrogatepass"))[:5000]
        check(owner.get(f"{address(path, ids)}?{needed}{name}={written}"), (name, value))


@pytest.mark.slow
@pytest.mark.parametrize(
    "header", ["If-Match", "If-None-Match", "Idempotency-Key", "Authorization", "Accept", "Content-Type", "X-CSRFToken"]
)
def test_no_header_breaks_the_api(team: Any, script: Any, ids: dict[str, Any], header: str) -> None:
    owner = script(team.owner)
    values = [
        "",
        " ",
        ",",
        '"',
        '"',
        "*",
        "a/b;q=x",
        ";;;",
        "x" * 10_000,
        "é",
        "\xff",
        "Bearer",
        "Bearer a b",
        "*/*;q=9",
    ]
    values += ["application/json;charset=x", "multipart/form-data", "multipart/form-data; boundary=" + "a" * 300]
    for value in values:
        sent = {header.replace("-", "_"): value}
        check(owner.post("diff/", {"left": "a", "right": "b"}, **sent), value)
        check(owner.patch(f"variants/{ids['variants']}/", {"text": "a"}, **{"If_Match": "*", **sent}), value)
        check(owner.get("works/", **sent), value)
        check(owner.post("imports/", b"--a\r\n", **sent), value)
    check_lists(owner)


@pytest.mark.slow
@pytest.mark.parametrize("member", ["text", "reason"])
def test_three_million_characters_are_a_413(team: Any, script: Any, ids: dict[str, Any], member: str) -> None:
    owner = script(team.owner)
    answer = owner.patch(f"variants/{ids['variants']}/", {member: "x" * 3_000_000}, If_Match="*")
    assert (answer.status_code, answer.json()["code"]) == (413, "too_large")
