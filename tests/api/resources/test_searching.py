"""The concordance, by a script."""

from typing import Any
from urllib.parse import quote

import pytest

from tests.api.conftest import places
from tests.conftest import Team
from tests.factories import make_work, make_workspace, passage_of, variant_of
from workbench.corpus.actions import add_equivalence
from workbench.review.actions import open_thread
from workbench.text.words.lemmas import LEMMAS


@pytest.fixture
def reader(team: Team, script: Any) -> Any:
    return script(team.reader)


def test_a_hit_has_its_places_and_what_the_others_say(reader: Any, team: Team) -> None:
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


def test_a_search_keeps_to_a_work_and_a_translation(reader: Any, team: Team) -> None:
    make_work(team.owner, team.workspace, {"Z": ("A cat.",)}, title="Another")
    translation = variant_of(team.work, "1", "B").translation_id

    def sigla(query: str) -> list[str]:
        return [hit["variant"]["siglum"] for hit in reader.get(f"search/?q=cat{query}").json()["results"]]

    assert sigla("") == ["A", "B", "Z"]
    assert sigla("&work=another") == ["Z"]
    assert sigla(f"&translation={translation}") == ["B"]
    assert sigla("&work=nothing") == sigla("&workspace=elsewhere") == []


def test_nobody_finds_what_they_may_not_see(team: Team, script: Any) -> None:
    make_work(team.outsider, make_workspace(team.outsider), {"Z": ("A cat.",)}, title="Another")
    for person in (team.outsider, team.former):
        results = script(person).get("search/?q=cat").json()["results"]
        assert [hit["variant"]["siglum"] for hit in results] == ["Z"] * (person == team.outsider)
    hidden = variant_of(team.work, "1", "A").translation_id
    assert script(team.outsider).get(f"search/?q=cat&translation={hidden}").json()["results"] == []


@pytest.mark.parametrize(
    ("query", "status", "place"),
    [
        ("", 400, ("q", "required")),
        ("?q=", 422, ("q", "required")),
        (f"?q={'a' * 201}", 422, ("q", "too_long")),
        ("?q=a%0Ab", 422, ("q", "not_a_line")),
        (f"?q={quote(chr(0))}", 400, ("q", "invalid_character")),
        ("?q=-a", 422, ("q", "bad_query")),
        ("?q=a&fold=all", 400, ("fold", "choice")),
        ("?q=a&in=titles", 400, ("in", "choice")),
        ("?q=a&page_size=201", 400, ("page_size", "type")),
        ("?q=a&cursor=b", 400, ("cursor", "bad_cursor")),
    ],
)
def test_what_cannot_be_searched_is_refused(reader: Any, query: str, status: int, place: tuple[str, str]) -> None:
    answer = reader.get(f"search/{query}")
    assert (answer.status_code, places(answer)) == (status, [place])


def test_a_translation_is_named_by_its_siglum(reader: Any) -> None:
    sigla = [hit["variant"]["siglum"] for hit in reader.get("search/?q=cat&translation=B").json()["results"]]
    assert sigla == ["B"]


def test_a_language_is_its_primary_subtag(reader: Any) -> None:
    assert [len(reader.get(f"search/?q=cat&language={tag}").json()["results"]) for tag in ("en", "en-GB", "de")] == [
        2,
        2,
        0,
    ]


def test_rules_of_the_work_are_alike_unless_it_is_asked_otherwise(reader: Any, team: Team) -> None:
    add_equivalence(actor=team.editor, workspace=team.workspace, work=team.work, left="mat", right="rug")
    hits = reader.get("search/?q=mat&work=a-small-work").json()["results"]
    assert [hit["places"][0]["text"] for hit in hits] == ["mat", "rug"]
    assert len(reader.get("search/?q=mat&work=a-small-work&fold=case").json()["results"]) == 1


def test_comments_are_found_by_those_who_see_them(reader: Any, team: Team, script: Any) -> None:
    open_thread(actor=team.reviewer, passage=passage_of(team.work), body="Is a mat meant?")
    (hit,) = reader.get("search/?q=mat&in=comments").json()["results"]
    assert (hit["variant"], hit["comment"]["body"], hit["places"]) == (
        None,
        "Is a mat meant?",
        [{"start": 5, "end": 8, "text": "mat"}],
    )
    assert script(team.outsider).get("search/?q=mat&in=comments").json()["results"] == []


@pytest.mark.skipif(LEMMAS == "off", reason="the extra `lemmas` is not installed")
def test_other_forms_count_in_the_work_named(reader: Any, team: Team) -> None:
    make_work(team.owner, team.workspace, {"Z": ("A traitor.", "Traitors all.")}, title="Another")
    said = reader.get("search/?q=traitor&work=another&forms=lemmas").json()["results"]
    assert [hit["places"][0]["text"] for hit in said] == ["traitor", "Traitors"]
    assert reader.get("search/?q=traitor&forms=lemmas").status_code == 422
