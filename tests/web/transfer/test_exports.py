"""Taking a work away: in which formats, what each leaves out, and who may."""

import csv
import io
import json
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.conftest import Team
from tests.factories import make_work, passage_of, variant_of
from workbench.corpus.models import Passage, Translation, Variant, Work
from workbench.interchange.options import ReadOptions
from workbench.interchange.registry import FORMATS
from workbench.review.actions import open_thread
from workbench.web.transfer.aims import AIMS
from workbench.web.transfer.offers import Offer

EVIL = "<img src=x onerror=alert(1)>"
EXPORT = "/works/room/a-small-work/export/"


@pytest.fixture
def reader(client: Client, team: Team) -> Client:
    client.force_login(team.reader)
    return client


def offers_on(page: Any) -> list[Offer]:
    return [offer for one in page.context["offered"] for offer in one.offers]


def test_every_format_and_every_way_to_write_it_serves_an_aim(reader: Client, team: Team) -> None:
    ways = {
        (name, "" if place == 0 else way)
        for name, form in FORMATS.items()
        for place, way in enumerate(form.apparatus or ("",))
    }
    chosen = [(one.format_name, one.way) for aim in AIMS for one in aim.choices]
    assert (set(chosen), len(chosen)) == (ways, len(ways))
    assert [(one.choice.format_name, one.choice.way) for one in offers_on(reader.get(EXPORT))] == chosen
    assert len({aim.name for aim in AIMS}) == len(AIMS)


def test_what_cannot_be_had_says_why_and_the_rest_what_it_leaves_out(reader: Client, team: Team) -> None:
    open_thread(actor=team.owner, passage=passage_of(team.work), body="Why?")
    offers = offers_on(reader.get(EXPORT))
    obstacles = {one.format.name: one.obstacle for one in offers if one.obstacle}
    assert list(obstacles) == ["usfm", "usx", "osis", "plain"]
    assert "is no verse" in obstacles["usfm"]
    losses = {(one.format.name, one.choice.way): one.losses for one in offers}
    assert "1 threads are not carried." in losses["tmx", ""]
    assert losses["bundle", ""] == ()
    assert "1 other translations stand in notes, as far as they part; they do not come back." in losses["docx", "notes"]
    assert any("one row each" in one for one in losses["docx", "review"])


def test_one_aim_is_open_where_the_address_says_so(reader: Client, team: Team) -> None:
    assert 'name="aim" open' not in reader.get(EXPORT).content.decode()
    page = reader.get(EXPORT, {"for": "edit", "translation": "B"}).content.decode()
    assert page.count('name="aim" open') == 1
    assert '<input type="hidden" name="for" value="edit">' in page
    assert "export/docx/?apparatus=review&amp;translation=B" in page
    assert EVIL not in reader.get(EXPORT, {"for": EVIL}).content.decode()


@pytest.mark.parametrize("name", [name for name in FORMATS if name not in {"plain", "usfm", "usx", "osis"}])
def test_what_is_offered_can_be_had(reader: Client, team: Team, name: str) -> None:
    file = reader.get(f"{EXPORT}{name}/")
    form = FORMATS[name]
    charset = "; charset=utf-8" if form.media_type.startswith("text/") else ""
    assert (file.status_code, file["Content-Type"]) == (200, f"{form.media_type}{charset}")
    assert file["Content-Disposition"] == f'attachment; filename="a-small-work{form.extensions[0]}"'
    assert file["X-Content-Type-Options"] == "nosniff"
    (work,) = form.read(file.content, ReadOptions()).works
    assert "It was raining outside." in {one.text for passage in work.passages for one in passage.variants}


def test_one_translation_can_be_had_as_plain_text(reader: Client, team: Team) -> None:
    page = reader.get(EXPORT, {"translation": "B"})
    assert [offer.format.name for offer in offers_on(page) if offer.obstacle] == ["usfm", "usx", "osis"]
    assert "export/plain/?translation=B" in page.content.decode()
    file = reader.get(f"{EXPORT}plain/", {"translation": "B"})
    assert file.content.decode() == "1. The cat lay on the rug.\n\n2. Outside it rained.\n"


def test_what_cannot_be_written_is_said(reader: Client, team: Team) -> None:
    assert reader.get(f"{EXPORT}plain/").status_code == 422
    assert reader.get(f"{EXPORT}pdf/").status_code == 404
    assert reader.get(f"{EXPORT}csv/", {"translation": "Z"}).status_code == 422
    assert reader.get(EXPORT, {"translation": "Z"}).status_code == 422


def test_a_cell_that_a_spreadsheet_would_run_leaves_escaped(reader: Client, team: Team) -> None:
    Variant.objects.filter(pk=variant_of(team.work, "1", "A").pk).update(text="=HYPERLINK(1)")
    table = reader.get(f"{EXPORT}csv/").content.decode("utf-8-sig")
    (cell,) = [cell for row in csv.reader(io.StringIO(table)) for cell in row if "HYPERLINK" in cell]
    assert cell == "'=HYPERLINK(1)"


def test_an_exported_bundle_says_who_wrote_what(reader: Client, team: Team) -> None:
    (work,) = json.loads(reader.get(f"{EXPORT}bundle/").content)["works"]
    assert work["title"] == "A small work"
    assert [one["siglum"] for one in work["translations"]] == ["A", "B"]


def test_markup_in_titles_and_sigla_is_inert(reader: Client, team: Team) -> None:
    Work.objects.filter(pk=team.work.pk).update(title=EVIL)
    Translation.objects.filter(work=team.work, siglum="A").update(siglum='"<img src=x>')
    page = reader.get(EXPORT)
    assert EVIL not in page.content.decode()
    assert '"<img' not in page.content.decode()
    assert EVIL not in reader.get(EXPORT, {"translation": EVIL}).content.decode()


def test_others_than_members_find_nothing(client: Client, team: Team) -> None:
    for person in (team.outsider, team.former):
        client.force_login(person)
        assert client.get(EXPORT).status_code == 404
        assert client.get(f"{EXPORT}bundle/").status_code == 404
        assert client.get(f"{EXPORT}nothing/").status_code == 404
    client.logout()
    assert client.get(f"{EXPORT}bundle/").status_code == 302


def test_thirty_passages_take_as_many_queries_as_one(client: Client, team: Team) -> None:
    client.force_login(team.owner)
    counts = []
    for length in (1, 30):
        work = make_work(team.owner, team.workspace, {"A": ["One."] * length}, title=f"Work {length}")
        assert Passage.objects.filter(work=work).count() == length
        with CaptureQueriesContext(connection) as queries:
            assert client.get(f"/works/room/{work.slug}/export/").status_code == 200
        counts.append(len(queries))
    assert counts[0] == counts[1]
