"""`import_texts` and `export_work`: the same import as behind the other doors, from files."""

import io
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from tests.conftest import Team
from tests.factories import make_user
from workbench.corpus.models import Import, Revision, Variant, Work

FIXTURES = Path(__file__).parents[3] / "fixtures"


def bring(team: Team, *files: Path, **options: Any) -> str:
    out = io.StringIO()
    place = {"workspace": team.workspace.slug, "actor": "editor"}
    call_command("import_texts", *map(str, files), stdout=out, stderr=io.StringIO(), **{**place, **options})
    return out.getvalue()


def test_several_files_become_the_translations_of_one_work(team: Team, tmp_path: Path) -> None:
    for name, text in (("one.txt", "eins\n\nzwei\n"), ("two.txt", "uno\n\ndue\n")):
        (tmp_path / name).write_text(text)
    files = (tmp_path / "one.txt", tmp_path / "two.txt")
    said = bring(team, *files, work="numbers", title="Numbers", siglum=["D"], language=["de", "it"])
    work = Work.objects.get(slug="numbers")
    assert list(work.translations.order_by("position").values_list("siglum", "language")) == [
        ("D", "de"),
        ("two", "it"),
    ]
    assert said.splitlines()[0] == "one.txt -> Numbers (new work)"
    assert "variants: 2 made, 0 changed, 0 unchanged, 0 kept against the file" in said


def test_one_bad_file_keeps_all_out(team: Team, tmp_path: Path) -> None:
    (tmp_path / "good.csv").write_text("id,A\n1,x\n")
    (tmp_path / "bad.csv").write_text("id,B\n1,x\n1,y\n")
    with pytest.raises(CommandError, match=r"Nothing was imported\. .*line 3, column A: The reference 1"):
        bring(team, tmp_path / "good.csv", tmp_path / "bad.csv", work="new")
    assert not Work.objects.filter(slug="new").exists()
    assert not Import.objects.exists()


def test_a_dry_run_says_and_does_nothing(team: Team) -> None:
    before = Variant.objects.count()
    said = bring(team, FIXTURES / "formats/letter.csv", work="letter", dry_run=True)
    assert "passages: 22 made" in said
    assert said.endswith("This was a dry run: nothing was changed.\n")
    assert (Variant.objects.count(), Import.objects.exists()) == (before, False)


@pytest.mark.parametrize("option", ["--boilerplate=leave_out", "--furniture=leave_out"])
def test_running_heads_are_left_out_under_the_present_name_and_the_former(
    team: Team, tmp_path: Path, option: str
) -> None:
    pages = (f"HEAD\n{word} it begins.\n\n{page}\n" for page, word in enumerate(("One", "Two", "Three"), 11))
    (tmp_path / "book.txt").write_text("\f".join(pages))
    call_command("import_texts", str(tmp_path / "book.txt"), option, "--workspace=room", "--as=editor", "--work=book")
    said = Variant.objects.filter(passage__work__slug="book")
    assert sorted(said.values_list("text", flat=True)) == ["One it begins.", "Three it begins.", "Two it begins."]


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    ("tasks", "said"),
    [("immediate", ""), ("database", "Still to be measured, by manage.py db_worker or measure: 1 passage.\n")],
)
def test_what_waits_for_a_worker_is_told_of(team: Team, tmp_path: Path, settings: Any, tasks: str, said: str) -> None:
    settings.TASKS = {"default": {"BACKEND": settings.TASK_BACKENDS[tasks]}}
    (tmp_path / "new.csv").write_text("id,A\n1,x\n")
    told = bring(team, tmp_path / "new.csv", work="new")
    assert "".join(line for line in told.splitlines(keepends=True) if "measured" in line) == said


def test_an_operator_may_say_who_the_names_are(team: Team) -> None:
    make_user("anne")
    bring(team, FIXTURES / "works/yezhov.json", person=["anton=anne"])
    signed = Revision.objects.filter(variant__work__slug="yezhov", author__username="anne")
    assert set(signed.values_list("attributed_to", flat=True)) == {""}


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"actor": "nobody"}, "There is no account 'nobody'"),
        ({"actor": "outsider"}, "outsider is in no workspace 'room'"),
        ({"actor": "reviewer"}, "This needs the role editor"),
        ({"person": ["anton=nobody"]}, "there is no account 'nobody'"),
    ],
)
def test_who_may_not_is_told_so(team: Team, options: dict[str, Any], message: str) -> None:
    with pytest.raises(CommandError, match=message):
        bring(team, FIXTURES / "works/yezhov.json", **options)


def test_a_file_that_is_not_there_is_named(team: Team, tmp_path: Path) -> None:
    with pytest.raises(CommandError, match=r"absent\.csv cannot be read: No such file"):
        bring(team, tmp_path / "absent.csv")


def test_an_export_goes_into_the_file_that_is_named(team: Team, tmp_path: Path) -> None:
    source = FIXTURES / "works/ferryman.json"
    bring(team, source)
    call_command(
        "export_work",
        workspace=team.workspace.slug,
        actor="reader",
        work="ferryman",
        output=tmp_path / "out.tsv",
        format="tsv",
        stderr=(said := io.StringIO()),
    )
    assert (tmp_path / "out.tsv").read_text().startswith("reference\tEN [en]\t")
    assert "threads are not carried." in said.getvalue()


def test_a_work_that_is_not_there_is_named(team: Team) -> None:
    with pytest.raises(CommandError, match="There is no work 'absent' in room"):
        call_command("export_work", workspace=team.workspace.slug, actor="reader", work="absent")


def test_the_translation_of_each_file_is_described(team: Team, tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("eins\n")
    (tmp_path / "two.html").write_text('<!doctype html><meta name="author" content="Signed"><p>uno</p>')
    said = bring(
        team,
        tmp_path / "one.txt",
        tmp_path / "two.html",
        work="n",
        said_translator=["E. E."],
        said_role=["original"],
        said_title=["", "Numeri"],
    )
    one, two = Work.objects.get(slug="n").translations.order_by("position")
    assert (one.translator, one.role, two.translator, two.title) == ("E. E.", "original", "", "Numeri")
    assert "note: the file says of itself “Signed”; --translator takes it for the translation.\n" in said
