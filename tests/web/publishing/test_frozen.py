"""The pages of frozen states: who reads them, what caches may keep, what stands on them."""

import re
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.conftest import Team
from tests.factories import make_work, passage_of, variant_of
from workbench.corpus.models import Translation
from workbench.interchange.options import ReadOptions
from workbench.interchange.registry import FORMATS
from workbench.publishing.actions import FreezingWishes, freeze, set_visibility
from workbench.publishing.contents import read_bytes
from workbench.publishing.models import FrozenState
from workbench.review.actions import open_thread, revise_variant
from workbench.review.anchoring import AnchorRequest
from workbench.review.transfer import export_work
from workbench.web.publishing.sheets import Reading


@pytest.fixture
def state(team: Team) -> FrozenState:
    anchors = [AnchorRequest(variant_of(team.work, "1", "A"), quote="sat")]
    open_thread(actor=team.reviewer, passage=passage_of(team.work), body="Rather *lay*?", anchors=anchors)
    return freeze(actor=team.editor, work=team.work, wishes=FreezingWishes(remarks="unnamed"))


def signed_in(user: object) -> Client:
    client = Client()
    client.force_login(user)  # type: ignore[arg-type]
    return client


def show(team: Team, state: FrozenState, visibility: str) -> str:
    _, secret = set_visibility(actor=team.owner, state=state, version=state.version, visibility=visibility)
    return secret


