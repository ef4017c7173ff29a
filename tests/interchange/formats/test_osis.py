"""OSIS: what is read of elements and milestones, and that it says what the same book says as USFM."""

import re

import pytest

from tests.interchange.contract import DocumentContract
from tests.interchange.documents import as_verses
from tests.interchange.scripture import BOOKS, OPTIONS, SAMPLES, texts
from workbench.interchange.document import Document, SpanRecord, WorkRecord
from workbench.interchange.errors import FormatError
from workbench.interchange.options import ReadOptions
from workbench.interchange.registry import FORMATS, recognise_format

OSIS = FORMATS["osis"]
SAMPLE = (SAMPLES / "jonah.osis").read_bytes()
NAMESPACE = "http://www.bibletechnologies.net/2003/OSIS/namespace"


class TestOsis(DocumentContract):
    name = "osis"
    root = "osis"
    sample = SAMPLE
    sample_options = OPTIONS
    carried = BOOKS

    def fit(self, work: WorkRecord) -> WorkRecord:
        return as_verses(work)


def _osis(body: str, work: str = "KJV") -> bytes:
    header = "<header><work><title>No text</title></work></header>"
    text = f'<osisText osisIDWork="{work}" xml:lang="en">{header}{body}</osisText>'
    return f'<osis xmlns="{NAMESPACE}">{text}</osis>'.encode()


def _book(body: str) -> Document:
    chapter = f'<div type="book" osisID="Mark"><chapter osisID="Mark.1">{body}</chapter></div>'
    return OSIS.read(_osis(chapter), ReadOptions())


def _markup(body: str) -> tuple[SpanRecord, ...]:
    (passage,) = _book(f'<verse osisID="Mark.1.1">{body}</verse>').works[0].passages
    return passage.variants[0].markup


def test_a_book_says_what_it_says_as_usfm() -> None:
    usfm = FORMATS["usfm"].read((SAMPLES / "jonah.usfm").read_bytes(), OPTIONS)
    assert OSIS.read(SAMPLE, ReadOptions()).works == usfm.works
    assert OSIS.write(usfm) == SAMPLE


def test_it_is_known_by_its_content() -> None:
    recognised = recognise_format("kjv.xml", SAMPLE)
    assert recognised
    assert recognised.format.name == "osis"


@pytest.mark.parametrize(
    "body",
    [
        '<verse osisID="Mark.1.1">One </verse><verse osisID="Mark.1.2 Mark.1.3">two</verse>',
        '<verse sID="a" osisID="Mark.1.1"/>One<verse eID="a"/><verse sID="b" osisID="Mark.1.2 Mark.1.3"/>two',
        """
        <verse osisID="Bible:Mark.1.1">
          <w lemma="x">One</w>
        </verse>
        <verse osisID="Mark.1.2 Mark.1.3">two</verse>""",
    ],
)
def test_verses_are_elements_or_lie_between_milestones(body: str) -> None:
    said = {"Mark 1:1": ("One", "present"), "Mark 1:2": ("two", "present"), "Mark 1:3": ("", "joined")}
    assert texts(_book(body)) == said


def test_chapters_and_books_are_known_from_verses_alone() -> None:
    verses = '<verse osisID="Gen.1.1">a</verse><verse osisID="Gen.2.1!a">b</verse><verse osisID="3John.1.1">c</verse>'
    assert list(texts(OSIS.read(_osis(verses), ReadOptions()))) == ["Gen 1:1", "Gen 2:1a", "3John 1:1"]


def test_milestones_of_chapters_and_paragraphs_are_read() -> None:
    body = (
        '<div type="book" osisID="Ruth"><chapter sID="Ruth.2" osisID="Ruth.2"/><div type="x-p" sID="p1"/>'
        '<verse sID="v1" osisID="Ruth.2.1"/>Text<verse eID="v1"/><div type="x-p" eID="p1"/>'
        '<chapter eID="Ruth.2"/></div>'
    )
    (passage,) = OSIS.read(_osis(body), ReadOptions()).works[0].passages
    assert (passage.reference, passage.variants[0].markup) == ("Ruth 2:1", (SpanRecord("paragraph", 0, 4),))


def test_the_title_of_a_psalm_is_text_and_others_are_headings() -> None:
    title = '<title>The wild</title><title type="psalm">Of <name type="person">Asaph</name></title>'
    document = _book(f'{title}<verse osisID="Mark.1.1">A</verse><title>Later</title><verse osisID="Mark.1.2">B</verse>')
    assert [(one.reference, one.heading) for one in document.works[0].passages] == [
        ("Mark 1:0", "The wild"),
        ("Mark 1:1", ""),
        ("Mark 1:2", "Later"),
    ]
    assert texts(document)["Mark 1:0"] == ("Of Asaph", "present")


