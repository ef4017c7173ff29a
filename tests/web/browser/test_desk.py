"""The desk: a comment beside its words, on the difference that has the focus; keys over notes; clean copies."""

import pytest
from playwright.sync_api import Page, expect

from tests.conftest import Team
from tests.factories import make_work, passage_of, variant_of
from tests.web.browser.conftest import Visit, until
from tests.web.browser.test_discussions import select_words
from workbench.corpus.models import Passage
from workbench.review.actions import open_thread
from workbench.review.anchoring import AnchorRequest
from workbench.review.models import Thread

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
COMPARE = "/works/room/a-small-work/compare/?base=A&with=B"
LINE = 28  # pixels, at most
SIDES = ["sat on the mat", "lay on the rug"]


def test_n_then_c_comments_on_both_sides_of_the_difference(visit: Visit, team: Team) -> None:
    page = visit(team.reviewer, COMPARE)
    page.keyboard.press("n")
    page.keyboard.press("c")
    expect(page.locator(".composer .chosen q")).to_have_text(SIDES)
    page.locator(".composer [data-focus]").fill("Which?")
    page.keyboard.press("Control+Enter")
    expect(page.locator(".margin-note")).to_contain_text("Which?")
    assert [anchor.quote for anchor in Thread.objects.get().anchors.order_by("position")] == SIDES


def test_the_form_opens_beside_its_words_and_leaves_them_in_sight(visit: Visit, team: Team) -> None:
    text = " ".join(f"word{number}" for number in range(400))
    work = make_work(team.owner, team.workspace, {"A": [text, text]}, "Long")
    page = visit(team.reviewer, f"/works/room/{work.slug}/compare/")
    page.evaluate("document.querySelectorAll('[data-passage]')[0].scrollIntoView()")
    select_words(page, "A", "word200")
    words = "getSelection().getRangeAt(0).getBoundingClientRect().top"
    page.evaluate(f"scrollBy(0, {words} - 300)")
    page.locator(".selection-bar").get_by_role("button", name="Comment").click()
    expect(page.locator(".composer [data-focus]")).to_be_focused()
    box = page.locator(".composer").bounding_box()
    (top,) = page.evaluate("[...CSS.highlights.get('chosen')].map((one) => one.getBoundingClientRect().top)")
    assert box
    assert 0 < top < 720
    assert abs(box["y"] - top) < 60


def test_t_leads_from_note_to_note_and_back(visit: Visit, team: Team) -> None:
    for reference in ("1", "2"):
        open_thread(actor=team.reviewer, passage=passage_of(team.work, reference), body="Why?")
    page = visit(team.reader, COMPARE)
    page.keyboard.press("t")
    expect(page.locator(".margin-note").nth(0)).to_be_focused()
    page.keyboard.press("t")
    expect(page.locator(".margin-note").nth(1)).to_be_focused()
    page.keyboard.press("Shift+T")
    expect(page.locator(".margin-note").nth(0)).to_be_focused()


def test_a_drag_that_begins_at_the_end_of_the_text_before_picks_the_words_it_covers(visit: Visit, team: Team) -> None:
    page = visit(team.reviewer, COMPARE)
    picked = page.evaluate(
        """async () => {
            const { pickWords, ownTextNodes } = await import("/static/web/js/offsets.js");
            const [a, b] = document.querySelectorAll("[data-variant]");
            const last = ownTextNodes(a).at(-1);
            getSelection().setBaseAndExtent(last, last.length, ownTextNodes(b)[0], 5);
            const { siglum, quote } = pickWords(getSelection());
            return [siglum, quote];
        }"""
    )
    assert picked == ["B", "The cat"]


