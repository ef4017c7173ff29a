"""The page where reviewers differ: verdicts and marks side by side, and the decision."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.conftest import Team
from tests.factories import make_work, variant_of
from workbench.corpus.models import Variant, Work
from workbench.review.actions import give_verdict, open_thread
from workbench.review.anchoring import AnchorRequest
from workbench.review.models import Adjudication

PAGE = "/works/room/a-small-work/adjudication/"


def differ(team: Team, variant: Variant) -> None:
    give_verdict(actor=team.reviewer, variant=variant, verdict="approved", revision=1, note="Reads well.")
    give_verdict(actor=team.editor, variant=variant, verdict="needs_work", revision=1)


@pytest.fixture
def editor(client: Client, team: Team) -> Client:
    differ(team, variant_of(team.work, "1", "A"))
    client.force_login(team.editor)
    return client


def shown(client: Client, query: str = "") -> str:
    response = client.get(PAGE + query)
    assert response.status_code == 200
    return " ".join(response.content.decode().split())


def decide(client: Client, team: Team, **values: str) -> int:
    variant = variant_of(team.work, "1", "A")
    address = f"/works/room/a-small-work/passages/{variant.passage_id}/variants/{variant.pk}/adjudicate/"
    return client.post(address, {"verdict": "needs_work", "revision": "1", "next": PAGE, **values}).status_code


def test_verdicts_notes_and_marks_stand_beside_each_other(editor: Client, team: Team) -> None:
    variant = variant_of(team.work, "1", "A")
    anchors = [AnchorRequest(variant, quote="sat")]
    open_thread(
        actor=team.owner, passage=variant.passage, body="Hm", anchors=anchors, category="style", severity="minor"
    )
    page = shown(editor)
    for words in ("The cat sat on the mat.", "Reads well.", "Needs work</strong>", "minor, style", "no verdict"):
        assert words in page
    assert page.count("<h3>") == 3


def test_a_decision_is_made_and_shown_and_the_text_leaves_the_list(editor: Client, team: Team) -> None:
    assert decide(editor, team, note="No verb.") == 302
    assert Adjudication.objects.values_list("verdict", "note").get() == ("needs_work", "No verb.")
    assert "There is nothing to decide" in shown(editor)
    page = shown(editor, "?which=decided")
    assert "<strong>Decided:</strong>" in page
    assert "No verb." in page


def test_nothing_is_decided_of_words_unseen_or_by_those_who_may_not(editor: Client, team: Team) -> None:
    assert decide(editor, team, revision="2") == 422
    assert decide(editor, team, verdict="splendid") == 422
    editor.force_login(team.reviewer)
    assert decide(editor, team) == 403
    assert '<form class="judge' not in shown(editor)
    assert not Adjudication.objects.exists()


def test_agreement_is_told_above(editor: Client) -> None:
    page = shown(editor)
    assert "Krippendorff’s α" in page
    assert ">0%<" in page.replace("> ", ">").replace(" <", "<")


def test_what_the_address_does_not_know_is_refused(editor: Client) -> None:
    assert editor.get(PAGE + "?which=some").status_code == 400
    assert editor.get(PAGE + "?wich=all").status_code == 400


def test_as_much_is_asked_for_twenty_texts_as_for_one(client: Client, team: Team) -> None:
    def asked(work: Work) -> int:
        for variant in work.variants.all():
            differ(team, variant)
        with CaptureQueriesContext(connection) as queries:
            client.get(f"/works/room/{work.slug}/adjudication/")
        return len(queries)

    client.force_login(team.editor)
    works = [
        make_work(team.owner, team.workspace, {"A": [f"Line {at}." for at in range(length)]}, title=title)
        for length, title in ((1, "Short"), (25, "Long"))
    ]
    counts = [asked(work) for work in works]
    assert counts[0] == counts[1] <= 16
