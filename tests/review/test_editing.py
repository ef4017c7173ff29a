"""A text edited in place, as suggestions: together they make the text that was meant."""

from itertools import pairwise
from typing import Any

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import Team
from tests.factories import passage_of, shown, variant_of
from workbench.accounts.errors import Invalid, NotAllowed, Stale
from workbench.review.actions import accept_suggestion, revise_variant, suggest_edits
from workbench.review.editing import Edit, edits_between
from workbench.review.models import Thread

WORDS = st.lists(
    st.sampled_from(["the", "cat", "sat", ",", "on", "a", "mat", ".", "\n", "köter"]), min_size=1, max_size=9
)
TEXTS = WORDS.map(" ".join).filter(str.strip)
WORK = "/works/room/a-small-work"


def made_of(old: str, edits: list[Edit]) -> str:
    for edit in reversed(edits):
        old = old[: edit.start] + edit.words + old[edit.end :]
    return old


@given(TEXTS, TEXTS)
def test_all_edits_together_make_the_new_text(old: str, new: str) -> None:
    edits = edits_between(old, new)
    assert made_of(old, edits) == new
    assert all(old[edit.start : edit.end].strip() for edit in edits)
    assert all(one.end < other.start for one, other in pairwise(edits))


def suggest(team: Team, text: str, **more: Any) -> list[Thread]:
    variant = variant_of(team.work, "1", "A")
    given = {"actor": team.reviewer, "variant": variant, "version": variant.version, "text": text, **more}
    return suggest_edits(**given)


def test_each_place_becomes_a_discussion_and_all_accepted_make_the_text(team: Team) -> None:
    made = suggest(team, "The old dog sat on the mat!", body="So the original.")
    assert [(one.anchors.get().quote, one.suggestions.get().text) for one in made] == [("cat", "old dog"), (".", "!")]
    assert {one.comments.get().body for one in made} == {"So the original."}
    for thread in made:
        accept_suggestion(actor=team.editor, thread=thread, **shown(thread))
    assert variant_of(team.work, "1", "A").text == "The old dog sat on the mat!"


def test_what_changes_nothing_or_too_much_or_came_too_late_is_refused(team: Team) -> None:
    for text, code in (("The cat sat on the mat.", "no_change"), (" ", "required"), ("a\x00", "invalid_character")):
        with pytest.raises(Invalid) as refused:
            suggest(team, text)
        assert refused.value.code == code
    with pytest.raises(NotAllowed):
        suggest(team, "The dog.", actor=team.reader)
    revise_variant(actor=team.editor, variant=variant_of(team.work, "1", "A"), version=1, text="The cat lay.")
    with pytest.raises(Stale):
        suggest(team, "The dog.", version=1)
    assert Thread.objects.count() == 0


def test_a_reviewer_edits_on_a_page_and_the_margin_has_the_suggestions(client: Client, team: Team) -> None:
    variant = variant_of(team.work, "1", "A")
    address = f"{WORK}/passages/{passage_of(team.work).pk}/variants/{variant.pk}/suggest/"
    client.force_login(team.reviewer)
    assert variant.text in client.get(address).content.decode()
    typed = {"version": "1", "text": "The cat sat on the rug.", "body": ""}
    page = client.post(address, typed, follow=True)
    assert [str(one) for one in page.context["messages"]] == ["1 suggestion was made; they stand in the margin."]
    assert Thread.objects.get().suggestions.get().text == "rug"
    same = client.post(address, typed | {"text": variant.text})
    assert (same.status_code, list(same.context["form"].errors)) == (422, ["text"])
    client.force_login(team.reader)
    assert client.get(address).status_code == 403
