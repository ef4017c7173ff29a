"""Importing in the browser: brought, looked at, confirmed; what is refused says where."""

import re
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.conftest import Team
from tests.factories import make_work, make_workspace, passage_of, variant_of
from tests.text.alignment.test_align import LETTER, RETOLD
from tests.web.markup import fold
from workbench.accounts.models import Membership, Workspace
from workbench.corpus.models import Import, Passage, Revision, Translation, Upload, Variant, Work
from workbench.corpus.transfer import ImportOptions
from workbench.corpus.transfer.uploads import keep_upload
from workbench.review.actions import revise_variant
from workbench.review.errors import Conflict
from workbench.review.transfer import SourceFile
from workbench.review.transfer.previews import confirm_import, preview_import

EVIL = "<img src=x onerror=alert(1)>"
START = "/workspaces/room/import/"
TWO = "The cat reclined on the mat.\n\nRain fell outside.\n"


def bring(client: Client, text: str | bytes = TWO, name: str = "", **choices: str) -> Any:
    """Bring a file (or, without a name, a pasted text) and follow to its preview."""
    data = text.encode() if isinstance(text, str) else text
    brought = {"file": SimpleUploadedFile(name, data)} if name else {"text": text}
    return client.post(START, {**brought, **choices}, follow=True)


def confirm(client: Client, preview: Any, **changes: str) -> Any:
    """Press the button of a preview: post the hidden fields of its form."""
    fields = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', fold(preview.content.decode())))
    fields.pop("csrfmiddlewaretoken", None)
    return client.post(preview.request["PATH_INFO"], {**fields, **changes})


def rows(preview: Any) -> list[tuple[str, str, list[str]]]:
    return [
        (one.row.reference, one.row.fate, [text.cell.state for text in one.texts]) for one in preview.context["rows"]
    ]


@pytest.fixture
def editor(client: Client, team: Team) -> Client:
    client.force_login(team.editor)
    return client


def test_a_pasted_text_is_shown_beside_the_work_and_then_imported(editor: Client, team: Team) -> None:
    preview = bring(editor, work="a-small-work", siglum="C", language="en")
    assert preview.status_code == 200
    assert rows(preview) == [("1", "matched", ["new"]), ("2", "matched", ["new"])]
    text = fold(preview.content.decode())
    assert text.index("The cat sat on the mat.") < text.index("The cat reclined on the mat.")
    assert not Translation.objects.filter(siglum="C").exists()
    done = confirm(editor, preview)
    assert (done.status_code, done["Location"]) == (302, "/works/room/a-small-work/")
    assert variant_of(team.work, "2", "C").text == "Rain fell outside."
    assert Revision.objects.get(variant__translation__siglum="C", variant__passage__reference="1").number == 1
    assert Import.objects.get().created_by == team.editor
    assert not Upload.objects.exists()


def test_looking_writes_nothing(editor: Client, team: Team) -> None:
    before = [model.objects.count() for model in (Work, Passage, Translation, Variant, Revision, Import)]
    preview = bring(editor, work="a-small-work", siglum="C")
    editor.get(preview.request["PATH_INFO"] + "?" + preview.request["QUERY_STRING"])
    assert [model.objects.count() for model in (Work, Passage, Translation, Variant, Revision, Import)] == before


def test_a_table_makes_a_new_work(editor: Client, team: Team) -> None:
    preview = bring(editor, "reference,A,B\n1,One,Eins\n2,,Zwei\n", "numbers.csv", title="Numbers")
    assert rows(preview) == [("1", "made", ["new", "new"]), ("2", "made", ["absent", "new"])]
    done = confirm(editor, preview)
    assert done["Location"].startswith("/works/room/numbers/")
    assert variant_of(Work.objects.get(slug="numbers"), "2", "B").text == "Zwei"


def test_a_new_work_takes_the_files_name_where_no_title_is_given(editor: Client, team: Team) -> None:
    confirm(editor, bring(editor, "reference,A\n1,One\n", "My letter.csv"))
    assert Work.objects.filter(workspace=team.workspace, title="My letter").exists()


