"""Pages speak the language that somebody chose, else the browser's; scripts, frozen states and letters hear English."""

import re

import pytest
from django.conf import settings
from django.test import Client
from django.utils.translation import get_language, gettext, override

from tests.conftest import Team
from workbench.operating.immediate import ImmediateBackend
from workbench.publishing.actions import ShowingWishes, show_work
from workbench.web.site.tongues import in_english

GERMAN = {"Accept-Language": "de-AT,de;q=0.9,en;q=0.5"}


def lang_of(page: bytes) -> str:
    """Return the language that a page says it is in."""
    found = re.search(r'<html lang="(\w+)"', page.decode())
    assert found is not None
    return found[1]


@pytest.mark.parametrize(
    ("asked", "spoken"),
    [("de-AT,de;q=0.9", "de"), ("ru", "ru"), ("en-US,en", "en"), ("fr", "en"), ("x;;q=%", "en"), ("", "en")],
)
@pytest.mark.django_db
def test_a_page_speaks_what_the_browser_asks_for(client: Client, asked: str, spoken: str) -> None:
    page = client.get("/login/", headers={"Accept-Language": asked})
    assert lang_of(page.content) == spoken
    assert page["Content-Language"][:2] == spoken
    assert {"Accept-Language", "Cookie"} <= set(page["Vary"].split(", "))


@pytest.mark.django_db
def test_a_language_is_chosen_without_an_account_and_kept(client: Client) -> None:
    page = client.get("/language/", headers={"Referer": "/help/?a=1"}).content.decode()
    assert 'name="next" value="/help/?a=1"' in page
    assert all(f'value="{code}"' in page for code, _ in settings.LANGUAGES)
    answer = client.post("/language/", {"language": "ru", "next": "/help/?a=1"})
    assert (answer.status_code, answer["Location"]) == (302, "/help/?a=1")
    assert client.cookies["django_language"]["httponly"]
    again = client.get("/help/", headers=GERMAN).content
    assert lang_of(again) == "ru"
    assert "Справка" in again.decode()


@pytest.mark.django_db
def test_the_choice_leads_to_no_other_site_and_to_no_unknown_language(client: Client) -> None:
    assert client.post("/language/", {"language": "de", "next": "https://elsewhere.org/"})["Location"] == "/"
    client.post("/language/", {"language": "tlh", "next": "/"})
    assert client.cookies["django_language"].value == "de"


@pytest.mark.django_db
def test_a_choice_wants_the_token_of_its_form() -> None:
    strict = Client(enforce_csrf_checks=True)
    assert strict.post("/language/", {"language": "de"}).status_code == 403
    assert "django_language" not in strict.cookies


def test_scripts_hear_english(client: Client, team: Team) -> None:
    client.force_login(team.owner)
    answer = client.get("/api/v1/works/nothing/here/", headers=GERMAN)
    assert answer.content == client.get("/api/v1/works/nothing/here/").content
    assert "Content-Language" not in answer


def test_a_public_page_is_kept_in_each_language(team: Team) -> None:
    show_work(actor=team.owner, work=team.work, version=1, wishes=ShowingWishes("public"))
    address = f"/read/{team.workspace.slug}/{team.work.slug}/"
    pages = [Client().get(address, headers={"Accept-Language": one}).content for one in ("de", "en", "de", "ru", "en")]
    assert [lang_of(page) for page in pages] == ["de", "en", "de", "ru", "en"]
    assert pages[0] == pages[2]


@pytest.mark.django_db
def test_an_error_page_speaks_the_language_too(client: Client) -> None:
    assert lang_of(client.get("/nothing/here/", headers=GERMAN).content) == "de"


def test_what_is_made_in_english_stays_so_and_gives_the_language_back() -> None:
    with override("de"):
        assert gettext("Help") == "Hilfe"
        with in_english():
            assert gettext("Help") == "Help"
        assert get_language() == "de"


def test_a_task_done_at_once_speaks_english(monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[str | None] = []
    above = ImmediateBackend.__mro__[1]
    monkeypatch.setattr(above, "_execute_task", lambda *_: heard.append(get_language()))
    with override("de"):
        ImmediateBackend("default", {})._execute_task(None)  # type: ignore[arg-type]
    assert heard == ["en-gb"]
