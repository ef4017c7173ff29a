"""The collation of a passage: the alignment table, its states in the address, and what is left out."""

import re
from html import unescape

import pytest
from django.test import Client

from tests.conftest import Team
from tests.factories import make_work, passage_of, variant_of
from tests.web.markup import fold
from tests.web.test_query_counts import count
from workbench.corpus.actions import add_equivalence, add_translation, enter_variant
from workbench.corpus.models import Work
from workbench.review.actions import revise_variant

TEXTS = {
    "A": ("The old cat sat on the mat.",),
    "B": ("The cat sat upon the mat.",),
    "C": ("The young cat sat upon the mat.",),
}


def address(work: Work, query: str = "") -> str:
    return f"/works/room/{work.slug}/passages/{passage_of(work).pk}/collation/{query}"


def read(client: Client, work: Work, query: str = "") -> str:
    answer = client.get(address(work, query))
    assert answer.status_code == 200
    return fold(answer.content.decode())


def read_table(page: str) -> list[list[str]]:
    """Return the table as rows of what is seen: letter and words of each cell, after the siglum."""
    rows = re.findall(r"<tr[^>]*>(<th scope=\"row\".*?)</tr>", page, re.DOTALL)
    return [[_seen(cell) for cell in re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row, re.DOTALL)] for row in rows]


def read_heads(page: str) -> list[str]:
    return [_seen(head) for head in re.findall(r'<th scope="col" id="place-[^>]*>(.*?)</th>', page)]


def read_left_out(page: str) -> list[str]:
    found = re.search(r'<div class="left-out">(.*?)</div>', page, re.DOTALL)
    return [_seen(item) for item in re.findall(r"<li>(.*?)</li>", found[1])] if found else []


def _seen(html: str) -> str:
    html = re.sub(r'<span class="(hidden-words|badge)"[^>]*>.*?</span>', "", html)
    return " ".join(unescape(re.sub(r"<[^>]+>", "", html)).split())


@pytest.fixture
def work(team: Team, client: Client) -> Work:
    """Three texts of one passage; the client is a reader's."""
    client.force_login(team.reader)
    return make_work(team.owner, team.workspace, TEXTS, title="Cats")


def test_equal_readings_share_a_letter_and_the_base_s_is_a(client: Client, work: Work) -> None:
    page = read(client, work)
    assert read_table(page) == [
        ["A", "The", "a old", "cat sat", "a on", "the mat."],
        ["B", "The", "c –", "cat sat", "b upon", "the mat."],
        ["C", "The", "b young", "cat sat", "b upon", "the mat."],
    ]
    assert read_heads(page) == ["1", "2 a–c", "3", "4 a–b", "5"]
    assert "3 texts, 5 places; they part in 2." in page


def test_word_by_word_every_word_has_a_column(client: Client, work: Work) -> None:
    page = read(client, work, "?by=words")
    assert read_table(page)[1] == ["B", "The", "c –", "cat", "sat", "b upon", "the", "mat", "."]


def test_another_base_comes_first_and_reads_a(client: Client, work: Work) -> None:
    assert read_table(read(client, work, "?base=C"))[0] == ["C", "The", "a young", "cat sat", "a upon", "the mat."]


def test_only_chosen_texts_are_collated_and_the_others_are_named_with_a_way_to_add_them(
    client: Client, work: Work
) -> None:
    page = read(client, work, "?with=C&ignore=case&by=words")
    assert [row[0] for row in read_table(page)] == ["A", "C"]
    assert read_left_out(page) == ["B: not chosen collate it too"]
    assert 'href="?base=A&amp;with=C&amp;with=B&amp;ignore=case&amp;by=words">collate it too' in page


