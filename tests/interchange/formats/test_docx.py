"""Word documents: texts, tables, comments and tracked changes, out and in; python-docx is the second reader."""

import io
from dataclasses import replace

import docx as python_docx
import pytest

from tests.interchange.contract import ArchiveContract
from tests.interchange.documents import documents_of_texts
from tests.interchange.reading import read_work, texts_of
from workbench.interchange.archives import write_archive
from workbench.interchange.document import (
    AnchorRecord,
    CommentRecord,
    Document,
    PassageRecord,
    SpanRecord,
    SuggestionRecord,
    ThreadRecord,
    TranslationRecord,
    VariantRecord,
    WorkRecord,
)
from workbench.interchange.errors import FormatError
from workbench.interchange.options import ReadOptions
from workbench.interchange.registry import FORMATS

WORD = FORMATS["docx"]
TEXT = "The cat sat on\tthe mat.\n\nAnd  slept. "
ANN, BOB = "2026-01-02T03:04:05Z", "2026-01-03T03:04:05Z"
CAT = AnchorRecord("A", 1, 4, 7, "cat")
MAT = AnchorRecord("A", 1, 15, 22, "the mat")
THREADS = (
    ThreadRecord(
        "1",
        (
            CommentRecord("Ann", "Why?\nReally.", ANN, suggestion=SuggestionRecord(0, "black cat")),
            CommentRecord("Bob", "Because", BOB),
        ),
        (CAT,),
        state="resolved",
        author="Ann",
        created_at=ANN,
    ),
    ThreadRecord(
        "1",
        (CommentRecord("Cy", "", BOB, suggestion=SuggestionRecord(0, "a mat")),),
        (MAT,),
        author="Cy",
        created_at=BOB,
    ),
    ThreadRecord("2", (CommentRecord("Bob", "Missing"),), author="Bob"),
)
MARKUP = (
    SpanRecord("note", 3, 3, text="So\nin A."),
    SpanRecord("emphasis", 4, 11),
    SpanRecord("strong", 8, 11),
    SpanRecord("note", 22, 22, text="A rug."),
)
ONE = Document(
    (
        WorkRecord(
            translations=(TranslationRecord("A", "en", "original"),),
            passages=(
                PassageRecord("1", (VariantRecord("A", TEXT, markup=MARKUP),), "A heading"),
                PassageRecord("2", (VariantRecord("A", "", "omitted"),)),
                PassageRecord("3"),
            ),
            threads=THREADS,
        ),
    )
)
MAIN = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
DATE = 'w:author="Eve" w:date="2026-01-02T03:04:05Z"'


def word(body: str, **parts: str) -> bytes:
    """Return a document with this body, as XML, and further parts by their names."""
    names = {"comments": "comments.xml", "commentsExtended": "commentsExtended.xml", "footnotes": "footnotes.xml"}
    relations = "".join(f'<Relationship Id="{name}" Type="x/{name}" Target="{names[name]}"/>' for name in parts)
    return write_archive(
        {
            "[Content_Types].xml": "<Types/>",
            "word/document.xml": f"<w:document {MAIN}><w:body>{body}</w:body></w:document>",
            "word/_rels/document.xml.rels": f"<Relationships>{relations}</Relationships>",
            **{f"word/{names[name]}": text for name, text in parts.items()},
        }
    )


def run(text: str, tag: str = "t") -> str:
    return f'<w:r><w:{tag} xml:space="preserve">{text}</w:{tag}></w:r>'


class TestDocx(ArchiveContract):
    name = "docx"
    carried = documents_of_texts()
    sample = WORD.write(ONE)


def test_a_text_with_comments_replies_states_and_changes_comes_back() -> None:
    assert WORD.losses(ONE) == ()
    work = WORD.read(WORD.write(ONE), ReadOptions()).works[0]
    assert (work.translations, work.passages) == (ONE.works[0].translations, ONE.works[0].passages)
    assert sorted(work.threads, key=str) == sorted(THREADS, key=str)


