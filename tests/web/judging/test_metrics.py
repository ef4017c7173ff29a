"""The page of scores."""

import pytest
from django.test import Client

from tests.conftest import Team
from tests.factories import make_work
from workbench.review import scoring

PAGE = "/works/room/scored/metrics/"


@pytest.fixture
def reader(client: Client, team: Team) -> Client:
    texts = {
        "ref": ("The cat sat on the mat.", "It rained."),
        "one": ("The cat sat on the mat.", ""),
        "two": ("A dog.", "It rained."),
    }
    make_work(team.owner, team.workspace, texts, title="Scored")
    client.force_login(team.reader)
    return client


def test_nothing_is_scored_before_it_is_asked_for(reader: Client) -> None:
    page = reader.get(PAGE).content.decode()
    assert "Baseline" in page
    assert "tok:13a" not in page


def test_systems_are_scored_with_the_baseline_first(reader: Client) -> None:
    page = " ".join(reader.get(PAGE + "?reference=ref&baseline=two&system=one&metric=chrf").content.decode().split())
    assert page.index('<span class="siglum">two</span> <span class="badge">baseline</span>') < page.index(
        '<span class="siglum">one</span>'
    )
    assert "in 1 passage; 1 more are left out" in page
    assert "<strong>100.0</strong>" in page
    assert "nrefs:1|bs:1000|seed:12345" in page


def test_a_refusal_stands_above_the_form(reader: Client) -> None:
    response = reader.get(PAGE + "?reference=ref&system=ref")
    assert response.status_code == 422
    assert "not the reference itself" in response.content.decode()
    assert reader.get(PAGE + "?metric=comet").status_code == 400


def test_without_the_extra_the_page_says_so(reader: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scoring, "find_spec", lambda _: None)
    page = " ".join(reader.get(PAGE).content.decode().split())
    assert "which is not installed on this server" in page
    assert "<select" not in page
