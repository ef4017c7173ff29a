"""Real texts as a translator brings them: the seed page, a book of Thucydides, Russian verses, shifted Psalms."""

import csv
import os
from collections.abc import Sequence
from io import StringIO
from itertools import groupby
from pathlib import Path

import pytest
from playwright.sync_api import FilePayload, Page

from tests.conftest import Team
from tests.web.browser.conftest import Visit
from workbench.corpus.models import Variant, Work
from workbench.review.transfer import ImportOptions, SourceFile, import_file

pytestmark = [pytest.mark.browser, pytest.mark.data, pytest.mark.slow, pytest.mark.django_db(transaction=True)]
ROOT = Path(__file__).parents[3]
DATA = Path(os.environ.get("WORKBENCH_DATA", ROOT.parent / "shared" / "data"))
Rows = Sequence[tuple[str, str]]


def read_rows(name: str, opening: str) -> Rows:
    """Return reference and text of the passages whose references open so."""
    path = DATA / name
    if not path.exists():
        pytest.skip(f"{name} is not beside the repository.")
    pairs = (row.split("\t", 1) for row in path.read_text(encoding="utf-8").split("\n")[1:] if "\t" in row)
    return [(reference, text) for reference, text in pairs if reference.startswith(opening)]


def as_file(siglum: str, rows: Rows) -> SourceFile:
    """Return a table as a spreadsheet writes it."""
    table = StringIO()
    csv.writer(table).writerows([("reference", "siglum", "text"), *((at, siglum, text) for at, text in rows)])
    return SourceFile("texts.csv", table.getvalue().encode())


def store(team: Team, title: str, siglum: str, rows: Rows) -> Work:
    options = ImportOptions(title=title)
    file = as_file(siglum, rows)
    done = import_file(actor=team.owner, workspace=team.workspace, work=None, file=file, options=options)
    assert done.work
    return done.work


def place(visit: Visit, team: Team, work: Work, text: str | Path, language: str) -> Page:
    """Bring a text to be placed as X; return the page that shows it."""
    page = visit(team.editor, f"/works/room/{work.slug}/place/")
    page.set_default_timeout(60_000)
    pasted = FilePayload(name="c.txt", mimeType="text/plain", buffer=str(text).encode())
    page.set_input_files("[name=file]", text if isinstance(text, Path) else pasted)
    page.fill("[name=siglum]", "X")
    page.fill("[name=language]", language)
    page.click("text=Propose the places")
    page.wait_for_selector("#placing")
    return page


def write(page: Page, work: Work) -> list[tuple[str, str]]:
    """Write X into the work; return what it then says, by reference."""
    page.click("text=Write X into the work")
    page.wait_for_url(f"**/works/room/{work.slug}/")
    rows = Variant.objects.filter(work=work, translation__siglum="X").order_by("passage__position")
    return list(rows.values_list("passage__reference", "text"))


def test_the_seed_page_lands_on_the_demo_work_without_a_correction(visit: Visit, team: Team) -> None:
    seed = DATA.parent / "demo" / "yezhov-file-1.blogpost.txt"
    if not seed.exists():
        pytest.skip("The page of the demo is not beside the repository.")
    demo = ROOT / "fixtures/works/yezhov.json"
    file = SourceFile(demo.name, demo.read_bytes())
    done = import_file(actor=team.owner, workspace=team.workspace, work=None, file=file, options=ImportOptions())
    assert done.work
    said = write(place(visit, team, done.work, seed, "en"), done.work)
    assert [reference for reference, _ in said] == [str(number) for number in range(22)]
    assert [text.split()[-1].split("]")[-1] for _, text in said][:5] == [
        "Secret",
        "reasons:",
        "NKVD.",
        "officials.",
        "this.",
    ]
    assert set(Variant.objects.filter(translation__siglum="X").values_list("presence", "alignment")) == {
        ("present", "auto")
    }


def test_a_book_of_thucydides_is_placed_on_another_translations_sections(visit: Visit, team: Team) -> None:
    gold = read_rows("thucydides/eng_crawley1874.tsv", "1.")
    chapters = groupby(gold, key=lambda row: row[0].rpartition(".")[0])
    running = "\n\n".join(" ".join(text for _, text in rows) for _, rows in chapters)
    work = store(team, "Thucydides", "J", read_rows("thucydides/eng_jowett1881.tsv", "1."))
    page = place(visit, team, work, running, "en")
    page.click("text=What was doubtful, the least sure first")
    page.wait_for_url("**order=doubt")
    assert 10 <= page.locator("[data-row]").count() <= 50
    said = dict(write(page, work))
    openings = {reference: text.split()[:3] for reference, text in gold}
    right = sum(said.get(reference, "").split()[:3] == words for reference, words in openings.items())
    assert (len(gold), right >= 540) == (576, True)


def test_russian_verses_are_placed_beside_english_ones(visit: Visit, team: Team) -> None:
    gold = read_rows("bibles/rus_Synodal.tsv", "John.")[:200]
    work = store(team, "John", "KJV", read_rows("bibles/eng_KJV_PCE.tsv", "John.")[:200])
    said = dict(write(place(visit, team, work, " ".join(text for _, text in gold), "ru"), work))
    assert sum(said.get(reference) == text for reference, text in gold) >= 170


def test_psalms_of_another_numbering_are_noticed_in_the_preview(visit: Visit, team: Team) -> None:
    store(team, "Psalms", "KJV", read_rows("bibles/eng_KJV_PCE.tsv", "Ps."))
    page = visit(team.editor, "/workspaces/room/import/?work=psalms")
    file = as_file("Syn", read_rows("bibles/rus_Synodal.tsv", "Ps."))
    page.set_input_files("[name=file]", {"name": file.name, "mimeType": "text/plain", "buffer": file.data})
    page.click("text=Look at it")
    page.wait_for_url("**/import/*/?**")
    said = page.locator(".notice-warning", has_text="seems shifted").all_inner_texts()
    assert said == ["The numbering of Syn seems shifted from Ps.3.2 to Ps.150.6: its Ps.3.3 reads like Ps.3.2 of KJV."]
