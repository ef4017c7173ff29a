"""No route hides another: an address leads back to the route it is made of, and to that one alone."""

import re

import pytest
from django.urls import resolve, reverse

from tests.access.world import routes
from workbench.web.papers.reading import GUIDES

PATTERNS = dict(routes())
PART = re.compile(r"<(?:(\w+):)?(\w+)>")
# What each kind of part takes, and what may stand there: words, numbers, what other routes are called.
TAKES = {"int": "[0-9]+", "pk": "[0-9]{1,18}", "slug": "[-a-zA-Z0-9_]+", "str": "[^/]+"}
HOLDS: dict[str, tuple[object, ...]] = {
    "int": (2, 2147483647, 1),
    "pk": (2, 2147483647, 1),
    "slug": ("a-letter", "12", "new"),
    "str": ("a.b:1-c", "12", "new"),
}
KNOWN = {("web:measures", "papers:guide")}  # a guide that would be called "measures"


def parts_of(name: str, number: int) -> dict[str, object]:
    """Return something for each part of a route."""
    return {part: HOLDS[kind or "str"][number] for kind, part in PART.findall(PATTERNS[name])}


def takes(name: str, address: str) -> bool:
    """Tell whether a route alone, with no other before it, would take an address."""
    pattern, at, taken = PATTERNS[name], 0, ""
    for part in PART.finditer(pattern):
        taken += re.escape(pattern[at : part.start()]) + TAKES[part[1] or "str"]
        at = part.end()
    return re.fullmatch(taken + re.escape(pattern[at:]), address) is not None


def test_no_two_routes_have_one_name() -> None:
    assert len(PATTERNS) == len(list(routes())) > 250


@pytest.mark.parametrize("number", range(3))
@pytest.mark.parametrize("name", PATTERNS)
def test_an_address_leads_back_to_its_route(name: str, number: int) -> None:
    parts = parts_of(name, number)
    found = resolve(reverse(name, kwargs=parts))
    assert (found.view_name, found.kwargs) == (name, parts)


@pytest.mark.parametrize("name", PATTERNS)
def test_an_address_is_taken_by_no_other_route(name: str) -> None:
    address = reverse(name, kwargs=parts_of(name, 0)).removeprefix("/")
    assert takes(name, address)
    others = {(name, other) for other in PATTERNS if other != name and takes(other, address)}
    assert others <= KNOWN


def test_what_one_route_takes_from_another_is_never_asked_of_it() -> None:
    assert "measures" not in GUIDES
