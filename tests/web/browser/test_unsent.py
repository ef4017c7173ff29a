"""What is typed and not sent survives leaving, for the person who typed it and on this machine only."""

import pytest
from playwright.sync_api import Page, expect

from tests.conftest import Team
from tests.factories import passage_of, variant_of
from tests.web.browser.conftest import Visit, until
from tests.web.browser.test_discussions import select_words
from workbench.accounts.models import User
from workbench.review.actions import open_thread
from workbench.review.models import Comment, Thread

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
COMPARE = "/works/room/a-small-work/compare/?base=A&with=B"


def begin_comment(visit: Visit, person: User) -> Page:
    """Begin a comment on a word of B, and go away before it is sent."""
    page = visit(person, COMPARE)
    select_words(page, "B", "rug")
    page.locator(".selection-bar").get_by_role("button", name="Comment").click()
    page.locator(".composer [data-focus]").fill("Rug or mat?")
    page.goto("/review/")
    page.goto(COMPARE)
    return page


def test_a_comment_that_was_begun_is_asked_about_gone_on_with_and_sent(visit: Visit, team: Team) -> None:
    page = begin_comment(visit, team.reviewer)
    offer = page.locator(".unsent-offer")
    expect(offer).to_contain_text("B “rug”: “Rug or mat?”")
    offer.get_by_role("button", name="Go on").click()
    expect(page.locator(".composer .chosen q")).to_have_text("rug")
    expect(page.locator(".composer [data-focus]")).to_have_value("Rug or mat?")
    page.keyboard.press("Control+Enter")
    expect(page.locator(".margin-note")).to_contain_text("Rug or mat?")
    page.reload()
    expect(page.locator(".margin-note")).to_contain_text("Rug or mat?")
    expect(page.locator(".unsent-offer")).to_have_count(0)
    assert Thread.objects.get().anchors.get().quote == "rug"


def test_what_was_begun_is_discarded_only_when_somebody_says_so_and_comes_back_on_undo(
    visit: Visit, team: Team
) -> None:
    page = begin_comment(visit, team.reviewer)
    page.locator(".unsent-offer").get_by_role("button", name="Discard").click()
    expect(page.locator(".unsent-offer")).to_have_count(0)
    page.locator("#notices").get_by_role("button", name="Undo").click()
    page.locator(".unsent-offer").get_by_role("button", name="Go on").click()
    page.locator(".composer").get_by_role("link", name="Cancel").click()
    expect(page.locator(".composer")).to_have_count(0)
    page.reload()
    expect(page.locator(".write").first).to_be_visible()
    expect(page.locator(".unsent-offer")).to_have_count(0)


def test_a_reply_waits_in_its_card_and_its_card_says_so(visit: Visit, team: Team) -> None:
    thread = open_thread(actor=team.editor, passage=passage_of(team.work), body="Why?")
    page = visit(team.reviewer, f"{COMPARE}#thread-{thread.pk}")
    page.locator(".reply [name=body]").fill("Because")
    page.goto(COMPARE)
    expect(page.locator(".margin-note .unsent-badge")).to_have_text("not sent")
    page.goto(f"/threads/{thread.pk}/")
    expect(page.locator(".reply [name=body]")).to_have_value("Because")
    expect(page.locator(".reply .unsent")).to_contain_text("Not sent yet")
    page.locator(".reply").get_by_role("button", name="Reply").click()
    expect(page.locator(".comments")).to_contain_text("Because")
    expect(page.locator(".reply [name=body]")).to_have_value("")
    page.reload()
    expect(page.locator(".reply [name=body]")).to_have_value("")
    assert Comment.objects.filter(body="Because").count() == 1


def test_an_edited_text_that_was_not_saved_comes_up_again(visit: Visit, team: Team) -> None:
    variant = variant_of(team.work, "1", "B")
    address = f"/works/room/a-small-work/passages/{variant.passage_id}/variants/{variant.pk}/suggest/"
    page = visit(team.reviewer, address)
    page.locator("[name=text]").fill("The cat lay on the mat.")
    page.goto("/")
    page.goto(address)
    expect(page.locator("[name=text]")).to_have_value("The cat lay on the mat.")
    page.get_by_role("button", name="Suggest", exact=True).click()
    expect(page.locator("#notices")).to_contain_text("1 suggestion was made")
    until(page, "!Object.keys(localStorage).some((key) => key.startsWith('unsent'))")
    page.goto(address)
    expect(page.locator("[name=text]")).to_have_value("The cat lay on the rug.")


def test_somebody_else_at_the_same_machine_is_not_shown_it(visit: Visit, team: Team) -> None:
    page = begin_comment(visit, team.reviewer)
    key = page.evaluate("Object.keys(localStorage).find((key) => key.startsWith('unsent'))")
    assert f"unsent {team.reviewer.pk} " in key
    other = visit(team.editor, COMPARE)
    other.evaluate("([key, value]) => localStorage.setItem(key, value)", [key, "{}"])
    other.reload()
    expect(other.locator(".write").first).to_be_visible()
    expect(other.locator(".unsent-offer")).to_have_count(0)
