"""Placing a text in a real browser: by keyboard, by mouse, without a script; narrow, dark, accessible."""

import pytest
from playwright.sync_api import Page, expect

from tests.conftest import Team
from tests.factories import make_work, variant_of
from tests.text.alignment.test_align import LETTER, RETOLD
from tests.web.browser.conftest import Visit
from tests.web.browser.test_reading import find_faults
from workbench.corpus.models import Work
from workbench.review.actions import open_thread
from workbench.review.anchoring import AnchorRequest

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PLACE = "/works/room/letter/place/"


@pytest.fixture
def work(team: Team) -> Work:
    return make_work(team.owner, team.workspace, {"A": LETTER}, title="Letter")


def bring(page: Page) -> None:
    page.fill("[name=text]", " ".join(RETOLD))
    page.fill("[name=siglum]", "C")
    page.fill("[name=language]", "en")
    page.click("text=Propose the places")
    page.wait_for_selector("#placing")
    page.wait_for_load_state("networkidle")  # the page's modules listen from then on


def bring_doubtful(page: Page) -> None:
    """Bring a text with a sentence that belongs nowhere, and look at the doubtful passages alone."""
    page.fill("[name=text]", " ".join([*RETOLD[:2], "Nobody knows this one.", *RETOLD[3:]]))
    page.fill("[name=siglum]", "C")
    page.click("text=Propose the places")
    page.click("text=What was doubtful, the least sure first")
    page.wait_for_url("**order=doubt**")
    page.wait_for_load_state("networkidle")


def reach_first(page: Page) -> None:
    """Go to the first passage by key, as soon as the page's modules listen."""
    for _ in range(100):
        page.keyboard.press("k")
        if page.evaluate("document.activeElement.dataset.row") == "0":
            return
        page.wait_for_timeout(100)
    pytest.fail("The page does not listen to keys.")


def own(page: Page, number: int) -> str:
    return page.inner_text(f"[data-row='{number}'] .placed-own").split("\n", 1)[-1].strip()


def test_a_text_is_placed_put_right_and_written_by_keyboard(visit: Visit, team: Team, work: Work) -> None:
    page = visit(team.editor, PLACE)
    bring(page)
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("]")
    page.wait_for_selector("#placing[data-steps='1']")
    first, rest = RETOLD[1].split(" ", 1)
    assert (own(page, 0), own(page, 1)) == (f"{RETOLD[0]} {first}", rest)
    assert page.evaluate("document.activeElement.dataset.row") == "1"
    page.keyboard.press("u")
    page.wait_for_selector("#placing[data-steps='0']")
    assert own(page, 1) == RETOLD[1]
    page.keyboard.press("m")
    page.wait_for_selector("#placing[data-steps='1']")
    page.click("text=Write C into the work")
    page.wait_for_url("**/works/room/letter/")
    assert variant_of(work, "2", "C").text == f"{RETOLD[1]} {RETOLD[2]}"
    assert variant_of(work, "3", "C").presence == "joined"


def test_everything_is_done_by_keyboard(visit: Visit, team: Team, work: Work) -> None:
    page = visit(team.editor, PLACE)
    page.fill("[name=text]", f"Found in the attic. {' '.join(RETOLD)}")
    page.fill("[name=siglum]", "C")
    page.click("text=Propose the places")
    page.wait_for_selector("#placing")
    reach_first(page)
    taken = 0

    def press(*keys: str) -> list[str]:
        nonlocal taken
        for key in keys:
            page.keyboard.press(key)
            if key not in {"j", "k"}:
                taken += -1 if key == "u" else 1
                page.wait_for_selector(f"#placing[data-steps='{taken}']")
        return [own(page, number) for number in range(4)]

    start = press()
    assert start[1:] == RETOLD[1:4]
    if start[0] == RETOLD[0]:
        assert press("b")[0] == f"Found in the attic. {RETOLD[0]}"
        press("u")
    assert press("j", "m")[1:3] == [f"{RETOLD[1]} {RETOLD[2]}", "Stands with the passage before."]
    assert press("p")[1:3] == RETOLD[1:3]
    assert press("s")[1:3] == [RETOLD[2], RETOLD[1]]
    assert press("u", "j", "o")[1:4] == [RETOLD[1], "Left out by the translator.", RETOLD[3]]
    assert press("k", "a")[1] == f"{RETOLD[1]} {RETOLD[2]}"
    assert press("u", "u", "j", "w")[1:3] == [f"{RETOLD[1]} {RETOLD[2]}", "Stands with the passage before."]
    assert press("u", "x")[2].startswith("Not in this text")
    words = len(RETOLD[2].split()) + (0 if start[0] != RETOLD[0] else 4)
    expect(page.locator(".unplaced summary")).to_contain_text(f"{words} words in")