def test_a_public_state_is_read_by_everybody_and_kept_by_caches(team: Team, state: FrozenState) -> None:
    show(team, state, "public")
    answer = Client().get(f"/frozen/{state.address}/")
    page = answer.content.decode()
    assert answer.status_code == 200
    assert "public" in answer["Cache-Control"]
    assert "Cookie" not in answer.get("Vary", "")
    assert not answer.cookies
    assert 'id="2"' in page
    assert "Rather <em>lay</em>?" in page
    assert "Reviewer 1" in page
    assert "reviewer" not in page
    assert signed_in(team.owner).get(f"/frozen/{state.address}/").content.decode() == page
    again = Client().get(f"/frozen/{state.address}/", headers={"If-None-Match": answer["ETag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_pages_have_etags_of_their_own(team: Team, state: FrozenState) -> None:
    show(team, state, "public")
    client = Client()
    addresses = ("", "?page=1", "citation/?format=ris", "citation/?format=mla", "file/?format=csv", "file/")
    tags = [client.get(f"/frozen/{state.address}/{address}")["ETag"] for address in addresses]
    assert len(set(tags)) == len(tags)


def test_a_private_state_is_not_there_for_others(team: Team, state: FrozenState) -> None:
    assert Client().get(f"/frozen/{state.address}/").status_code == 302
    assert Client().get("/frozen/nothing/").status_code == 302
    assert signed_in(team.outsider).get(f"/frozen/{state.address}/").status_code == 404
    answer = signed_in(team.reader).get(f"/frozen/{state.address}/")
    assert answer.status_code == 200
    assert "no-store" in answer["Cache-Control"]
    assert "Who may read it" not in answer.content.decode()
    assert "Who may read it" in signed_in(team.owner).get(f"/frozen/{state.address}/").content.decode()


def test_a_link_opens_it_and_its_files_and_nothing_else(team: Team, state: FrozenState) -> None:
    secret = show(team, state, "link")
    client = Client()
    answer = client.get(f"/frozen/{state.address}/?link={secret}")
    assert answer.status_code == 200
    assert answer["X-Robots-Tag"] == "noindex"
    assert "no-store" in answer["Cache-Control"]
    assert client.get(f"/frozen/{state.address}/?link=wrong").status_code == 404
    assert client.get(f"/frozen/{state.address}/").status_code == 302
    file = client.get(f"/frozen/{state.address}/file/?link={secret}")
    assert file.content == read_bytes(state)
    assert client.get(f"/frozen/{state.address}/changes/?link={secret}").status_code == 404
    show(team, FrozenState.objects.get(pk=state.pk), "private")
    assert client.get(f"/frozen/{state.address}/?link={secret}").status_code == 404


def test_an_owner_makes_a_link_on_the_page(team: Team, state: FrozenState) -> None:
    owner = signed_in(team.owner)
    posted = {"visibility": "link", "version": "1", "days": "7"}
    answer = owner.post(f"/frozen/{state.address}/visibility/", posted)
    link = answer.content.decode().split('<code class="secret">')[1].split("</code>")[0]
    assert Client().get(link.removeprefix("http://testserver")).status_code == 200
    stale = owner.post(f"/frozen/{state.address}/visibility/", posted)
    assert stale.status_code == 412
    wrong = owner.post(f"/frozen/{state.address}/visibility/", {**posted, "version": "2", "days": "soon"})
    assert wrong.status_code == 422
    refused = signed_in(team.editor).post(f"/frozen/{state.address}/visibility/", {**posted, "version": "2"})
    assert refused.status_code == 403


def test_a_passage_is_found_by_its_reference(team: Team, state: FrozenState) -> None:
    show(team, state, "public")
    assert Client().get(f"/frozen/{state.address}/?at=2")["Location"] == f"/frozen/{state.address}/#2"
    assert Client().get(f"/frozen/{state.address}/?at=1-2")["Location"] == f"/frozen/{state.address}/#1"
    assert Client().get(f"/frozen/{state.address}/?at=99").status_code == 404
    assert Client().get(f"/frozen/{state.address}/?at=99-2").status_code == 404
    assert Client().get(f"/frozen/{state.address}/?page=2").status_code == 404
    assert Client().get(f"/frozen/{state.address}/?colour=red").status_code == 400


def test_a_range_is_cited_by_an_address_that_leads_to_it(team: Team, state: FrozenState) -> None:
    show(team, state, "public")
    line = Client().get(f"/frozen/{state.address}/citation/?format=chicago&passage=1–2").content.decode()
    assert f", 1–2, frozen state 1, {state.frozen_at:%B} {state.frozen_at.day}" in line
    assert line.endswith(f"/frozen/{state.address}/#1.")


@pytest.mark.parametrize("name", ["bundle", "csv", "tei", "html", "docx", "epub"])
def test_it_is_fetched_in_every_form_that_its_page_offers(team: Team, state: FrozenState, name: str) -> None:
    show(team, state, "public")
    assert f'/file/?format={name}"' in Client().get(f"/frozen/{state.address}/").content.decode()
    sent = Client().get(f"/frozen/{state.address}/file/?format={name}")
    work = FORMATS[name].read(sent.content, ReadOptions(title="A small work")).works[0]
    assert [one.text for one in work.passages[0].variants if one.siglum == "A"] == ["The cat sat on the mat."]


def test_members_see_what_changed_and_the_public_does_not(team: Team, state: FrozenState) -> None:
    variant = variant_of(team.work, "1", "A")
    revise_variant(actor=team.editor, variant=variant, version=1, text="The dog sat on the mat.")
    page = signed_in(team.reader).get(f"/frozen/{state.address}/changes/").content.decode()
    words = re.sub(r'<span class="hidden-words".*?</span>|<[^>]+>', "", page)
    assert "The cat sat on the mat." in words
    assert "The dog sat on the mat." in words
    assert re.search(r'<span class="touched[^>]*>cat</span>', page)
    assert re.search(r'<ins id="c0-[^>]*>.*dog.*</ins>', page)
    show(team, state, "public")
    assert Client().get(f"/frozen/{state.address}/changes/").status_code == 404
    later = freeze(actor=team.editor, work=team.work)
    assert Client().get(f"/frozen/{state.address}/changes/?to={later.address}").status_code == 404
    show(team, later, "public")
    seen = Client().get(f"/frozen/{state.address}/changes/?to={later.address}").content.decode()
    assert "1 text changed." in seen


def test_an_editor_freezes_on_the_page(team: Team) -> None:
    address = f"/works/{team.workspace.slug}/{team.work.slug}/frozen/"
    editor = signed_in(team.editor)
    assert "There is none yet." in editor.get(address).content.decode()
    made = editor.post(address, {"title": "As printed", "translations": ["B"], "remarks": "none"})
    state = FrozenState.objects.get()
    assert made["Location"] == f"/frozen/{state.address}/"
    assert (state.title, list(state.revisions)) == ("As printed", ["B"])
    assert "As printed" in editor.get(address).content.decode()
    assert editor.post(address, {"remarks": "all"}).status_code == 422
    assert signed_in(team.reviewer).post(address, {"remarks": "none"}).status_code == 403


def test_reading_takes_few_queries(team: Team, state: FrozenState) -> None:
    show(team, state, "public")
    client = Client()
    client.get(f"/frozen/{state.address}/")
    with CaptureQueriesContext(connection) as queries:
        client.get(f"/frozen/{state.address}/")
    assert len(queries) == 1


def test_an_edition_reads_from_a_folder(team: Team, state: FrozenState, tmp_path: Path) -> None:
    folder = tmp_path / "edition"
    arguments = ["publish", team.work.slug, f"--workspace={team.workspace.slug}", "--as=reader", f"--to={folder}"]
    call_command(*arguments, verbosity=0)
    page = (folder / "page-1.html").read_text(encoding="utf-8")
    assert {file.name for file in folder.iterdir()} >= {"index.html", "page-1.html", "style.css", "bundle.json"}
    assert re.findall("<script[^>]*>", page) == ['<script src="edition.js" defer>']
    assert "//" not in page.replace("<!--", "")
    assert '<ins id="' in page
    assert "Rather" not in page
    assert 'href="page-1.html#2"' in (folder / "index.html").read_text(encoding="utf-8")
    call_command(*arguments, f"--frozen={state.address}", verbosity=0)
    assert (folder / "bundle.json").read_bytes() == read_bytes(state)
    assert "Rather <em>lay</em>?" in (folder / "page-1.html").read_text(encoding="utf-8")


def test_each_language_is_compared_with_its_own_first(team: Team) -> None:
    texts = {"EN": ("one cat",), "R1": ("один кот",), "R2": ("один пёс",)}
    work = make_work(team.owner, team.workspace, texts, title="In two languages")
    Translation.objects.filter(work=work, siglum__in=["R1", "R2"]).update(language="ru")
    (section,) = Reading(export_work(actor=team.owner, work=work).works[0], {"base": "EN"}).sheet(1).sections
    marked = {version.siglum: "<ins" in version.html or "touched" in version.html for version in section.versions}
    assert marked == {"EN": False, "R1": True, "R2": True}


def test_an_edition_takes_the_place_of_nothing_else(team: Team, tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("ten years")
    arguments = ["publish", team.work.slug, f"--workspace={team.workspace.slug}", f"--to={tmp_path}"]
    with pytest.raises(CommandError, match="holds other things"):
        call_command(*arguments, "--as=reader", verbosity=0)
    assert [file.name for file in tmp_path.iterdir()] == ["thesis.txt"]
    with pytest.raises(CommandError, match="There is no work"):
        call_command(*arguments, "--as=outsider", verbosity=0)
