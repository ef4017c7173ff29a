"""The variation page: figures, orders, choices, what is stored and what is measured for the moment."""

import re
from typing import TYPE_CHECKING

import pytest
from django.db import connection
from django.http import QueryDict
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.conftest import Team
from tests.factories import make_work, passage_of
from tests.web.markup import fold
from workbench.corpus import measuring_limits
from workbench.corpus.measuring import forget_measures, measure_waiting
from workbench.corpus.models import Passage, Translation, Work
from workbench.web.texts.views import works as work_views
from workbench.web.variation import ranking as reading
from workbench.web.variation.state import read_variation_state

pytestmark = pytest.mark.slow  # left out of `make check`

if TYPE_CHECKING:
    from django.test.client import _MonkeyPatchedWSGIResponse as Answer

TEXTS = {
    "A": ("a b c d", "one two three four", "x y"),
    "B": ("a b c e", "one two three four", "x z"),
    "C": ("a b c d", "five six seven four", "x y"),
    "D": ("q r s t", "u v w x", "z z"),
    "E": ("q r s t", "u v w z", "z z"),
}


@pytest.fixture
def work(team: Team) -> Work:
    made = make_work(team.owner, team.workspace, TEXTS, title="Five")
    Translation.objects.filter(work=made, siglum__in="DE").update(language="de")
    forget_measures(made.passages.all())
    measure_waiting(made)
    return made


def ask(client: Client, query: str = "", slug: str = "five") -> "Answer":
    return client.get(f"/works/room/{slug}/variation/?{query}")


def rows(answer: "Answer") -> list[tuple[str, ...]]:
    """Return the rows of the list: reference, figure, what stands out."""
    table = re.findall(r'<table class="table ranked">(.*?)</table>', fold(answer.content.decode()), re.DOTALL)[0]
    cells = [re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row, re.DOTALL) for row in table.split("<tr>")[2:]]
    texts = [[" ".join(re.sub(r"<[^>]*>", " ", cell).split()) for cell in row] for row in cells]
    return [(reference.removeprefix("Compare "), figure, *out) for reference, figure, _, *out in texts]


def distances(answer: "Answer") -> list[list[str]]:
    """Return the rows of the first table of distances, without the diagonal."""
    table = re.findall(r'<table class="matrix".*?<tbody>(.*?)</tbody>', fold(answer.content.decode()), re.DOTALL)[0]
    return [re.findall(r'<td class="shade-[0-5]">(.*?)</td>', row) for row in table.split("<tr>")[1:]]


def test_passages_come_most_apart_first_with_what_stands_out(client: Client, team: Team, work: Work) -> None:
    client.force_login(team.reader)
    assert rows(ask(client)) == [
        ("2", "44%", "C 75% from the others"),
        ("3", "25%", "B 50% from the others"),
        ("1", "12%", "B 25% from the others"),
    ]


def test_the_list_can_be_turned_and_kept_in_order(client: Client, team: Team, work: Work) -> None:
    client.force_login(team.reader)
    assert [row[0] for row in rows(ask(client, "sort=least"))] == ["1", "3", "2"]
    assert [row[0] for row in rows(ask(client, "sort=work"))] == ["1", "2", "3"]


def test_one_language_is_measured_by_itself(client: Client, team: Team, work: Work) -> None:
    client.force_login(team.reader)
    assert rows(ask(client, "language=de")) == [("2", "25%"), ("1", "0%"), ("3", "0%")]


def test_distances_stand_in_a_table_a_tree_and_a_map_in_words(client: Client, team: Team, work: Work) -> None:
    client.force_login(team.reader)
    answer = ask(client, "language=en")
    assert distances(answer) == [["20%", "30%"], ["20%", "50%"], ["30%", "50%"]]
    words = " ".join(re.sub(r"<[^>]*>", "", fold(answer.content.decode())).split())
    assert "A and B: 20% apartA, B and C: 40% apart on average" in words
    assert "Map of 3 translations; as a table below." in fold(answer.content.decode())


def test_translations_alone_in_their_language_are_named(client: Client, team: Team, work: Work) -> None:
    client.force_login(team.reader)
    page = " ".join(re.sub(r"<[^>]*>", "", fold(ask(client, "with=A,B,D").content.decode())).split())
    assert "Compared with no other, being alone in its language: D." in page


def test_chosen_translations_are_measured_for_the_moment(client: Client, team: Team, work: Work) -> None:
    client.force_login(team.reader)
    assert rows(ask(client, "with=A&with=B")) == [("3", "50%"), ("1", "25%"), ("2", "0%")]
    assert rows(ask(client, "with=A,B")) == rows(ask(client, "with=A&with=B"))


