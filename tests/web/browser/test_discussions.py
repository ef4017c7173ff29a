"""A newcomer reads, selects words, comments and suggests; the editor accepts: in a real browser."""

import pytest
from playwright.sync_api import Page, expect

from tests.conftest import Team
from tests.factories import make_work, passage_of, variant_of
from tests.web.browser.conftest import Visit
from workbench.corpus.actions import add_style_rule
from workbench.corpus.models import Work
from workbench.review.actions import open_thread, revise_variant
from workbench.review.anchoring import AnchorRequest
from workbench.review.models import Thread

pytestmark = pytest.mark.browser

D = "doubting such people as the traitor Lyushkov, and lately of chairman Uspensky, People's Commissar of the Ukraine."
B = "I doubted the traitor Lyushkov and more recently the traitor Uspensky, People's Commissar in Ukraine."


@pytest.fixture
def letter(team: Team) -> Work:
    """A work of two translations, D with a misreading in its thirteenth passage."""
    return make_work(team.owner, team.workspace, {"B": ["…"] * 12 + [B], "D": ["…"] * 12 + [D]}, "Letter")


FIND = """([siglum, words]) => {
    for (const cell of document.querySelectorAll(`[data-siglum="${siglum}"]`)) {
        const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT,
            (node) => node.parentElement.closest("[data-foreign]") ? 2 : 1);
        const nodes = [];
        while (walker.nextNode()) nodes.push(walker.currentNode);
        const at = nodes.map((node) => node.data).join("").indexOf(words);
        if (at < 0) continue;
        const point = (units, isEnd) => {
            for (const node of nodes) {
                if (isEnd ? units <= node.length : units < node.length) return [node, units];
                units -= node.length;
            }
        };
        const found = document.createRange();
        found.setStart(...point(at, false));
        found.setEnd(...point(at + words.length, true));
        return found;
    }
    throw new Error("not found: " + words);
}"""


def select_words(page: Page, siglum: str, words: str) -> None:
    """Select words in a text, as a keyboard or a screen reader would."""
    page.evaluate(
        f"(wanted) => {{ const found = ({FIND})(wanted);"
        "getSelection().removeAllRanges(); getSelection().addRange(found); }",
        [siglum, words],
    )


def middle_of(page: Page, siglum: str, words: str) -> tuple[float, float]:
    """Return where on the screen the middle of some words is."""
    left, top, width, height = page.evaluate(
        f"(wanted) => {{ const found = ({FIND})(wanted); found.startContainer.parentElement.scrollIntoView();"
        "scrollBy(0, -200); const { left, top, width, height } = found.getBoundingClientRect();"
        "return [left, top, width, height]; }",
        [siglum, words],
    )
    return left + width / 2, top + height / 2


def test_a_newcomer_suggests_the_traitor_and_the_editor_accepts(visit: Visit, team: Team, letter: Work) -> None:
    page = visit(team.reviewer, f"/works/room/{letter.slug}/compare/?base=B&with=D&at=13")
    row = page.locator(f"#p-{passage_of(letter, '13').pk}")
    page.mouse.dblclick(*middle_of(page, "D", "chairman"))
    expect(page.locator(".selection-bar")).to_contain_text("“chairman”")
    page.keyboard.down("Shift")
    page.mouse.click(*middle_of(page, "D", "Uspensky"))
    page.keyboard.up("Shift")
    expect(page.locator(".selection-bar")).to_contain_text("“chairman Uspensky”")
    page.locator(".selection-bar").get_by_role("button", name="Suggest").click()
    suggestion = row.get_by_label("Replace with")
    expect(suggestion).to_be_focused()
    expect(suggestion).to_have_value("chairman Uspensky")
    suggestion.fill("the traitor Uspensky")
    row.get_by_label("Comment", exact=True).fill("*predatel'* is *traitor*")
    row.locator(".composer").get_by_role("button", name="Comment").click()

    note = row.locator(".margin-note")
    expect(note).to_contain_text("predatel' is traitor")
    expect(note.locator(".replacement")).to_contain_text("the traitor Uspensky")
    expect(row.locator("mark.words").first).to_be_visible()
    thread = Thread.objects.get(work=letter)
    assert thread.anchors.get().quote == "chairman Uspensky"

    editor = visit(team.editor, f"/works/room/{letter.slug}/compare/?base=B&with=D&at=13#thread-{thread.pk}")
    editor.get_by_role("button", name="Accept").click()
    expect(editor.locator("mark.words")).to_have_count(1)
    expect(editor.locator("mark.words")).to_contain_text("the traitor Uspensky")
    expect(editor.locator("#notices")).to_contain_text("The suggestion was accepted")
    assert variant_of(letter, "13", "D").text == D.replace("chairman Uspensky", "the traitor Uspensky")
    thread.refresh_from_db()
    assert thread.state == "resolved"


