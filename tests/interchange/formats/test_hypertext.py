"""Web pages and e-books: a work out and in again, and what stands in pages of others."""

import io
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume
from hypothesis import strategies as st

from tests.epubcheck import needs_epubcheck, what_epubcheck_says
from tests.interchange.contract import ArchiveContract, DocumentContract
from tests.interchange.documents import documents_of_texts
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
from workbench.interchange.registry import FORMATS, recognise_format

TEXT = "  The <cat> sat\ton & on.\nAnd  slept. "
MARKUP = (
    SpanRecord("emphasis", 6, 15),
    SpanRecord("strong", 12, 20),
    SpanRecord("note", 15, 15, text="So in A.\nAnd B."),
    SpanRecord("deleted", 21, 23),
    SpanRecord("added", 23, 24),
    SpanRecord("link", 25, 28, "https://example.org/?a=1&b=2"),
    SpanRecord("foreign", 30, 35, language="la"),
)
THREAD = ThreadRecord(
    "1",
    (CommentRecord("Ann", "Why?\nReally.", "2026-01-02T03:04:05Z", suggestion=SuggestionRecord(0, "dog")),),
    (AnchorRecord("A", 1, 7, 10, "cat"),),
    category="style",
)
ONE = Document(
    (
        WorkRecord(
            translations=(TranslationRecord("A", "en", "original"), TranslationRecord("B", "he")),
            passages=(
                PassageRecord(
                    "1", (VariantRecord("A", TEXT, markup=MARKUP), VariantRecord("B", "שלום")), "A <heading>"
                ),
                PassageRecord("2", (VariantRecord("A", "", "omitted"),)),
                PassageRecord("3"),
            ),
        ),
    )
)
NAMES = ("html", "epub")
HEAD = '<!doctype html><html lang="fr"><head><title>T</title><style>p{}</style></head><body>'


def read(name: str, data: bytes, **options: Any) -> Document:
    return FORMATS[name].read(data, ReadOptions(**{"siglum": "A", **options}))


def texts(document: Document) -> list[tuple[str, str]]:
    return [(one.heading, one.variants[0].text) for one in document.works[0].passages]


def book(*pages: str, encryption: str = "") -> bytes:
    """Return an e-book of these pages, as HTML bodies."""
    items = "".join(
        f'<item id="i{at}" href="p%20{at}.xhtml" media-type="application/xhtml+xml"/>' for at, _ in enumerate(pages)
    )
    spine = "".join(f'<itemref idref="i{at}"/>' for at, _ in enumerate(pages))
    metadata = "<metadata><title>A book</title><language>la</language></metadata>"
    opf = f"<package>{metadata}<manifest>{items}</manifest><spine>{spine}</spine></package>"
    members = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": '<container><rootfiles><rootfile full-path="o/c.opf"/></rootfiles></container>',
        "o/c.opf": opf,
        **({"META-INF/encryption.xml": encryption} if encryption else {}),
    }
    root = '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><body>{}</body></html>'
    return write_archive(members | {f"o/p {at}.xhtml": root.format(page) for at, page in enumerate(pages)})


@st.composite
def documents_with_passages(draw: st.DrawFn) -> Document:
    document = draw(documents_of_texts(least=1))
    assume(document.works[0].passages)
    return document


class TestHtml(DocumentContract):
    name = "html"
    root = "html"
    carried = documents_of_texts()
    sample = FORMATS["html"].write(ONE)


class TestEpub(ArchiveContract):
    name = "epub"
    carried = documents_with_passages()
    sample = FORMATS["epub"].write(ONE)


@pytest.mark.parametrize("name", NAMES)
def test_marked_words_notes_headings_roles_and_presences_come_back(name: str) -> None:
    assert FORMATS[name].losses(ONE) == ()
    assert FORMATS[name].read(FORMATS[name].write(ONE), ReadOptions()) == ONE


@pytest.mark.parametrize("name", NAMES)
def test_what_is_said_of_the_work_comes_back_but_the_names_of_its_levels(name: str) -> None:
    said = WorkRecord('A "book" & <more>', "", "Ann", "la", "Long.\nLonger.", series="S", numbering="vul")
    work = replace(said, translations=ONE.works[0].translations, passages=ONE.works[0].passages)
    assert FORMATS[name].losses(Document((work,))) == ()
    assert read(name, FORMATS[name].write(Document((work,))), title="Another").works == (work,)
    levels = Document((replace(work, levels=("book",)),))
    assert FORMATS[name].losses(levels) == ("The names of the levels of the work are not carried.",)


def test_a_page_is_the_same_when_a_browser_wrote_it_down_anew() -> None:
    page = (
        FORMATS["html"]
        .write(ONE)
        .decode()
        .replace('xmlns="http://www.w3.org/1999/xhtml" ', "")
        .replace("<br/>", "<br>")
    )
    assert read("html", page.encode()) == ONE


@pytest.mark.parametrize("name", NAMES)
def test_each_text_says_its_language_and_direction_and_nothing_runs_on_the_page(name: str) -> None:
    data = FORMATS[name].write(ONE)
    if name == "epub":
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            assert archive.namelist()[0] == "mimetype"
            data = archive.read("book/text0001.xhtml")
    page = data.decode()
    assert 'data-siglum="B" lang="he" xml:lang="he" dir="rtl"' in page
    assert ("<script" in page, " on" in page.partition("<body>")[0], "<del" in page, "<ins" in page) == (False,) * 4