def test_a_click_in_the_words_cuts_there(visit: Visit, team: Team, work: Work) -> None:
    page = visit(team.editor, PLACE)
    bring(page)
    word = RETOLD[0].split(" ")[3]
    box = page.locator("[data-row='0'] [data-start]").evaluate(
        """(cell, word) => {
          const node = cell.firstChild, at = node.data.indexOf(word), range = document.createRange();
          range.setStart(node, at); range.setEnd(node, at + word.length);
          return range.getBoundingClientRect().toJSON();
        }""",
        word,
    )
    page.mouse.click(box["x"] + 2, box["y"] + box["height"] / 2)
    page.click(".picker button:has-text('2 begins here')")
    page.wait_for_selector("#placing[data-steps='1']")
    assert own(page, 0) == " ".join(RETOLD[0].split(" ")[:3])


def test_a_file_on_its_way_into_the_work_is_placed_instead(visit: Visit, team: Team, work: Work) -> None:
    page = visit(team.editor, "/workspaces/room/import/?work=letter", viewport={"width": 320, "height": 700})
    page.fill("[name=text]", " ".join(RETOLD))
    page.click("text=Look at it")
    page.fill("#offer-siglum", "C")
    assert find_faults(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    page.click("text=Place it by its meaning instead")
    page.wait_for_selector("#placing")
    page.click("text=Write C into the work")
    page.wait_for_url("**/works/room/letter/")
    assert variant_of(work, "2", "C").text == RETOLD[1]


def test_it_works_without_a_script(visit: Visit, team: Team, work: Work) -> None:
    page = visit(team.editor, PLACE, java_script_enabled=False)
    bring(page)
    page.locator("[data-row='1'] summary").click()
    page.locator("[data-row='1'] button[value='merge 1']").click()
    expect(page.locator("[data-row='2'] .absent")).to_have_text("Stands with the passage before.")
    page.click("button[value='undo']")
    expect(page.locator("[data-row='2'] .absent")).to_have_count(0)


def test_what_is_doubtful_is_worked_through_the_least_sure_first(visit: Visit, team: Team, work: Work) -> None:
    page = visit(team.editor, PLACE)
    bring_doubtful(page)
    shown = [row.get_attribute("data-row") for row in page.locator("[data-row]").all()]
    certainties = [int(badge.inner_text().split()[1]) for badge in page.locator(".badge.doubt").all()]
    assert 1 <= len(shown) < len(LETTER)
    assert find_faults(page) == []
    assert certainties == sorted(certainties)
    page.keyboard.press("n")
    page.keyboard.press("y")
    page.wait_for_selector("#placing[data-steps='1']")
    expect(page.locator(f"[data-row='{shown[0]}'] .badge")).to_have_text("looked at")
    assert [row.get_attribute("data-row") for row in page.locator("[data-row]").all()] == shown


def test_a_passage_shown_alone_is_cut_in_the_words_before_it(visit: Visit, team: Team, work: Work) -> None:
    page = visit(team.editor, PLACE)
    bring_doubtful(page)
    row = page.locator("[data-row]").filter(has=page.locator("[data-lead]")).first
    lead = row.locator("[data-lead]")
    words = lead.inner_text().removeprefix("… ").split()
    before = row.locator(".own").inner_text()
    box = lead.evaluate(
        """(cell, word) => {
          const node = cell.lastChild, at = node.data.lastIndexOf(word), range = document.createRange();
          range.setStart(node, at); range.setEnd(node, at + word.length);
          return range.getBoundingClientRect().toJSON();
        }""",
        words[-1],
    )
    page.mouse.click(box["x"] + 2, box["y"] + box["height"] / 2)
    expect(page.locator(".picker button:visible")).to_have_count(1)
    page.locator(".picker button:visible").click()
    page.wait_for_selector("#placing[data-steps='1']")
    assert row.locator(".own").inner_text() == f"{words[-1]} {before}"


def test_a_work_is_made_of_three_texts(visit: Visit, team: Team) -> None:
    page = visit(team.editor, "/workspaces/room/place/", viewport={"width": 320, "height": 700})
    faults = find_faults(page)
    page.fill("[name=title]", "Letter")
    page.click("summary:has-text('A third text')")
    for name, text, siglum in (("first", "\n\n".join(LETTER), "A"), ("second", " ".join(RETOLD), "B")):
        page.fill(f"[name={name}-text]", text)
        page.fill(f"[name={name}-siglum]", siglum)
    page.fill("[name=third-text]", " ".join(RETOLD[1:]))
    page.fill("[name=third-siglum]", "C")
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    page.click("text=Propose the places")
    page.wait_for_selector("#placing")
    page.locator("nav[aria-label='The texts'] a", has_text="C").click()
    page.wait_for_url("**?text=2")
    page.wait_for_load_state("networkidle")
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("y")
    page.wait_for_selector("#placing[data-steps='1']")
    assert faults + find_faults(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    page.click("button:has-text('Make the work')")
    page.wait_for_url("**/works/room/letter/")
    made = Work.objects.get(slug="letter")
    assert [variant_of(made, "2", siglum).text for siglum in "ABC"] == [LETTER[1], RETOLD[1], RETOLD[1]]
    assert variant_of(made, "2", "C").alignment == "confirmed"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_and_nothing_sticks_out(visit: Visit, team: Team, work: Work, scheme: str) -> None:
    page = visit(team.editor, PLACE, color_scheme=scheme, viewport={"width": 320, "height": 700})
    faults = find_faults(page)
    bring(page)
    page.keyboard.press("j")
    page.keyboard.press("o")
    page.wait_for_selector("#placing[data-steps='1']")
    assert faults + find_faults(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") == 320


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_stored_words_are_moved_by_key_and_axe_finds_nothing(visit: Visit, team: Team, work: Work, scheme: str) -> None:
    variant = variant_of(work, "1", "A")
    address = f"/works/room/letter/passages/{variant.passage_id}/"
    page = visit(team.editor, address, color_scheme=scheme, viewport={"width": 320, "height": 700})
    page.click("text=Shift text to/from passage 2")
    page.wait_for_url("**/resegment/")
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("[")
    page.wait_for_url("**/resegment/?step=**")
    assert find_faults(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    page.click("text=Write both passages")
    page.wait_for_url(f"**{address}")
    assert f"{variant_of(work, '1', 'A').text} {LETTER[0].split()[-1]}" == LETTER[0]
    assert find_faults(page) == []


def test_two_stored_passages_become_one_with_their_discussions_and_are_parted_again(
    visit: Visit, team: Team, work: Work
) -> None:
    first, second = (variant_of(work, reference, "A") for reference in "12")
    quote = LETTER[1].split()[1]
    request = AnchorRequest(second, quote=quote)
    open_thread(actor=team.reviewer, passage=second.passage, body="Is this his name?", anchors=[request])
    page = visit(team.editor, f"/works/room/letter/passages/{second.passage_id}/")
    page.locator(".cell-actions a", has_text="Shift text to/from passage 1").click()
    page.wait_for_url(f"**/passages/{first.passage_id}/variants/{first.pk}/resegment/")
    page.wait_for_load_state("networkidle")
    page.keyboard.press("j")
    page.keyboard.press("m")
    page.wait_for_url("**step=merge+0**")
    page.wait_for_load_state("networkidle")
    page.keyboard.press("u")
    page.wait_for_url(lambda url: "step=" not in url)
    page.click("text=Join 2 to it")
    page.click("text=Write both passages")
    page.wait_for_url(f"**/passages/{first.passage_id}/")
    assert variant_of(work, "1", "A").text == f"{LETTER[0]} {LETTER[1]}"
    expect(page.locator(f"mark:has-text('{quote}')")).to_have_count(1)
    expect(page.get_by_text("Is this his name?").first).to_be_visible()
    page.locator(".cell-actions a", has_text="to/from passage 2").click()
    page.click("text=Take the last move back")
    page.wait_for_url(f"**/passages/{first.passage_id}/")
    expect(page.get_by_text("Is this his name?")).to_have_count(0)
    page.goto(f"/works/room/letter/passages/{second.passage_id}/")
    expect(page.locator(f"mark:has-text('{quote}')")).to_have_count(1)
    assert [variant_of(work, reference, "A").text for reference in "12"] == LETTER[:2]
