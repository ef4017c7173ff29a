"""Words that were changed: the card shows old and new, asks, and takes the answer."""

from django.test import Client
from django.urls import reverse

from tests.conftest import Team
from tests.factories import passage_of, variant_of
from workbench.review.actions import open_thread, revise_variant
from workbench.review.anchoring import AnchorRequest
from workbench.review.models import Anchor, Thread


def _changed(team: Team) -> Thread:
    variant = variant_of(team.work, "1", "A")
    thread = open_thread(
        actor=team.reviewer,
        passage=passage_of(team.work),
        body="Hm.",
        anchors=[AnchorRequest(variant, quote="cat sat on")],
    )
    revise_variant(actor=team.editor, variant=variant, version=1, text="The cat lay on the mat.")
    thread.refresh_from_db()
    return thread


def test_the_card_shows_both_and_one_click_keeps_it(team: Team, client: Client) -> None:
    thread = _changed(team)
    client.force_login(team.reviewer)
    page = client.get(reverse("web:thread", args=[thread.pk])).content.decode()
    assert "cat sat on" in page
    assert "cat lay on" in page
    assert "Keep it there?" in page
    anchor = thread.anchors.get()
    client.post(reverse("web:confirm_anchor", args=[anchor.pk]), {"version": thread.version})
    assert Anchor.objects.get().state == "placed"


def test_a_stale_answer_is_refused(team: Team, client: Client) -> None:
    thread = _changed(team)
    client.force_login(team.reviewer)
    answer = client.post(reverse("web:confirm_anchor", args=[thread.anchors.get().pk]), {"version": thread.version - 1})
    assert (answer.status_code, Anchor.objects.get().state) == (412, "changed")
