"""Words that were changed: the card shows old and new, asks, and takes the answer."""

from django.test import Client
from django.urls import reverse

from tests.conftest import Room
from tests.factories import passage_of, variant_of
from workbench.review.actions import open_thread, revise_variant
from workbench.review.anchoring import AnchorRequest
from workbench.review.models import Anchor, Thread


def _changed(room: Room) -> Thread:
    variant = variant_of(room.work, "1", "A")
    thread = open_thread(
        actor=room.reviewer,
        passage=passage_of(room.work),
        body="Hm.",
        anchors=[AnchorRequest(variant, quote="cat sat on")],
    )
    revise_variant(actor=room.editor, variant=variant, version=1, text="The cat lay on the mat.")
    thread.refresh_from_db()
    return thread


def test_the_card_shows_both_and_one_click_keeps_it(room: Room, client: Client) -> None:
    thread = _changed(room)
    client.force_login(room.reviewer)
    page = client.get(reverse("web:thread", args=[thread.pk])).content.decode()
    assert "cat sat on" in page
    assert "cat lay on" in page
    assert "Keep it there?" in page
    anchor = thread.anchors.get()
    client.post(reverse("web:confirm_anchor", args=[anchor.pk]), {"version": thread.version})
    assert Anchor.objects.get().state == "placed"


def test_a_stale_answer_is_refused(room: Room, client: Client) -> None:
    thread = _changed(room)
    client.force_login(room.reviewer)
    answer = client.post(reverse("web:confirm_anchor", args=[thread.anchors.get().pk]), {"version": thread.version - 1})
    assert (answer.status_code, Anchor.objects.get().state) == (412, "changed")
