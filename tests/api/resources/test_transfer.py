"""Files in and out through the API, and what is measured of a whole work."""

import json
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.api.conftest import PREFIX, places
from tests.factories import passage_of, variant_of
from workbench.corpus.models import Import, Variant, Work
from workbench.interchange.options import ReadOptions
from workbench.interchange.registry import FORMATS

TABLE = "reference,A,C\n1,The cat sat on the mat.,Die Katze saß.\n2,It was raining outside.,Draußen regnete es.\n"


@pytest.fixture
def editor(team: Any, script: Any) -> Any:
    return script(team.editor)


def bring(script: Any, data: bytes = TABLE.encode(), name: str = "table.csv", **fields: Any) -> Any:
    """Post a file to imports/."""
    headers = {**script.headers, **fields.pop("headers", {})}
    form = {"file": SimpleUploadedFile(name, data), "workspace": "room", **fields}
    return script.client.post(f"{PREFIX}imports/", form, headers=headers)


def test_a_dry_run_says_what_would_happen_and_changes_nothing(team: Any, editor: Any) -> None:
    before = Variant.objects.count()
    tried = bring(editor, work="a-small-work", dry_run="true")
    assert (tried.status_code, tried.json()["is_dry_run"]) == (201, True)
    (report,) = tried.json()["report"]["works"]
    assert (report["passages_matched"], report["translations_made"], report["variants_made"]) == (2, ["C"], 2)
    assert Variant.objects.count() == before
    assert editor.get(tried["Location"]).json() == tried.json()


def test_a_file_is_imported_into_a_work(team: Any, editor: Any) -> None:
    done = bring(editor, work="a-small-work")
    assert (done.status_code, done.json()["work"], done.json()["report"]["works"][0]["variants_unchanged"]) == (
        201,
        "a-small-work",
        2,
    )
    assert variant_of(team.work, "2", "C").text == "Draußen regnete es."


def test_a_file_makes_a_work(team: Any, editor: Any) -> None:
    assert bring(editor, title="The Cat").json()["work"] == "the-cat"
    assert Work.objects.get(slug="the-cat").passages.count() == 2


def test_an_import_sent_again_with_its_key_is_done_once(team: Any, editor: Any) -> None:
    first = bring(editor, title="The Cat", headers={"Idempotency-Key": "i1"})
    again = bring(editor, title="The Cat", headers={"Idempotency-Key": "i1"})
    assert (again.status_code, again.json()) == (201, first.json())
    assert Import.objects.count() == 1
    other = bring(editor, b"reference,A\n1,x\n", title="The Cat", headers={"Idempotency-Key": "i1"})
    assert other.json()["code"] == "idempotency_key_reused"


def test_a_file_that_cannot_be_read_is_a_422_with_its_places(team: Any, editor: Any) -> None:
    refused = bring(editor, b"reference,A\n1,x\n1,y\n", title="T")
    assert (refused.status_code, refused.json()["code"]) == (422, "unreadable_file")
    assert places(refused) == [("/file", "unreadable_file")]
    assert "line 3" in refused.json()["errors"][0]["detail"]
    assert bring(editor, b"\xff\x00\x81", title="T").status_code == 422
    assert bring(editor, b"x", name="x.exe", title="T").json()["code"] == "unknown_format"
    assert Import.objects.count() == 0


def test_a_form_is_as_strict_as_json(team: Any, editor: Any) -> None:
    assert places(bring(editor, colour="red")) == [("/colour", "unknown")]
    assert places(bring(editor, dry_run="maybe")) == [("/dry_run", "choice")]
    assert places(bring(editor, title=["a", "b"])) == [("/title", "repeated")]
    assert places(bring(editor, title="a\x00")) == [("/title", "invalid_character")]
    assert bring(editor, work="no-such-work").json()["code"] == "unknown_work"
    assert editor.post("imports/", {"workspace": "room"}).status_code == 415
    without = editor.client.post(f"{PREFIX}imports/", {"workspace": "room"}, headers=editor.headers)
    assert places(without) == [("/file", "required")]
    broken = editor.post("imports/", b"--x\r\n", Content_Type="multipart/form-data")
    assert (broken.status_code, broken["Content-Type"]) == (400, "application/problem+json")


def test_a_file_that_is_too_large_is_a_413(team: Any, editor: Any, settings: Any) -> None:
    settings.IMPORT_MAX_BYTES = settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 100
    assert bring(editor, b"x" * 1000, title="T").json()["code"] == "too_large"


def test_reviewers_do_not_import(team: Any, script: Any) -> None:
    assert bring(script(team.reviewer), title="T").json()["code"] == "not_allowed"
    assert bring(script(team.outsider), title="T").json()["code"] == "unknown_workspace"
    assert bring(script(team.editor, "comment"), title="T").json()["code"] == "insufficient_scope"


def test_imports_are_private(team: Any, script: Any, editor: Any) -> None:
    made = bring(editor, title="T").json()["id"]
    assert script(team.outsider).get(f"imports/{made}/").status_code == 404
    assert script(team.outsider).get("imports/").json()["results"] == []
    assert [one["id"] for one in editor.get("imports/").json()["results"]] == [made]


def test_a_work_is_exported_whole_or_in_part(team: Any, editor: Any) -> None:
    bundle = editor.get("works/a-small-work/export/")
    assert (bundle.status_code, bundle["Content-Type"]) == (200, "application/json")
    assert json.loads(bundle.content)["works"][0]["title"] == "A small work"
    assert bundle["Content-Disposition"] == 'attachment; filename="a-small-work.json"'
    table = editor.get("works/a-small-work/export/?format=csv&translations=B", Accept="text/csv")
    assert table["Content-Type"] == "text/csv; charset=utf-8"
    assert b"Outside it rained." in table.content
    assert b"It was raining" not in table.content
    assert editor.get("works/a-small-work/export/", If_None_Match=bundle["ETag"]).status_code == 304