@pytest.mark.parametrize("view", ["columns", "interleaved", "inline"])
def test_what_is_copied_from_a_marked_text_is_the_text(visit: Visit, team: Team, view: str) -> None:
    words = AnchorRequest(variant_of(team.work, "1", "B"), quote="rug")
    open_thread(actor=team.reviewer, passage=passage_of(team.work), body="Rug?", anchors=[words])
    page = visit(team.reader, f"{COMPARE}&view={view}")
    copied = page.evaluate(
        """() => {
            const cell = document.querySelector('[data-siglum="B"]');
            getSelection().selectAllChildren(cell);
            const clipboardData = new DataTransfer();
            cell.dispatchEvent(new ClipboardEvent("copy", { clipboardData, bubbles: true, cancelable: true }));
            return clipboardData.getData("text/plain");
        }"""
    )
    assert copied == "The cat lay on the rug."


def long_work(team: Team, *quotes: str) -> str:
    """Make a passage of 400 words with a discussion of each of the words given; return its comparison."""
    text = " ".join(f"word{number}" for number in range(400))
    work = make_work(team.owner, team.workspace, {"A": [text, text]}, "Long")
    for quote in quotes:
        words = AnchorRequest(variant_of(work, "1", "A"), quote=quote, suffix=" ")
        open_thread(actor=team.reviewer, passage=passage_of(work), body=f"On {quote}. " * 8, anchors=[words])
    return f"/works/room/{work.slug}/compare/"


def tops(page: Page, selector: str) -> list[float]:
    """Return how far down the window the elements of a selector begin, by its `data-thread`s."""
    found: list[float] = page.evaluate(
        """(selector) => [...document.querySelectorAll(selector)]
            .sort((a, b) => a.dataset.thread - b.dataset.thread).map((one) => one.getBoundingClientRect().top)""",
        selector,
    )
    return found


def test_notes_stand_beside_their_words_in_the_order_of_the_words(visit: Visit, team: Team) -> None:
    page = visit(team.reader, long_work(team, "word350", "word80"))
    expect(page.locator(".margin-note .gist")).to_contain_text(["On word80.", "On word350."])
    until(page, "document.querySelector('.margin-note').style.marginBlockStart")
    for note, words in zip(tops(page, ".margin-note"), tops(page, "mark.words"), strict=True):
        assert abs(note - words) < 12


def test_a_note_that_is_opened_comes_to_its_words_though_others_speak_of_the_same_line(
    visit: Visit, team: Team
) -> None:
    page = visit(team.reader, long_work(team, *(f"word{number}" for number in range(200, 212))))
    page.locator("mark.words").last.click()
    expect(page.locator(".margin-note").last).to_be_focused()
    note, words = tops(page, ".margin-note")[-1], tops(page, "mark.words")[-1]
    assert abs(note - words) < 12
    assert 0 < words < 720


def test_on_a_narrow_screen_the_form_stands_under_its_words(visit: Visit, team: Team) -> None:
    page = visit(team.reviewer, long_work(team), viewport={"width": 375, "height": 700})
    select_words(page, "A", "word200")
    page.evaluate("scrollBy(0, getSelection().getRangeAt(0).getBoundingClientRect().top - 500)")
    page.locator(".selection-bar").get_by_role("button", name="Comment").click()
    expect(page.locator(".composer [data-focus]")).to_be_in_viewport()
    (bottom,) = page.evaluate("[...CSS.highlights.get('chosen')].map((one) => one.getBoundingClientRect().bottom)")
    box = page.locator(".composer").bounding_box()
    assert box
    assert 0 < bottom < box["y"]


COPY = """(selectors) => {
    const [first, last] = selectors.map((one) => document.querySelector(one));
    getSelection().setBaseAndExtent(first, 0, last, last.childNodes.length);
    const clipboardData = new DataTransfer();
    last.dispatchEvent(new ClipboardEvent("copy", { clipboardData, bubbles: true, cancelable: true }));
    return clipboardData.getData("text/plain");
}"""


@pytest.mark.parametrize("view", ["columns", "interleaved", "apparatus"])
def test_what_is_copied_over_several_texts_is_the_texts(visit: Visit, team: Team, view: str) -> None:
    page = visit(team.reader, f"{COMPARE}&view={view}")
    second = f"#p-{passage_of(team.work, '2').pk} [data-siglum='A']"
    copied = page.evaluate(COPY, ["[data-siglum='A']", second])
    between = "" if view == "apparatus" else "The cat lay on the rug.\n"
    assert copied == f"The cat sat on the mat.\n{between}It was raining outside."


