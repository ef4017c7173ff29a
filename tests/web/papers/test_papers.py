"""What the workbench says of itself: to everybody, as whoever runs it wants, without anything that could harm."""

import re
from pathlib import Path

import pytest
from django.test import Client
from django.urls import Resolver404, resolve
from pytest_django import Settings

from tests.conftest import Team
from tests.messages.catalogues import path_of, read
from workbench.web.papers.reading import GUIDES, own_paper

MARKS = ["<h2>", "<li>", "<tr>", "<pre>", "<img "]
PAPERS = ["/help/", "/privacy/", "/accessibility/", *(f"/help/{guide}/" for guide in GUIDES)]


@pytest.mark.parametrize("address", PAPERS)
@pytest.mark.django_db
def test_everybody_reads_them(client: Client, address: str) -> None:
    page = client.get(address)
    assert page.status_code == 200
    assert page.content.decode().count("<h1>") == 1


@pytest.mark.django_db
def test_there_is_no_other_guide(client: Client) -> None:
    assert client.get("/help/privacy/").status_code == 404


def test_every_page_leads_to_them(client: Client, team: Team) -> None:
    for address in ("/login/", "/read/"):
        page = client.get(address).content.decode()
        assert all(f'href="{one}"' in page for one in ("/help/", "/privacy/", "/accessibility/"))
    client.force_login(team.reader)
    assert 'href="/help/"' in client.get("/").content.decode()


@pytest.mark.django_db
def test_whoever_runs_it_says_what_is_kept(client: Client, settings: Settings, tmp_path: Path) -> None:
    mine = tmp_path / "privacy.md"
    mine.write_text(
        "# What we keep\n\nAsk *us*. <script>alert(1)</script> [there](javascript:alert(1))\n", encoding="utf-8"
    )
    settings.PRIVACY_FILE = str(mine)
    page = client.get("/privacy/").content.decode()
    assert "<h1>What we keep</h1>" in page
    assert "Ask <em>us</em>." in page
    assert "<script>alert" not in page
    assert 'href="javascript' not in page
    mine.write_text("Without a title", encoding="utf-8")
    assert "<h1>Privacy</h1>" in client.get("/privacy/").content.decode()


@pytest.mark.parametrize("name", [*GUIDES, "privacy", "accessibility"])
def test_addresses_and_commands_that_they_name_exist(name: str) -> None:
    paper = own_paper(name)
    for address in re.findall(r'href="(/[^"]*)"', paper.html):
        try:
            resolve(address)
        except Resolver404:
            pytest.fail(f"{name} leads to {address}, which is nowhere.")
    assert paper.title


@pytest.mark.parametrize("language", ["de", "ru"])
def test_each_paper_stands_in_each_language_with_the_same_parts(language: str) -> None:
    for name in [*GUIDES, "privacy", "accessibility"]:
        ours, theirs = own_paper(name), own_paper(name, language)
        assert theirs.language == language
        assert [theirs.html.count(mark) for mark in MARKS] == [ours.html.count(mark) for mark in MARKS]
        assert sorted(re.findall(r'src="([^"]+)"', theirs.html)) == sorted(re.findall(r'src="([^"]+)"', ours.html))


def test_a_language_without_papers_reads_them_in_english() -> None:
    assert own_paper("reviewer", "fi").language == "en"


@pytest.mark.django_db
def test_a_paper_comes_in_the_language_of_its_reader(client: Client) -> None:
    page = client.get("/help/reviewer/", headers={"accept-language": "de"}).content.decode()
    assert '<article class="paper" lang="de" dir="ltr">' in page


@pytest.mark.parametrize("language", ["en", "de", "ru"])
def test_what_guides_call_a_page_or_button_is_what_it_is_called(language: str) -> None:
    codes = {"read", "comment", "write", "@name", "@имя"}
    called = said_in_pages(language)
    for name in GUIDES:
        named = set(re.findall(r"<em>([^<]+)</em>", own_paper(name, language).html))
        assert {one for one in named - codes if one.lower() not in called} == set()


def said_in_pages(language: str) -> set[str]:
    """Return what pages say in a language, in small letters, without what is only read aloud."""
    forms = read(path_of("de" if language == "en" else language).read_text(encoding="utf-8"))
    said = [message.id for message in forms] if language == "en" else [form for one in forms.values() for form in one]
    return {re.sub(r"<span class=.hidden-words.>.*?</span>", "", one).strip().lower() for one in said}
