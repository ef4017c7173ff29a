"""Passages that a translation joins, in the pages: compared as one, each mark on the words it speaks of."""

import re

import pytest
from django.test import Client

from tests.conftest import Team
from tests.factories import make_work, passage_of, variant_of
from tests.web.markup import fold
from workbench.corpus.models import Work
from workbench.review.actions import revise_variant

FIRST, SECOND = "The king went out.", "He saw the wide sea."


@pytest.fixture
def work(team: Team) -> Work:
    texts = {"A": (FIRST, SECOND), "C": (f"{FIRST}\nHe saw the deep sea.", "x")}
    made = make_work(team.owner, team.workspace, texts, title="Joining")
    said = variant_of(made, "2", "C")
    revise_variant(actor=team.editor, variant=said, version=1, text="", presence="joined", reason="")
    return made


def read(client: Client, team: Team, query: str = "", page: str = "compare/") -> str:
    client.force_login(team.reader)
    answer = client.get(f"/works/room/joining/{page}{query}")
    assert answer.status_code == 200
    return fold(answer.content.decode())


def test_only_what_differs_is_marked_and_in_the_passage_where_it_stands(client: Client, team: Team, work: Work) -> None:
    page = read(client, team, "?base=A&with=C")
    assert re.findall(r"<ins id[^>]*>(?:<span[^>]*>[^<]*</span>)?([^<]*)", page) == ["deep"]
    assert re.search(r'class="touched[^>]*>wide<', page)
    first, second = page.split('data-passage="')[1:]
    assert "1 and 2 compared as one." in first
    assert "wide" in second
    assert "Stands with the passage before." in second


def test_the_base_may_be_the_one_that_joins(client: Client, team: Team, work: Work) -> None:
    first, second = read(client, team, "?base=C&with=A").split('data-passage="')[1:]
    assert "<ins id" not in first
    assert re.findall(r"<ins id[^>]*>(?:<span[^>]*>[^<]*</span>)?([^<]*)", second) == ["wide"]
    assert re.search(r'class="touched[^>]*>deep<', first)


def test_words_that_agree_answer_each_other_within_a_passage(client: Client, team: Team, work: Work) -> None:
    page = read(client, team, "?base=A&with=C")
    assert re.findall('data-agreement="([^"]*)"', page) == [f"0-{len(FIRST)}:0-{len(FIRST)}"]


def test_a_passage_asked_for_alone_is_compared_with_what_it_is_joined_to(
    client: Client, team: Team, work: Work
) -> None:
    page = read(client, team, f"?base=A&with=C&only={passage_of(work, '2').pk}")
    assert re.search(r'class="touched[^>]*>wide<', page)


@pytest.mark.parametrize("reference", ["1", "2"])
def test_the_collation_of_either_passage_holds_both(client: Client, team: Team, work: Work, reference: str) -> None:
    page = read(client, team, page=f"passages/{passage_of(work, reference).pk}/collation/")
    assert "1 and 2 are read as one" in page
    assert "they part in 1." in page


def test_the_apparatus_stands_under_the_passage_of_its_lemma(client: Client, team: Team, work: Work) -> None:
    first, second = read(client, team, "?base=A&with=C&view=apparatus").split('data-passage="')[1:]
    assert "deep" not in first
    assert "deep" in second


def test_the_passage_page_compares_what_is_joined(client: Client, team: Team, work: Work) -> None:
    page = read(client, team, page=f"passages/{passage_of(work, '1').pk}/")
    assert re.findall(r"<ins id[^>]*>(?:<span[^>]*>[^<]*</span>)?([^<]*)", page) == ["deep"]
