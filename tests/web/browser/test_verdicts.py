"""Verdicts by keyboard, beside the words."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.conftest import Team
from tests.factories import variant_of
from tests.web.browser.conftest import Visit
from workbench.review.actions import give_verdict, open_thread, revise_variant
from workbench.review.anchoring import AnchorRequest
from workbench.review.models import Verdict

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
COMPARE = "/works/room/a-small-work/compare/"


def test_keys_step_through_the_texts_of_a_passage_and_judge_them(visit: Visit, team: Team) -> None:
    page = visit(team.reviewer, COMPARE)
    page.keyboard.press("v")
    page.keyboard.press("v")
    expect(page.locator("form[data-verdict]:visible")).to_be_visible()
    page.keyboard.press("3")
    expect(page.get_by_text("Your verdict on B 1: needs work.")).to_be_visible()
    expect(page.locator(".said", has_text="1 needs work")).to_be_visible()
    assert Verdict.objects.values_list("variant__translation__siglum", "verdict").get() == ("B", "needs_work")
    page.keyboard.press("2")
    expect(page.locator(".said", has_text="1 approved")).to_be_visible()


def test_words_that_were_changed_meanwhile_are_not_judged(visit: Visit, team: Team) -> None:
    page = visit(team.reviewer, COMPARE)
    page.keyboard.press("v")
    expect(page.locator("form[data-verdict]:visible")).to_be_visible()
    revise_variant(
        actor=team.editor, variant=variant_of(team.work, "1", "A"), version=1, text="The dog sat on the mat."
    )
    page.keyboard.press("2")
    expect(page.get_by_text("The text was changed since this page was made.")).to_be_visible()
    page.get_by_role("link", name="See what changed").click()
    expect(page.locator("ins", has_text="dog")).to_be_visible()
    assert not Verdict.objects.exists()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_where_texts_are_judged(visit: Visit, team: Team, scheme: str) -> None:
    variant, other = variant_of(team.work, "1", "A"), variant_of(team.work, "2", "A")
    for person, verdict in ((team.reviewer, "approved"), (team.editor, "needs_work")):
        for one in (variant, other):
            give_verdict(actor=person, variant=one, verdict=verdict, revision=1, note="Hm.")
    anchors = [AnchorRequest(variant, quote="cat")]
    open_thread(actor=team.owner, passage=variant.passage, body="Hm", anchors=anchors, severity="major")
    revise_variant(actor=team.editor, variant=other, version=1, text="It snowed.")
    root = "/works/room/a-small-work/"
    text = f"{root}passages/{variant.passage_id}/variants/{variant.pk}/"
    page = visit(team.owner, root, color_scheme=scheme)
    found = {}
    for path in (
        root,
        COMPARE,
        f"{root}report/",
        f"{root}report/?translation=A",
        f"{root}adjudication/",
        f"{text}verdict/",
        f"{text}since/1/",
    ):
        page.goto(path)
        if path == COMPARE:
            page.keyboard.press("v")
            expect(page.locator("form[data-verdict]:visible")).to_be_visible()
        faults = Axe().run(page).response["violations"]
        found[path] = [f"{fault['id']}: {fault['nodes'][0]['html'][:200]}" for fault in faults]
    assert {path: faults for path, faults in found.items() if faults} == {}


@pytest.mark.parametrize("path", ["report/?translation=A", "adjudication/"])
def test_narrow_windows_are_not_scrolled_sideways(visit: Visit, team: Team, path: str) -> None:
    variant = variant_of(team.work, "1", "A")
    for person, verdict in ((team.reviewer, "approved"), (team.editor, "needs_work")):
        give_verdict(actor=person, variant=variant, verdict=verdict, revision=1)
    page = visit(team.editor, f"/works/room/a-small-work/{path}", viewport={"width": 320, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") == 320