def test_what_is_ignored_makes_no_difference(client: Client, team: Team) -> None:
    make_work(team.owner, team.workspace, {"A": ("The Cat sat.",), "B": ("The cat sat",)}, title="Cases")
    client.force_login(team.reader)
    assert [row[1] for row in rows(ask(client, "", "cases"))] == ["43%"]
    assert [row[1] for row in rows(ask(client, "ignore=case,punctuation", "cases"))] == ["0%"]


def test_the_page_agrees_with_the_api(client: Client, team: Team, work: Work) -> None:
    client.force_login(team.reader)
    for asked, query in (("", ""), ("translations=A,C,D,E&ignore=case", "with=A,C,D,E&ignore=case")):
        answer = client.get(f"/api/v1/works/five/variation/?{asked}").json()
        shown = {reference: figure for reference, figure, *_ in rows(ask(client, query))}
        assert shown == {row["reference"]: f"{100 * row['variation']:.0f}%" for row in answer["passages"]}
        first, *others = answer["distances"][0][: len(answer["sigla"]) - 2]
        assert (first, distances(ask(client, query))[0]) == (0, [f"{100 * value:.0f}%" for value in others])


def test_rows_lead_to_the_compare_page_with_the_same_choices(client: Client, team: Team, work: Work) -> None:
    client.force_login(team.reader)
    key = passage_of(work, "3").pk
    page = fold(ask(client, "with=B,C&ignore=case").content.decode())
    address = f"/works/room/five/compare/?base=B&amp;with=C&amp;ignore=case&amp;at=3#p-{key}"
    assert f'href="{address}"' in page
    assert client.get(address.replace("&amp;", "&")).status_code == 200


def test_a_part_of_the_work_is_looked_at_by_itself(client: Client, team: Team, work: Work) -> None:
    client.force_login(team.reader)
    answer = ask(client, "first=2&last=3")
    assert [row[0] for row in rows(answer)] == ["2", "3"]
    assert "Passages 2 to 3" in fold(answer.content.decode())


def test_a_long_work_is_measured_at_some_passages_and_the_page_says_so(
    client: Client, team: Team, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(measuring_limits, "MOST_PASSAGES", 4)
    texts = {siglum: tuple(f"{siglum} {number}" for number in range(10)) for siglum in "AB"}
    make_work(team.owner, team.workspace, texts, title="Long")
    client.force_login(team.reader)
    assert "spread evenly" not in fold(ask(client, "", "long").content.decode())
    answer = ask(client, "ignore=case&sort=work", "long")
    assert [row[0] for row in rows(answer)] == ["1", "3", "6", "8"]
    assert "measured for you now at 4 of the 10 passages, spread evenly" in fold(answer.content.decode())


def test_texts_too_long_to_be_measured_while_one_waits_are_not(
    client: Client, team: Team, work: Work, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(measuring_limits, "MOST_CHARACTERS", 1)
    client.force_login(team.reader)
    page = fold(ask(client, "ignore=case").content.decode())
    assert "too long, or the translations too many, to be measured while you wait" in page
    assert 'class="matrix"' not in page
    assert 'class="matrix"' in fold(ask(client).content.decode())


def test_the_list_is_turned_page_by_page_and_back(
    client: Client, team: Team, work: Work, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "PAGE", 2)
    client.force_login(team.reader)
    first = ask(client, "language=en")
    assert [row[0] for row in rows(first)] == ["2", "3"]
    assert "1 to 2 of 3" in fold(first.content.decode())
    following = turn(first, "next")
    assert following == "language=en&after=666667-3"
    second = ask(client, following)
    assert [row[0] for row in rows(second)] == ["1"]
    assert turn(second, "prev") == "language=en"
    assert (turn(first, "prev"), turn(second, "next")) == (None, None)


def turn(answer: "Answer", way: str) -> str | None:
    """Return the query of the page before (prev) or after (next)."""
    found = re.search(rf'<a rel="{way}" href="\?([^"#]*)', fold(answer.content.decode()))
    return found.group(1).replace("&amp;", "&") if found else None


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("with=Z", 404),
        ("language=fr", 404),
        ("language=de&with=A", 404),
        ("sort=best", 400),
        ("ignore=words", 400),
        ("first=0", 400),
        ("last=x", 400),
        ("after=99999999999-1", 400),
        ("after=5", 400),
        ("at=1", 400),
        ("after=999999-7", 200),
        ("first=9", 200),
        ("first=3&last=2", 200),
    ],
)
def test_odd_addresses_are_answered_sensibly(client: Client, team: Team, work: Work, query: str, status: int) -> None:
    client.force_login(team.reader)
    assert ask(client, query).status_code == status