def test_passages_that_the_file_does_not_have_are_shown_in_their_place(editor: Client, team: Team) -> None:
    preview = bring(editor, "reference,C\n2,Rain.\n3,More.\n", "c.csv", work="a-small-work")
    assert rows(preview) == [("1", "unmatched", []), ("2", "matched", ["new"]), ("3", "made", ["new"])]


def test_differing_texts_are_shown_and_wait_for_a_choice(editor: Client, team: Team) -> None:
    brought = "reference,A\n1,The cat sat on the mat.\n2,It poured.\n"
    preview = bring(editor, brought, "a.csv", work="a-small-work")
    assert rows(preview) == [("1", "matched", ["same"]), ("2", "matched", ["differs"])]
    assert "Import it" not in fold(preview.content.decode())
    assert confirm(editor, preview, work="a-small-work").status_code == 409
    again = editor.get(preview.request["PATH_INFO"], {"work": "a-small-work", "existing": "revise", "reason": "1998"})
    assert confirm(editor, again).status_code == 302
    revised = variant_of(team.work, "2", "A")
    assert (revised.text, revised.version, revised.revisions.get(number=2).reason) == ("It poured.", 2, "1998")


def test_texts_may_be_kept_where_they_differ(editor: Client, team: Team) -> None:
    brought = "reference,A\n1,Other.\n3,More.\n"
    preview = bring(editor, brought, "a.csv", work="a-small-work", existing="keep")
    assert confirm(editor, preview).status_code == 302
    assert variant_of(team.work, "1", "A").text == "The cat sat on the mat."
    assert variant_of(team.work, "3", "A").text == "More."


def test_what_changed_after_the_look_is_looked_at_once_more(editor: Client, team: Team) -> None:
    preview = bring(editor, "reference,A\n1,Other.\n", "a.csv", work="a-small-work", existing="revise")
    stored = variant_of(team.work, "1", "A")
    revise_variant(actor=team.owner, variant=stored, version=1, text="The cat sat upon the mat.", reason="")
    refused = confirm(editor, preview)
    assert refused.status_code == 409
    assert "changed after you looked" in fold(refused.content.decode())
    assert variant_of(team.work, "1", "A").text == "The cat sat upon the mat."
    assert confirm(editor, refused).status_code == 302
    assert variant_of(team.work, "1", "A").text == "Other."


def test_a_second_press_of_the_button_imports_nothing_more(editor: Client, team: Team) -> None:
    preview = bring(editor, "reference,A\n1,One\n", "numbers.csv", title="Numbers")
    assert confirm(editor, preview).status_code == 302
    assert confirm(editor, preview).status_code == 404
    assert Work.objects.filter(title="Numbers").count() == 1


def test_of_two_presses_at_once_one_is_told_of_the_other(team: Team) -> None:
    upload = keep_upload(actor=team.editor, workspace=team.workspace, file_name="n.csv", data=b"reference,A\n1,One\n")
    file = SourceFile("n.csv", bytes(upload.data))
    said: dict[str, Any] = {"actor": team.editor, "work": None, "file": file, "options": ImportOptions(title="Numbers")}
    mark = preview_import(workspace=team.workspace, **said).mark
    confirm_import(upload=upload, mark=mark, **said)
    with pytest.raises(Conflict) as refusal:
        confirm_import(upload=upload, mark=mark, **said)
    assert refusal.value.code == "gone"
    assert Work.objects.filter(title="Numbers").count() == 1


def test_a_file_that_was_refused_may_be_tried_again(editor: Client, team: Team) -> None:
    preview = bring(editor, "reference,A\n1,Other.\n", "a.csv", work="a-small-work")
    assert confirm(editor, preview, work="a-small-work").status_code == 409
    assert bytes(Upload.objects.get().data) == b"reference,A\n1,Other.\n"


def test_a_confirmation_without_a_look_does_nothing(editor: Client, team: Team) -> None:
    preview = bring(editor, work="a-small-work", siglum="C")
    assert confirm(editor, preview, mark="").status_code == 409
    assert confirm(editor, preview, siglum="D").status_code == 409
    assert sorted(Translation.objects.values_list("siglum", flat=True)) == ["A", "B"]


