"""Readers without an account walk every route: they see what is shown, and never more than who has more rights."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from tests.access.test_every_route import PEOPLE, TABLE, path_of
from tests.access.world import World, routes, take_world
from workbench.accounts.models import Reader
from workbench.accounts.queries import digest_of
from workbench.corpus.models import Passage, Showing, Translation, Variant, Work
from workbench.publishing.models import FrozenState
from workbench.review.actions import revise_variant
from workbench.review.models import Comment, Thread

pytestmark = pytest.mark.slow

KINDS = ("public reader", "link reader")
SECRET = "open sesame"
OPEN = sorted(name for name in TABLE if name.startswith("public:"))
OF_A_WORK = [name for name in OPEN if name not in {"public:library", "public:say"}]
QUERIES = {"public:concordance": "?q=the"}
HIDDEN = ("on the rug", "lay on", "Hidden Translator")
"""What only the translation says, or is said of it, that may not be shown."""


@pytest.fixture
def world(db: None) -> World:
    """Return a team with one of everything, of which one translation may not be shown."""
    world = take_world()
    Translation.objects.filter(work=world.team.work, siglum="B").update(
        shown="not_public", translator="Hidden Translator"
    )
    return world


def expose(world: World, visibility: str, **more: Any) -> None:
    """Show the work; `SECRET` opens it where it is shown by a link."""
    link = digest_of(SECRET) if visibility == "link" else ""
    shown = {
        "workspace": world.team.workspace,
        "visibility": visibility,
        "link_digest": link,
        "is_framed": True,
        **more,
    }
    Showing.objects.update_or_create(work=world.team.work, defaults=shown)


def visit(world: World, kind: str, name: str, method: str = "get") -> Any:
    """Send a request as a public reader, or as one who has the link."""
    address = path_of(world, name).partition("?")[0] + QUERIES.get(name, "")
    if kind == "link reader":
        address += f"{'&' if '?' in address else '?'}link={SECRET}"
    return getattr(Client(raise_request_exception=False), method)(address)


def opened(world: World, kind: str) -> dict[int, list[str]]:
    """Return the routes of a work by what a kind of reader is answered."""
    found: dict[int, list[str]] = {}
    for name in OF_A_WORK:
        found.setdefault(visit(world, kind, name).status_code, []).append(name)
    return found


def test_all_routes_for_readers_are_walked() -> None:
    assert sorted(name for name, _ in routes() if name.startswith("public:")) == OPEN


def test_each_kind_of_reader_reads_what_is_open_to_it(world: World) -> None:
    expected = {"private": (404, 404), "link": (404, 200), "public": (200, 200)}
    for visibility, answers in expected.items():
        expose(world, visibility)
        for kind, answer in zip(KINDS, answers, strict=True):
            assert opened(world, kind) == {answer: OF_A_WORK}, (visibility, kind)


def test_an_ended_or_revoked_link_opens_nothing(world: World) -> None:
    expose(world, "link", link_until=timezone.now())
    assert opened(world, "link reader") == {404: OF_A_WORK}
    expose(world, "link", link_until=None)
    Showing.objects.update(link_digest=digest_of("another"))
    assert opened(world, "link reader") == {404: OF_A_WORK}


@pytest.mark.parametrize("visibility", ["link", "public"])
def test_what_may_not_be_shown_is_nowhere(world: World, visibility: str) -> None:
    expose(world, visibility, remarks="named")
    for kind in KINDS:
        for name in OPEN:
            answer = visit(world, kind, name)
            said = answer.content.decode(errors="replace") + str(answer.headers)
            assert [words for words in HIDDEN if words in said] == [], (kind, name)


def test_a_link_opens_nothing_among_the_pages_of_members(world: World, settings: Settings) -> None:
    settings.API_RATES = {
        **settings.API_RATES,
        "anonymous": (10_000, 60),
    }  # there are more addresses than one may ask for
    expose(world, "link")
    place = PEOPLE.index("anonymous")
    expected = {name: answers[place] for name, (_, answers) in TABLE.items() if name not in OPEN}
    client = Client(raise_request_exception=False)
    client.cookies["link"] = SECRET
    assert {name: client.get(path_of(world, name)).status_code for name in expected} == expected


def rows(viewer: Any) -> Iterator[tuple[str, set[int]]]:
    """Yield what somebody sees, by kind."""
    kinds: tuple[Any, ...] = (Work, Translation, Passage, Variant, Thread, Comment, FrozenState)
    for model in kinds:
        yield model.__name__, set(model.objects.visible_to(viewer).values_list("pk", flat=True))


def test_whoever_has_fewer_rights_never_sees_more(world: World) -> None:
    for visibility in ("private", "link", "public"):
        for remarks in ("none", "unnamed", "named"):
            expose(world, visibility, remarks=remarks)
            public, link = dict(rows(Reader())), dict(rows(Reader(digest_of(SECRET))))
            member = dict(rows(world.team.reader))
            assert all(seen <= link[kind] <= member[kind] for kind, seen in public.items())
            assert bool(link["Variant"]) == (visibility != "private")
            assert bool(link["Thread"]) == (visibility != "private" and remarks != "none")


def test_etags_tell_nothing_of_what_is_hidden(world: World) -> None:
    expose(world, "public")
    names = [name for name in OPEN if name not in {"public:file", "public:say"}]
    before = {name: visit(world, "public reader", name)["ETag"] for name in names}
    hidden = Variant.objects.get(work=world.team.work, translation__siglum="B", passage__reference="2")
    revise_variant(actor=world.team.editor, variant=hidden, version=1, text="Nobody outside may know.")
    assert {name: visit(world, "public reader", name)["ETag"] for name in names} == before
    seen = Variant.objects.get(work=world.team.work, translation__siglum="A", passage__reference="2")
    revise_variant(actor=world.team.editor, variant=seen, version=1, text="It was pouring outside.")
    assert visit(world, "public reader", "public:compare")["ETag"] != before["public:compare"]


def test_readers_change_nothing_by_any_other_method(world: World) -> None:
    expose(world, "public")
    for name in OPEN:
        methods = ("put", "patch", "delete") if name == "public:say" else ("post", "put", "patch", "delete")
        assert {visit(world, "public reader", name, method).status_code for method in methods} == {405}, name
