"""A translation that has its passages in another order than the work."""

import pytest
from django.test import Client

from tests.conftest import Team
from workbench.corpus.models import Variant, Work
from workbench.corpus.transfer import export
from workbench.review.transfer import ImportOptions, SourceFile, export_file, import_file, stream_file

OWN = ["1", "3", "2", "4"]


def bring(team: Team, work: Work | None, rows: list[str], siglum: str = "C") -> list[str]:
    """Import a table; return what is said of it."""
    table = f"id\t{siglum}\n" + "".join(f"{one}\t{siglum} says {one}\n" for one in rows)
    file = SourceFile("c.tsv", table.encode())
    options = ImportOptions(title="Own order")
    done = import_file(actor=team.editor, workspace=team.workspace, work=work, file=file, options=options)
    return list(done.report["works"][0]["warnings"])


@pytest.fixture
def work(team: Team) -> Work:
    bring(team, None, ["1", "2", "3", "4"], "A")
    return Work.objects.get(title="Own order")


def orders(work: Work, siglum: str = "C") -> dict[str, int | None]:
    rows = Variant.objects.filter(work=work, translation__siglum=siglum)
    return dict(rows.values_list("passage__reference", "reading_order"))


def test_the_order_of_a_file_of_one_translation_is_kept_as_its_own(team: Team, work: Work) -> None:
    said = bring(team, work, OWN)
    assert orders(work) == {"1": 1, "3": 2, "2": 3, "4": 4}
    assert list(work.passages.order_by("position").values_list("reference", flat=True)) == ["1", "2", "3", "4"]
    message = "C has its passages in another order than the work (2 after 3): they are put beside those of the work, "
    assert said == [f"{message}and the order of the file is kept as its own."]


def test_a_file_in_the_order_of_the_work_has_none_of_its_own(team: Team, work: Work) -> None:
    assert bring(team, work, ["1", "3", "4"]) == []
    assert set(orders(work).values()) == {None}


@pytest.mark.parametrize("format_name", ["tsv", "csv-long", "plain", "html", "docx", "bundle"])
def test_it_goes_out_in_its_order_and_comes_in_again(team: Team, work: Work, format_name: str) -> None:
    bring(team, work, OWN)
    file = export_file(actor=team.reader, work=work, format_name=format_name, sigla=["C"])
    assert not [said for said in file.losses if "order of reading" in said]
    if format_name == "tsv":
        assert file.data.decode().split("\n")[1:5] == [f"{one}\tC says {one}" for one in OWN]
    work.translations.get(siglum="C").delete()
    again = SourceFile(file.name, file.data)
    if format_name in {"tsv", "csv-long", "bundle"}:
        import_file(actor=team.editor, workspace=team.workspace, work=work, file=again, options=ImportOptions())
        assert orders(work) == {"1": 1, "3": 2, "2": 3, "4": 4}


def test_a_table_of_several_is_in_the_order_of_the_work_and_says_so(team: Team, work: Work) -> None:
    bring(team, work, OWN)
    file = export_file(actor=team.reader, work=work, format_name="tsv")
    assert [row.split("\t")[0] for row in file.data.decode().split("\n")[1:5]] == ["1", "2", "3", "4"]
    assert "The order of reading of 4 variants is not carried." in file.losses


def test_a_large_table_is_streamed_in_its_order(team: Team, work: Work, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(export, "CHUNK", 3)
    bring(team, work, OWN)
    whole = export_file(actor=team.reader, work=work, format_name="tsv", sigla=["C"])
    streamed = stream_file(actor=team.reader, work=work, format_name="tsv", sigla=["C"])
    assert b"".join(streamed.pieces) == whole.data
    assert not [said for said in streamed.losses if "order of reading" in said]


def test_it_is_read_in_its_order(client: Client, team: Team, work: Work) -> None:
    bring(team, work, OWN)
    client.force_login(team.reader)
    pk = work.translations.get(siglum="C").pk
    address = f"/works/{team.workspace.slug}/{work.slug}/translations/{pk}/read/"
    page = client.get(address).content.decode()
    places = [page.index(f"C says {one}<") for one in OWN]
    assert places == sorted(places)
    assert "C says 3<" not in client.get(f"{address}?after=2").content.decode()


def test_texts_entered_later_stand_after_those_that_have_a_place(client: Client, team: Team, work: Work) -> None:
    bring(team, work, ["2", "1"])
    bring(team, work, ["3"])
    client.force_login(team.reader)
    pk = work.translations.get(siglum="C").pk
    page = client.get(f"/works/{team.workspace.slug}/{work.slug}/translations/{pk}/read/").content.decode()
    assert page.index("C says 1<") < page.index("Without a place in this order") < page.index("C says 3<")