def test_words_in_two_columns_make_a_comment_on_their_difference(visit: Visit, team: Team, letter: Work) -> None:
    page = visit(team.reviewer, f"/works/room/{letter.slug}/compare/?base=B&with=D&at=13")
    select_words(page, "D", "chairman Uspensky")
    page.locator(".selection-bar").get_by_role("button", name="Comment").click()
    expect(page.locator(".composer [data-focus]")).to_be_focused()
    select_words(page, "B", "the traitor Uspensky")
    page.locator(".selection-bar").get_by_role("button", name="Add to the comment").click()
    page.locator(".composer [data-focus]").fill("Which?")
    page.keyboard.press("Control+Enter")
    expect(page.locator(".margin-note .quote")).to_have_text(["chairman Uspensky", "the traitor Uspensky"])
    anchors = Thread.objects.get(work=letter).anchors.order_by("position")
    assert [(one.variant.translation.siglum, one.quote) for one in anchors] == [
        ("D", "chairman Uspensky"),
        ("B", "the traitor Uspensky"),
    ]


def test_a_passage_is_commented_by_keys_alone_and_the_words_are_typed(visit: Visit, team: Team) -> None:
    page = visit(team.reviewer, "/works/room/a-small-work/compare/?base=A&with=B")
    page.keyboard.press("j")
    page.keyboard.press("c")
    expect(page.locator(".composer [data-focus]")).to_be_focused()
    page.keyboard.type("Which animal?")
    page.get_by_label("Translation", exact=True).first.select_option("B")
    page.get_by_label("Words", exact=True).first.fill("cat lay")
    page.keyboard.press("Enter")
    expect(page.locator(".margin-note")).to_contain_text("Which animal?")
    assert Thread.objects.get().anchors.get().quote == "cat lay"


def test_the_form_for_a_comment_opens_above_the_notes(visit: Visit, team: Team) -> None:
    open_thread(actor=team.reviewer, passage=passage_of(team.work), body="Already there.")
    page = visit(team.reviewer, "/works/room/a-small-work/compare/?base=A&with=B")
    margin = page.locator("[data-margin]").first
    margin.get_by_role("link", name="Comment").click()
    composer = margin.locator(".composer").bounding_box()
    note = margin.locator(".margin-note").bounding_box()
    assert composer
    assert note
    assert composer["y"] + composer["height"] <= note["y"]


def test_what_was_refused_stays_typed(visit: Visit, team: Team) -> None:
    page = visit(team.reviewer, "/works/room/a-small-work/compare/?base=A&with=B")
    page.keyboard.press("j")
    page.keyboard.press("c")
    page.locator(".composer [data-focus]").fill("Which animal?")
    page.get_by_label("Words", exact=True).first.fill("no such words")
    page.locator(".composer").get_by_role("button", name="Comment").click()
    expect(page.get_by_role("alert")).to_contain_text("does not stand in this variant")
    expect(page.locator(".composer [data-focus]")).to_have_value("Which animal?")
    expect(page.get_by_label("Words", exact=True).first).to_have_value("no such words")
    assert Thread.objects.count() == 0


