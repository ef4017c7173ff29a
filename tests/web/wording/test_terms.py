"""The pages of a glossary: terms listed, made, changed, taken out, brought, and marked in the texts."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from workbench.corpus.actions import add_term
from workbench.corpus.models import Term

GLOSSARY = "/works/room/a-small-work/terms/"


@pytest.fixture
def editor(team: Any, client: Client) -> Client:
    client.force_login(team.editor)
    return client


def make(editor: Client, **given: str) -> Any:
    said = {"words": "cat", "language": "en", "scope": "work", "rendered": "en", "wanted": "cat*", **given}
    return editor.post(f"{GLOSSARY}new/", said)


def test_a_term_is_made_with_a_rendering_on_each_line(editor: Client, team: Any) -> None:
    assert make(editor, forbidden="dog | not that one\nde: Hund").status_code == 302
    said = Term.objects.get(work=team.work).renderings
    assert [(one["language"], one["words"], one["status"], one["note"]) for one in said] == [
        ("en", "cat*", "wanted", ""),
        ("en", "dog", "forbidden", "not that one"),
        ("de", "Hund", "forbidden", ""),
    ]
    page = editor.get(GLOSSARY).content.decode()
    assert "not wanted" in page
    assert "(not that one)" in page


def test_the_form_begins_with_what_stands_and_saving_it_changes_nothing(editor: Client) -> None:
    make(editor, forbidden="dog | not that one\nde: Hund")
    term = Term.objects.get()
    shown = editor.get(f"{GLOSSARY}{term.pk}/").context["form"].initial
    editor.post(f"{GLOSSARY}{term.pk}/", {name: value for name, value in shown.items() if value != ""})
    again = Term.objects.get()
    assert (again.renderings, again.version) == (term.renderings, 2)


def test_a_late_writer_sees_the_form_again(editor: Client) -> None:
    make(editor)
    pk = Term.objects.get().pk
    editor.post(f"{GLOSSARY}{pk}/", {"words": "cat", "version": "1", "note": "First."})
    late = editor.post(f"{GLOSSARY}{pk}/", {"words": "cat", "version": "1", "note": "Second."})
    assert (late.status_code, "It now reads: First." in late.content.decode()) == (412, True)


def test_a_term_is_taken_out(editor: Client) -> None:
    make(editor)
    term = Term.objects.get()
    assert editor.post(f"{GLOSSARY}{term.pk}/delete/", {"version": "1"}).status_code == 302
    assert not Term.objects.exists()


def test_a_file_is_brought_and_sent(editor: Client) -> None:
    file = SimpleUploadedFile("terms.csv", b"term,rendering\ncat,Katze\n")
    editor.post(f"{GLOSSARY}import/", {"file": file, "scope": "workspace"})
    assert Term.objects.get().work is None
    assert "Katze" in editor.get(f"{GLOSSARY}?format=tbx").content.decode()


def test_terms_are_marked_in_the_texts_and_can_be_left_unmarked(editor: Client, team: Any) -> None:
    renderings = [{"language": "en", "words": "rug", "status": "forbidden"}]
    add_term(actor=team.editor, workspace=team.workspace, work=team.work, words="mat", renderings=renderings)
    compare = "/works/room/a-small-work/compare/"
    page = editor.get(compare).content.decode()
    assert 'class="term term-unwanted"' in page
    assert "(not wanted: " in page
    assert 'class="term' not in editor.get(f"{compare}?terms=off").content.decode()


def test_the_page_asks_as_much_for_forty_terms_as_for_one(editor: Client, team: Any) -> None:
    counts = []
    for number in range(40):
        add_term(actor=team.editor, workspace=team.workspace, work=team.work, words=f"word{number}")
        if number in {0, 39}:
            with CaptureQueriesContext(connection) as queries:
                editor.get(GLOSSARY)
            counts.append(len(queries))
    assert counts[0] == counts[1] <= 9