def test_a_file_that_cannot_be_read_says_where(editor: Client, team: Team) -> None:
    preview = bring(editor, 'reference,A\n1,x\n1,y\n2,"z\n', "a.csv", title="T")
    text = fold(preview.content.decode())
    assert "line" in text
    assert "Import it" not in text
    assert preview.context["problems"]


def test_bytes_in_an_unknown_encoding_ask_for_it_and_then_are_read(editor: Client, team: Team) -> None:
    preview = bring(editor, "Проверка.\n".encode("cp1251"), "r.txt", title="R", siglum="R")
    assert "This is not UTF-8" in fold(preview.content.decode())
    again = editor.get(
        preview.request["PATH_INFO"], {"title": "R", "siglum": "R", "language": "ru", "encoding": "cp1251"}
    )
    assert "Проверка." in fold(again.content.decode())
    assert 'lang="ru"' in fold(again.content.decode())


def test_what_the_file_does_not_say_is_asked_at_its_field(editor: Client, team: Team) -> None:
    preview = bring(editor, work="a-small-work")
    assert list(preview.context["choices"].errors) == ["siglum"]
    strange = bring(editor, "x", "x.exe", title="T", siglum="C")
    assert list(strange.context["choices"].errors) == ["format"]
    uneven = bring(editor, "Only one.", work="a-small-work", siglum="C")
    assert list(uneven.context["choices"].errors) == ["match"]


def test_neither_and_both_of_file_and_text_are_refused(editor: Client, team: Team) -> None:
    assert editor.post(START, {}).status_code == 422
    both = editor.post(START, {"text": "x", "file": SimpleUploadedFile("x.txt", b"x")})
    assert (both.status_code, list(both.context["upload"].errors)) == (422, ["file"])
    assert not Upload.objects.exists()


@pytest.mark.parametrize("choice", ["format", "encoding", "split", "layout", "delimiter", "match", "existing", "work"])
def test_choices_nobody_offered_are_refused(editor: Client, team: Team, choice: str) -> None:
    preview = bring(editor, work="a-small-work", siglum="C")
    answer = editor.get(preview.request["PATH_INFO"], {choice: EVIL})
    assert (answer.status_code, list(answer.context["choices"].errors)) == (422, [choice])
    assert EVIL not in fold(answer.content.decode())


def test_a_bundle_with_two_works_goes_into_a_workspace_but_not_into_one_work(editor: Client, team: Team) -> None:
    other = make_work(team.owner, team.workspace, title="Other")
    exported = [
        fold(editor.get(f"/works/room/{slug}/export/bundle/").content.decode()) for slug in ("a-small-work", other.slug)
    ]
    assert all('"works"' in one for one in exported)
    preview = bring(editor, exported[0], "b.json", title="Copy")
    assert preview.status_code == 200


def test_a_large_file_is_refused_and_a_larger_request_too(editor: Client, team: Team, settings: Any) -> None:
    settings.IMPORT_MAX_BYTES = 1000
    refused = editor.post(START, {"file": SimpleUploadedFile("x.txt", b"x" * 1001)})
    assert (refused.status_code, list(refused.context["upload"].errors)) == (422, ["file"])
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 1000
    refused = editor.post(START, {"file": SimpleUploadedFile("x.txt", b"x" * 3000)})
    assert refused.status_code == 413
    assert not Upload.objects.exists()


def test_markup_is_inert_in_names_texts_and_choices(editor: Client, team: Team) -> None:
    Workspace.objects.filter(pk=team.workspace.pk).update(name=EVIL)
    Passage.objects.filter(pk=passage_of(team.work).pk).update(reference=EVIL)
    preview = bring(editor, f"{EVIL}\n\n{EVIL}\n", f"{EVIL}.txt", work="a-small-work", siglum="C", reason=EVIL)
    assert EVIL not in fold(preview.content.decode())
    assert "&lt;img src=x" in fold(preview.content.decode())
    bad = bring(editor, f"reference,{EVIL}\n1,{EVIL}\n1,{EVIL}\n", f"{EVIL}.csv", title=EVIL)
    assert EVIL not in fold(bad.content.decode())
    assert confirm(editor, preview).status_code == 302
    assert EVIL not in fold(editor.get("/works/room/a-small-work/").content.decode())