def test_keys_do_nothing_while_somebody_types_and_can_be_switched_off(visit: Visit, team: Team) -> None:
    page = visit(team.reviewer, "/works/room/a-small-work/compare/?base=A&with=B")
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_contain_text("the next difference")
    page.get_by_label("Keys do something on these pages").uncheck()
    page.get_by_role("button", name="Close").click()
    page.keyboard.press("c")
    page.wait_for_timeout(200)
    assert page.locator(".composer").count() == 0
    page.reload()
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement === document.body")


def test_j_and_k_go_over_passages_and_n_and_p_over_differences(visit: Visit, team: Team) -> None:
    page = visit(team.reader, "/works/room/a-small-work/compare/?base=A&with=B")
    passages = page.locator("[data-passage]")
    page.keyboard.press("j")
    expect(passages.nth(0)).to_be_focused()
    page.keyboard.press("j")
    expect(passages.nth(1)).to_be_focused()
    page.keyboard.press("k")
    expect(passages.nth(0)).to_be_focused()
    page.keyboard.press("n")
    expect(page.locator("ins.d[id], del.d[id]").nth(0)).to_be_focused()
    page.keyboard.press("n")
    expect(page.locator("ins.d[id], del.d[id]").nth(1)).to_be_focused()
    page.keyboard.press("p")
    expect(page.locator("ins.d[id], del.d[id]").nth(0)).to_be_focused()
    page.keyboard.press("m")
    expect(page.locator("ins")).to_have_count(0)


def test_the_queue_is_worked_through_by_keyboard(visit: Visit, team: Team) -> None:
    for number in range(3):
        open_thread(actor=team.reviewer, passage=passage_of(team.work), body=f"Remark {number}")
    page = visit(team.editor, "/review/")
    expect(page.locator(".queue-detail .said")).to_have_text(["Remark 0"])
    page.keyboard.press("r")
    expect(page.locator(".queue-detail .said")).to_have_text(["Remark 1"])
    page.keyboard.press("j")
    expect(page.locator(".queue-detail .said")).to_have_text(["Remark 2"])
    page.keyboard.press("c")
    page.keyboard.type("Seen.")
    page.keyboard.press("Control+Enter")
    expect(page.locator(".queue-detail .said")).to_have_text(["Remark 2", "Seen."])
    page.keyboard.press("r")
    expect(page.locator(".queue-detail .said")).to_have_text(["Remark 1"])
    page.keyboard.press("r")
    expect(page.locator("#notices")).to_contain_text("The discussion is resolved.")
    expect(page.locator("[data-tally]")).to_have_text("; 3 of 3 on this page settled")
    assert set(Thread.objects.values_list("state", flat=True)) == {"resolved"}


@pytest.mark.parametrize(("width", "is_wide"), [(1280, True), (1000, False)])
def test_what_the_others_say_is_open_on_wide_screens_and_turned_by_a_key(
    visit: Visit, team: Team, width: int, is_wide: bool
) -> None:
    words = AnchorRequest(variant_of(team.work, "1", "A"), quote="sat")
    for number in range(2):
        open_thread(actor=team.reviewer, passage=passage_of(team.work), body=f"Sat {number}?", anchors=[words])
    page = visit(team.editor, "/review/", viewport={"width": width, "height": 800})
    other = page.locator(".others [data-excerpt=B]")
    expect(other).to_be_visible(visible=is_wide)
    # What is decided upon stands above.
    expect(page.locator(".queue-detail :is(.comments, .others)").last).to_have_class("others")
    page.keyboard.press("o")
    expect(other).to_be_visible(visible=not is_wide)
    page.keyboard.press("j")
    expect(page.locator(".queue-detail .said")).to_have_text(["Sat 1?"])
    expect(other).to_be_visible(visible=not is_wide)


