"""A confirmed place holds while most of the words that were confirmed are there."""

import pytest

from tests.conftest import Team
from tests.factories import variant_of
from workbench.corpus.actions import confirm_alignment
from workbench.corpus.models import Alignment, Variant
from workbench.journal.models import Event
from workbench.review.actions import revise_variant


def confirmed(team: Team) -> Variant:
    """Return “The cat sat on the mat.”, placed by the aligner and confirmed."""
    Variant.objects.filter(work=team.work).update(alignment=Alignment.AUTO)
    return confirm_alignment(actor=team.editor, variant=variant_of(team.work, "1", "A"))


def revise(team: Team, text: str) -> str:
    variant = variant_of(team.work, "1", "A")
    return revise_variant(actor=team.editor, variant=variant, version=variant.version, text=text).alignment


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
def test_it_lapses_when_most_words_go(team: Team, text: str, alignment: str) -> None:
    confirmed(team)
    assert revise(team, text) == alignment
    assert variant_of(team.work, "1", "A").alignment == alignment
    assert Event.objects.filter(kind="variant.lapsed").count() == (alignment == "auto")


def test_many_small_edits_count_together(team: Team) -> None:
    confirmed(team)
    assert revise(team, "The dog sat on the mat.") == "confirmed"
    assert revise(team, "The dog lay on the mat.") == "confirmed"
    assert revise(team, "A dog lay on the mat.") == "confirmed"
    assert revise(team, "A dog lay on that mat.") == "auto"


def test_confirmed_anew_it_holds_for_the_new_words(team: Team) -> None:
    confirmed(team)
    revise(team, "Outside it rained.")
    confirm_alignment(actor=team.editor, variant=variant_of(team.work, "1", "A"))
    assert revise(team, "Outside it rained a lot.") == "confirmed"


def test_a_place_that_came_confirmed_from_elsewhere_is_compared_with_the_text_before(team: Team) -> None:
    Variant.objects.filter(work=team.work).update(alignment=Alignment.CONFIRMED)
    assert revise(team, "The cat sat upon a rug.") == "confirmed"
    assert revise(team, "Outside it rained.") == "auto"


def test_what_the_source_placed_has_nothing_to_lapse(team: Team) -> None:
    assert revise(team, "Outside it rained.") == ""
    assert not Event.objects.filter(kind="variant.lapsed").exists()
