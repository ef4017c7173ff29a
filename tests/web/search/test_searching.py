"""The search page."""

import pytest
from django.test import Client

from tests.conftest import Team
from tests.factories import make_work, passage_of
from tests.web.markup import fold
from workbench.corpus import searching
from workbench.review.actions import open_thread
from workbench.text.words.lemmas import LEMMAS


def test_words_are_marked_beside_what_the_others_say(client: Client, team: Team) -> None:
    client.force_login(team.reader)
    page = fold(client.get("/search/", {"q": "MAT", "view": "passages"}).content.decode())
    assert 'The cat sat on the <mark class="found">mat</mark>.' in page
    assert "The cat lay on the rug." in page
    assert f'href="/works/room/a-small-work/passages/{passage_of(team.work).pk}/"' in page


def test_a_passage_that_has_the_words_in_several_translations_is_shown_once(client: Client, team: Team) -> None:
    client.force_login(team.reader)
    page = fold(client.get("/search/", {"q": '"the cat"', "view": "passages"}).content.decode())
    assert (page.count("<h2>"), page.count(">The cat</mark>")) == (1, 2)


def test_a_search_goes_on_where_the_page_ended(client: Client, team: Team) -> None:
    make_work(team.owner, team.workspace, {"Z": tuple(f"Word {n}, another word." for n in range(30))}, title="Many")
    client.force_login(team.reader)
    first = client.get("/search/", {"q": "word"})
    assert (fold(first.content.decode()).count(">Word</mark>"), fold(first.content.decode()).count(">word</mark>")) == (
        25,
        25,
    )
    second = client.get(f"/search/?{first.context['further']}")
    assert fold(second.content.decode()).count(">Word</mark>") == 5
    assert "Search on" not in fold(second.content.decode())


def test_a_page_reads_on_while_nothing_is_found(client: Client, team: Team, monkeypatch: pytest.MonkeyPatch) -> None:
    make_work(team.owner, team.workspace, {"Z": ("a zebra", "a zebra", "a zebra", "A Zebra")}, title="Another")
    monkeypatch.setattr(searching, "MOST_TEXTS", 1)
    client.force_login(team.reader)
    page = client.get("/search/", {"q": "Zebra", "fold": "form"})
    assert ">Zebra</mark>" in fold(page.content.decode())


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
def test_every_search_gets_an_answer(client: Client, team: Team, query: dict[str, str], status: int, said: str) -> None:
    client.force_login(team.reader)
    page = client.get("/search/", query)
    assert (page.status_code, said in fold(page.content.decode())) == (status, True)


def test_strangers_find_nothing(client: Client, team: Team) -> None:
    for person in (team.outsider, team.former):
        client.force_login(person)
        assert "No text has these words" in fold(client.get("/search/", {"q": "cat"}).content.decode())


def test_a_key_word_stands_in_its_context(client: Client, team: Team) -> None:
    client.force_login(team.reader)
    page = fold(client.get("/search/", {"q": "mat"}).content.decode())
    assert "<bdi>The cat sat on the </bdi>" in page
    assert '<mark class="found">mat</mark>' in page
    assert "1 text with these words" in page


def test_what_was_found_is_a_table_for_a_spreadsheet(client: Client, team: Team) -> None:
    make_work(team.owner, team.workspace, {"Z": ("=1+1 cat, cat",)}, title="Another")
    client.force_login(team.reader)
    answer = client.get("/search/", {"q": "cat", "format": "csv"})
    lines = answer.content.decode().splitlines()
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    assert lines[0] == "workspace,work,reference,translation,language,before,words,after"
    assert [line for line in lines if line.startswith("room,another")] == [
        'room,another,1,Z,en,\'=1+1 ,cat,", cat"'.replace("\\", ""),
        'room,another,1,Z,en,"\'=1+1 cat, ",cat,',
    ]


def test_comments_are_searched(client: Client, team: Team) -> None:
    open_thread(actor=team.reviewer, passage=passage_of(team.work), body="Is a *mat* meant?")
    client.force_login(team.reader)
    page = fold(client.get("/search/", {"q": "mat", "in": "comments"}).content.decode())
    assert 'Is a *<mark class="found">mat</mark>* meant?' in page
    client.force_login(team.outsider)
    assert "No comment has these words" in fold(client.get("/search/?q=mat&in=comments").content.decode())


def test_a_search_keeps_to_a_work_a_translation_and_a_language(client: Client, team: Team) -> None:
    make_work(team.owner, team.workspace, {"Z": ("A cat.",)}, title="Another")
    client.force_login(team.reader)

    def found(query: str) -> int:
        return fold(client.get(f"/search/?q=cat{query}").content.decode()).count(">cat</mark>")

    assert [found(query) for query in ("", "&work=another", "&translation=B", "&language=en-GB", "&language=de")] == [
        3,
        1,
        1,
        3,
        0,
    ]
    assert client.get("/search/?q=cat&work=nothing").status_code == 422
    assert client.get("/search/?q=cat&fold=all").status_code == 400


@pytest.mark.skipif(LEMMAS == "off", reason="the extra `lemmas` is not installed")
def test_other_forms_are_found_in_the_work_named_and_the_page_says_which(client: Client, team: Team) -> None:
    make_work(team.owner, team.workspace, {"Z": ("A traitor.", "Traitors all.")}, title="Another")
    client.force_login(team.reader)
    page = fold(client.get("/search/", {"q": "traitor", "work": "another", "forms": "lemmas"}).content.decode())
    assert "Counted as these words:" in page
    assert '<mark class="found">Traitors</mark>' in page
    answer = client.get("/search/", {"q": "traitor", "forms": "lemmas"})
    assert (answer.status_code, "a work whose forms" in answer.content.decode()) == (422, True)
    none = fold(client.get("/search/", {"q": "all", "work": "another", "forms": "lemmas"}).content.decode())
    assert "No other forms of these words are known in this work." in none
