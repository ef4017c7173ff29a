"""Passages that a translation joins, in the API: whichever is asked for, they are compared and collated as one."""

from typing import Any

import pytest
from django.test import Client

from tests.conftest import Team
from tests.factories import make_work, passage_of, variant_of
from workbench.corpus.models import Work
from workbench.review.actions import revise_variant


@pytest.fixture
def work(team: Team) -> Work:
    texts = {
        "A": ("The king went out.", "He saw the grey sea."),
        "C": ("The king went out. He saw the green sea.", "x"),
    }
    made = make_work(team.owner, team.workspace, texts, title="Joining")
    said = variant_of(made, "2", "C")
    revise_variant(actor=team.editor, variant=said, version=1, text="", presence="joined", reason="")
    return made


def ask(client: Client, team: Team, work: Work, reference: str, what: str) -> Any:
    client.force_login(team.reader)
    answer = client.get(f"/api/v1/passages/{passage_of(work, reference).pk}/{what}")
    assert answer.status_code == 200
    return answer.json()


@pytest.mark.parametrize("reference", ["1", "2"])
def test_two_variants_are_compared_over_all_that_one_of_them_joins(
    client: Client, team: Team, work: Work, reference: str
) -> None:
    found = ask(client, team, work, reference, "diff/?left=A&right=C")
    assert [(one["left"]["text"], one["right"]["text"]) for one in found["differences"]] == [("grey", "green")]
    left, right = found["compared"]["left"], found["compared"]["right"]
    assert left["text"] == "The king went out. He saw the grey sea."
    assert [(part["reference"], left["text"][part["start"] : part["end"]]) for part in left["parts"]] == [
        ("1", "The king went out."),
        ("2", "He saw the grey sea."),
    ]
    assert [part["variant"] for part in right["parts"]] == [variant_of(work, "1", "C").pk]
    assert found["left"]["id"] == variant_of(work, reference, "A").pk


@pytest.mark.parametrize("reference", ["1", "2"])
def test_a_collation_has_a_place_where_the_two_part(client: Client, team: Team, work: Work, reference: str) -> None:
    found = ask(client, team, work, reference, "collation/?base=A")
    assert found["references"] == ["1", "2"]
    assert [column["cells"][1]["text"] for column in found["columns"] if column["is_variant"]] == ["green"]
    assert [len(row["parts"]) for row in found["witnesses"]] == [2, 1]
    assert [(one["lemma"]["text"], one["readings"][0]["text"]) for one in found["apparatus"]] == [("grey", "green")]
    assert found["absent"] == []


def test_others_are_compared_passage_by_passage(client: Client, team: Team, work: Work) -> None:
    found = ask(client, team, work, "2", "collation/?translations=A")
    assert (found["references"], len(found["columns"])) == (["2"], 6)