def test_words_are_copied_with_where_they_stand(visit: Visit, team: Team) -> None:
    team.work.translations.filter(siglum="B").update(translator="Ada Weir", year="2019")
    page = visit(team.reader, COMPARE, permissions=["clipboard-read", "clipboard-write"])
    select_words(page, "B", "rug")
    page.locator(".selection-bar").get_by_role("button", name="Copy with citation").click()
    expect(page.locator("#notices")).to_contain_text("The words are copied")
    copied = page.evaluate("navigator.clipboard.readText()")
    place = f"/works/room/a-small-work/passages/{passage_of(team.work).pk}/"
    assert copied.startswith("“rug” (A small work, 1, Ada Weir 2019, http")
    assert copied.endswith(f"{place})")


def test_notes_stand_beside_the_collation_and_one_can_be_written_there(visit: Visit, team: Team) -> None:
    open_thread(actor=team.reviewer, passage=passage_of(team.work), body="Which animal?")
    page = visit(team.reviewer, f"/works/room/a-small-work/passages/{passage_of(team.work).pk}/collation/")
    expect(page.locator(".margin-note")).to_contain_text("Which animal?")
    page.get_by_role("link", name="Comment").click()
    page.locator(".composer [data-focus]").fill("A cat.")
    page.keyboard.press("Control+Enter")
    expect(page.locator(".margin-note")).to_have_count(2)


@pytest.mark.parametrize("view", ["columns", "interleaved", "inline", "apparatus"])
def test_on_paper_notes_say_their_words_and_no_page_is_blank(visit: Visit, team: Team, view: str) -> None:
    page = visit(team.reader, f"{long_work(team, 'word80')}?view={view}")
    page.emulate_media(media="print")
    expect(page.locator(".margin-note .said")).to_be_visible()
    pages = page.pdf().count(b"/Type /Page\n")
    words_on_a_page = 350
    assert 1 <= pages <= 1 + 2 * 400 / words_on_a_page


@pytest.mark.parametrize("view", ["columns", "interleaved", "inline", "apparatus"])
def test_on_paper_every_page_but_the_last_is_full(visit: Visit, team: Team, view: str) -> None:
    for length in (345, 360, 370, 420):
        text = " ".join(f"word{number}" for number in range(length))
        work = make_work(team.owner, team.workspace, {"A": [text] * 4}, f"Long {length}")
        anchors = [AnchorRequest(variant_of(work, "1", "A"), quote="word80")]
        open_thread(actor=team.reviewer, passage=passage_of(work), body="On it. " * 9, anchors=anchors)
        page = visit(
            team.reader, f"/works/room/{work.slug}/compare/?view={view}", viewport={"width": 740, "height": 980}
        )
        page.emulate_media(media="print")
        height = page.evaluate("document.documentElement.scrollHeight")
        sheets = page.pdf(margin={"top": "10mm", "bottom": "10mm", "left": "10mm", "right": "10mm"}).count(
            b"/Type /Page\n"
        )
        assert (sheets - 1) * (980 - 2 * LINE) < height, length
        page.context.close()


def test_the_number_that_stays_in_sight_does_not_cover_the_heading(visit: Visit, team: Team) -> None:
    text = " ".join(f"word{number}" for number in range(900))
    work = make_work(team.owner, team.workspace, {"A": [text], "B": [text]}, "Long")
    Passage.objects.filter(work=work).update(heading="Of those who waited at the gate")
    page = visit(team.reader, f"/works/room/{work.slug}/compare/")
    height = page.evaluate("document.documentElement.scrollHeight")
    for top in range(0, height - 900, 60):
        page.evaluate(f"scrollTo(0, {top})")
        number, heading = (
            page.locator(one).first.bounding_box() for one in (".reference .place > a", ".reference .heading")
        )
        assert number
        assert heading
        assert number["y"] + number["height"] <= heading["y"] + 1 or heading["y"] + heading["height"] <= number["y"] + 1
