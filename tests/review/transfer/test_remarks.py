"""What a preview remarks is the same through page, API and command."""

import io
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.test import Client

from tests.conftest import Team
from tests.factories import make_work
from tests.text.alignment.test_align import LETTER, RETOLD
from workbench.corpus.transfer import ImportOptions
from workbench.interchange.options import ReadOptions
from workbench.review.transfer import SourceFile, Unreadable, preview_file
from workbench.review.transfer.previews import preview_import

pytestmark = pytest.mark.django_db

NUMBERED = "\n".join(
    f"{number}. {text}" for number, text in enumerate([*RETOLD[:2], "A heading.", *RETOLD[2:]], 1) if number != 2
)


def through_page(team: Team, work: Any, name: str, data: bytes, **reading: Any) -> list[str]:
    file = SourceFile(name, data, reading=ReadOptions(siglum="C", **reading))
    said = {"actor": team.editor, "workspace": team.workspace, "work": work}
    preview = preview_import(file=file, options=ImportOptions(), **said)
    return [*preview.report.warnings, *preview.report.works[0].warnings, *preview.shifts]


def through_api(team: Team, work: Any, name: str, data: bytes, **reading: Any) -> list[str]:
    file = SourceFile(name, data, reading=ReadOptions(siglum="C", **reading))
    said = {"actor": team.editor, "workspace": team.workspace, "work": work}
    report = preview_file(file=file, options=ImportOptions(), **said).report
    return [*report["warnings"], *report["works"][0]["warnings"]]


def through_command(team: Team, work: Any, path: Path, **options: Any) -> list[str]:
    out = io.StringIO()
    place = {"workspace": team.workspace.slug, "actor": "editor", "work": work.slug, "siglum": ["C"], "dry_run": True}
    call_command("import_texts", str(path), stdout=out, stderr=io.StringIO(), **place, **options)
    return [line.partition("note: ")[2] for line in out.getvalue().splitlines() if "note: " in line]


def test_all_three_say_the_same(team: Team, tmp_path: Path) -> None:
    work = make_work(team.owner, team.workspace, {"A": LETTER}, title="Letter")
    path = tmp_path / "retold.txt"
    path.write_text(NUMBERED)
    remarks = through_page(team, work, path.name, path.read_bytes(), split="numbered")
    assert remarks[0] == "Numbers are missing: 2 (line 2)."
    assert remarks[-1].startswith("The numbering of C seems shifted from 3 to")
    assert through_api(team, work, path.name, path.read_bytes(), split="numbered") == remarks
    assert through_command(team, work, path, split="numbered") == remarks


def test_who_loses_a_thread_is_said_by_name(team: Team) -> None:
    bundle = (Path(__file__).parents[3] / "fixtures/works/yezhov.json").read_bytes()
    file = SourceFile("yezhov.json", bundle)
    said: dict[str, Any] = {"actor": team.editor, "workspace": team.workspace, "work": None}
    report = preview_file(file=file, options=ImportOptions(), **said).report
    lost = [one for one in report["works"][0]["warnings"] if "assigned to names in the file" in one]
    assert len(lost) == ('"assignee": "' in bundle.decode().replace('"assignee": ""', ""))


def test_a_file_of_another_kind_is_called_what_it_is(client: Client, team: Team) -> None:
    with pytest.raises(Unreadable) as caught:
        through_api(team, None, "letter.txt", b"%PDF-1.7\n")
    assert caught.value.headline == "This is a PDF document"
    client.force_login(team.editor)
    brought = {"file": SimpleUploadedFile("letter.txt", b"%PDF-1.7\n"), "siglum": "A"}
    page = client.post("/workspaces/room/import/", brought, follow=True)
    assert "<h1>This is a PDF document</h1>" in " ".join(page.content.decode().split()).replace(
        "> This", ">This"
    ).replace("document <", "document<")
