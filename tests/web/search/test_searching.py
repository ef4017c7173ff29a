"""The search page."""

import pytest
from django.test import Client

from tests.conftest import Room
from tests.factories import make_work, passage_of
from tests.web.markup import fold
from workbench.corpus import searching


def test_words_are_marked_beside_what_the_others_say(client: Client, room: Room) -> None:
    client.force_login(room.reader)
    page = fold(client.get("/search/", {"q": "MAT"}).content.decode())
    assert 'The cat sat on the <mark class="found">mat</mark>.' in page
    assert "The cat lay on the rug." in page
    assert f'href="/works/room/a-small-work/passages/{passage_of(room.work).pk}/"' in page


def test_a_passage_that_has_the_words_in_several_translations_is_shown_once(client: Client, room: Room) -> None:
    client.force_login(room.reader)
    page = fold(client.get("/search/", {"q": "the cat"}).content.decode())
    assert (page.count("<h2>"), page.count(">The cat</mark>")) == (1, 2)


def test_a_search_goes_on_where_the_page_ended(client: Client, room: Room) -> None:
    make_work(room.owner, room.workspace, {"Z": tuple(f"Word {n}, wordy." for n in range(30))}, title="Many")
    client.force_login(room.reader)
    first = client.get("/search/", {"q": "word"})
    assert (fold(first.content.decode()).count(">Word</mark>"), fold(first.content.decode()).count(">word</mark>")) == (
        25,
        25,
    )
    second = client.get(f"/search/?{first.context['further']}")
    assert fold(second.content.decode()).count(">Word</mark>") == 5
    assert "Search on" not in fold(second.content.decode())


def test_a_page_reads_on_while_nothing_is_found(client: Client, room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(searching, "MOST_TEXTS", 1)
    client.force_login(room.reader)
    assert ">Outside it</mark> rained." in fold(client.get("/search/", {"q": "outside it"}).content.decode())


@pytest.mark.parametrize(
    ("query", "status", "said"),
    [
        ({}, 200, "Words in the texts"),
        ({"q": "zebra"}, 200, "No text has these words"),
        ({"q": "<b>"}, 200, "&lt;b&gt;"),
        ({"q": "a" * 201}, 422, "At most 200 characters"),
        ({"q": "cat", "after": "٣"}, 200, ">cat</mark>"),
    ],
)
def test_every_search_gets_an_answer(client: Client, room: Room, query: dict[str, str], status: int, said: str) -> None:
    client.force_login(room.reader)
    page = client.get("/search/", query)
    assert (page.status_code, said in fold(page.content.decode())) == (status, True)


def test_strangers_find_nothing(client: Client, room: Room) -> None:
    for person in (room.outsider, room.former):
        client.force_login(person)
        assert "No text has these words" in fold(client.get("/search/", {"q": "cat"}).content.decode())
