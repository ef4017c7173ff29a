"""Discussions chosen in the queue and changed at once, with one way back for all of them."""

import re

import pytest
from django.test import Client

from tests.conftest import Team
from tests.factories import passage_of, variant_of
from workbench.review.actions import change_thread, open_thread
from workbench.review.anchoring import AnchorRequest
from workbench.review.models import Thread


@pytest.fixture
def threads(team: Team) -> list[Thread]:
    """Two discussions, one of them labelled."""
    made = [open_thread(actor=team.reviewer, passage=passage_of(team.work), body=body) for body in ("One?", "Two?")]
    change_thread(actor=team.reviewer, thread=made[1], version=made[1].version, changes={"labels": ["old"]})
    return made


def chosen(threads: list[Thread]) -> list[str]:
    """Return the threads as the queue's boxes name them."""
    return [f"{one.pk}:{Thread.objects.get(pk=one.pk).version}" for one in threads]


def standing() -> list[tuple[str, str, str]]:
    """Return state, assignee and labels of all threads."""
    rows = Thread.objects.select_related("assignee").order_by("pk")
    return [(one.state, str(one.assignee or ""), ",".join(one.label_names)) for one in rows]


@pytest.mark.parametrize(
    ("posted", "becomes", "said"),
    [
        ({"do": "resolved"}, [("resolved", "", ""), ("resolved", "", "old")], "2 discussions are resolved."),
        (
            {"do": "assign", "assignee": "editor"},
            [("open", "editor", ""), ("open", "editor", "old")],
            "2 discussions are assigned to editor.",
        ),
        (
            {"do": "label", "label": "Later"},
            [("open", "", "later"), ("open", "", "later,old")],
            "2 discussions are labelled “Later”.",
        ),
    ],
)
def test_they_are_changed_together_and_put_back_by_one_undo(
    client: Client, team: Team, threads: list[Thread], posted: dict[str, str], becomes: list[object], said: str
) -> None:
    client.force_login(team.editor)
    before = standing()
    client.post("/review/batch/", {"thread": chosen(threads), **posted})
    assert standing() == becomes
    page = client.get("/review/?state=all").content.decode()
    assert said in page
    client.post("/review/batch/undo/")
    assert standing() == before
    assert said not in client.get("/review/?state=all").content.decode()


def test_what_somebody_changed_meanwhile_is_not_undone(client: Client, team: Team, threads: list[Thread]) -> None:
    client.force_login(team.editor)
    client.post("/review/batch/", {"thread": chosen(threads), "do": "resolved"})
    late = Thread.objects.get(pk=threads[0].pk)
    change_thread(actor=team.owner, thread=late, version=late.version, changes={"state": "wont_fix"})
    answer = client.post("/review/batch/undo/", follow=True)
    assert "Nothing was undone." in answer.content.decode()
    assert [state for state, _, _ in standing()] == ["wont_fix", "resolved"]


@pytest.mark.parametrize(
    ("posted", "said"),
    [
        ({"do": "resolved", "thread": []}, "Between one and 50 discussions are expected."),
        ({"do": "resolved", "thread": ["x"]}, "Discussions with the version shown are expected."),
        ({"do": "explode"}, "Something to do with them is expected."),
        ({"do": "label", "label": " "}, "A label is expected."),
        ({"do": "assign", "assignee": "outsider"}, "A member of the workspace is expected."),
        ({"do": "assign", "assignee": "nobody-here"}, "A member of the workspace is expected."),
    ],
)
def test_what_makes_no_sense_is_refused_with_a_sentence(
    client: Client, team: Team, threads: list[Thread], posted: dict[str, object], said: str
) -> None:
    client.force_login(team.editor)
    before = standing()
    answer = client.post("/review/batch/", {"thread": chosen(threads), **posted}, follow=True)
    assert said in answer.content.decode()
    assert standing() == before


def test_those_of_others_are_not_reached(client: Client, team: Team, threads: list[Thread]) -> None:
    client.force_login(team.outsider)
    client.post("/review/batch/", {"thread": chosen(threads), "do": "resolved"})
    assert {state for state, _, _ in standing()} == {"open"}


def test_there_may_be_nothing_to_undo(client: Client, team: Team) -> None:
    client.force_login(team.editor)
    assert "There is nothing to undo." in client.post("/review/batch/undo/", follow=True).content.decode()


def boxes(page: str) -> list[str]:
    """Return what the boxes of a queue's page hold."""
    return re.findall(r'name="thread"\s+value="([0-9:]+)"', page)


@pytest.fixture
def suggested(team: Team) -> None:
    """Two suggestions for one text."""
    for words, other in (("cat", "tomcat"), ("mat", "carpet")):
        place = AnchorRequest(variant_of(team.work, "1", "A"), quote=words)
        open_thread(actor=team.reviewer, passage=passage_of(team.work), body="Hm.", anchors=[place], suggestion=other)


@pytest.mark.usefixtures("suggested")
def test_suggestions_are_accepted_together_as_shown_and_taken_back_by_one_undo(client: Client, team: Team) -> None:
    client.force_login(team.editor)
    page = client.get("/review/").content.decode()
    assert ("tomcat" in page, "carpet" in page, 'value="accept"' in page) == (True, True, True)
    client.post("/review/batch/", {"thread": boxes(page), "do": "accept"})
    assert variant_of(team.work, "1", "A").text == "The tomcat sat on the carpet."
    assert "2 suggestions are accepted." in client.get("/review/?state=all").content.decode()
    client.post("/review/batch/undo/")
    assert variant_of(team.work, "1", "A").text == "The cat sat on the mat."
    assert {state for state, _, _ in standing()} == {"open"}


@pytest.mark.usefixtures("suggested")
def test_what_has_no_suggestion_is_not_accepted_with_others(client: Client, team: Team) -> None:
    open_thread(actor=team.reviewer, passage=passage_of(team.work), body="No suggestion.")
    client.force_login(team.editor)
    chosen_ones = boxes(client.get("/review/").content.decode())
    refused = client.post("/review/batch/", {"thread": chosen_ones, "do": "accept"}, follow=True)
    assert "Discussions in which one suggestion is open are expected" in refused.content.decode()
    assert variant_of(team.work, "1", "A").text == "The cat sat on the mat."


@pytest.mark.usefixtures("suggested")
def test_reviewers_are_not_offered_to_accept(client: Client, team: Team) -> None:
    client.force_login(team.reviewer)
    page = client.get("/review/").content.decode()
    assert 'value="accept"' not in page
    client.post("/review/batch/", {"thread": boxes(page), "do": "accept"})
    assert variant_of(team.work, "1", "A").text == "The cat sat on the mat."