def test_lines_and_prose_after_them_are_told_apart() -> None:
    spans = _markup('<lg><l level="1">one</l><l level="2">two</l></lg> three')
    assert [(span.kind, span.value, span.start) for span in spans] == [
        ("line", "", 0),
        ("line", "1", 4),
        ("paragraph", "m", 8),
    ]


def test_who_speaks_goes_on_over_verses_and_paragraphs() -> None:
    first = '<p><verse sID="v1" osisID="Mark.1.1"/>He: <q who="Jesus" sID="q1" marker=""/>Come<verse eID="v1"/></p>'
    document = _book(f'{first}<p><verse sID="v2" osisID="Mark.1.2"/>here<q eID="q1"/> now<verse eID="v2"/></p>')
    spoken = [one.variants[0].markup for one in document.works[0].passages]
    assert [[(span.start, span.end) for span in spans if span.value == "Jesus"] for spans in spoken] == [
        [(4, 8)],
        [(0, 4)],
    ]
    assert document.warnings == ()


def test_quotation_marks_in_attributes_are_text() -> None:
    said = '<q sID="1" marker="“"/>Come<milestone type="cQuote" marker="!"/><q eID="1" marker="”"/>'
    document = _book(f'<verse osisID="Mark.1.1">{said}</verse>')
    assert texts(document) == {"Mark 1:1": ("“Come!”", "present")}


def test_notes_lose_their_place_and_keep_their_readings_apart() -> None:
    note = '<note n="a"><reference type="source">1:1</reference><catchWord>so</catchWord><rdg>thus</rdg></note>'
    cross = '<note type="crossReference"><reference osisRef="Gen.1.1">Gen 1:1</reference></note>'
    assert _markup(f"Text{note}{cross}") == (
        SpanRecord("note", 4, 4, "a", "so thus"),
        SpanRecord("note", 4, 4, "x", "Gen 1:1"),
    )


def test_another_printed_number_is_kept() -> None:
    document = _book('<verse osisID="Mark.1.1" n="1">a</verse><verse osisID="Mark.1.2" n="3">b</verse>')
    assert [one.variants[0].reference for one in document.works[0].passages] == ["", "Mark 1:3"]


def test_several_translations_go_out_in_one_file_and_come_back() -> None:
    table = "reference\tA [en]\tB b [de]\nGen 1:1\tIn the beginning\tAm Anfang\nGen 1:2\tAnd\t[joined]\n"
    document = FORMATS["tsv"].read(table.encode(), ReadOptions())
    again = OSIS.read(OSIS.write(document), ReadOptions())
    assert [(one.siglum, one.language) for one in again.works[0].translations] == [("A", "en"), ("B b", "de")]
    assert [one.variants for one in again.works[0].passages] == [one.variants for one in document.works[0].passages]


def test_what_the_file_calls_a_translation_counts_where_nobody_says_otherwise() -> None:
    data = _osis('<verse osisID="Gen.1.1">a</verse>', work="Bible.en.KJV")
    assert OSIS.read(data, ReadOptions()).works[0].translations[0].siglum == "KJV"
    assert OSIS.read(data, OPTIONS).works[0].translations[0].siglum == "A"


def test_what_is_not_carried_is_counted() -> None:
    front = '<div type="introduction"><p>About</p></div>'
    document = _book(
        f'{front}<verse osisID="Mark.1.1"><w lemma="x">a</w><hi type="underline">b</hi><milestone type="pb"/></verse>'
    )
    assert document.warnings == (
        "Left out: attributes of w, 1 times.",
        "Left out: divisions introduction, 1 times.",
        "Left out: milestones pb, 1 times.",
        "Left out: what hi of type underline means, 1 times.",
    )
    assert texts(document) == {"Mark 1:1": ("ab", "present")}


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"<usx/>", "Expected <osis>, not <usx>."),
        (b"<osis/>", "Expected <osis> with a text in it"),
        (_osis('<verse osisID="Gen.x">a</verse>'), "Gen.x"),
        (_osis('<verse osisID="Gen.1.1">a</verse>', work=""), "siglum: Empty"),
    ],
)
def test_what_is_no_bible_is_refused(data: bytes, message: str) -> None:
    with pytest.raises(FormatError, match=re.escape(message)):
        OSIS.read(data, ReadOptions())
