"""Pages of discussions: axe finds nothing, light or dark, wide or narrow; without scripts all works as well."""

from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.conftest import Team
from tests.factories import passage_of, shown, variant_of
from tests.web.browser.conftest import Visit
from workbench.review.actions import accept_suggestion, open_thread, reply, revise_variant
from workbench.review.anchoring import AnchorRequest
from workbench.review.models import Thread

pytestmark = pytest.mark.browser


@pytest.fixture
def thread(team: Team) -> Thread:
    """A discussion with a suggestion and a reply, beside one whose words are lost."""
    passage = passage_of(team.work)
    lost = AnchorRequest(variant_of(team.work, "1", "B"), quote="rug")
    open_thread(actor=team.editor, passage=passage, body="Rug?", severity="major", anchors=[lost])
    revise_variant(actor=team.editor, variant=lost.variant, version=1, text="The cat lay on the carpet.")
    words = AnchorRequest(variant_of(team.work, "1", "A"), quote="sat")
    thread = open_thread(actor=team.reviewer, passage=passage, body="*Hm*.", anchors=[words], suggestion="lay")
    reply(actor=team.editor, thread=thread, body="> why?\n\n`code`")
    return thread


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 320])
@pytest.mark.parametrize(
    "address", ["/review/", "/threads/{thread}/", "{work}compare/#thread-{thread}", "{work}passages/{passage}/comment/"]
)
def test_axe_finds_nothing(
    visit: Visit, team: Team, thread: Thread, scheme: Literal["light", "dark"], width: int, address: str
) -> None:
    work = f"/works/room/{team.work.slug}/"
    page = visit(
        team.editor,
        address.format(thread=thread.pk, work=work, passage=thread.passage_id),
        color_scheme=scheme,
        viewport={"width": width, "height": 900},
    )
    page.evaluate("for (const details of document.querySelectorAll('main details')) details.open = true;")
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth") == width


def test_the_map_of_keys_and_the_composer_are_clean_too(visit: Visit, team: Team, thread: Thread) -> None:
    page = visit(team.reviewer, f"/works/room/{team.work.slug}/compare/")
    page.keyboard.press("j")
    page.keyboard.press("c")
    expect(page.locator(".composer [data-focus]")).to_be_focused()
    assert Axe().run(page).violations_count == 0
    page.keyboard.press("Escape")
    expect(page.locator(".composer")).to_have_count(0)
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_be_visible()
    assert Axe().run(page).violations_count == 0


def test_without_scripts_one_comments_replies_and_resolves(visit: Visit, team: Team, thread: Thread) -> None:
    page = visit(team.reviewer, f"/works/room/{team.work.slug}/compare/", java_script_enabled=False)
    page.locator(".margin").nth(1).get_by_role("link", name="Comment").click()
    page.get_by_label("Comment", exact=True).fill("Without scripts.")
    page.get_by_label("Words", exact=True).first.fill("raining")
    page.get_by_role("button", name="Comment").click()
    expect(page.locator("main")).to_contain_text("Without scripts.")
    made = Thread.objects.exclude(passage=thread.passage).get()
    page.goto(f"/threads/{made.pk}/")
    page.get_by_label("Reply", exact=True).fill("Done.")
    page.get_by_role("button", name="Resolve").click()
    made.refresh_from_db()
    assert (made.state, made.comments.count(), made.anchors.get().quote) == ("resolved", 2, "raining")


def test_pointing_at_words_lights_their_note_and_a_click_opens_it(visit: Visit, team: Team, thread: Thread) -> None:
    page = visit(team.reader, f"/works/room/{team.work.slug}/compare/?marks=off")
    words = page.locator("mark.words")
    note = page.locator(f"#thread-{thread.pk}")
    words.hover()
    assert "pointed" in (note.get_attribute("class") or "")
    words.click()
    expect(note).to_be_focused()
    expect(note.locator(".said").first).to_be_visible()


def test_in_the_queue_what_was_accepted_is_taken_back_by_a_key(visit: Visit, team: Team, thread: Thread) -> None:
    page = visit(team.editor, "/review/")
    row = page.locator(f'[data-row="{thread.pk}"]')
    row.click()
    expect(page.locator(f"#thread-{thread.pk}")).to_be_visible()
    page.keyboard.press("a")
    expect(page.locator("#notices")).to_contain_text("The suggestion was accepted")
    expect(page.locator(f"#thread-{thread.pk}")).to_have_count(0)  # it went on to the next
    page.keyboard.press("u")
    expect(page.locator("#notices")).to_contain_text("taken back")
    expect(row).to_have_attribute("data-state", "open")
    assert variant_of(team.work, "1", "A").text == "The cat sat on the mat."


def test_axe_finds_nothing_where_a_suggestion_can_be_taken_back(visit: Visit, team: Team, thread: Thread) -> None:
    accept_suggestion(actor=team.editor, thread=thread, **shown(thread))
    page = visit(team.editor, f"/threads/{thread.pk}/")
    expect(page.get_by_role("button", name="Take it back")).to_be_visible()
    assert Axe().run(page).violations_count == 0
    page.get_by_role("button", name="Take it back").click()
    expect(page.get_by_role("button", name="Accept")).to_be_visible()