@pytest.mark.parametrize("text", ["abcdef\x00b", "a\u0007b", "a\ufffeb"])
def test_characters_that_may_not_be_stored_are_refused_with_their_place(editor: Client, team: Team, text: str) -> None:
    preview = bring(editor, text, "x.txt", title="T", siglum="C")
    assert preview.status_code == 200
    assert "line 1" in fold(preview.content.decode())


def test_only_editors_and_owners_import(client: Client, team: Team) -> None:
    for person, status in ((team.reviewer, 403), (team.reader, 403), (team.former, 404), (team.outsider, 404)):
        client.force_login(person)
        assert client.get(START).status_code == status
        assert client.post(START, {"text": "x"}).status_code == status
    assert not Upload.objects.exists()


def test_a_kept_file_is_seen_by_nobody_else(client: Client, team: Team) -> None:
    client.force_login(team.editor)
    address = bring(client, work="a-small-work", siglum="C").request["PATH_INFO"]
    for person in (team.owner, team.outsider):
        client.force_login(person)
        assert client.get(address).status_code == 404
        assert client.post(address, {"siglum": "C"}).status_code == 404
        assert client.post(f"{address}discard/").status_code == 404
    assert Upload.objects.count() == 1


def test_who_lost_the_role_between_look_and_confirmation_imports_nothing(editor: Client, team: Team) -> None:
    preview = bring(editor, work="a-small-work", siglum="C")
    Membership.objects.filter(user=team.editor).update(role="reviewer")
    assert confirm(editor, preview).status_code == 403
    assert not Translation.objects.filter(siglum="C").exists()


def test_a_work_of_another_workspace_is_not_offered(client: Client, team: Team) -> None:
    elsewhere = make_work(team.outsider, Workspace.objects.get(slug="elsewhere"), title="Elsewhere")
    client.force_login(team.editor)
    answer = client.post(START, {"text": TWO, "siglum": "C", "work": elsewhere.slug})
    assert (answer.status_code, list(answer.context["choices"].errors)) == (422, ["work"])
    assert "Elsewhere" not in fold(client.get(START).content.decode())


def test_who_edits_in_one_workspace_is_not_asked_which(client: Client, team: Team) -> None:
    client.force_login(team.editor)
    assert client.get("/import/")["Location"] == START
    client.force_login(team.reader)
    assert "You need the role of an editor" in fold(client.get("/import/").content.decode())
    make_workspace(team.owner, "second")
    client.force_login(team.owner)
    assert "/workspaces/second/import/" in fold(client.get("/import/").content.decode())


def test_a_file_is_thrown_away(editor: Client, team: Team) -> None:
    preview = bring(editor, work="a-small-work", siglum="C")
    assert editor.post(f"{preview.request['PATH_INFO']}discard/").status_code == 302
    assert not Upload.objects.exists()


def test_long_files_are_leafed_through(editor: Client, team: Team) -> None:
    table = "reference,A\n" + "".join(f"{number},Text {number}.\n" for number in range(1, 121))
    preview = bring(editor, table, "long.csv", title="Long")
    address = preview.request["PATH_INFO"]
    assert len(rows(preview)) == 50
    last = editor.get(address, {"title": "Long", "page": "3"})
    assert [one[0] for one in rows(last)] == [str(number) for number in range(101, 121)]
    assert [editor.get(address, {"page": page}).status_code for page in ("4", "0", "-1", "x", "٣", "9" * 30)] == [
        404
    ] * 6


