"""OpenDocument texts: paragraphs, tables, comments, tracked changes and notes, out and in."""

from dataclasses import replace

import pytest

from tests.interchange.contract import ArchiveContract
from tests.interchange.documents import documents_of_texts
from tests.interchange.formats.test_docx import ANN, BOB, ONE, TEXT, THREADS
from tests.interchange.reading import read_work, texts_of
from workbench.interchange.archives import write_archive
from workbench.interchange.document import (
    AnchorRecord,
    CommentRecord,
    Document,
    PassageRecord,
    SuggestionRecord,
    ThreadRecord,
    TranslationRecord,
    VariantRecord,
    WorkRecord,
)
from workbench.interchange.errors import FormatError
from workbench.interchange.opendocument import declare
from workbench.interchange.options import ReadOptions
from workbench.interchange.registry import FORMATS, recognise_format

ODT = FORMATS["odt"]
EVE = "<office:change-info><dc:creator>Eve</dc:creator><dc:date>2026-01-02T03:04:05.123</dc:date></office:change-info>"
DELETED = (
    f'<text:changed-region text:id="c1"><text:deletion>{EVE}<text:p>old</text:p></text:deletion></text:changed-region>'
)
INSERTED = f'<text:changed-region text:id="c2"><text:insertion>{EVE}</text:insertion></text:changed-region>'
TRACKED = f"<text:tracked-changes>{DELETED}{INSERTED}</text:tracked-changes>"
CHANGE = '<text:change text:change-id="c1"/>'
BEGIN, END = '<text:change-start text:change-id="c2"/>', '<text:change-end text:change-id="c2"/>'
NOTE_END = '<office:annotation-end office:name="n"/>'
COMMENT = (
    '<office:annotation office:name="n"><dc:creator>Eve</dc:creator><dc:date>{}</dc:date><text:p>Hm</text:p>'
    "</office:annotation>"
)


def text(body: str, styles: str = "") -> bytes:
    """Return a text with this body, as XML."""
    names = declare("office", "text", "dc", "table", "style", "fo", "loext")
    content = f"<office:body><office:text>{body}</office:text></office:body>"
    styled = f"<office:automatic-styles>{styles}</office:automatic-styles>"
    return write_archive(
        {
            "mimetype": ODT.media_type,
            "content.xml": f"<office:document-content {names}>{styled}{content}</office:document-content>",
        }
    )


class TestOdt(ArchiveContract):
    name = "odt"
    carried = documents_of_texts()
    sample = ODT.write(ONE)


def test_a_text_with_comments_replies_states_changes_and_notes_comes_back() -> None:
    assert ODT.losses(ONE) == ()
    work = ODT.read(ODT.write(ONE), ReadOptions()).works[0]
    assert (work.translations, work.passages) == (ONE.works[0].translations, ONE.works[0].passages)
    assert sorted(work.threads, key=str) == sorted(THREADS, key=str)


def test_several_translations_are_tables_under_their_headings() -> None:
    anchor = AnchorRecord("B", 1, 0, 4, "Eins")
    thread = ThreadRecord("1", (CommentRecord("Bob", "Hm", BOB),), (anchor,), author="Bob", created_at=BOB)
    work = WorkRecord(
        translations=(TranslationRecord("A", "en"), TranslationRecord("B", "he")),
        passages=(
            PassageRecord("1", (VariantRecord("A", TEXT), VariantRecord("B", "Eins"))),
            PassageRecord("2", (VariantRecord("B", "", "joined"),), "A heading"),
        ),
        threads=(thread,),
    )
    assert (ODT.losses(Document((work,))), ODT.read(ODT.write(Document((work,))), ReadOptions())) == (
        (),
        Document((work,)),
    )


def test_a_file_is_known_by_what_lies_in_it() -> None:
    found = recognise_format("a.txt", ODT.write(ONE))
    assert found is not None
    assert (found.format.name, found.remark) == (
        "odt",
        "The name says .txt; this is an OpenDocument text (ODT), and is read as one.",
    )