def test_lost_words_are_attached_to_others_by_selecting_them(visit: Visit, team: Team) -> None:
    variant = variant_of(team.work, "1", "A")
    words = AnchorRequest(variant, quote="sat")
    thread = open_thread(actor=team.reviewer, passage=passage_of(team.work), body="Sat?", anchors=[words])
    revise_variant(actor=team.editor, variant=variant, version=1, text="The cat saw the cat.")
    page = visit(team.reviewer, f"/threads/{thread.pk}/")
    page.evaluate(
        "() => { const text = document.querySelector('[data-excerpt=A] blockquote').firstChild;"
        "getSelection().setBaseAndExtent(text, 16, text, 19); }"
    )
    page.get_by_role("button", name="Attach").click()
    expect(page.locator("mark.words")).to_have_text("cat")
    anchor = thread.anchors.get()
    assert (anchor.state, anchor.start, anchor.end) == ("placed", 16, 19)


@pytest.mark.parametrize("key", ["a", "x"])
def test_where_nothing_is_suggested_what_is_typed_on_is_a_reply(visit: Visit, team: Team, key: str) -> None:
    for number in range(2):
        open_thread(actor=team.reviewer, passage=passage_of(team.work), body=f"No suggestion {number}.")
    page = visit(team.editor, "/review/")
    page.keyboard.press(key)
    expect(page.locator("#notices")).to_contain_text("There is no suggestion to decide here")
    page.keyboard.type("a rajgx")
    expect(page.locator("[data-key-reply]")).to_have_value("a rajgx")
    expect(page.locator(".queue-detail .said")).to_have_text(["No suggestion 0."])
    assert set(Thread.objects.values_list("state", "assignee")) == {("open", None)}


@pytest.mark.parametrize("key", ["a", "x"])
def test_a_key_that_has_nothing_to_do_says_so(visit: Visit, team: Team, key: str) -> None:
    open_thread(actor=team.reviewer, passage=passage_of(team.work), body="No suggestion.")
    page = visit(team.reader, "/review/")
    page.keyboard.press(key)
    expect(page.locator("#notices")).to_have_text("Nothing to do here for that key.")


def test_a_suggestion_whose_words_are_gone_says_so_and_leads_to_their_place(visit: Visit, team: Team) -> None:
    variant = variant_of(team.work, "1", "A")
    words = AnchorRequest(variant, quote="sat")
    open_thread(actor=team.reviewer, passage=passage_of(team.work), body="", anchors=[words], suggestion="lay")
    revise_variant(actor=team.editor, variant=variant, version=1, text="The cat slept on the mat.")
    page = visit(team.editor, "/review/")
    accept = page.get_by_role("button", name="Accept")
    expect(accept).to_be_disabled()
    expect(accept).to_have_accessible_description("Its words are gone: attach it first.")
    page.keyboard.press("a")
    expect(page.locator("#notices")).to_have_text("Its words are gone: attach it first.")
    page.keyboard.type("slept")
    expect(page.locator("[data-attach] input[name=quote]")).to_have_value("slept")


def test_what_happened_is_in_sight_at_the_foot_of_a_long_page(visit: Visit, team: Team) -> None:
    open_thread(actor=team.reviewer, passage=passage_of(team.work), body="No suggestion.")
    page = visit(team.editor, "/review/")
    page.set_viewport_size({"width": 400, "height": 200})
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    page.keyboard.press("a")
    expect(page.locator("#notices p")).to_be_in_viewport()


def test_a_quote_whose_words_are_gone_stays_in_its_line_of_the_note(visit: Visit, team: Team) -> None:
    variant = variant_of(team.work, "1", "A")
    words = AnchorRequest(variant, quote="sat")
    open_thread(actor=team.reviewer, passage=passage_of(team.work), body="Sat?", anchors=[words])
    revise_variant(actor=team.editor, variant=variant, version=1, text="The cat saw the cat.")
    page = visit(team.reviewer, f"/works/{team.workspace.slug}/{team.work.slug}/compare/")
    expect(page.locator("q.lost")).to_have_css("padding", "0px")
    expect(page.locator("q.lost")).to_have_css("border-left-width", "0px")


