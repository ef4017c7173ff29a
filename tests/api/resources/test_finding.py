"""Differences and checks through the API: filters, sigla, cursors, tables, decisions, and what is refused."""

from typing import Any

import pytest

from tests.factories import make_work
from workbench.corpus.models import Work

TEXTS = {
    "A": ("He had 5 cats and went home.", "The cat sat."),
    "B": ("He had 5 cats and went home.", "The Cat sat."),
    "C": ("He had 6 cats and went home.", "The cat sat."),
}


@pytest.fixture
def work(team: Any) -> Work:
    return make_work(team.owner, team.workspace, TEXTS, title="Three")


@pytest.fixture
def reviewer(team: Any, work: Work, script: Any) -> Any:
    return script(team.reviewer)


def test_differences_are_asked_by_type_and_pair(reviewer: Any) -> None:
    shown = reader_get(reviewer, "works/three/differences/?type=number&left=A&right=C")
    row = shown["results"][0]
    assert (row["reference"], row["pairs"][0]["counts"], shown["waiting"]) == ("1", {"number": 1}, 0)
    assert [(one["left"]["text"], one["right"]["text"], one["matter"]) for one in row["differences"]] == [
        ("5", "6", "number")
    ]


def test_a_translation_is_named_by_siglum_or_id(reviewer: Any, work: Work) -> None:
    pk = work.translations.get(siglum="C").pk
    by_id = reader_get(reviewer, f"works/three/differences/?only={pk}")["results"]
    assert by_id == reader_get(reviewer, "works/three/differences/?only=C")["results"]
    assert [row["reference"] for row in by_id] == ["1"]


def test_what_two_share_is_asked_for(reviewer: Any) -> None:
    found = reader_get(reviewer, "works/three/differences/?type=number&shared=2")["results"]
    assert [(row["reference"], len(row["pairs"])) for row in found] == [("1", 2)]
    assert reader_get(reviewer, "works/three/differences/?type=number&shared=3")["results"] == []


@pytest.mark.parametrize("order", ["position", "weight"])
def test_a_cursor_goes_on(reviewer: Any, order: str) -> None:
    first = reader_get(reviewer, f"works/three/differences/?order={order}&page_size=1")
    second = reviewer.get(first["next"]).json()
    assert {row["reference"] for row in (*first["results"], *second["results"])} == {"1", "2"}
    assert second["next"] is None


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("left=Z", 422),
        ("passages=99", 422),
        ("type=moon", 400),
        ("least=much", 400),
        ("order=worst", 400),
        ("shared=0", 400),
    ],
)
def test_what_is_not_there_is_refused(reviewer: Any, query: str, status: int) -> None:
    assert reviewer.get(f"works/three/differences/?{query}").status_code == status


def test_tables_name_their_charset(reviewer: Any) -> None:
    for name, line in (("differences", "1,A,C,number,number,1.00,5,6"), ("checks", ",number,0.95,open,6,7,8,")):
        sent = reviewer.get(f"works/three/{name}/?format=csv")
        assert sent["Content-Type"] == "text/csv; charset=utf-8"
        assert line in sent.content.decode("utf-8-sig")


def test_a_check_is_read_dismissed_and_taken_up_again(reviewer: Any) -> None:
    (check,) = reader_get(reviewer, "works/three/checks/?kind=number")["results"]
    assert (check["translation"], check["words"], check["state"]) == ("C", "6", "open")
    assert reader_get(reviewer, f"checks/{check['id']}/") == check
    dismissed = reviewer.post(f"checks/{check['id']}/dismiss/", {"reason": "It is so."}).json()
    assert (dismissed["state"], dismissed["reason"], dismissed["decided_by"]["username"]) == (
        "dismissed",
        "It is so.",
        "reviewer",
    )
    assert reviewer.post(f"checks/{check['id']}/dismiss/", {"reason": "Again."}).status_code == 409
    assert reviewer.post(f"checks/{check['id']}/reopen/", {}).json()["state"] == "open"
    raised = reviewer.post(f"checks/{check['id']}/raise/", {}).json()
    assert (raised["state"], raised["thread"] is not None) == ("raised", True)
    assert reader_get(reviewer, "works/three/checks/?state=raised")["results"] == [raised]


def reader_get(script: Any, path: str) -> Any:
    return script.get(path).json()