CHANGED = f"{TRACKED}<text:p>The {CHANGE}{BEGIN}new{END} cat</text:p>"


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ("suggestions", [["The old cat"]]),
        ("base", [["The old cat"]]),
        ("final", [["The new cat"]]),
        ("both", [["The new cat", "The old cat"]]),
    ],
)
def test_changes_are_read_as_it_is_wished(changes: str, expected: list[list[str]]) -> None:
    work = read_work(ODT, text(CHANGED), changes=changes)
    assert texts_of(work) == expected
    suggested = [
        (one.author, one.created_at, one.anchors[0].quote, one.comments[0].suggestion.text)
        for one in work.threads
        if one.comments[0].suggestion
    ]
    assert suggested == ([("Eve", ANN, "old", "new")] if changes == "suggestions" else [])


@pytest.mark.parametrize("order", ["{0}{1}{2}", "{0}{2}{1}", "{1}{0}{2}"])
def test_a_comment_with_an_empty_range_beside_a_deletion_is_on_the_deleted_words(order: str) -> None:
    body = order.format(COMMENT.format("2020-01-01T00:00:00"), NOTE_END, CHANGE)
    threads = read_work(ODT, text(f"{TRACKED}<text:p>The {body} cat</text:p>")).threads
    assert [(one.anchors[0].quote, one.comments[0].body) for one in threads] == [("old", "Hm"), ("old", "")]


def test_an_insertion_that_runs_over_paragraphs_is_in_each_of_them() -> None:
    work = read_work(ODT, text(f"{TRACKED}<text:p>One {BEGIN}two</text:p><text:p>three{END} four</text:p>"))
    assert texts_of(work) == [["One "], [" four"]]
    assert (
        ODT.read(
            text(f"{TRACKED}<text:p>One {BEGIN}two</text:p><text:p>three{END} four</text:p>"), ReadOptions(siglum="A")
        )
        .warnings[0]
        .startswith("1 ends of paragraphs were inserted or deleted")
    )


@pytest.mark.parametrize("date", ["0000-12-30T00:00:00", "1970-01-01T00:00:00", "1899-12-30T00:00:00", "soon"])
def test_a_comment_without_an_end_stands_at_its_passage_and_dates_nobody_meant_are_unknown(date: str) -> None:
    (thread,) = read_work(ODT, text(f"<text:p>One{COMMENT.format(date)} two</text:p>")).threads
    assert (thread.anchors, thread.created_at, thread.comments[0].body) == ((), "", "Hm")


def test_white_space_collapses_and_styles_are_followed_to_what_they_say() -> None:
    styles = (
        '<style:style style:name="T1" style:parent-style-name="Base"/>'
        '<style:style style:name="Base"><style:text-properties fo:font-style="italic"/></style:style>'
    )
    body = '<text:p>\n  One\n  <text:span text:style-name="T1">two</text:span><text:s text:c="2"/> three\n</text:p>'
    (passage,) = read_work(ODT, text(body, styles)).passages
    (variant,) = passage.variants
    assert (variant.text, [(one.kind, one.start, one.end) for one in variant.markup]) == (
        "One two   three",
        [("emphasis", 4, 7)],
    )


def test_comments_in_notes_are_counted() -> None:
    note = f"<text:note><text:note-body><text:p>See{COMMENT.format('')} there.</text:p></text:note-body></text:note>"
    document = ODT.read(text(f"<text:p>One{note}</text:p>"), ReadOptions(siglum="A"))
    assert document.warnings == ("1 comments do not stand in a passage and are left out.",)
    assert document.works[0].passages[0].variants[0].markup[0].text == "See there."


def test_what_is_not_carried_is_named() -> None:
    decided = SuggestionRecord(0, "dog", state="rejected")
    cat = AnchorRecord("A", 1, 4, 7, "cat")
    thread = ThreadRecord(
        "1", (CommentRecord("Ann", "x", suggestion=decided),), (cat,), state="wont_fix", labels=("a",)
    )
    assert ODT.losses(Document((replace(ONE.works[0], threads=(thread,)),))) == (
        "1 threads lose their labels or the day they are due.",
        "1 threads lose that they are in progress, or will not be dealt with: they are open.",
        "1 suggestions that are decided, or lie in another, are not carried.",
    )


@pytest.mark.parametrize("data", [write_archive({"a": "x"}), text("")])
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(FormatError):
        read_work(ODT, data)