def test_the_preview_takes_as_many_queries_for_thirty_passages_as_for_one(editor: Client, team: Team) -> None:
    counts = []
    for length in (1, 30):
        work = make_work(team.owner, team.workspace, {"A": ["One."] * length}, title=f"Work {length}")
        preview = bring(editor, "\n\n".join(["Two."] * length), "c.txt", work=work.slug, siglum="C")
        with CaptureQueriesContext(connection) as queries:
            again = editor.get(preview.request["PATH_INFO"], {"work": work.slug, "siglum": "C"})
        assert len(rows(again)) == length
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_a_numbering_that_is_shifted_is_noticed_in_the_preview(editor: Client, team: Team) -> None:
    make_work(team.owner, team.workspace, {"A": LETTER}, title="Letter")
    shifted = [*RETOLD[:2], "A heading that only this version has", *RETOLD[2:]]
    preview = bring(editor, "\n\n".join(shifted), work="letter", siglum="C", match="order")
    assert list(preview.context["preview"].shifts) == [
        f"The numbering of C seems shifted from 3 to {len(LETTER)}: its 4 reads like 3 of A."
    ]
    assert bring(editor, "\n\n".join(RETOLD), work="letter", siglum="C").context["preview"].shifts == ()


def test_a_plain_text_whose_paragraphs_are_not_the_passages_can_be_placed_by_its_meaning(
    editor: Client, team: Team
) -> None:
    make_work(team.owner, team.workspace, {"A": LETTER}, title="Letter")
    preview = bring(editor, " ".join(RETOLD), work="letter", siglum="C", language="en")
    text = fold(preview.content.decode())
    (address,) = re.findall(r'action="([^"]+/start/)"', text)
    fields = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', text))
    shown = editor.post(address, fields, follow=True)
    placing = shown.context["draft"].placing
    assert [placing.text_of(number) for number in range(len(LETTER))] == RETOLD
    assert shown.context["draft"].wishes.siglum == "C"
    nameless = editor.post(address, {**fields, "siglum": ""})
    assert (nameless.status_code, "/import/" in nameless["Location"]) == (302, True)


def test_a_table_is_not_offered_to_be_placed(editor: Client, team: Team) -> None:
    preview = bring(editor, "reference,A\n1,One\n", "numbers.csv", work="a-small-work")
    assert "by its meaning" not in fold(preview.content.decode())


PAGE = (
    '<!doctype html><html lang="en"><head><title>T</title><meta name="author" content="A. Blogger">'
    '<meta name="date" content="2009"></head><body><p>One.</p><p>Two.</p></body></html>'
)


def test_what_a_page_says_of_itself_is_taken_by_a_click(editor: Client, team: Team) -> None:
    preview = bring(editor, PAGE, "page.html", siglum="P", title="New")
    assert preview.context["offered"] == [
        ("Translator", "A. Blogger"),
        ("Year or date", "2009"),
        ("Its own title", "T"),
    ]
    taken = editor.get(f"{preview.request['PATH_INFO']}?{preview.context['taking']}")
    assert taken.context["offered"] == []
    confirm(editor, taken)
    made = Translation.objects.get(siglum="P")
    assert (made.translator, made.year, made.title, made.work.title) == ("A. Blogger", "2009", "T", "New")


def test_what_is_said_of_one_translation_is_refused_for_a_file_of_several(editor: Client) -> None:
    preview = bring(editor, "reference,A,B\n1,One,Eins\n", "numbers.csv", title="Numbers", translation_title="x")
    assert list(preview.context["choices"].errors) == ["translation_title"]
    assert "this one has 2" in preview.content.decode()


def test_what_is_missing_is_said_above_and_leads_to_its_field(client: Client, team: Team) -> None:
    client.force_login(team.editor)
    page = fold(bring(client, TWO, "letter.txt", title="A letter").content.decode())
    (field,) = re.findall(
        r'<li> ?<a href="#([\w-]+)">Siglum of the translation</a>: Empty. Expected a name. ?</li>', page
    )
    assert f'id="{field}"' in page


def test_the_headings_that_new_passages_bring_are_shown(editor: Client) -> None:
    page = b"<!doctype html><h2>The <i>first</i></h2><p>One.</p><p>Two.</p>"
    preview = bring(editor, page, "a.html", title="Numbers", siglum="A")
    assert [one.row.heading for one in preview.context["rows"]] == ["The first", ""]
    assert '<cite class="quiet" dir="auto">The first</cite>' in fold(preview.content.decode())