def test_remarks_stand_on_the_page_and_are_said_not_to_come_back() -> None:
    work = ONE.works[0]
    document = Document((WorkRecord(translations=work.translations, passages=work.passages, threads=(THREAD,)),))
    page = FORMATS["html"].write(document).decode()
    for said in ("A: “cat” — style", "<b>Ann</b>", "Why?<br/>Really.", "− <s>cat</s> + <u>dog</u>"):
        assert said in page
    assert FORMATS["html"].losses(document) == (
        "1 threads stand below their passages or on top to be read; they do not come back.",
    )
    assert read("html", page.encode()) == ONE


def test_what_is_not_carried_is_named() -> None:
    markup = (
        SpanRecord("emphasis", 0, 3),
        SpanRecord("note", 0, 3, "*", " x"),
        SpanRecord("emphasis", 3, 5),
        SpanRecord("link", 3, 5, "javascript:alert(1)"),
        SpanRecord("page", 4, 4, "12"),
    )
    work = WorkRecord(
        translations=(TranslationRecord("A"),),
        passages=(PassageRecord("1", (VariantRecord("A", TEXT, markup=markup),)),),
    )
    assert FORMATS["html"].losses(Document((work,))) == (
        "Markup is not carried: link, 1 times.",
        "Markup is not carried: page, 1 times.",
        "1 notes stand behind their words, which are not marked.",
        "1 notes lose their own mark or language; they are numbered.",
        "1 notes lose the white space around them.",
        "1 marks that touch another of their kind become one with it.",
    )
    assert b"javascript" not in FORMATS["html"].write(Document((work,)))


def test_a_page_of_others_is_one_translation_a_paragraph_a_passage() -> None:
    body = (
        "<nav><p>Menu</p></nav><h1>One</h1><h2>Two</h2><p>In the\n  <em>beginning</em><br> was. </p><script>x</script>"
        '<ul><li>a<li>b</ul><p lang="la">et<img src="x.png">'
    )
    document = read("html", (HEAD + body).encode())
    assert texts(document) == [("One · Two", "In the beginning\nwas."), ("", "a"), ("", "b"), ("", "et")]
    assert document.works[0].passages[0].variants[0].markup == (SpanRecord("emphasis", 7, 16),)
    assert document.works[0].translations == (TranslationRecord("A", "fr"),)
    assert document.warnings == (
        "1 pictures are left out.",
        "1 paragraphs say that they are in another language (la); that is not kept.",
    )


def test_a_page_is_read_in_the_encoding_that_it_says() -> None:
    page = '<!doctype html><html><head><meta charset="windows-1251"></head><body><p>Привет</p></body></html>'
    assert texts(read("html", page.encode("windows-1251"))) == [("", "Привет")]


def test_a_book_of_others_is_read_in_its_order_with_the_notes_of_its_last_page() -> None:
    call = '<sup><a epub:type="noteref" href="p%201.xhtml#n1">1</a></sup>'
    notes = '<aside epub:type="footnote" id="n1"><p><a epub:type="backlink" href="#x">1</a> A note.</p></aside>'
    document = read("epub", book(f"<h1>I</h1><p>One{call}&nbsp;two</p>", f"<p>End</p>{notes}"))
    assert texts(document) == [("I", "One\u00a0two"), ("", "End")]
    assert document.works[0].passages[0].variants[0].markup == (SpanRecord("note", 3, 3, text="A note."),)
    assert (document.works[0].title, document.works[0].translations[0].language) == ("A book", "la")


def test_a_locked_book_is_refused() -> None:
    said = '<encryption><CipherReference URI="o/p%200.xhtml"/></encryption>'
    with pytest.raises(FormatError, match="locked"):
        read("epub", book("<p>One</p>", encryption=said))


@pytest.mark.parametrize("name", NAMES)
def test_a_file_is_known_by_what_it_is(name: str) -> None:
    found = recognise_format("a.txt", FORMATS[name].write(ONE))
    assert found is not None
    assert found.format.name == name


@pytest.mark.slow
@needs_epubcheck
def test_epubcheck_finds_nothing_wrong_with_a_book(tmp_path: Path) -> None:
    path = tmp_path / "a.epub"
    path.write_bytes(FORMATS["epub"].write(ONE))
    assert what_epubcheck_says(path) == ""


def test_what_a_page_says_of_itself_is_offered_and_not_taken() -> None:
    head = (
        '<!doctype html><html><head><title>Blog: The file</title><meta name="author" content=" A.\nBlogger ">'
        '<meta property="article:published_time" content="2009-03-30T10:00:00Z">'
        '<link rel="canonical" href="https://example.org/file"></head>'
    )
    document = read("html", f"{head}<body><h1>The file</h1><p>I request.".encode())
    assert dict(document.offered) == {
        "title": "The file",
        "translator": "A. Blogger",
        "year": "2009-03-30",
        "source": "https://example.org/file",
    }
    assert document.works[0].translations == (TranslationRecord("A"),)


def test_a_byline_may_stand_in_the_text_and_no_address_is_made_of_what_is_none() -> None:
    page = (
        '<!doctype html><body><a rel="author">by B. C.</a> <time>1 May 1999</time><p>x<link rel="canonical" href="/x">'
    )
    assert dict(read("html", page.encode()).offered) == {"translator": "B. C.", "year": "1 May 1999"}


def test_a_page_of_ours_says_what_it_says_in_its_roster() -> None:
    assert read("html", FORMATS["html"].write(ONE)).offered == ()