def test_works_with_nothing_to_compare_say_so(client: Client, team: Team) -> None:
    client.force_login(team.reader)
    for slug, texts in (("empty", {}), ("single", {"A": ("x",)}), ("unwritten", {"A": (), "B": ()})):
        make_work(team.owner, team.workspace, texts, title=slug)
        assert 'class="empty"' in fold(ask(client, "", slug).content.decode())


def test_the_distances_of_the_whole_work_stand_on_its_page(client: Client, team: Team, work: Work) -> None:
    client.force_login(team.reader)
    tables = client.get("/works/room/five/")
    assert distances(tables) == distances(ask(client)) == [["20%", "30%"], ["20%", "50%"], ["30%", "50%"]]


def test_waiting_passages_are_told_of_and_have_no_figure(client: Client, team: Team, work: Work) -> None:
    forget_measures(work.passages.filter(reference="1"))
    client.force_login(team.reader)
    answer = ask(client)
    said = "1 of 3 passages is still to be measured after a change"
    assert said in fold(answer.content.decode())
    assert rows(answer)[-1] == ("1", "to be measured", "")
    assert said in fold(client.get("/works/room/five/").content.decode())


def test_a_page_with_everything_waiting_shows_no_figures(client: Client, team: Team, work: Work) -> None:
    forget_measures(work.passages.all())
    client.force_login(team.reader)
    page = fold(ask(client).content.decode())
    assert "3 of 3 passages are still to be measured" in page
    assert ('class="matrix"' in page, 'class="strokes' in page) == (False, False)


def test_a_state_is_read_from_the_address_it_writes(work: Work) -> None:
    translations = list(work.translations.order_by("position"))
    for query in (
        "",
        "with=A&with=C&ignore=case%2Cform&first=2&last=9&sort=least&after=250000-3",
        "language=de&sort=work",
    ):
        state = read_variation_state(QueryDict(query), translations)
        assert read_variation_state(QueryDict(state.query), translations) == state


@pytest.mark.parametrize("query", ["", "language=en", "with=A&with=B&ignore=case"])
def test_the_page_asks_as_much_for_thirty_passages_as_for_one(client: Client, team: Team, query: str) -> None:
    asked = []
    client.force_login(team.reader)
    for title, length in (("Short", 1), ("Long", 30)):
        texts = {siglum: tuple(f"Line {number} of {siglum}." for number in range(length)) for siglum in "ABCD"}
        make_work(team.owner, team.workspace, texts, title=title)
        with CaptureQueriesContext(connection) as queries:
            assert ask(client, query, title.lower()).status_code == 200
        asked.append(len(queries))
    assert asked[0] == asked[1] <= 10


def test_an_attack_in_a_siglum_or_reference_stays_text(client: Client, team: Team) -> None:
    attack = "<img src=x onerror=alert(1)>"
    work = make_work(team.owner, team.workspace, dict.fromkeys("ABC", ("a b", "c d")), title="Attack")
    Translation.objects.filter(work=work, siglum="A").update(siglum=attack[:20])
    Passage.objects.filter(work=work, reference="1").update(reference=attack)
    client.force_login(team.reader)
    page = fold(ask(client, "", "attack").content.decode())
    assert "<img" not in page
    assert "&lt;img src=x" in page


def test_the_help_page_explains_the_measures_to_everybody(client: Client, db: None) -> None:
    page = fold(client.get("/help/measures/").content.decode())
    assert "LCS" in page
    assert "10.1093/llc/fqw027" in page


def test_the_bar_of_a_long_work_stands_on_its_page_whole(
    client: Client, team: Team, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(work_views, "CONTENTS", 2)
    texts = {"A": ("a",) * 130, "B": ("a",) * 65 + ("b",) * 65}
    made = make_work(team.owner, team.workspace, texts, title="Long")
    client.force_login(team.reader)
    page = fold(client.get(f"/works/room/{made.slug}/").content.decode())
    strokes = re.findall(r'<li><a href="([^"]*)".*?<span class="words">(.*?)</span>', page)
    assert len(strokes) == 65
    assert strokes[-1] == (
        "/works/room/long/variation/?first=129&amp;last=130",
        "129 to 130, 2 passages: 100% apart on average, 100% at most",
    )
    assert [row[0] for row in rows(client.get(strokes[-1][0].replace("&amp;", "&")))] == ["129", "130"]
