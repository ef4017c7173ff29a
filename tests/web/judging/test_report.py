"""The quality report as a page and as a table."""

import pytest
from django.test import Client

from tests.conftest import Team
from tests.factories import passage_of, variant_of
from workbench.review.actions import open_thread
from workbench.review.anchoring import AnchorRequest

PAGE = "/works/room/a-small-work/report/"


@pytest.fixture
def reader(client: Client, team: Team) -> Client:
    for siglum, quote, severity in (("A", "cat", "major"), ("A", "mat", "minor"), ("B", "rug", "neutral")):
        anchors = [AnchorRequest(variant_of(team.work, "1", siglum), quote=quote)]
        passage = passage_of(team.work)
        open_thread(
            actor=team.reviewer, passage=passage, body="Hm", anchors=anchors, category="style", severity=severity
        )
    client.force_login(team.reader)
    return client


def shown(client: Client, query: str = "") -> str:
    return " ".join(client.get(PAGE + query).content.decode().split())


def test_translations_stand_from_best_to_worst_with_their_figures(reader: Client) -> None:
    page = shown(reader)
    assert page.index(">B</a>") < page.index(">A</a>")
    assert "600.0" in page  # 6 points in 10 words
    assert "critical 25, major 5, minor 1, neutral 0; without severity 0" in page
    assert "at most 25 points in 1,000 words" in page


def test_a_pass_mark_is_set_in_the_address(reader: Client) -> None:
    assert shown(reader, "?pass_mark=600").count("✕") == 0
    assert shown(reader, "?pass_mark=599").count("✕") == 2  # in the list, and over its own table


def test_it_comes_as_a_table_too(reader: Client) -> None:
    response = reader.get(PAGE + "?format=csv&translation=A")
    assert response["Content-Disposition"] == 'attachment; filename="a-small-work-quality.csv"'
    assert response.content.decode("utf-8-sig").splitlines()[1:] == [
        "A,10,style,major,reviewer,1,5,5,600.00",
        "A,10,style,minor,reviewer,1,1,1,600.00",
    ]


@pytest.mark.parametrize("query", ["?pass_mark=x", "?counted=some", "?format=pdf", "?what=1"])
def test_what_it_does_not_know_is_refused(reader: Client, query: str) -> None:
    assert reader.get(PAGE + query).status_code == 400


def test_an_unknown_translation_is_refused(reader: Client) -> None:
    assert reader.get(PAGE + "?translation=X").status_code == 422
