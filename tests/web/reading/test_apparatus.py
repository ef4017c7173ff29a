"""The apparatus: the fourth way to compare."""

import re
from collections.abc import Mapping
from html import unescape
from typing import Any

import pytest
from django.test import Client

from tests.conftest import Team
from tests.factories import make_work, passage_of, variant_of
from tests.web.markup import fold
from tests.web.test_query_counts import count
from workbench.corpus.actions import add_equivalence, add_translation, enter_variant
from workbench.corpus.models import Work
from workbench.review.actions import revise_variant
from workbench.web.reading.collating import list_entries

TEXTS = {
    "A": ("The old cat sat on the mat.",),
    "B": ("The cat sat upon the mat.",),
    "C": ("The cat sat upon the mat, purring.",),
    "D": ("The old cat sat on the mat.",),
}


def read_entries(page: str) -> list[str]:
    """Return the entries of a page as they are read aloud, white space joined."""
    entries = re.findall(r'<li id="variant-[^>]*>(.*?)</li>', page, re.DOTALL)
    seen = (re.sub(r'<span[^>]* aria-hidden="true">.*?</span>', "", entry) for entry in entries)
    return [" ".join(unescape(re.sub(r"<[^>]+>", "", entry)).split()) for entry in seen]


def read(client: Client, team: Team, texts: Mapping[str, tuple[str, ...]], query: str = "") -> str:
    work = make_work(team.owner, team.workspace, texts, title="Edition")
    client.force_login(team.reader)
    answer = client.get(f"/works/room/{work.slug}/compare/?view=apparatus{query}")
    assert answer.status_code == 200
    return fold(answer.content.decode())


def test_entries_say_what_others_read_leave_out_and_add(client: Client, team: Team) -> None:
    assert read_entries(read(client, team, TEXTS)) == [
        "variant 1 old: om. B C",
        "variant 2 on: upon B C",
        "variant 3 mat: adds , purring C",
    ]


def test_the_base_has_a_number_after_each_lemma_that_leads_to_its_entry_and_back(client: Client, team: Team) -> None:
    page = read(client, team, TEXTS)
    numbers = re.findall(r'<a id="(at-[^"]*)" class="superior" href="#([^"]*)"', page)
    entries = re.findall(r'<li id="([^"]*)" class="entry"><a class="number" href="#([^"]*)"', page)
    assert [(there, here) for here, there in numbers] == entries
    assert len(entries) == 3


def test_another_base_turns_the_entries_round(client: Client, team: Team) -> None:
    assert read_entries(read(client, team, TEXTS, "&base=B")) == [
        "variant 1 The: adds old A D",
        "variant 2 upon: on A D",
        "variant 3 mat: adds , purring C",
    ]


def test_all_in_the_language_of_the_base_are_witnesses_unless_some_are_chosen(client: Client, team: Team) -> None:
    texts = {f"T{number}": (f"word{number} stands",) for number in range(1, 13)}
    page = read(client, team, texts)
    assert len(re.findall(r"T\d+", read_entries(page)[0])) == 11
    work = make_work(team.owner, team.workspace, texts, title="Other")
    chosen = fold(client.get(f"/works/room/{work.slug}/compare/?view=apparatus&with=T3").content.decode())
    assert read_entries(chosen) == ["variant 1 word1: word3 T3"]


def test_words_added_before_all_others_stand_at_the_beginning(client: Client, team: Team) -> None:
    texts = {"A": ("cat sat",), "B": ("The cat sat",)}
    assert read_entries(read(client, team, texts)) == ["variant 1 at the beginning: adds The B"]


def test_readings_are_longer_by_regions_than_word_by_word(client: Client, team: Team) -> None:
    texts = {"A": ("the old grey cat",), "B": ("the young grey cat",), "C": ("the old black cat",)}
    assert read_entries(read(client, team, texts)) == ["variant 1 old grey: old black C; young grey B"]
    work = make_work(team.owner, team.workspace, texts, title="Words")
    page = fold(client.get(f"/works/room/{work.slug}/compare/?view=apparatus&by=words").content.decode())
    assert read_entries(page) == ["variant 1 old: young B", "variant 2 grey: black C"]
    assert client.get(f"/works/room/{work.slug}/compare/?view=apparatus&by=verse").status_code == 400


def test_a_long_lemma_is_given_by_its_ends(client: Client, team: Team) -> None:
    texts = {"A": ("He one two three four five six seven sat.",), "B": ("He never sat.",)}
    assert read_entries(read(client, team, texts)) == ["variant 1 one two … six seven: never B"]


