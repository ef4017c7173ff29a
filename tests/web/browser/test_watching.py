"""Two people, two browsers: what one says the other is told within seconds, on the page and by mail."""

import pytest
from django.core import mail
from playwright.sync_api import expect

from tests.conftest import Team
from tests.factories import passage_of, variant_of
from tests.web.browser.conftest import Visit
from workbench.accounts import mailing
from workbench.accounts.models import User
from workbench.notices.actions import choose_pace
from workbench.review.actions import open_thread, reply
from workbench.review.anchoring import AnchorRequest
from workbench.review.models import Thread

pytestmark = pytest.mark.browser
COMPARE = "/works/room/a-small-work/compare/"
WITHIN = 20_000  # generous: the pages ask every few seconds, and tests measure no time


@pytest.fixture
def thread(team: Team) -> Thread:
    passage, variant = passage_of(team.work), variant_of(team.work, "1", "A")
    return open_thread(actor=team.reviewer, passage=passage, body="Hm.", anchors=[AnchorRequest(variant, quote="cat")])


def test_what_one_says_the_other_is_told_on_the_page_and_by_mail(visit: Visit, team: Team, thread: Thread) -> None:
    User.objects.filter(pk=team.reviewer.pk).update(email="reviewer@example.org")
    team.reviewer.refresh_from_db()
    choose_pace(actor=team.reviewer, pace="at_once")
    waiting = visit(team.reviewer, COMPARE)
    note = waiting.locator(f"#thread-{thread.pk}")
    expect(note).not_to_contain_text("1 reply")
    other = visit(team.editor, f"/threads/{thread.pk}/")
    other.get_by_label("Reply").fill("So?")
    other.get_by_role("button", name="Reply").click()
    expect(note).to_contain_text("1 reply", timeout=WITHIN)
    expect(waiting.locator("#notices")).to_contain_text("editor commented")
    mailing.flush()
    assert [(letter.to, "editor commented" in letter.body) for letter in mail.outbox] == [
        (["reviewer@example.org"], True)
    ]


def test_a_new_discussion_appears_in_the_margin_with_its_words(visit: Visit, team: Team) -> None:
    page = visit(team.reader, COMPARE)
    variant = variant_of(team.work, "1", "A")
    made = open_thread(
        actor=team.reviewer, passage=variant.passage, body="Hm.", anchors=[AnchorRequest(variant, quote="cat")]
    )
    expect(page.locator(f"#thread-{made.pk}")).to_contain_text("Hm.", timeout=WITHIN)
    expect(page.locator(f"mark.words[data-thread='{made.pk}']")).to_contain_text("cat")


def test_what_somebody_types_stays_while_others_comment(visit: Visit, team: Team, thread: Thread) -> None:
    page = visit(team.reviewer, f"/threads/{thread.pk}/")
    field = page.get_by_label("Reply")
    field.fill("I am still")
    said = reply(actor=team.editor, thread=thread, body="So?")
    expect(page.locator(f"#comment-{said.pk}")).to_contain_text("So?", timeout=WITHIN)
    expect(field).to_have_value("I am still")
    expect(field).to_be_focused()


def test_an_opened_note_stays_open_and_marks_what_is_fresh(visit: Visit, team: Team, thread: Thread) -> None:
    page = visit(team.reviewer, COMPARE)
    note = page.locator(f"#thread-{thread.pk}")
    note.locator("summary").first.click()
    expect(note.get_by_placeholder("Reply")).to_be_visible()
    said = reply(actor=team.editor, thread=thread, body="So?")
    expect(page.locator(f"#comment-{said.pk}")).to_be_visible(timeout=WITHIN)
    expect(page.locator(f"#comment-{said.pk}")).to_have_class("fresh")
    expect(note.get_by_placeholder("Reply")).to_be_visible()


def test_a_hidden_tab_asks_nothing_until_it_is_looked_at(visit: Visit, team: Team, thread: Thread) -> None:
    page = visit(team.reviewer, COMPARE)
    page.evaluate(HIDE, arg=True)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.wait_for_timeout(4_000)
    assert [url for url in asked if "/changes/" in url] == []
    said = reply(actor=team.editor, thread=thread, body="So?")
    page.evaluate(HIDE, arg=False)
    expect(page.locator(f"#thread-{thread.pk}")).to_contain_text("1 reply", timeout=WITHIN)
    assert said.pk


HIDE = """(hidden) => {
    Object.defineProperty(document, "hidden", { value: hidden, configurable: true });
    document.dispatchEvent(new Event("visibilitychange"));
}"""