def test_a_suggestion_is_a_real_tracked_change_and_no_more_than_what_differs() -> None:
    written = python_docx.Document(io.BytesIO(WORD.write(ONE)))
    changes = [
        (
            one.tag.rpartition("}")[2],
            one.get(f"{one.tag[:-3]}author"),
            "".join(part.text for part in one.iter() if part.tag.endswith("}t") or part.tag.endswith("}delText")),
        )
        for one in written.element.body.iter()
        if one.tag.endswith(("}ins", "}del"))
    ]
    assert changes == [("ins", "Ann", "black "), ("del", "Cy", "the"), ("ins", "Cy", "a")]


def test_another_reader_finds_texts_and_comments() -> None:
    written = python_docx.Document(io.BytesIO(WORD.write(ONE)))
    assert [one.text for one in written.paragraphs][:1] == ["A heading"]
    assert [(one.author, one.text) for one in written.comments] == [
        ("Ann", "Why?\nReally."),
        ("Bob", "Because"),
        ("Cy", ""),
        ("Bob", "Missing"),
    ]


def test_several_translations_are_a_table_with_their_comments() -> None:
    anchor = AnchorRecord("B", 1, 0, 4, "Eins")
    thread = ThreadRecord("1", (CommentRecord("Bob", "Hm", BOB),), (anchor,), author="Bob", created_at=BOB)
    work = WorkRecord(
        translations=(TranslationRecord("A", "en"), TranslationRecord("B")),
        passages=(
            PassageRecord("1", (VariantRecord("A", TEXT), VariantRecord("B", "Eins"))),
            PassageRecord("2", (VariantRecord("B", "", "joined"),)),
            PassageRecord("3", (VariantRecord("B", "Drei"),), "A heading"),
        ),
        threads=(thread,),
    )
    data = WORD.write(Document((work,)))
    assert WORD.read(data, ReadOptions()) == Document((work,))
    table = python_docx.Document(io.BytesIO(data)).tables[0]
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["", "A [en]", "B"],
        ["1", TEXT, "Eins"],
        ["2", "", "[joined]"],
    ]
    assert len(python_docx.Document(io.BytesIO(data)).tables) == 2


def changed(tag: str, text: str) -> str:
    return f'<w:{tag} w:id="1" {DATE}>{run(text, "delText" if tag == "del" else "t")}</w:{tag}>'


CHANGED = f"<w:p>{run('The ')}{changed('del', 'old')}{changed('ins', 'new')}{run(' cat')}</w:p>"


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
    work = read_work(WORD, word(CHANGED), changes=changes)
    assert texts_of(work) == expected
    suggested = [
        (one.author, one.created_at, one.anchors[0].quote, one.comments[0].suggestion.text)
        for one in work.threads
        if one.comments[0].suggestion
    ]
    assert suggested == ([("Eve", ANN, "old", "new")] if changes == "suggestions" else [])


def test_what_is_only_inserted_is_suggested_with_the_word_before_it() -> None:
    body = f'<w:p>{run("The cat")}<w:ins w:id="1" {DATE}>{run(" slept")}</w:ins>{run(".")}</w:p>'
    (thread,) = read_work(WORD, word(body)).threads
    assert thread.anchors == (AnchorRecord("A", 1, 4, 7, "cat"),)
    assert thread.comments[0].suggestion == SuggestionRecord(0, "cat slept")


def test_moved_words_are_read_once_in_each_view() -> None:
    body = f"<w:p>{run('a ')}{changed('moveFrom', 'b ')}{run('c ')}{changed('moveTo', 'b ')}</w:p>"
    assert (
        texts_of(read_work(WORD, word(body), changes="base")),
        texts_of(read_work(WORD, word(body), changes="final")),
    ) == (
        [["a b c "]],
        [["a c b "]],
    )


