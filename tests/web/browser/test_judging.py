"""Judging blind in a browser: by pointer and keyboard, three reviewers through to the figures."""

import re
from typing import Any

import iaa_kit
import pytest
from playwright.sync_api import Page, expect

from tests.conftest import Team
from tests.factories import join, make_user, make_work
from tests.web.browser.conftest import Visit
from workbench.accounts.models import Role
from workbench.campaigns.actions import CampaignWishes, make_campaign
from workbench.campaigns.models import Answer, Campaign
from workbench.corpus.models import Work

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PASSAGES = 20
WORDS = {"KJ": "morning", "AS": "evening", "YL": "midnight", "SY": "twilight"}
"""A word that each translation alone has: by it the test knows what stands behind a label."""


def campaign_of(team: Team, kind: str, work: Work, reviewers: list[str], **wishes: Any) -> Campaign:
    wishes = {"title": "Which reads best", "kind": kind, "reviewers": reviewers, **wishes}
    return make_campaign(actor=team.owner, work=work, wishes=CampaignWishes(**wishes))


def make_four(team: Team) -> Work:
    texts = {siglum: [f"In the {word} of day {day}." for day in range(PASSAGES)] for siglum, word in WORDS.items()}
    return make_work(team.owner, team.workspace, texts, title="Four voices")


def score_of(siglum: str, passage: int, seat: int) -> int:
    """Return what a reviewer gives: they agree on most, and on every third passage one sees it otherwise."""
    rank = list(WORDS).index(siglum)
    return 90 - 20 * rank - (10 if (passage + rank) % 3 == seat else 0)


def judge_all(page: Page, seat: int) -> None:
    """Judge by keyboard: a mark in the version of the fourth translation, a score for each, Enter."""
    for left in range(PASSAGES, 0, -1):
        heading = page.locator("h1").inner_text()
        assert f"{left} left" in heading
        passage = int(heading.split()[0])
        for box in page.locator("[data-version]").all():
            text = box.locator("[data-judged]").inner_text()
            siglum = next(one for one, word in WORDS.items() if word in text)
            if siglum == "SY":
                box.locator("[data-judged]").focus()
                for key in ("ArrowRight",) * 3 + ("Enter",):
                    page.keyboard.press(key)
            box.locator("[data-score]").fill(str(score_of(siglum, passage, seat)))
        assert not set(WORDS) & set(re.findall(r"\w+", page.locator("main").inner_text()))
        page.keyboard.press("Enter")
        expect(page.locator("#notices")).to_contain_text("was SY")


def test_three_reviewers_judge_four_versions_of_twenty_passages_blind(visit: Visit, team: Team) -> None:
    people = [join(team.workspace, make_user(name), Role.REVIEWER) for name in ("ada", "ben", "cid")]
    campaign = campaign_of(team, "esa", make_four(team), [one.username for one in people])
    for seat, person in enumerate(people):
        page = visit(person, f"/campaigns/{campaign.pk}/")
        expect(page.locator("main")).to_contain_text("shown once it is closed")
        page.click(f"text=Judge: {PASSAGES} left")
        judge_all(page, seat)
        expect(page.locator("main")).to_contain_text("all is judged")
        page.context.close()
    assert Answer.objects.count() == 3 * PASSAGES
    assert {span["category"] for one in Answer.objects.all() for span in one.content["spans"]} == {""}
    page = visit(team.owner, f"/campaigns/{campaign.pk}/")
    page.click("text=Close the campaign")
    expect(page.locator("main")).to_contain_text("closed")
    check_figures(visit(people[0], f"/campaigns/{campaign.pk}/").locator("main").inner_text())


def test_arrows_go_on_from_the_last_mark_and_the_bar_goes_with_the_words(visit: Visit, team: Team) -> None:
    campaign = campaign_of(team, "esa", team.work, ["reviewer"], passages="1")
    page = visit(team.reviewer, f"/campaigns/{campaign.pk}/judge/", viewport={"width": 320, "height": 800})
    box = page.locator("[data-version]").first
    box.locator("[data-judged]").focus()
    for key in ("ArrowRight", "Enter", "ArrowRight", "Shift+ArrowRight", "Enter"):
        page.keyboard.press(key)
    marked = box.locator("[data-marks] q").all_inner_texts()
    words = box.locator("[data-judged]").inner_text().split()
    assert marked == [words[0], " ".join(words[1:3])]
    page.keyboard.press("ArrowRight")
    expect(page.locator("[data-mark-bar]")).to_be_visible()
    box.locator("[data-score]").focus()
    expect(page.locator("[data-mark-bar]")).to_be_hidden()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("has_script", [True, False])
def test_marks_of_a_machine_are_shown_as_such_and_struck(visit: Visit, team: Team, has_script: bool) -> None:
    mark = {"start": 4, "end": 7, "quote": "cat", "severity": "major", "category": "", "missing": False}
    offered = [("1", {"siglum": "A", **mark}), ("1", {"siglum": "A", **mark, "severity": "minor"})]
    campaign = campaign_of(team, "mqm", team.work, ["reviewer"], passages="1", sigla=["A"], offered=offered)
    page = visit(team.reviewer, f"/campaigns/{campaign.pk}/judge/", java_script_enabled=has_script)
    rows = page.locator("[data-marks] li")
    assert rows.count() == 2
    expect(rows.first).to_contain_text("set by a machine")
    if has_script:
        rows.first.locator("[data-unmark]").click()
    else:
        rows.first.locator("input").uncheck()
    page.click("text=Answer: these are all")
    expect(page.locator("main")).to_contain_text("all is judged")
    assert [span["severity"] for span in Answer.objects.get().content["spans"]] == ["minor"]
    page = visit(team.owner, f"/campaigns/{campaign.pk}/")
    expect(page.locator("main")).to_contain_text("1 accepted, 0 changed, 1 struck")


def check_figures(said: str) -> None:
    """Hold what the page says against another library's figures of the same scores."""
    units = [
        tuple(score_of(siglum, passage, seat) for seat in range(3))
        for passage in range(1, PASSAGES + 1)
        for siglum in WORDS
    ]
    oracle = {
        "Krippendorff’s alpha, same or not": iaa_kit.alpha_value(units, "nominal"),
        "Krippendorff’s alpha, by distance": iaa_kit.alpha_value(units, "interval"),
        "Fleiss’ kappa": iaa_kit.fleiss_kappa(units),
    }
    for name, value in oracle.items():
        assert f"{name}: {value:.3f}" in said
    for place, siglum in enumerate(WORDS):
        mean = sum(sum(unit) for unit in units[place :: len(WORDS)]) / len(units) * len(WORDS) / 3
        assert re.search(rf"{siglum}\s+{mean:.2f}\s", said)
