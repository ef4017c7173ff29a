"""The page of renderings: counts lead to places, words of one's own lead to renderings."""

from typing import Any

import pytest
from django.test import Client

from tests.factories import make_work

PAGE = "/works/room/three/renderings/"
TEXTS = {
    "A": ("And the LORD said.", "Then the LORD saw it.", "The LORD went down."),
    "B": ("And Jehovah said.", "Then Jehovah saw it.", "The Lord went down."),
}


@pytest.fixture
def reader(team: Any, client: Client) -> Client:
    make_work(team.owner, team.workspace, TEXTS, title="Three")
    client.force_login(team.reader)
    return client


def test_a_count_leads_to_its_places(reader: Client) -> None:
    shown = reader.get(f"{PAGE}?word=lord&translation=A")
    row, query = shown.context["columns"][0]["rows"][0]
    assert (row.words, row.count) == ("Jehovah", 2)
    places = reader.get(f"{PAGE}?{query}")
    assert [place.passage.reference for place, _ in places.context["places"]] == ["1", "2"]
    assert "base=A&amp;with=B&amp;at=2" in places.content.decode()


def test_what_is_left_out_is_a_rendering_too(reader: Client) -> None:
    shown = reader.get(f"{PAGE}?word=the&translation=A&in=B&as=")
    assert "nothing for it" in " ".join(shown.content.decode().split())


def test_without_a_word_the_words_of_ones_own_are_shown(reader: Client) -> None:
    assert "Nothing stands out" in reader.get(f"{PAGE}?translation=B").content.decode()
    shown = reader.get(f"{PAGE}?translation=B&without=A").content.decode()
    assert ("that A has nowhere" in shown, "Jehovah" in shown) == (True, True)


def test_what_is_no_word_is_said_beside_it(reader: Client) -> None:
    refused = reader.get(f"{PAGE}?word=%E2%80%A6")
    assert (refused.status_code, "At least one word" in refused.content.decode()) == (422, True)
    assert "no passage “99”" in reader.get(f"{PAGE}?word=lord&passages=99").content.decode()


@pytest.mark.parametrize("query", ["word=lord&format=csv", "format=csv"])
def test_both_are_sent_as_tables(reader: Client, query: str) -> None:
    assert reader.get(f"{PAGE}?{query}")["Content-Type"] == "text/csv; charset=utf-8"