def test_an_apparatus_is_written_in_the_text_or_apart(team: Any, editor: Any) -> None:
    inside = editor.get("works/a-small-work/export/?format=tei")
    apart = editor.get("works/a-small-work/export/?format=tei&apparatus=endpoints")
    assert b'method="parallel-segmentation"' in inside.content
    assert b'method="double-end-point"' in apart.content
    assert FORMATS["tei"].read(inside.content, ReadOptions()) == FORMATS["tei"].read(apart.content, ReadOptions())
    refused = editor.get("works/a-small-work/export/?format=csv&apparatus=endpoints")
    assert (refused.status_code, refused.json()["code"]) == (422, "not_writable")


def test_what_cannot_be_exported_is_a_problem(team: Any, script: Any, editor: Any) -> None:
    assert editor.get("works/a-small-work/export/?format=pdf").status_code == 400
    unknown = editor.get("works/a-small-work/export/?translations=Z")
    assert (unknown.status_code, unknown.json()["code"]) == (422, "unknown_siglum")
    assert script(team.outsider).get("works/a-small-work/export/").status_code == 404


def test_a_passage_is_collated(team: Any, editor: Any) -> None:
    passage = passage_of(team.work)
    table = editor.get(f"passages/{passage.pk}/collation/?base=A").json()
    assert [one["siglum"] for one in table["witnesses"]] == ["A", "B"]
    assert [[cell and cell["text"] for cell in one["cells"]] for one in table["columns"] if one["is_variant"]] == [
        ["sat", "lay"],
        ["mat", "rug"],
    ]
    said = [
        (one["lemma"]["text"], *((it["text"], it["sigla"]) for it in one["readings"])) for one in table["apparatus"]
    ]
    assert said == [("sat", ("lay", ["B"])), ("mat", ("rug", ["B"]))]
    assert editor.get(f"passages/{passage.pk}/collation/?base=Z").status_code == 422
    assert editor.get(f"passages/{passage.pk}/collation/?translations=A,Z").status_code == 422


def test_a_passage_without_texts_has_an_empty_collation(team: Any, script: Any, editor: Any) -> None:
    empty = editor.post("passages/", {"work": "a-small-work", "reference": "9"}).json()["id"]
    assert editor.get(f"passages/{empty}/collation/").json()["columns"] == []
    for siglum in "AB":
        address = f"variants/{variant_of(team.work, '1', siglum).pk}/"
        editor.patch(address, {"presence": "omitted"}, If_Match='"1"')
    table = editor.get(f"passages/{passage_of(team.work).pk}/collation/").json()
    assert (table["witnesses"], table["absent"]) == ([], ["A", "B"])


def test_the_variation_of_a_work_is_measured(team: Any, editor: Any) -> None:
    shown = editor.get("works/a-small-work/variation/").json()
    assert shown["sigla"] == ["A", "B"]
    assert shown["distances"][0][0] == 0
    assert shown["distances"][0][1] == shown["distances"][1][0] > 0
    assert [one["reference"] for one in shown["passages"]] == ["1", "2"]
    assert shown["passages"][0]["variation"] == pytest.approx(4 / 14, abs=1e-6)
    part = editor.get("works/a-small-work/variation/?first=2&last=2").json()
    assert [one["reference"] for one in part["passages"]] == ["2"]
    assert editor.get("works/a-small-work/variation/?first=9").json()["passages"] == []


def test_a_translation_is_described_with_its_file(team: Any, editor: Any) -> None:
    said = {"role": "original", "translator": "T", "year": "1938", "translation_title": "Own", "source": "Book"}
    fields = {**said, "citation": "c", "rights": "r", "siglum": "O", "title": "The Cat"}
    assert bring(editor, b"One.\n\nTwo.", "cat.txt", **fields).status_code == 201
    made = Work.objects.get(slug="the-cat").translations.get()
    shown = (made.role, made.translator, made.year, made.title, made.source, made.citation, made.rights)
    assert shown == (*said.values(), "c", "r")
    assert places(bring(editor, translator="T", title="x")) == [("/translator", "several_translations")]


def test_what_a_page_says_of_itself_is_in_the_report(team: Any, editor: Any) -> None:
    page = b'<!doctype html><head><title>T</title><meta name="author" content="B"></head><p>One.'
    tried = bring(editor, page, "page.html", siglum="P", title="New", dry_run="true")
    assert tried.json()["report"]["offered"] == [["translator", "B"], ["title", "T"]]


BOOK = "\f".join(f"THE LETTER\n{word} it begins.\n\n{page}\n" for page, word in enumerate(("One", "Two", "Three"), 11))


@pytest.mark.parametrize("name", ["boilerplate", "furniture"])
def test_running_heads_are_left_out_under_the_present_name_and_the_former(team: Any, editor: Any, name: str) -> None:
    fields = {"siglum": "A", "title": "Book", name: "leave_out"}
    assert bring(editor, BOOK.encode(), "book.txt", **fields).status_code == 201
    said = Variant.objects.filter(passage__work__slug="book").order_by("passage__position")
    assert list(said.values_list("text", flat=True)) == ["One it begins.", "Two it begins.", "Three it begins."]


def test_a_former_name_beside_the_present_one_is_refused(team: Any, editor: Any) -> None:
    both = bring(editor, BOOK.encode(), "book.txt", siglum="A", boilerplate="keep", furniture="leave_out")
    assert (both.status_code, places(both)) == (400, [("/furniture", "unknown")])
