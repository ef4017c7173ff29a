"""A new work of two plain texts: the first gives the passages, the second is placed on them."""

from typing import Any

import pytest
from django.test import Client

from tests.conftest import Room
from tests.factories import variant_of
from tests.text.alignment.test_align import LETTER, RETOLD
from workbench.corpus.models import Upload, Work

PLACE = "/workspaces/room/place/"
SAID = {
    "title": "The letter",
    "first_text": "\n\n".join(LETTER),
    "first_siglum": "A",
    "first_language": "en",
    "text": " ".join([*RETOLD[:3], *RETOLD[4:]]),
    "siglum": "B",
    "language": "en",
}


@pytest.fixture
def editor(client: Client, room: Room) -> Client:
    client.force_login(room.editor)
    return client


def bring(client: Client, **changes: str) -> Any:
    return client.post(PLACE, {**SAID, **changes}, follow=True)


def test_two_texts_become_a_work_whose_passages_are_the_firsts(editor: Client) -> None:
    shown = bring(editor)
    assert shown.status_code == 200
    assert not Work.objects.filter(title="The letter").exists()
    done = editor.post(f"{shown.request['PATH_INFO']}confirm/", {"seen": "0"})
    assert (done.status_code, done["Location"]) == (302, "/works/room/the-letter/")
    work = Work.objects.get(title="The letter")
    assert list(work.passages.order_by("position").values_list("reference", flat=True)) == [
        str(number) for number in range(1, len(LETTER) + 1)
    ]
    assert [variant_of(work, str(n), "A").text for n in range(1, len(LETTER) + 1)] == LETTER
    assert [variant_of(work, str(n), "B").text for n in (1, 2, 3, 5)] == [*RETOLD[:3], RETOLD[4]]
    assert (variant_of(work, "4", "B").presence, variant_of(work, "1", "B").alignment) == ("omitted", "auto")
    assert variant_of(work, "1", "A").alignment == ""
    assert not Upload.objects.exists()


def test_the_steps_go_here_as_well(editor: Client) -> None:
    shown = bring(editor)
    moved = editor.post(shown.request["PATH_INFO"], {"step": "merge 0", "seen": "0", "page": "1"})
    assert moved["Location"] == f"{shown.request['PATH_INFO']}?page=1#p-0"
    assert editor.get(moved["Location"]).context["draft"].placing.states[1] == "joined"


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"title": ""}, "title"),
        ({"first_text": " \n"}, "first_text"),
        ({"first_siglum": "B"}, "siglum"),
        ({"first_language": "not a tag"}, "first_language"),
        ({"siglum": "x" * 21}, "siglum"),
        ({"text": ""}, "file"),
    ],
)
def test_what_makes_no_work_is_said_at_its_field(editor: Client, changes: dict[str, str], field: str) -> None:
    shown = bring(editor, **changes)
    assert shown.status_code == 422
    assert list(shown.context["form"].errors) == [field]
    assert not Upload.objects.exclude(draft={}).exists()


def test_a_draft_of_a_new_work_is_not_shown_as_one_of_a_work(editor: Client) -> None:
    key = bring(editor).request["PATH_INFO"].rstrip("/").rsplit("/", 1)[1]
    assert editor.get(f"/works/room/a-small-work/place/{key}/").status_code == 404


def test_only_editors_make_works_of_texts_and_only_of_their_own(client: Client, room: Room) -> None:
    client.force_login(room.editor)
    address = bring(client).request["PATH_INFO"]
    for person, status in ((room.reviewer, 403), (room.outsider, 404), (room.former, 404)):
        client.force_login(person)
        assert [client.get(at).status_code for at in (PLACE, address)] == [status, status]
    client.force_login(room.owner)
    assert client.get(address).status_code == 404
