"""The compare page: its states in the address, what it shows and to whom."""

import re

from django.test import Client

from tests.conftest import Room

PAGE = "/works/room/a-small-work/compare/"


def read(client: Client, query: str = "") -> str:
    page = client.get(PAGE + query)
    assert page.status_code == 200
    return page.content.decode()


def test_the_texts_of_two_translations_stand_side_by_side(client: Client, room: Room) -> None:
    client.force_login(room.reader)
    page = read(client)
    assert page.index('data-siglum="A"') < page.index('data-siglum="B"')
    assert page.count('role="rowheader"') == 2


def test_a_different_word_is_marked_with_its_type_and_the_reading_of_the_base(client: Client, room: Room) -> None:
    client.force_login(room.reader)
    page = read(client, "?base=A&with=B")
    assert 'title="wording; A: “sat on the mat”">' in page
    assert "(wording: " in page


def test_clean_texts_have_no_marks(client: Client, room: Room) -> None:
    client.force_login(room.reader)
    page = read(client, "?marks=off")
    assert "<ins" not in page
    assert "The cat lay on the rug." in page


def test_every_view_shows_the_texts(client: Client, room: Room) -> None:
    client.force_login(room.reader)
    for view in ("columns", "interleaved", "inline"):
        assert "cat" in read(client, f"?view={view}")


def test_the_page_of_a_work_the_person_may_not_see_is_the_404_of_a_work_that_does_not_exist(
    client: Client, room: Room
) -> None:
    client.force_login(room.outsider)
    hidden = client.get(PAGE)
    absent = client.get("/works/room/nothing-here/compare/")
    assert (hidden.status_code, absent.status_code) == (404, 404)
    assert _without_csrf_tokens(hidden.content) == _without_csrf_tokens(absent.content)


def test_an_unknown_translation_or_passage_is_a_404_and_an_impossible_state_a_400(client: Client, room: Room) -> None:
    client.force_login(room.reader)
    answers = {
        "?base=Z": 404,
        "?with=A,Z": 404,
        "?at=99": 404,
        "?view=sideways": 400,
        "?ignore=vowels": 400,
        "?marks=maybe": 400,
        "?colour=red": 400,
    }
    assert {query: client.get(PAGE + query).status_code for query in answers} == answers


def _without_csrf_tokens(page: bytes) -> bytes:
    """Masked anew in every answer, they are all that may differ."""
    return re.sub(rb"[A-Za-z0-9]{64}", b"", page)