def test_what_is_ignored_and_what_counts_as_the_same_make_no_entry(client: Client, team: Team) -> None:
    work = make_work(team.owner, team.workspace, {"A": ("Ezhov asks.",), "B": ("Yezhov asks",)}, title="Names")
    add_equivalence(actor=team.editor, workspace=team.workspace, work=work, left="Ezhov", right="Yezhov")
    client.force_login(team.reader)
    address = f"/works/room/{work.slug}/compare/?view=apparatus"
    assert read_entries(fold(client.get(address).content.decode())) == ["variant 1 .: om. B"]
    page = fold(client.get(f"{address}&ignore=punctuation").content.decode())
    assert read_entries(page) == []
    assert "agree, but for what is ignored." in page


def test_other_languages_and_missing_texts_are_said_to_be_left_out(client: Client, team: Team) -> None:
    work = make_work(team.owner, team.workspace, TEXTS, title="Tongues")
    german = add_translation(actor=team.owner, work=work, siglum="E", language="de")
    enter_variant(actor=team.owner, passage=passage_of(work), translation=german, text="Die Katze.")
    revise_variant(actor=team.editor, variant=variant_of(work, "1", "B"), version=1, text="", presence="omitted")
    client.force_login(team.reader)
    page = fold(client.get(f"/works/room/{work.slug}/compare/?view=apparatus&with=B,C,E").content.decode())
    left_out = [re.sub("<[^>]+>", "", said) for said in re.findall(r'<p class="left-out">(.*?)</p>', page)]
    assert left_out == [
        "Not collated: E (de), in another language than A (en).",
        "Not collated: B (left out by the translator)",
    ]
    assert "Die Katze" not in page


def test_without_a_text_of_the_base_there_is_no_apparatus(client: Client, team: Team) -> None:
    work = make_work(team.owner, team.workspace, TEXTS, title="Empty")
    revise_variant(actor=team.editor, variant=variant_of(work, "1", "A"), version=1, text="", presence="omitted")
    client.force_login(team.reader)
    page = fold(client.get(f"/works/room/{work.slug}/compare/?view=apparatus").content.decode())
    assert "Left out by the translator." in page
    assert read_entries(page) == []


def test_clean_texts_have_neither_numbers_nor_apparatus(client: Client, team: Team) -> None:
    page = read(client, team, TEXTS, "&marks=off")
    assert "The old cat sat on the mat." in page
    assert 'class="superior"' not in page
    assert read_entries(page) == []


def test_markup_in_readings_stays_text(client: Client, team: Team) -> None:
    evil = "<img src=x onerror=alert(1)>"
    page = read(client, team, {"A": (f"See {evil} there",), "B": (f"See <b>{evil}</b> thence",)})
    assert "<img" not in page
    assert "<b>" not in page


def test_of_texts_too_long_for_one_page_the_first_are_collated_and_the_others_lead_to_their_collation(
    client: Client, team: Team
) -> None:
    long = "word " * 40_000
    texts = {siglum: ("short", long + siglum, long + siglum) for siglum in "AB"}
    page = read(client, team, texts)
    assert read_entries(page) == ["variant 1 A: B B"]
    work = Work.objects.get(title="Edition")
    assert f"/passages/{passage_of(work, '3').pk}/collation/?base=A" in page


def test_the_apparatus_asks_as_much_for_thirty_passages_as_for_one(client: Client, team: Team) -> None:
    client.force_login(team.editor)
    works = [
        make_work(team.owner, team.workspace, {siglum: (f"Line of {siglum}",) * rows for siglum in "ABCD"}, title)
        for title, rows in (("Short", 1), ("Long", 30))
    ]
    asked = [count(client, f"/works/room/{work.slug}/compare/?view=apparatus") for work in works]
    assert asked[0] == asked[1] <= 16


def test_words_added_after_punctuation_follow_the_word_and_its_punctuation(client: Client, team: Team) -> None:
    texts = {"A": ("Litvin, Radzivilovsky",), "B": ("Litvin, of Radzivilovsky",)}
    assert read_entries(read(client, team, texts)) == ["variant 1 Litvin,: adds of B"]


def test_an_apparatus_of_texts_too_long_to_be_aligned_to_the_end_says_so(client: Client, team: Team) -> None:
    texts = {siglum: (" ".join(f"{siglum}{number}" for number in range(1_500)),) for siglum in "ABC"}
    assert "this apparatus is approximate" in read(client, team, texts)


@pytest.mark.parametrize("grain", ["regions", "words"])
def test_a_text_is_silent_from_the_word_on_at_which_its_words_are_lost(grain: Any) -> None:
    texts = ("The cat sat on the mat.", "The dog sat on the mat.", "The cat")
    (entry,) = list_entries(texts, frozenset(), (), grain, ((), (), (7,))).entries
    assert (entry.lemma.of(texts[0]), entry.agreeing) == ("cat", (0, 2))
    assert [(one.text, one.witnesses) for one in entry.readings] == [("dog", (1,))]
