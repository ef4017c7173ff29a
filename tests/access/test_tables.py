"""Every table that is sent says in which characters it is written: wherever pages or API send one."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.urls import URLPattern, URLResolver, get_resolver

from tests.access.test_every_route import path_of, visit
from tests.access.world import World, take_world
from workbench.corpus.models import Job
from workbench.interchange.registry import FORMATS

TABLES = {"text/csv", "text/tab-separated-values"}
NAMES = [name for name, form in FORMATS.items() if form.media_type in TABLES]
PAGES = {
    "web:search": ["?q=cat&format=csv"],
    "web:differences": ["?format=csv"],
    "web:checks": ["?format=csv"],
    "web:terms": ["?format=csv"],
    "web:report": ["?format=csv"],
    "web:renderings": ["?word=cat&format=csv", "?in=A&format=csv"],
    "web:frozen_file": [f"?format={name}" for name in NAMES],
    "web:job_file": [""],
}
ASKED = {"api:renderings": "&word=cat", "api:job-file": ""}


@pytest.fixture
def world(db: None) -> World:
    """Return a team with one of everything, in which an export made a table."""
    world = take_world()
    made = {"kind": "export", "state": "done", "media_type": "text/csv", "file_name": "a.csv", "data": b"a"}
    Job.objects.filter(pk=world.keys["job"]).update(**made)
    return world


def tables_of_the_api() -> Iterator[str]:
    """Yield the names of the routes whose operations say that they send a table."""
    entries = [entry for entry in get_resolver().url_patterns if isinstance(entry, URLResolver)]
    (api,) = [entry for entry in entries if entry.namespace == "api"]
    for route in api.url_patterns:
        assert isinstance(route, URLPattern)
        handler = getattr(getattr(route.callback, "cls", None), "get", None)
        if TABLES & set(getattr(getattr(handler, "operation", None), "media", ())):
            yield f"api:{route.name}"


def charset_of(world: World, url: str) -> Any:
    answer = visit(world, "owner", url)
    assert answer.status_code == 200, url
    return answer["Content-Type"].partition(";")[0] in TABLES, answer["Content-Type"].partition("; ")[2]


@pytest.mark.parametrize("name", sorted(tables_of_the_api()))
def test_tables_of_the_api_name_their_charset(world: World, name: str) -> None:
    wanted = NAMES if name in {"api:export", "api:frozen"} else ["csv"]
    for form in wanted:
        query = ASKED.get(name, "")
        url = path_of(world, name).partition("?")[0] + ("" if name == "api:job-file" else f"?format={form}{query}")
        assert charset_of(world, url) == (True, "charset=utf-8")


@pytest.mark.parametrize("name", PAGES)
def test_tables_of_the_pages_name_their_charset(world: World, name: str) -> None:
    for query in PAGES[name]:
        url = path_of(world, name).partition("?")[0] + query
        assert charset_of(world, url) == (True, "charset=utf-8")


@pytest.mark.parametrize("form", NAMES)
def test_works_are_taken_out_as_tables_that_name_their_charset(world: World, form: str) -> None:
    url = path_of(world, "web:download").replace("/bundle/", f"/{form}/")
    assert charset_of(world, url) == (True, "charset=utf-8")