def test_a_comment_without_words_stands_at_its_passage_and_a_date_of_year_0_is_unknown() -> None:
    body = f'<w:p>{run("One")}<w:r><w:commentReference w:id="0"/></w:r></w:p>'
    signed = 'w:id="0" w:author="Eve" w:date="0000-12-30T00:00:00Z"'
    comments = f"<w:comments {MAIN}><w:comment {signed}><w:p>{run('Hm')}</w:p></w:comment></w:comments>"
    (thread,) = read_work(WORD, word(body, comments=comments)).threads
    assert (thread.passage, thread.anchors, thread.created_at, thread.comments[0].body) == ("1", (), "", "Hm")


def test_notes_and_breaks_are_kept() -> None:
    note = f'<w:footnotes {MAIN}><w:footnote w:id="2"><w:p>{run("See there.")}</w:p></w:footnote></w:footnotes>'
    inside = '<w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:br/><w:tab/><w:noBreakHyphen/></w:r>'
    body = f"<w:p>{run('One')}{inside}{run('two')}</w:p>"
    (passage,) = read_work(WORD, word(body, footnotes=note)).passages
    assert passage.variants == (
        VariantRecord("A", "One\n\t\u2011two", markup=(SpanRecord("note", 3, 3, text="See there."),)),
    )


def test_a_table_of_texts_is_read_by_its_first_row() -> None:
    def row(*cells: str) -> str:
        return f"<w:tr>{''.join(f'<w:tc><w:p>{run(cell)}</w:p></w:tc>' for cell in cells)}</w:tr>"

    table = f"<w:tbl>{row('No.', 'KJV [English]', 'Luther')}{row('1', 'In the beginning', 'Am Anfang')}</w:tbl>"
    work = read_work(WORD, word(table + f"<w:p>{run('End')}</w:p>"))
    assert [(one.siglum, one.language) for one in work.translations] == [("KJV", "en"), ("Luther", "")]
    assert [(one.reference, [variant.text for variant in one.variants]) for one in work.passages] == [
        ("1", ["In the beginning", "Am Anfang"])
    ]


def test_tables_with_the_same_first_row_go_on_and_others_are_counted() -> None:
    def table(*rows: tuple[str, ...]) -> str:
        cells = ["".join(f"<w:tc><w:p>{run(cell)}</w:p></w:tc>" for cell in row) for row in rows]
        return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"

    head = ("No.", "KJV [en]")
    body = table(head, ("1", "In the beginning")) + table(head, ("1", "And the earth")) + table(("a", "b", "c"))
    document = WORD.read(word(body), ReadOptions())
    assert [(one.reference, one.variants[0].text) for one in document.works[0].passages] == [
        ("1.1", "In the beginning"),
        ("2.1", "And the earth"),
    ]
    assert document.warnings == ("1 tables with other first rows than the first table are not read.",)


def test_the_language_and_direction_of_a_text_are_said() -> None:
    work = WorkRecord(
        translations=(TranslationRecord("A", "he"),), passages=(PassageRecord("1", (VariantRecord("A", "שלום"),)),)
    )
    written = python_docx.Document(io.BytesIO(WORD.write(Document((work,))))).paragraphs[0]._p.xml
    assert [one in written for one in ("<w:bidi/>", "<w:rtl/>", '<w:lang w:bidi="he"/>')] == [True] * 3


def test_what_is_not_carried_is_named() -> None:
    decided = SuggestionRecord(0, "dog", state="rejected")
    thread = ThreadRecord("1", (CommentRecord("Ann", "x", suggestion=decided),), (CAT, MAT), category="style")
    document = Document((replace(ONE.works[0], threads=(thread,)),))
    assert WORD.losses(document) == (
        "1 threads lose their category, severity or assignee.",
        "1 threads stand at the first of their places only.",
        "1 suggestions that are decided, or lie in another, are not carried.",
    )


@pytest.mark.parametrize("data", [write_archive({"a": "x"}), word("")])
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(FormatError):
        read_work(WORD, data)