def test_an_accepted_suggestion_is_taken_back_from_its_notice(visit: Visit, team: Team) -> None:
    passage = passage_of(team.work)
    words = [AnchorRequest(variant_of(team.work, "1", "A"), quote="mat")]
    thread = open_thread(actor=team.reviewer, passage=passage, body="Rug?", anchors=words, suggestion="rug")
    page = visit(team.editor, f"/works/room/a-small-work/compare/#thread-{thread.pk}")
    page.get_by_role("button", name="Accept").click()
    text = page.locator('[data-siglum="A"]').first
    expect(text).to_contain_text("on the rug")
    page.locator("#notices").get_by_role("button", name="Undo").click()
    expect(page.locator("#notices")).to_contain_text("taken back")
    expect(text).to_contain_text("on the mat")
    expect(page.get_by_role("button", name="Accept")).to_be_visible()
    thread.refresh_from_db()
    assert thread.state == "open"


def test_a_suggestion_that_the_text_follows_already_is_resolved(visit: Visit, team: Team) -> None:
    variant = variant_of(team.work, "1", "A")
    words = [AnchorRequest(variant, quote="mat")]
    thread = open_thread(
        actor=team.reviewer, passage=passage_of(team.work), body="Rug?", anchors=words, suggestion="rug"
    )
    revise_variant(actor=team.editor, variant=variant, version=1, text="The cat sat on the rug.")
    page = visit(team.editor, f"/threads/{thread.pk}/")
    page.get_by_role("button", name="Resolve: the text already reads so").click()
    expect(page.locator(".badge.state")).to_have_text("resolved")
    assert variant_of(team.work, "1", "A").version == 2


def test_only_the_row_of_a_thread_is_fetched_anew(visit: Visit, team: Team) -> None:
    passage = passage_of(team.work)
    thread = open_thread(actor=team.reviewer, passage=passage, body="Why?")
    page = visit(team.reviewer, f"/works/room/a-small-work/compare/#thread-{thread.pk}")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url) if "/compare/" in request.url else None)
    page.get_by_label("Reply").fill("Because.")
    page.keyboard.press("Control+Enter")
    expect(page.locator(".margin-note")).to_contain_text("Because.")
    expect(page.locator("#notices")).to_contain_text("Your reply was added.")
    page.wait_for_load_state("networkidle")
    assert [url.rpartition("?")[2] for url in asked] == [f"only={passage.pk}"]


def test_the_section_sign_offers_the_rules_of_the_style_guide(team: Team, visit: Visit) -> None:
    for mark, title in (("3.2", "Patronymics are kept"), ("4", "Ranks")):
        add_style_rule(actor=team.editor, workspace=team.workspace, work=team.work, mark=mark, title=title)
    thread = open_thread(actor=team.reviewer, passage=passage_of(team.work), body="Hm.")
    page = visit(team.editor, f"/threads/{thread.pk}/")
    field = page.get_by_label("Reply")
    field.press_sequentially("Against §")
    rules = page.get_by_role("listbox", name="Style guide")
    expect(rules.get_by_role("option")).to_have_text(["Patronymics are kept 3.2", "Ranks 4"])
    field.press_sequentially("pat")
    expect(rules.get_by_role("option")).to_have_text(["Patronymics are kept 3.2"])
    field.press("Tab")
    expect(field).to_have_value("Against §3.2 ")
    expect(rules).to_be_hidden()


def test_the_sign_offers_people_and_puts_the_chosen_name_there(team: Team, visit: Visit) -> None:
    thread = open_thread(actor=team.reviewer, passage=passage_of(team.work), body="Hm.")
    page = visit(team.editor, f"/threads/{thread.pk}/")
    field = page.get_by_label("Reply")
    field.press_sequentially("Ask @re")
    people = page.get_by_role("listbox", name="People")
    expect(people.get_by_role("option")).to_have_text(["reader", "reviewer"])
    field.press("ArrowDown")
    expect(people.get_by_role("option", selected=True)).to_have_text("reviewer")
    field.press("Enter")
    expect(field).to_have_value("Ask @reviewer ")
    expect(people).to_be_hidden()
    field.press_sequentially("or @own")
    expect(people).to_be_visible()
    field.press("Escape")
    expect(people).to_be_hidden()
    expect(field).to_have_value("Ask @reviewer or @own")
