"""Which words a lost anchor is offered: those between what stood around it, or none."""

import pytest
from django.test import Client

from tests.conftest import Team
from tests.factories import passage_of, variant_of
from workbench.corpus.models import Variant
from workbench.review.actions import open_thread, revise_variant
from workbench.review.anchoring import AnchorRequest
from workbench.review.models import Anchor, Thread
from workbench.review.offering import offer_for

BEFORE = "At dawn the old ferryman crossed the river. Nobody saw him go."


def lost(quote: str) -> Anchor:
    """Return an orphan that once stood on words of `BEFORE`."""
    start = BEFORE.index(quote)
    end = start + len(quote)
    columns = {"quote": quote, "prefix": BEFORE[max(0, start - 32) : start], "suffix": BEFORE[end : end + 32]}
    return Anchor(**columns, state=Anchor.State.ORPHANED)


@pytest.mark.parametrize(
    ("text", "quote", "offered"),
    [
        ("At dawn somebody crossed the river. Nobody saw him go.", "the old ferryman", "somebody"),
        ("Early at dawn a boatman crossed the river again.", "the old ferryman", "a boatman"),
        ("At dawn crossed the river. Nobody saw him go.", "the old ferryman", None),
        ("Quite another text altogether.", "the old ferryman", None),
        (f"At dawn {'somebody ' * 20}crossed the river. Nobody saw him go.", "the old ferryman", None),
        ("At dawn he crossed the river. At dawn she crossed the river.", "the old ferryman", None),
        ("By night the old ferryman crossed the river.", "At dawn", "By night"),
    ],
)
def test_what_stands_between_its_surroundings_is_offered(text: str, quote: str, offered: str | None) -> None:
    anchor = lost(quote)
    anchor.variant = Variant(text=text)
    place = offer_for(anchor)
    assert (place.quote if place else None) == offered
    if place:
        assert text[place.start : place.end] == place.quote


def test_one_click_puts_a_lost_anchor_on_the_words_that_stand_there_now(client: Client, team: Team) -> None:
    variant = variant_of(team.work, "1", "A")
    request = [AnchorRequest(variant, quote="cat")]
    thread = open_thread(actor=team.reviewer, passage=passage_of(team.work), body="Hm.", anchors=request)
    revise_variant(actor=team.editor, variant=variant, version=1, text="The enormous dog sat on the mat.")
    Anchor.objects.update(state=Anchor.State.ORPHANED, quote="cat", prefix="The ", suffix=" sat on the mat.")
    client.force_login(team.reviewer)
    (words,) = client.get(f"/threads/{thread.pk}/").context["card"].anchors
    assert words.offer.quote == "enormous dog"
    posted = {"quote": words.offer.quote, "before": words.offer.prefix}
    assert client.post(f"/anchors/{words.anchor.pk}/attach/", posted).status_code == 302
    anchor = Thread.objects.get().anchors.get()
    assert (anchor.state, anchor.quote) == ("placed", "enormous dog")
