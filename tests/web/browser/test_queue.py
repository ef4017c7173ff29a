"""The review queue at work: filters that act on change, several at once, and a way back that keeps the order."""

import pytest
from playwright.sync_api import expect

from tests.conftest import Team
from tests.factories import passage_of
from tests.web.browser.conftest import Visit
from workbench.review.actions import open_thread
from workbench.review.models import Thread

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def threads(team: Team) -> list[Thread]:
    """Three discussions of one passage, the last one grave."""
    severities = {"first": "", "second": "", "third": "critical"}
    return [
        open_thread(actor=team.reviewer, passage=passage_of(team.work), body=body, severity=severity)
        for body, severity in severities.items()
    ]


def test_a_filter_acts_when_it_is_changed_and_stands_in_the_address(
    visit: Visit, team: Team, threads: list[Thread]
) -> None:
    page = visit(team.editor, "/review/")
    gists = page.locator("[data-row] .gist")
    expect(gists).to_have_text(["third", "first", "second"])
    page.locator("#id_severity").select_option("critical")
    expect(gists).to_have_text(["third"])
    assert page.url.endswith("/review/?severity=critical&order=severity")
    expect(page.locator("#notices")).to_contain_text("1 discussion")
    page.keyboard.press("Escape")
    page.locator("#id_q").fill("sec")
    page.locator("#id_severity").select_option("")
    expect(gists).to_have_text(["second"])
    page.go_back()
    expect(gists).to_have_text(["third"])


def test_what_was_resolved_stays_where_it_was_and_comes_back_by_u(
    visit: Visit, team: Team, threads: list[Thread]
) -> None:
    page = visit(team.editor, "/review/")
    page.locator(f"[data-row='{threads[0].pk}'] > a").click()
    expect(page.locator(f"#thread-{threads[0].pk}")).to_be_focused()
    page.keyboard.press("r")
    expect(page.locator(f"#thread-{threads[1].pk}")).to_be_focused()
    expect(page.locator("[data-row].settled")).to_have_count(1)
    page.keyboard.press("u")
    expect(page.locator(f"#thread-{threads[0].pk}")).to_be_focused()
    expect(page.locator("[data-row] .gist")).to_have_text(["third", "first", "second"])
    expect(page.locator("[data-row].settled")).to_have_count(0)
    assert Thread.objects.get(pk=threads[0].pk).state == "open"


def test_several_are_resolved_at_once_and_undone_at_once(visit: Visit, team: Team, threads: list[Thread]) -> None:
    page = visit(team.editor, "/review/")
    batch = page.locator("#batch")
    expect(batch).to_be_hidden()
    page.keyboard.press("s")
    page.locator(f"[data-row='{threads[1].pk}'] input").check()
    expect(batch).to_contain_text("2 chosen")
    batch.get_by_role("button", name="Resolve").click()
    expect(page.locator("#notices")).to_contain_text("2 discussions are resolved.")
    expect(page.locator("[data-row] .gist")).to_have_text(["first"])
    page.locator("#notices").get_by_role("button", name="Undo").click()
    expect(page.locator("[data-row] .gist")).to_have_text(["third", "first", "second"])
    assert set(Thread.objects.values_list("state", flat=True)) == {"open"}


def test_forty_discussions_are_walked_through_by_keyboard(visit: Visit, team: Team) -> None:
    for number in range(40):
        open_thread(actor=team.reviewer, passage=passage_of(team.work), body=f"Remark {number}")
    page = visit(team.editor, "/review/?order=place")
    said = page.locator(".queue-detail .said")
    for number in range(40):
        expect(said).to_have_text([f"Remark {number}"])
        expect(page.locator(".discussion > header")).to_be_in_viewport()
        page.keyboard.press("r" if number % 2 else "j")
    expect(page.locator("[data-tally]")).to_contain_text("20 of 40")
    assert Thread.objects.filter(state="resolved").count() == 20


def test_a_row_says_no_more_that_words_wait_once_they_are_sent(visit: Visit, team: Team, threads: list[Thread]) -> None:
    page = visit(team.editor, f"/review/?thread={threads[0].pk}")
    page.locator(f"[data-row='{threads[0].pk}'] > a").click()
    expect(page.locator(f"#thread-{threads[0].pk}")).to_be_focused()
    page.keyboard.press("c")
    page.keyboard.type("So?")
    page.evaluate("document.dispatchEvent(new CustomEvent('htmx:afterSettle', { detail: { elt: document.body } }))")
    expect(page.locator(".unsent-badge")).to_have_count(1)
    page.keyboard.press("Control+Enter")
    expect(page.locator("#notices")).to_contain_text("Your reply was added.")
    expect(page.locator(".unsent-badge")).to_have_count(0)