def test_other_languages_are_left_out_until_they_are_chosen(client: Client, team: Team, work: Work) -> None:
    german = add_translation(actor=team.owner, work=work, siglum="E", language="de")
    enter_variant(actor=team.owner, passage=passage_of(work), translation=german, text="Die Katze sat.")
    add_translation(actor=team.owner, work=work, siglum="F", language="en-GB")
    revise_variant(actor=team.editor, variant=variant_of(work, "1", "B"), version=1, text="", presence="omitted")
    page = read(client, work)
    assert [row[0] for row in read_table(page)] == ["A", "C"]
    assert read_left_out(page) == [
        "B: left out by the translator",
        "E: in another language collate it too",
        "F: not entered yet",
    ]
    chosen = read(client, work, "?with=C,E")
    assert [row[0] for row in read_table(chosen)] == ["A", "C", "E"]
    assert 'lang="de" dir="ltr">Die Katze' in chosen


def test_what_is_ignored_and_what_counts_as_the_same_share_a_letter(client: Client, team: Team) -> None:
    work = make_work(team.owner, team.workspace, {"A": ("Ezhov Asks.",), "B": ("Yezhov asks",)}, title="Names")
    add_equivalence(actor=team.editor, workspace=team.workspace, work=work, left="Ezhov", right="Yezhov")
    client.force_login(team.reader)
    assert read_table(read(client, work))[1] == ["B", "Yezhov", "b asks"]
    assert read_table(read(client, work, "?ignore=case,punctuation"))[1] == ["B", "Yezhov asks"]


def test_one_text_has_nothing_to_part_from(client: Client, team: Team) -> None:
    work = make_work(team.owner, team.workspace, {"A": ("Alone.",)}, title="One")
    client.force_login(team.reader)
    page = read(client, work)
    assert read_table(page) == [["A", "Alone."]]
    assert "1 text, 1 place; one text has nothing to part from." in page


def test_a_passage_without_texts_and_a_work_without_translations_say_so(client: Client, team: Team) -> None:
    work = make_work(team.owner, team.workspace, {"A": ("",)}, title="Blank")
    revise_variant(actor=team.editor, variant=variant_of(work, "1", "A"), version=1, text="", presence="omitted")
    client.force_login(team.reader)
    assert "None of the texts that are chosen is entered here." in read(client, work)


def test_a_base_without_a_text_leaves_the_others_to_be_collated(client: Client, team: Team, work: Work) -> None:
    revise_variant(actor=team.editor, variant=variant_of(work, "1", "A"), version=1, text="", presence="omitted")
    assert [row[0] for row in read_table(read(client, work))] == ["B", "C"]


def test_a_long_table_is_shown_in_parts(client: Client, team: Team) -> None:
    texts = {siglum: (" ".join(f"w{number}" for number in range(2_500)),) for siglum in "AB"}
    work = make_work(team.owner, team.workspace, texts, title="Long")
    client.force_login(team.reader)
    first, second = read(client, work, "?by=words"), read(client, work, "?by=words&from=2001")
    assert (read_heads(first)[-1], read_heads(second)[0], read_heads(second)[-1]) == ("2000", "2001", "2500")
    assert 'href="?base=A&amp;by=words&amp;from=2001">from place 2001 on' in first
    assert 'rel="prev" href="?base=A&amp;by=words">' in second
    assert read_heads(read(client, work, "?by=words&from=9999999"))[-1] == "2500"


def test_a_table_of_texts_too_long_to_be_aligned_to_the_end_says_so(client: Client, team: Team, work: Work) -> None:
    texts = {siglum: (" ".join(f"{siglum}{number}" for number in range(1_500)),) for siglum in "ABC"}
    long = make_work(team.owner, team.workspace, texts, title="Nothing in common")
    assert "this table is approximate" in read(client, long)
    assert "approximate" not in read(client, work)
    assert client.get(f"/api/v1/passages/{passage_of(long).pk}/collation/").json()["approximate"] is True
    assert client.get(f"/api/v1/passages/{passage_of(work).pk}/collation/").json()["approximate"] is False


