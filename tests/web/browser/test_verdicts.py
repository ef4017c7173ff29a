"""Verdicts by keyboard, beside the words."""

import pytest
from playwright.sync_api import expect

from tests.conftest import Room
from tests.factories import variant_of
from tests.web.browser.conftest import Visit
from workbench.review.actions import revise_variant
from workbench.review.models import Verdict

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
COMPARE = "/works/room/a-small-work/compare/"


def test_keys_step_through_the_texts_of_a_passage_and_judge_them(visit: Visit, room: Room) -> None:
    page = visit(room.reviewer, COMPARE)
    page.keyboard.press("v")
    page.keyboard.press("v")
    expect(page.locator("form[data-verdict]:visible")).to_be_visible()
    page.keyboard.press("3")
    expect(page.get_by_text("Your verdict on B 1: needs work.")).to_be_visible()
    expect(page.locator(".said", has_text="1 needs work")).to_be_visible()
    assert Verdict.objects.values_list("variant__translation__siglum", "verdict").get() == ("B", "needs_work")
    page.keyboard.press("2")
    expect(page.locator(".said", has_text="1 approved")).to_be_visible()


def test_words_that_were_changed_meanwhile_are_not_judged(visit: Visit, room: Room) -> None:
    page = visit(room.reviewer, COMPARE)
    page.keyboard.press("v")
    expect(page.locator("form[data-verdict]:visible")).to_be_visible()
    revise_variant(
        actor=room.editor, variant=variant_of(room.work, "1", "A"), version=1, text="The dog sat on the mat."
    )
    page.keyboard.press("2")
    expect(page.get_by_text("The text was changed since this page was made.")).to_be_visible()
    page.get_by_role("link", name="See what changed").click()
    expect(page.locator("ins", has_text="dog")).to_be_visible()
    assert not Verdict.objects.exists()
