"""How far translations part, through the API: stored and measured now, in order, page by page, and what is refused."""

from typing import Any

import pytest

from tests.factories import make_work
from workbench.corpus import measuring_limits
from workbench.corpus.measuring import forget_measures
from workbench.corpus.models import Work

TEXTS = {
    "A": ("The cat sat.", "x", "a b"),
    "B": ("The Cat sat.", "x", "a c"),
    "C": ("A dog lay.", "x", "a d"),
}


@pytest.fixture
def work(team: Any) -> Work:
    return make_work(team.owner, team.workspace, TEXTS, title="Three")


@pytest.fixture
def reader(team: Any, work: Work, script: Any) -> Any:
    return script(team.reader)


def test_chosen_translations_are_measured_without_what_is_ignored(reader: Any) -> None:
    shown = reader.get("works/three/variation/?translations=A,B&last=1").json()
    assert (shown["sigla"], shown["distances"], shown["variation"]) == (["A", "B"], [[0, 0.25], [0.25, 0]], 0.25)
    assert [one["distinctiveness"] for one in shown["passages"][0]["variants"]] == [0.25, 0.25]
    shown = reader.get("works/three/variation/?translations=A,B&ignore=case&last=1").json()
    assert (shown["distances"], shown["passages"][0]["variation"]) == ([[0, 0], [0, 0]], 0)


def test_passages_come_in_the_order_asked_for(reader: Any) -> None:
    for sort, expected in (("work", "123"), ("most", "132"), ("least", "231")):
        shown = reader.get(f"works/three/variation/?sort={sort}").json()
        assert "".join(row["reference"] for row in shown["passages"]) == expected


@pytest.mark.parametrize("query", ["sort=most", "sort=least&ignore=case", "translations=A,C"])
def test_pages_follow_each_other_and_say_the_same_of_the_whole(reader: Any, query: str) -> None:
    whole = reader.get(f"works/three/variation/?{query}").json()
    shown = reader.get(f"works/three/variation/?{query}&page_size=2").json()
    passages = shown["passages"]
    assert (len(passages), shown["distances"], shown["total"]) == (2, whole["distances"], 3)
    last = reader.get(shown["next"]).json()
    assert (passages + last["passages"], last["next"]) == (whole["passages"], None)


def test_passages_that_wait_are_counted_and_have_no_figure(reader: Any, work: Work) -> None:
    forget_measures(work.passages.filter(reference="1"))
    shown = reader.get("works/three/variation/?translations=A,B").json()
    assert (shown["waiting"], shown["total"], shown["distances"][0][1]) == (1, 3, 0.333333)
    said = [(row["variation"], row["is_waiting"]) for row in shown["passages"]]
    assert said == [(None, True), (0, False), (0.5, False)]


def test_a_cursor_of_another_list_is_refused(reader: Any) -> None:
    cursor = reader.get("works/three/variation/?page_size=1").json()["next"].split("cursor=")[1].split("&")[0]
    refused = reader.get(f"works/three/variation/?sort=most&cursor={cursor}")
    assert (refused.status_code, refused.json()["code"]) == (400, "bad_cursor")


def test_a_translation_that_is_not_there_is_named(reader: Any) -> None:
    refused = reader.get("works/three/variation/?translations=A,Z")
    assert refused.status_code == 422
    assert "Z" in refused.json()["detail"]


def test_too_much_text_is_refused_where_it_would_be_measured_now(reader: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(measuring_limits, "MOST_CHARACTERS", 10)
    refused = reader.get("works/three/variation/?ignore=case")
    assert (refused.status_code, refused.json()["code"]) == (422, "too_many")
    assert reader.get("works/three/variation/").status_code == 200