def test_a_hundred_and_four_texts_are_rows_and_their_readings_have_letters_beyond_z(client: Client, team: Team) -> None:
    texts = {f"M{number:03}": (f"in w{number} beginning",) for number in range(104)}
    work = make_work(team.owner, team.workspace, texts, title="Manuscripts")
    client.force_login(team.reader)
    rows = read_table(read(client, work))
    assert len(rows) == 104
    letters = {row[2].split()[0] for row in rows}
    assert len(letters) == 104
    assert {"a", "z", "aa", "cz"} <= letters


def test_columns_run_from_right_to_left_where_the_base_does(client: Client, team: Team) -> None:
    work = make_work(team.owner, team.workspace, {"A": ("one",)}, title="Arabic")
    for siglum, text in (("AR1", "تعبر المعدية النهر"), ("AR2", "تعبر العبارة النهر")):
        one = add_translation(actor=team.owner, work=work, siglum=siglum, language="ar")
        enter_variant(actor=team.owner, passage=passage_of(work), translation=one, text=text)
    client.force_login(team.reader)
    page = read(client, work, "?base=AR1")
    assert 'class="region alignment-region" dir="rtl"' in page
    assert read_table(page)[1] == ["AR2", "تعبر", "b العبارة", "النهر"]


def test_impossible_states_are_400_and_unknown_things_404(client: Client, work: Work) -> None:
    answers = {
        "?base=Z": 404,
        "?with=A,Z": 404,
        "?by=letters": 400,
        "?ignore=vowels": 400,
        "?from=0": 400,
        "?from=²": 400,
        "?from=-1": 400,
        "?view=columns": 400,
        "?base=%00": 404,
    }
    assert {query: client.get(address(work, query)).status_code for query in answers} == answers


def test_markup_in_texts_stays_text(client: Client, team: Team) -> None:
    evil = "<img src=x onerror=alert(1)>"
    work = make_work(team.owner, team.workspace, {"A": (evil,), "B": (f"<b>{evil}",)}, title="Evil")
    client.force_login(team.reader)
    page = read(client, work)
    assert "<img" not in page
    assert "&lt;" in page


def test_the_passage_page_and_the_collation_lead_to_each_other(client: Client, work: Work) -> None:
    passage = address(work).removesuffix("collation/")
    assert f'href="{address(work)}?base=A"' in fold(client.get(passage).content.decode())
    assert f'href="{passage}?base=A"' in read(client, work)


def test_the_collation_asks_as_much_for_twelve_texts_as_for_two(client: Client, team: Team) -> None:
    client.force_login(team.editor)
    works = [
        make_work(team.owner, team.workspace, {f"T{n}": (f"word {n}",) for n in range(size)}, title=f"Of {size}")
        for size in (2, 12)
    ]
    asked = [count(client, address(work)) for work in works]
    assert asked[0] == asked[1] <= 17


@pytest.mark.parametrize(("query", "asked"), [("", "regions=true"), ("?by=words", "")])
def test_the_table_is_the_one_of_the_api(client: Client, work: Work, query: str, asked: str) -> None:
    api = client.get(f"/api/v1/passages/{passage_of(work).pk}/collation/?base=A&{asked}").json()
    columns = zip(*(column["cells"] for column in api["columns"]), strict=True)
    rows = [[cell["text"] if cell else "–" for cell in row] for row in columns]
    seen = [[re.sub(r"^[a-z] (?=.)", "", cell) for cell in row[1:]] for row in read_table(read(client, work, query))]
    assert seen == rows


def test_the_apparatus_of_the_api_follows_its_regions(client: Client, work: Work) -> None:
    address = f"/api/v1/passages/{passage_of(work).pk}/collation/?base=A&regions=true"
    entries = client.get(address).json()["apparatus"]
    assert [(one["lemma"]["text"], *((it["text"], it["sigla"]) for it in one["readings"])) for one in entries] == [
        ("old", ("young", ["C"]), ("", ["B"])),
        ("on", ("upon", ["B", "C"])),
    ]
