"""In a language that dresses every message, what stands undressed on a page is somebody's own: none was forgotten."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser

import pytest
from django.apps import apps
from django.db import models
from django.test import Client
from django.utils.translation import trans_real
from pytest_django import Settings

from tests.access.world import World, take_world
from tests.messages.pseudo import CLOSE, LEFT, OPEN, Pseudo, dressed
from tests.web.browser.test_all_pages import pages

pytestmark = [pytest.mark.slow, pytest.mark.django_db]
SILENT = {"cite", "script", "style", "code", "kbd", "pre", "textarea", "svg", "samp"}
ENGLISH = ("/api/", "/frozen/")
"""What speaks English always: scripts read it, or it may never change."""
VOID = {"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "wbr"}
OWN = ("lang", "data-own")
SAID = ("alt", "aria-description", "aria-label", "aria-placeholder", "aria-roledescription", "placeholder", "title")
"""Attributes that are read aloud, or shown when somebody points."""
NAMES = re.compile(
    r"(?:Translation )?Workbench|CSV|TBX|JSON|HTML|API|G²|UTF-8|MQM|BLEU|chrF|TER|US Letter|Latin-\d \(ISO [\d-]+\)"
    r"|Yezhov; v|LCS|\w+\.\w+:|\.[a-z]{2,6}\b|doi:\S+"
    r"|traitor\*|https://\S+"
)
"""What is called alike in every language: formats, measures, codes, endings of files, examples of what may be typed."""
WORD = re.compile(r"[^\W\d_]{2,}")


class Words(HTMLParser):
    """Gathers the visible words of a page that stand in no message and in nothing that says it is somebody's own."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.free: list[str] = []
        self._hidden: list[bool] = []
        self._depth = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin an element; inside one's own all is one's own."""
        given = dict(attrs)
        hidden = bool(self._hidden) and self._hidden[-1]
        if not hidden and not any(name in given for name in OWN if tag != "html"):
            self.free += [left for name in SAID if (left := undressed(given.get(name) or ""))]
        if tag in VOID:
            return
        own = tag in SILENT or (tag != "html" and any(name in given for name in OWN)) or given.get("dir") == "auto"
        mine = own or tag == "bdi" or "siglum" in (given.get("class") or "").split()
        self._hidden.append(mine or hidden)

    def handle_endtag(self, tag: str) -> None:
        """End an element."""
        if tag not in VOID and self._hidden:
            self._hidden.pop()

    def handle_data(self, data: str) -> None:
        """Keep what stands outside of every message."""
        out = ""
        for sign in data:
            self._depth += (sign == OPEN) - (sign == CLOSE)
            out += sign if self._depth == 0 and sign != CLOSE else " "
        if out.strip() and not (self._hidden and self._hidden[-1]):
            self.free.append(" ".join(out.split()))


def undressed(said: str) -> str:
    """Return what of an attribute stands in no message."""
    while OPEN in said:
        said, before = re.sub(f"{OPEN}[^{OPEN}{CLOSE}]*{CLOSE}", " ", said), said
        if said == before:
            break
    return " ".join(said.split())


def data_of(world: World) -> re.Pattern[str]:
    """Return `NAMES`, and what somebody wrote or is called in the world: every text that is stored and is no code."""
    found: set[str] = set()
    for model in apps.get_models():
        fields = [one for one in model._meta.get_fields() if isinstance(one, models.CharField | models.TextField)]
        for field in fields:
            if not field.choices and field.name != "kind":
                found |= {str(one) for one in model._default_manager.values_list(field.name, flat=True) if one}
    wordings = "|".join(re.escape(" ".join(one.split())) for one in sorted(found, key=len, reverse=True))
    return re.compile(rf"{NAMES.pattern}|(?<!\w)(?:{wordings})(?!\w)")


@pytest.fixture
def spoken(settings: Settings) -> Iterator[None]:
    """Let pages speak the language."""
    settings.LANGUAGES = [*settings.LANGUAGES, (LEFT, "Pseudo")]
    Pseudo.spoken_here()
    yield
    trans_real._translations.clear()  # type: ignore[attr-defined]


def test_a_message_is_dressed_but_for_what_it_holds() -> None:
    assert dressed("%(count)s <b>words</b>").startswith("⟦%(count)s <b>wórdš</b>")
    assert dressed("j F Y") == "⟦j F Y⟧"
    assert len(dressed("Library")) > len("Library") * 1.4


def test_what_is_read_aloud_counts_and_what_is_ones_own_does_not() -> None:
    reader = Words()
    reader.feed(
        '<p aria-label="Open ⟦wórd ⟦ín⟧⟧"><img alt="A cat"><b lang="de" title="Katze"></b><i title="⟦x⟧"></i></p>'
    )
    assert reader.free == ["Open", "A cat"]


def forgotten(world: World) -> Iterator[str]:
    """Yield the words of each page that are neither of a message nor anybody's own."""
    client, data = Client(), data_of(world)
    client.force_login(world.team.owner)
    client.cookies["django_language"] = LEFT
    for address in pages(world):
        if address.startswith(ENGLISH):
            continue
        reader = Words()
        reader.feed(client.get(address).content.decode())
        for words in reader.free:
            left = data.sub(" ", words)
            if WORD.search(left):
                yield f"{address}: {words[:120]}"


def test_no_word_of_any_page_is_forgotten(spoken: None) -> None:
    assert list(forgotten(take_world())) == []
