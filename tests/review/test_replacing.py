"""Words replaced across a work: as a whole, in any case, as edits or suggestions, all or none, and taken back."""

from typing import Any

import pytest

from tests.factories import make_work, variant_of
from workbench.corpus.models import Variant, Work
from workbench.corpus.queries import translations_of
from workbench.review.actions import replace_words, revise_variant, undo_replacing
from workbench.review.errors import Conflict, Invalid, NotAllowed, Stale
from workbench.review.models import Suggestion, Thread
from workbench.review.replacing import ReplaceWishes, foresee_replacing, replace_in

TEXTS = {
    "A": ("Ezhov came, and Ezhov left.", "Nobody saw Ezhova."),
    "B": ("ezhov came.", "Ezhov’s hat."),
}
WISHES = ReplaceWishes("Ezhov", "Yezhov")


@pytest.fixture
def work(team: Any) -> Work:
    return make_work(team.owner, team.workspace, TEXTS, title="Two")


def seen(team: Any, work: Work, wishes: ReplaceWishes = WISHES) -> dict[int, int]:
    found = foresee_replacing(user=team.editor, work=work, wishes=wishes, size=50)
    return {one.variant.pk: one.variant.version for one in found.rows}


def texts(work: Work) -> list[str]:
    return list(Variant.objects.filter(work=work).order_by("pk").values_list("text", flat=True))


def test_whole_words_are_found_as_they_are_written(team: Any, work: Work) -> None:
    found = foresee_replacing(user=team.reviewer, work=work, wishes=WISHES, size=50)
    assert [one.text for one in found.rows] == ["Yezhov came, and Yezhov left.", "Yezhov’s hat."]
    assert found.read_to is None


def test_in_any_case_a_capital_stays_one(work: Work) -> None:
    wishes = ReplaceWishes("ezhov", "yezhov", match_case=False)
    assert replace_in(variant_of(work, "1", "A"), wishes).text == "Yezhov came, and Yezhov left."
    assert replace_in(variant_of(work, "1", "B"), wishes).text == "yezhov came."


def test_one_translation_is_looked_at_alone(team: Any, work: Work) -> None:
    one = translations_of(work).get(siglum="B")
    found = foresee_replacing(user=team.editor, work=work, wishes=ReplaceWishes("Ezhov", "X", one), size=50)
    assert [row.text for row in found.rows] == ["X’s hat."]


def test_edits_are_written_and_taken_back_together(team: Any, work: Work) -> None:
    before = texts(work)
    done = replace_words(actor=team.editor, work=work, wishes=WISHES, seen=seen(team, work))
    assert ((done.texts, done.places), texts(work)[0]) == ((2, 3), "Yezhov came, and Yezhov left.")
    back = undo_replacing(actor=team.editor, work=work, replacement=done.event)
    assert ((back.done, back.left), texts(work)) == ((2, 0), before)
    with pytest.raises(Conflict):
        undo_replacing(actor=team.editor, work=work, replacement=done.event)


def test_what_was_changed_since_is_left(team: Any, work: Work) -> None:
    done = replace_words(actor=team.editor, work=work, wishes=WISHES, seen=seen(team, work))
    variant = variant_of(work, "2", "B")
    revise_variant(actor=team.editor, variant=variant, version=variant.version, text="His hat.")
    back = undo_replacing(actor=team.editor, work=work, replacement=done.event)
    assert ((back.done, back.left), variant_of(work, "2", "B").text) == ((1, 1), "His hat.")


def test_a_text_changed_meanwhile_stops_all_of_it(team: Any, work: Work) -> None:
    shown = seen(team, work)
    variant = variant_of(work, "2", "B")
    revise_variant(actor=team.editor, variant=variant, version=1, text="Ezhov’s coat.")
    with pytest.raises(Stale):
        replace_words(actor=team.editor, work=work, wishes=WISHES, seen=shown)
    assert texts(work)[0] == TEXTS["A"][0]


def test_reviewers_suggest_it_and_the_suggestions_are_declined_together(team: Any, work: Work) -> None:
    shown = seen(team, work)
    with pytest.raises(NotAllowed):
        replace_words(actor=team.reviewer, work=work, wishes=WISHES, seen=shown)
    done = replace_words(actor=team.reviewer, work=work, wishes=WISHES, seen=shown, as_suggestions=True)
    assert (done.places, Thread.objects.filter(work=work).count(), texts(work)[0]) == (3, 3, TEXTS["A"][0])
    back = undo_replacing(actor=team.editor, work=work, replacement=done.event)
    assert (back.done, Suggestion.objects.filter(state="rejected").count()) == (3, 3)


@pytest.mark.parametrize("wishes", [("", "x"), ("a*", "x"), ("Ezhov", "Ezhov"), ("…", "x")])
def test_what_cannot_be_replaced_is_refused(team: Any, work: Work, wishes: tuple[str, str]) -> None:
    with pytest.raises(Invalid):
        foresee_replacing(user=team.editor, work=work, wishes=ReplaceWishes(*wishes), size=50)


def test_texts_without_the_words_are_refused(team: Any, work: Work) -> None:
    with pytest.raises(Invalid):
        replace_words(actor=team.editor, work=work, wishes=ReplaceWishes("moon", "sun"), seen=seen(team, work))
