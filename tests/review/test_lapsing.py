"""A confirmed place holds while most of the words that were confirmed are there."""

import pytest

from tests.conftest import Room
from tests.factories import variant_of
from workbench.corpus.actions import confirm_alignment
from workbench.corpus.models import Alignment, Variant
from workbench.journal.models import Event
from workbench.review.actions import revise_variant


def confirmed(room: Room) -> Variant:
    """Return “The cat sat on the mat.”, placed by the aligner and confirmed."""
    Variant.objects.filter(work=room.work).update(alignment=Alignment.AUTO)
    return confirm_alignment(actor=room.editor, variant=variant_of(room.work, "1", "A"))


def revise(room: Room, text: str) -> str:
    variant = variant_of(room.work, "1", "A")
    return revise_variant(actor=room.editor, variant=variant, version=variant.version, text=text).alignment


@pytest.mark.parametrize(
    ("text", "alignment"),
    [
        ("THE CAT, sat; on the mat!", "confirmed"),
        ("The cat sat upon a rug.", "confirmed"),
        ("On the mat the cat sat, and sat, and sat some more.", "confirmed"),
        ("A dog lay upon the mat.", "auto"),
        ("Outside it rained.", "auto"),
        ("", "auto"),
    ],
)
def test_it_lapses_when_most_words_go(room: Room, text: str, alignment: str) -> None:
    confirmed(room)
    assert revise(room, text) == alignment
    assert variant_of(room.work, "1", "A").alignment == alignment
    assert Event.objects.filter(kind="variant.lapsed").count() == (alignment == "auto")


def test_many_small_edits_count_together(room: Room) -> None:
    confirmed(room)
    assert revise(room, "The dog sat on the mat.") == "confirmed"
    assert revise(room, "The dog lay on the mat.") == "confirmed"
    assert revise(room, "A dog lay on the mat.") == "confirmed"
    assert revise(room, "A dog lay on that mat.") == "auto"


def test_confirmed_anew_it_holds_for_the_new_words(room: Room) -> None:
    confirmed(room)
    revise(room, "Outside it rained.")
    confirm_alignment(actor=room.editor, variant=variant_of(room.work, "1", "A"))
    assert revise(room, "Outside it rained a lot.") == "confirmed"


def test_a_place_that_came_confirmed_from_elsewhere_is_compared_with_the_text_before(room: Room) -> None:
    Variant.objects.filter(work=room.work).update(alignment=Alignment.CONFIRMED)
    assert revise(room, "The cat sat upon a rug.") == "confirmed"
    assert revise(room, "Outside it rained.") == "auto"


def test_what_the_source_placed_has_nothing_to_lapse(room: Room) -> None:
    assert revise(room, "Outside it rained.") == ""
    assert not Event.objects.filter(kind="variant.lapsed").exists()
