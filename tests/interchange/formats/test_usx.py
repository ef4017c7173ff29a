"""USX: what is read of a book, and that it says what the same book says as USFM."""

import re
from io import BytesIO
from zipfile import ZipFile

import pytest

from tests.interchange.contract import DocumentContract
from tests.interchange.documents import as_verses
from tests.interchange.scripture import BOOKS, OPTIONS, SAMPLES, texts
from workbench.interchange.document import SpanRecord, WorkRecord
from workbench.interchange.errors import FormatError
from workbench.interchange.options import ReadOptions
from workbench.interchange.registry import FORMATS, recognise_format

USX = FORMATS["usx"]
SAMPLE = (SAMPLES / "jonah.usx").read_bytes()


class TestUsx(DocumentContract):
    name = "usx"
    root = "usx"
    sample = SAMPLE
    sample_options = OPTIONS
    carried = BOOKS

    def fit(self, work: WorkRecord) -> WorkRecord:
        return as_verses(work)


def _usx(body: str) -> bytes:
    return f'<usx version="2.5"><book code="MRK" style="id">Mark</book><chapter number="1"/>{body}</usx>'.encode()


def _markup(body: str) -> tuple[SpanRecord, ...]:
    (passage,) = USX.read(_usx(f'<para style="nb"><verse number="1"/>{body}</para>'), OPTIONS).works[0].passages
    return passage.variants[0].markup


def test_a_book_says_what_it_says_as_usfm() -> None:
    usfm = FORMATS["usfm"].read((SAMPLES / "jonah.usfm").read_bytes(), OPTIONS)
    assert USX.read(SAMPLE, ReadOptions()).works == usfm.works
    assert USX.write(usfm) == SAMPLE


def test_verses_end_where_their_words_end() -> None:
    assert b'he answered me; <verse eid="JON 2:1"/>' in SAMPLE
    assert b'Selah</char><verse eid="JON 2:2"/></para>\n<para style="s">He is saved</para>' in SAMPLE


def test_white_space_between_elements_is_no_text() -> None:
    body = """
    <para style="p">
      <verse number="1"/>One
        two <verse eid="x"/>
    </para>
    <para style="q1">three</para>"""
    assert texts(USX.read(_usx(body), OPTIONS)) == {"Mark 1:1": ("One two three", "present")}


def test_other_numbers_and_milestones_are_read() -> None:
    verse = '<verse number="1" altnumber="2" pubnumber="3"/>'
    body = f'<para style="p">{verse}Text <ms style="qt1-s" who="Pilate"/>he<ms style="qt1-e"/></para>'
    (passage,) = USX.read(_usx(body), OPTIONS).works[0].passages
    (variant,) = passage.variants
    assert variant.reference == "Mark 1:3"
    assert SpanRecord("code", 0, 0, "va", "2") in variant.markup
    assert SpanRecord("quote", 5, 7, "Pilate") in variant.markup


def test_notes_are_read_without_the_place_that_they_name() -> None:
    said = '<char style="fr">1:1 </char><char style="ft">See <ref loc="MRK 2:1">2:1</ref>.</char>'
    assert _markup(f'Text<note style="f" caller="a">{said}</note>') == (SpanRecord("note", 4, 4, "a", "See 2:1."),)


def test_tables_are_read_and_written() -> None:
    row = (
        '<table><row style="tr"><verse number="1"/><cell style="tc1">a</cell><cell style="tcr2">b</cell></row></table>'
    )
    document = USX.read(_usx(row), OPTIONS)
    assert texts(document) == {"Mark 1:1": ("a b", "present")}
    written = USX.write(document)
    assert (
        b'<cell style="tc1" align="start">a </cell><cell style="tcr2" align="end">b<verse eid="MRK 1:1"/></cell>'
        in written
    )
    assert USX.read(written, ReadOptions()).works == document.works


def test_what_is_not_carried_is_counted() -> None:
    body = (
        '<para style="p"><verse number="1"/><char style="w" lemma="go">went</char><char style="zz">x</char></para>'
        '<sidebar style="esb"><para style="p">Aside</para></sidebar><para style="rem">TODO</para>'
    )
    document = USX.read(_usx(body), OPTIONS)
    assert document.warnings == (
        "Left out: attributes of w, 1 times.",
        "Left out: paragraphs rem, 1 times.",
        "Left out: sidebars, 1 times.",
        "Left out: what the marker zz means, which is not known, 1 times.",
    )
    assert texts(document) == {"Mark 1:1": ("wentx", "present")}


def test_books_in_a_zip_are_read_in_their_order() -> None:
    archive = BytesIO()
    with ZipFile(archive, "w") as file:
        file.writestr("release/USX_1/MRK.usx", _usx('<para style="p"><verse number="1"/>Mark</para>'))
        file.writestr("release/USX_1/JON.usx", SAMPLE.replace(b"Translation Workbench|en|A", b"by hand"))
        file.writestr("metadata.xml", "<x/>")
    recognised = recognise_format("dbl.zip", archive.getvalue())
    assert recognised
    assert recognised.format.name == "usx"
    document = USX.read(archive.getvalue(), ReadOptions(language="en"))
    assert document.works[0].translations[0].siglum == "USX_1"
    assert list(dict.fromkeys(one.path[0] for one in document.works[0].passages)) == ["Jonah", "Mark"]
    assert USX.naming(USX.write(document)) == (".zip", "application/zip")


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"<osis/>", "Expected <usx>, not <osis>."),
        (b"<usx/>", "Expected <usx> with the code of a book in it"),
        (b'<usx><book code="../"/></usx>', "Expected the code of a book (GEN), not '../'."),
        (_usx('<para style="p"><verse number="x"/></para>'), "MRK 1:x: Expected the number of a verse, not 'x'."),
        (b'<!DOCTYPE usx SYSTEM "usx.dtd"><usx>a&nbsp;b</usx>', "It uses &nbsp;, an entity that it does not declare."),
    ],
)
def test_what_is_no_book_is_refused(data: bytes, message: str) -> None:
    with pytest.raises(FormatError, match=re.escape(message)):
        USX.read(data, OPTIONS)
