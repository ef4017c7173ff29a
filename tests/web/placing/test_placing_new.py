"""A new work of plain texts: the first gives the passages, the others are placed on them."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.conftest import Team
from tests.factories import variant_of
from tests.interchange.test_papers import PAGE
from tests.text.alignment.test_align import LETTER, RETOLD
from tests.web.markup import fold
from workbench.corpus.models import Translation, Upload, Work

PLACE = "/workspaces/room/place/"
SAID = {
    "title": "The letter",
    "first-text": "\n\n".join(LETTER),
    "first-siglum": "A",
    "first-language": "en",
    "second-text": " ".join([*RETOLD[:3], *RETOLD[4:]]),
    "second-siglum": "B",
    "second-language": "en",
}
THIRD = {"third-text": " ".join(RETOLD), "third-siglum": "C", "third-language": "en"}
FIFTH = {"fifth-text": " ".join(LETTER[:-1]), "fifth-siglum": "E"}


@pytest.fixture
def editor(client: Client, team: Team) -> Client:
    client.force_login(team.editor)
    return client


def bring(client: Client, **changes: str) -> Any:
    return client.post(PLACE, {**SAID, **changes}, follow=True)


def errors(shown: Any) -> list[str]:
    forms = shown.context["forms"]
    found = [forms.title, forms.first, *forms.others]
    return [form.add_prefix(name) for form in found for name in form.errors]


def test_pasted_texts_share_one_name(editor: Client) -> None:
    assert '<span class="filename">pasted.txt</span>' in bring(editor, **THIRD).content.decode()


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


def test_more_texts_are_placed_side_by_side_and_written_together(editor: Client) -> None:
    shown = bring(editor, **THIRD, **FIFTH)
    address = shown.request["PATH_INFO"]
    assert [(siglum, is_here) for siglum, _, is_here, _ in shown.context["texts"]] == [
        ("B", True),
        ("C", False),
        ("E", False),
    ]
    third = editor.get(f"{address}?text=2")
    assert third.context["draft"].placing.text_of(3) == RETOLD[3]
    moved = editor.post(address, {"text": "2", "step": "confirm 0", "seen": "0"})
    assert moved["Location"] == f"{address}?text=2#p-0"
    assert editor.get(f"{address}?text=1").context["draft"].taken == ()
    assert editor.post(f"{address}confirm/", {"seen": ["0", "0", "0"]}).status_code == 409
    assert editor.post(f"{address}confirm/", {"seen": ["0", "1", "0"]}).status_code == 302
    work = Work.objects.get(title="The letter")
    assert list(Translation.objects.filter(work=work).order_by("position").values_list("siglum", flat=True)) == [
        *"ABCE"
    ]
    assert [variant_of(work, "1", siglum).alignment for siglum in "ABCE"] == ["", "auto", "confirmed", "auto"]
    assert [variant_of(work, str(n), "C").text for n in range(1, len(LETTER) + 1)] == RETOLD
    assert variant_of(work, "2", "E").text == LETTER[1]


def test_the_page_asks_the_database_as_often_for_few_texts_as_for_many(editor: Client) -> None:
    counts = []
    for more in ({}, {**THIRD, **FIFTH}):
        address = bring(editor, **more).request["PATH_INFO"]
        with CaptureQueriesContext(connection) as queries:
            editor.get(address)
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_what_was_begun_is_found_again(editor: Client) -> None:
    address = bring(editor, **THIRD).request["PATH_INFO"]
    shown = editor.get(PLACE)
    assert [one.sigla for one in shown.context["begun"]] == [["B", "C"]]
    assert f'href="{address}"' in shown.content.decode()


def test_the_steps_go_here_as_well(editor: Client) -> None:
    shown = bring(editor)
    moved = editor.post(shown.request["PATH_INFO"], {"step": "merge 0", "seen": "0", "page": "1"})
    assert moved["Location"] == f"{shown.request['PATH_INFO']}#p-0"
    assert editor.get(moved["Location"]).context["draft"].placing.states[1] == "joined"


@pytest.mark.parametrize(
    ("changes", "fields"),
    [
        ({"title": ""}, ["title"]),
        ({"first-text": " \n"}, ["first-file"]),
        ({"first-siglum": "B"}, ["second-siglum"]),
        ({"first-language": "not a tag"}, ["first-language"]),
        ({"second-siglum": "x" * 21}, ["second-siglum"]),
        ({"second-text": ""}, ["second-file"]),
        ({"first-text": "", "second-language": "not a tag"}, ["first-file"]),
        ({**THIRD, "third-siglum": "B"}, ["third-siglum"]),
        ({"third-siglum": "C"}, ["third-file"]),
        ({**THIRD, "third-siglum": "", "third-language": "not a tag"}, ["third-siglum"]),
    ],
)
def test_what_makes_no_work_is_said_at_its_field(editor: Client, changes: dict[str, str], fields: list[str]) -> None:
    shown = bring(editor, **changes)
    assert (shown.status_code, errors(shown)) == (422, fields)
    assert not Upload.objects.exists()


def test_texts_that_are_too_long_together_are_refused(editor: Client) -> None:
    long = {f"{name}-text": "word " * 99_000 for name in ("second", "third", "fourth")}
    sigla = {"third-siglum": "C", "fourth-siglum": "D"}
    shown = bring(editor, **long, **sigla)
    assert (shown.status_code, errors(shown)) == (422, ["fourth-text"])
    assert "At most 500,000 characters" in shown.content.decode()


@pytest.mark.parametrize("text", ["0", "2", "x", "99"])
def test_texts_that_are_not_there_are_404(editor: Client, text: str) -> None:
    assert editor.get(bring(editor).request["PATH_INFO"] + f"?text={text}").status_code == 404


def test_a_draft_of_a_new_work_is_not_shown_as_one_of_a_work(editor: Client) -> None:
    key = bring(editor).request["PATH_INFO"].rstrip("/").rsplit("/", 1)[1]
    assert editor.get(f"/works/room/a-small-work/place/{key}/").status_code == 404


def test_only_editors_make_works_of_texts_and_only_of_their_own(client: Client, team: Team) -> None:
    client.force_login(team.editor)
    address = bring(client).request["PATH_INFO"]
    for person, status in ((team.reviewer, 403), (team.outsider, 404), (team.former, 404)):
        client.force_login(person)
        assert [client.get(at).status_code for at in (PLACE, address)] == [status, status]
    client.force_login(team.owner)
    assert client.get(address).status_code == 404


DETAILS = {
    "role": "original",
    "translator": "N. I.",
    "year": "1938",
    "translation_title": "Pis'mo",
    "source": "https://example.org/letter",
    "citation": "Archive, 1, 2",
    "rights": "Public domain",
}


def test_what_is_known_of_the_texts_is_written_with_them(editor: Client) -> None:
    first = {f"first-{name}": words for name, words in DETAILS.items()}
    shown = bring(editor, **first, **{"second-translator": "B. B.", "second-year": "2009"})
    editor.post(f"{shown.request['PATH_INFO']}confirm/", {"seen": "0"})
    original, other = Translation.objects.filter(work__title="The letter").order_by("position")
    said = {name: getattr(original, name.removeprefix("translation_")) for name in DETAILS}
    assert said == DETAILS
    assert (other.role, other.translator, other.year) == ("translation", "B. B.", "2009")


def test_what_may_not_be_said_stands_at_its_field(editor: Client) -> None:
    assert errors(bring(editor, **{"second-role": "scribe"})) == ["second-role"]
    assert errors(bring(editor, **{"first-source": "x" * 2_001})) == ["first-source"]


def test_afterwards_a_link_leads_to_the_comparison(editor: Client) -> None:
    shown = bring(editor)
    done = editor.post(f"{shown.request['PATH_INFO']}confirm/", {"seen": "0"}, follow=True)
    assert '<a href="/works/room/the-letter/compare/">Compare the translations</a>' in done.content.decode()


def test_a_sixth_text_is_said_not_to_be_in_the_columns(editor: Client) -> None:
    more = {f"{name}-text": " ".join(RETOLD) for name in ("third", "fourth", "fifth", "sixth")}
    sigla = {f"{name}-siglum": name[:2] for name in ("third", "fourth", "fifth", "sixth")}
    shown = bring(editor, **more, **sigla)
    editor.post(f"{shown.request['PATH_INFO']}confirm/", {"seen": ["0"] * 5})
    page = editor.get("/works/room/the-letter/compare/")
    assert [one.siglum for one in page.context["choices"].absent] == ["si"]
    assert "is not in the columns" in fold(page.content.decode())
    whole = editor.get(f"/works/room/the-letter/compare/?{page.context['choices'].all_query}")
    assert [one.siglum for one in whole.context["state"].columns] == ["A", "B", "th", "fo", "fi", "si"]
    assert whole.context["choices"].absent == []


def test_a_page_of_two_documents_is_a_work_of_two_and_its_byline_is_said_when_asked(editor: Client) -> None:
    shown = bring(editor, **{"first-text": PAGE, "second-text": PAGE})
    assert "2 documents were found by their heads" in shown.content.decode()
    address = shown.request["PATH_INFO"]
    taken = editor.post(address, {"step": "take offered"}, follow=True)
    assert "The page of" not in taken.content.decode()
    editor.post(f"{address}confirm/", {"seen": "0"})
    work = Work.objects.get(title="The letter")
    first = work.translations.get(siglum="A")
    assert (first.translator, first.year, first.title) == ("Ann Bee", "March 30, 2009", "The file")
    headings = work.passages.exclude(heading="").order_by("position").values_list("division", "heading")
    assert [division for division, _ in headings] == ["1", "2"]
    assert work.levels == ["document", "paragraph"]
