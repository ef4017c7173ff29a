"""Files read, tried and imported, and remembered."""

from typing import Any

import pytest

from tests.conftest import Team
from workbench.corpus.models import Import, Variant, Work
from workbench.interchange.options import ReadOptions
from workbench.interchange.registry import FORMATS
from workbench.review.errors import Invalid, NotAllowed
from workbench.review.transfer import ImportOptions, SourceFile, Unreadable, import_file, preview_file

TABLE = SourceFile("letter.csv", b"reference,C [de]\n1,eins\n2,zwei\n")


def place(team: Team, **other: Any) -> dict[str, Any]:
    return {"actor": team.editor, "workspace": team.workspace, "work": team.work, "options": ImportOptions(), **other}


def test_an_import_is_remembered_with_its_report(team: Team) -> None:
    done = import_file(**place(team), file=TABLE)
    kept = Import.objects.get()
    assert kept == done
    assert (kept.work, kept.file_name, kept.format, kept.is_dry_run) == (team.work, "letter.csv", "csv", False)
    assert kept.created_by == team.editor
    assert kept.report["works"][0]["variants_made"] == 2


def test_a_preview_is_remembered_and_writes_nothing_else(team: Team) -> None:
    before = Variant.objects.count()
    tried = preview_file(**place(team), file=TABLE)
    assert (tried.is_dry_run, tried.report["works"][0]["variants_made"]) == (True, 2)
    assert Variant.objects.count() == before


def test_the_work_that_was_made_is_named(team: Team) -> None:
    options = ImportOptions(title="Letter")
    done = import_file(**place(team, work=None, options=options), file=TABLE)
    assert done.work == Work.objects.get(slug="letter")
    assert done.report["works"][0]["slug"] == "letter"


def test_what_cannot_be_read_is_refused_with_its_places(team: Team) -> None:
    with pytest.raises(Unreadable) as caught:
        import_file(**place(team), file=SourceFile("a.csv", b"id,A\n1,x\n1,y\n"))
    assert caught.value.code == "unreadable_file"
    assert caught.value.fields == {"line 3, column A": "The reference 1 stands on line 2 already."}


def test_a_format_that_cannot_be_told_is_asked_for(team: Team) -> None:
    with pytest.raises(Invalid) as caught:
        preview_file(**place(team), file=SourceFile("letter.xyz", b"text"))
    assert caught.value.fields == {
        "format": f"This is text, and its name does not say of what kind. One of {', '.join(FORMATS)} is expected."
    }


def test_what_is_no_text_is_said_by_its_kind_whatever_it_is_called(team: Team) -> None:
    for data, label in ((b"MZ\x90\x00\x03" * 9, "a program"), (bytes(range(256)) * 9, "a binary file, no text")):
        for name in ("wrong.exe", "letter.txt"):
            with pytest.raises(Unreadable, match=f"This is {label}"):
                preview_file(**place(team), file=SourceFile(name, data))


def test_the_format_named_counts_more_than_the_extension(team: Team) -> None:
    file = SourceFile("notes.csv", b"eins\n\nzwei\n", "plain", ReadOptions(siglum="C"))
    assert import_file(**place(team), file=file).format == "plain"


def test_strangers_files_are_not_even_read(team: Team) -> None:
    for door in (preview_file, import_file):
        with pytest.raises(NotAllowed):
            door(**place(team, actor=team.reviewer), file=SourceFile("a.csv", b"\xff"))


def test_a_file_name_with_control_characters_is_refused_whole(team: Team) -> None:
    with pytest.raises(Invalid):
        import_file(**place(team), file=SourceFile("a\x00.csv", TABLE.data))
    assert not Variant.objects.filter(translation__siglum="C").exists()
