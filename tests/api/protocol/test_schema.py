"""The OpenAPI document: well-formed, whole, and true."""

from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import jsonschema
import pytest
from drf_spectacular.validation import validate_schema
from openapi_python_client.parser.responses import _source_by_content_type

from workbench.api.protocol.fields import Schema
from workbench.api.protocol.openapi.describing import describe_api
from workbench.api.urls import urlpatterns

FORMER = {"realign"}
"""Addresses that things had once: taken, and described nowhere."""
METHODS = {"get", "post", "patch", "delete"}


def operations() -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Yield every operation described: path, method, description."""
    for path, methods in describe_api()["paths"].items():
        for method, described in methods.items():
            yield path, method, described


def test_the_document_is_openapi_31() -> None:
    assert describe_api()["openapi"] == "3.1.0"
    validate_schema(describe_api())  # type: ignore[no-untyped-call]


def test_every_route_and_method_is_described() -> None:
    routes = {
        (pattern.name, method)
        for pattern in urlpatterns
        if pattern.name not in {"nowhere", "schema", "docs", *FORMER}
        for method in METHODS
        if hasattr(pattern.callback.cls, method)  # type: ignore[attr-defined]
    }
    assert len(list(operations())) == len(routes)
    names = [described["operationId"] for _, _, described in operations()]
    assert len(set(names)) == len(names)


def test_every_body_has_an_example_that_fits() -> None:
    for _, _, described in operations():
        for kind, content in described.get("requestBody", {"content": {}})["content"].items():
            if kind == "application/json":
                schema = {**content["schema"], "components": describe_api()["components"]}
                jsonschema.Draft202012Validator(schema).validate(content["example"])


def test_every_body_has_a_schema_of_its_own_name() -> None:
    bodies = [
        content["schema"]
        for _, _, described in operations()
        for content in described.get("requestBody", {"content": {}})["content"].values()
    ]
    assert bodies
    assert [schema for schema in bodies if set(schema) != {"$ref"}] == []
    names = [kind.__name__ for kind in set(_schemas(Schema))]
    assert [name for name in names if names.count(name) > 1] == []


def _schemas(kind: type[Schema]) -> Iterator[type[Schema]]:
    for one in kind.__subclasses__():
        yield one
        yield from _schemas(one)


def test_a_file_is_binary() -> None:
    body = describe_api()["components"]["schemas"]["NewImportBody"]
    assert body["properties"]["file"]["format"] == "binary"


def test_every_answer_has_a_media_type_that_generated_clients_know() -> None:
    """A generator that knows none of an answer's types leaves it out of the client, with a warning."""
    config: Any = SimpleNamespace(content_type_overrides={})
    answers = [
        (f"{method} {path} {status}", list(answer["content"]))
        for path, method, stated in operations()
        for status, answer in stated["responses"].items()
        if "content" in answer
    ]
    assert len(answers) > 100
    assert [
        (name, media) for name, media in answers if not any(_source_by_content_type(one, config) for one in media)
    ] == []


def test_every_reference_leads_somewhere() -> None:
    components = describe_api()["components"]
    waiting: list[Any] = [describe_api()]
    while waiting:
        found = waiting.pop()
        if isinstance(found, dict):
            if reference := found.get("$ref"):
                _, _, kind, name = reference.split("/")
                assert name in components[kind]
            waiting += found.values()
        elif isinstance(found, list):
            waiting += found


def test_everything_that_is_described_says_what_it_is() -> None:
    for _, _, described in operations():
        assert described["summary"]
        assert described["description"]
    for name, schema in describe_api()["components"]["schemas"].items():
        assert schema["description"], name


@pytest.mark.django_db
def test_the_document_is_open_to_everybody(script: Any) -> None:
    answer = script(None).get("schema/")
    assert (answer.status_code, answer.json()) == (200, describe_api())
    openapi = "application/vnd.oai.openapi+json"
    assert script(None).get("schema/", Accept=openapi)["Content-Type"] == openapi


@pytest.mark.django_db
def test_the_page_about_the_api_brings_its_own_files_under_a_strict_policy(script: Any) -> None:
    page = script(None).get("docs/")
    assert page.status_code == 200
    assert b"swagger-ui-bundle.js" in page.content
    assert b'<a href="/">' in page.content  # the way back
    assert b"<script>" not in page.content
    assert script(None).post("docs/").json()["code"] == "method_not_allowed"
    assert "'unsafe" not in page["Content-Security-Policy"]
    assert "http" not in page["Content-Security-Policy"]
