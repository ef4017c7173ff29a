"""A page with very many discussions shows two of each passage, counts the others, and marks the words of all."""

from typing import Any

import pytest
from django.test import Client

from tests.factories import make_work, passage_of, variant_of
from workbench.corpus.models import Work
from workbench.review.actions import open_thread
from workbench.review.anchoring import AnchorRequest
from workbench.web.discussion import margins

TEXTS = {"A": ("The cat sat.", "It rained."), "B": ("The cat lay.", "It snowed.")}


@pytest.fixture
def work(team: Any) -> Work:
    made = make_work(team.owner, team.workspace, TEXTS, title="Two")
    for number in range(5):
        words = AnchorRequest(variant_of(made, "1", "A"), quote="cat")
        open_thread(actor=team.reviewer, passage=passage_of(made), body=f"Body {number}", anchors=[words])
    return made


def test_few_are_all_shown_with_what_was_said(team: Any, client: Client, work: Work) -> None:
    client.force_login(team.reviewer)
    page = client.get("/works/room/two/compare/").content.decode()
    assert [f"<p>Body {number}</p>" in page for number in range(5)] == [True] * 5
    assert "more note" not in page


def test_of_many_two_are_shown_and_the_others_counted(
    team: Any, client: Client, work: Work, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(margins, "MOST", 4)
    monkeypatch.setattr(margins.read_margins, "__defaults__", (4,))
    client.force_login(team.reviewer)
    page = client.get("/works/room/two/compare/").content.decode()
    assert (page.count('class="\n    margin-note'), "3 more notes" in " ".join(page.split())) == (2, True)
    assert page.count('class="words" data-thread=') == 5
    assert "<p>Body 0</p>" not in page
    passage = client.get(f"/works/room/two/passages/{passage_of(work).pk}/").content.decode()
    assert "<p>Body 4</p>" in passage
