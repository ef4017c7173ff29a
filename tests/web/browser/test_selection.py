"""From a selection in the page to code points of the stored text, whatever stands in the text and is marked in it."""

from typing import Any

import pytest
from playwright.sync_api import Page

from tests.conftest import Team
from tests.factories import make_work, passage_of, variant_of
from tests.web.browser.conftest import Visit
from workbench.corpus.models import Work
from workbench.review.actions import open_thread
from workbench.review.anchoring import AnchorRequest

pytestmark = pytest.mark.browser

# Emoji outside the BMP and joined ones, combining marks, right to left with vowel signs, no spaces, line ends, markup.
TEXTS = {
    "A": [
        "The 🙂 cat, 👩‍👩‍👧 family sat.",
        "Cafe\u0301 re\u0301sume\u0301 𝔘nicode",
        "קָרָא אֶת הַסֵּפֶר 📖 בַּבֹּקֶר",
        "猫が座った。犬も。",
        "one\n\n  two   three\nfour",
        "a < b & <i>c</i> &amp; d",
    ],
    "B": [
        "The 🙂 dog, 👩‍👩‍👧 household sat down.",
        "Café résumé Unicode",
        "קרא את הספר 📖 בערב",
        "猫は座った。",
        "one two\nthree five",
        "a < b & <b>c</b> &amp; e",
    ],
}
PICKS = """async (words) => {
    const { pickWords, ownTextNodes } = await import("/static/web/js/offsets.js");
    const found = [];
    for (const cell of document.querySelectorAll("[data-variant]")) {
        const nodes = ownTextNodes(cell);
        const text = nodes.map((node) => node.data).join("");
        for (const [start, end] of words(text)) {
            const point = (units, isEnd) => {
                for (const node of nodes) {
                    if (isEnd ? units <= node.length : units < node.length) return [node, units];
                    units -= node.length;
                }
            };
            getSelection().setBaseAndExtent(...point(start, false), ...point(end, true));
            const pick = pickWords(getSelection());
            if (pick) found.push([pick.siglum, pick.place, pick.quote, text]);
        }
    }
    return found;
}"""
# Every run of one to three characters that are not white space alone, from every UTF-16 unit on.
EVERY_RUN = "(text) => [...text].flatMap((_, at) => [1, 3].map((n) => [at, Math.min(text.length, at + n)]))"


@pytest.fixture
def work(team: Team) -> Work:
    """A work full of what offsets stumble over, with overlapping discussions."""
    made = make_work(team.owner, team.workspace, TEXTS, "Traps")
    for quote in ("🙂 cat", "cat, 👩‍👩‍👧", "sat"):
        anchor = AnchorRequest(variant_of(made, "1", "A"), quote=quote)
        open_thread(actor=team.reviewer, passage=passage_of(made), body="Hm.", anchors=[anchor])
    return made


def picks_on(page: Page) -> list[Any]:
    found: list[Any] = page.evaluate(f"() => ({PICKS})({EVERY_RUN})")
    return found


@pytest.mark.parametrize("view", ["columns", "interleaved", "inline"])
def test_every_selection_comes_back_as_the_words_that_are_stored_there(
    visit: Visit, team: Team, work: Work, view: str
) -> None:
    page = visit(team.reviewer, f"/works/room/{work.slug}/compare/?base=A&with=B&view={view}")
    stored = {str(variant.pk): variant.text for variant in work.variants.all()}
    picks = picks_on(page)
    assert len(picks) > 100
    for _, place, quote, shown in picks:
        key, _, start, end = place.split(":")
        assert shown == stored[key]
        assert stored[key][int(start) : int(end)] == quote
        assert quote == quote.strip()


def test_a_selection_grows_to_whole_words(visit: Visit, team: Team, work: Work) -> None:
    page = visit(team.reviewer, f"/works/room/{work.slug}/compare/?base=A&with=B")
    quotes = {quote for siglum, _, quote, _ in picks_on(page) if siglum == "A"}
    assert {"🙂", "👩‍👩‍👧", "family", "re\u0301sume\u0301", "𝔘nicode", "אֶת", "📖"} <= quotes
    assert "amil" not in quotes


def test_a_drag_over_two_columns_counts_where_it_began(visit: Visit, team: Team, work: Work) -> None:
    page = visit(team.reviewer, f"/works/room/{work.slug}/compare/?base=A&with=B")
    siglum, quote = page.evaluate(
        """async () => {
            const { pickWords, ownTextNodes } = await import("/static/web/js/offsets.js");
            const [a, b] = document.querySelectorAll("[data-variant]");
            getSelection().setBaseAndExtent(ownTextNodes(a).at(-1), 0, ownTextNodes(b)[0], 3);
            const pick = pickWords(getSelection());
            return [pick.siglum, pick.quote];
        }"""
    )
    assert siglum == "A"
    assert TEXTS["A"][0].endswith(quote)


def test_a_selection_of_white_space_or_outside_of_texts_is_none(visit: Visit, team: Team, work: Work) -> None:
    page = visit(team.reviewer, f"/works/room/{work.slug}/compare/?base=A&with=B")
    picked = page.evaluate(
        """async () => {
            const { pickWords } = await import("/static/web/js/offsets.js");
            getSelection().selectAllChildren(document.querySelector("h1"));
            return pickWords(getSelection());
        }"""
    )
    assert picked is None
