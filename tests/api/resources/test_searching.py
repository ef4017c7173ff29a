"""The concordance, by a script."""

from typing import Any
from urllib.parse import quote

import pytest

from tests.api.conftest import places
from tests.conftest import Room
from tests.factories import make_work, make_workspace, variant_of


@pytest.fixture
def reader(room: Room, script: Any) -> Any:
    return script(room.reader)


def test_a_hit_has_its_places_and_what_the_others_say(reader: Any, room: Room) -> None:
    (hit,) = reader.get("search/?q=MAT").json()["results"]
    assert (hit["variant"]["siglum"], hit["variant"]["reference"]) == ("A", "1")
    assert hit["places"] == [{"start": 19, "end": 22, "text": "mat"}]
    assert [(one["siglum"], one["text"]) for one in hit["aligned"]] == [("B", "The cat lay on the rug.")]


def test_pages_follow_each_other_without_repeats(reader: Any) -> None:
    whole = [hit["variant"]["id"] for hit in reader.get("search/?q=the").json()["results"]]
    one_by_one, address = [], "search/?q=the&page_size=1"
    while address:
        page = reader.get(address).json()
        one_by_one += [hit["variant"]["id"] for hit in page["results"]]
        address = page["next"]
    assert one_by_one == whole
    assert len(whole) == 2


def test_a_search_keeps_to_a_work_and_a_translation(reader: Any, room: Room) -> None:
    make_work(room.owner, room.workspace, {"Z": ("A cat.",)}, title="Another")
    translation = variant_of(room.work, "1", "B").translation_id

    def sigla(query: str) -> list[str]:
        return [hit["variant"]["siglum"] for hit in reader.get(f"search/?q=cat{query}").json()["results"]]

    assert sigla("") == ["A", "B", "Z"]
    assert sigla("&work=another") == ["Z"]
    assert sigla(f"&translation={translation}") == ["B"]
    assert sigla("&work=nothing") == sigla("&workspace=elsewhere") == []


def test_nobody_finds_what_they_may_not_see(room: Room, script: Any) -> None:
    make_work(room.outsider, make_workspace(room.outsider), {"Z": ("A cat.",)}, title="Another")
    for person in (room.outsider, room.former):
        results = script(person).get("search/?q=cat").json()["results"]
        assert [hit["variant"]["siglum"] for hit in results] == ["Z"] * (person == room.outsider)
    hidden = variant_of(room.work, "1", "A").translation_id
    assert script(room.outsider).get(f"search/?q=cat&translation={hidden}").json()["results"] == []


@pytest.mark.parametrize(
    ("query", "status", "place"),
    [
        ("", 400, ("q", "required")),
        ("?q=", 422, ("q", "required")),
        (f"?q={'a' * 201}", 422, ("q", "too_long")),
        ("?q=a%0Ab", 422, ("q", "not_a_line")),
        (f"?q={quote(chr(0))}", 400, ("q", "invalid_character")),
        ("?q=a&page_size=201", 400, ("page_size", "type")),
        ("?q=a&cursor=b", 400, ("cursor", "bad_cursor")),
    ],
)
def test_what_cannot_be_searched_is_refused(reader: Any, query: str, status: int, place: tuple[str, str]) -> None:
    answer = reader.get(f"search/{query}")
    assert (answer.status_code, places(answer)) == (status, [place])
