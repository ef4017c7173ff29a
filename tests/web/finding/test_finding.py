"""The pages of differences and checks: what they show, one click to what matters, decisions, tables."""

from typing import Any

import pytest
from django.test import Client

from tests.factories import make_work
from workbench.corpus.models import Check, Work

TEXTS = {
    "A": ("He had 5 cats and went home.", "The cat sat."),
    "B": ("He had 5 cats and went home.", "The Cat sat."),
    "C": ("He had 6 cats and went home.", "The cat sat."),
}


@pytest.fixture
def work(team: Any) -> Work:
    return make_work(team.owner, team.workspace, TEXTS, title="Three")


@pytest.fixture
def reviewer(team: Any, client: Client) -> Client:
    client.force_login(team.reviewer)
    return client


def at(work: Work, path: str) -> str:
    return f"/works/{work.workspace.slug}/{work.slug}/{path}"


def test_only_what_matters_shows_the_number_and_not_the_capital(reviewer: Client, work: Work) -> None:
    said = reviewer.get(at(work, "differences/?order=weight&weight=strong")).content.decode()
    assert '<bdi class="text">5</bdi>' in said
    assert "Cat" not in said
    assert reviewer.get(at(work, "differences/?order=weight&weight=strong")).context["rows"][0].checks[0].quote == "6"


def test_the_work_page_leads_there(reviewer: Client, work: Work) -> None:
    assert "differences/?order=weight&amp;weight=strong" in reviewer.get(at(work, "")).content.decode()


@pytest.mark.parametrize("query", ["type=moon", "left=Z", "after=x", "moon=1", "shared=few"])
def test_what_is_unknown_is_refused(reviewer: Client, work: Work, query: str) -> None:
    assert reviewer.get(at(work, f"differences/?{query}")).status_code == 400


def test_passages_that_are_not_there_are_said(reviewer: Client, work: Work) -> None:
    assert "no passage “99”" in reviewer.get(at(work, "differences/?passages=99")).content.decode()


@pytest.mark.parametrize("path", ["differences/?format=csv", "checks/?format=csv"])
def test_both_are_sent_as_tables(reviewer: Client, work: Work, path: str) -> None:
    sent = reviewer.get(at(work, path))
    assert (sent["Content-Type"], b"6" in sent.content) == ("text/csv; charset=utf-8", True)


def test_a_finding_is_dismissed_with_its_reason_and_taken_up_again(reviewer: Client, work: Work) -> None:
    check = Check.objects.get(work=work, kind="number")
    reviewer.post(f"/checks/{check.pk}/dismiss/", {"reason": "The source has it."})
    shown = reviewer.get(at(work, "checks/?state=dismissed")).content.decode()
    assert "“The source has it.”" in shown
    reviewer.post(f"/checks/{check.pk}/reopen/")
    assert "Discuss it" in reviewer.get(at(work, "checks/?kind=number")).content.decode()


def test_a_finding_leads_to_its_discussion(reviewer: Client, work: Work) -> None:
    check = Check.objects.get(work=work, kind="number")
    sent = reviewer.post(f"/checks/{check.pk}/raise/")
    check.refresh_from_db()
    assert (sent.status_code, sent["Location"]) == (302, f"/threads/{check.thread}/")


def test_editors_choose_the_checks_of_a_work(client: Client, team: Any, work: Work) -> None:
    client.force_login(team.editor)
    client.post(at(work, "checks/choose/"), {"kind": ["brackets"], "least": "grave"})
    assert "Nothing was found" in client.get(at(work, "checks/")).content.decode()


def test_the_queue_lists_what_checks_had_found(reviewer: Client, work: Work) -> None:
    reviewer.post(f"/checks/{Check.objects.get(work=work, kind='number').pk}/raise/")
    for kind, count in (("any", 1), ("number", 1), ("name", 0)):
        assert len(reviewer.get(at(work, f"review/?check={kind}")).context["cards"]) == count
    assert reviewer.get(at(work, "review/?check=moon")).status_code == 400
