"""A work as one text with what the others read in notes to its words."""

import pytest

from workbench.interchange.document import (
    AnchorRecord,
    CommentRecord,
    Document,
    PassageRecord,
    SpanRecord,
    ThreadRecord,
    TranslationRecord,
    VariantRecord,
    WorkRecord,
)
from workbench.interchange.edition import as_edition
from workbench.interchange.options import ReadOptions
from workbench.interchange.registry import FORMATS

LOST = (SpanRecord("lacuna", 7, 7),)
PASSAGES = (
    PassageRecord(
        "1",
        (
            VariantRecord("A", "The cat sat on the mat."),
            VariantRecord("B", "The dog sat on the mat."),
            VariantRecord("C", "The cat", markup=LOST),
            VariantRecord("D", "Die Katze"),
            VariantRecord("E", "The cat sat on the rug."),
        ),
        "Pets",
    ),
    PassageRecord("2", (VariantRecord("A", "Same."), VariantRecord("B", "Same."))),
    PassageRecord("3", (VariantRecord("B", "Only here."),)),
)
TRANSLATIONS = tuple(TranslationRecord(siglum, "de" if siglum == "D" else "en") for siglum in "ABCDE")
THREADS = tuple(
    ThreadRecord("1", (CommentRecord("", "Why?"),), anchors=(AnchorRecord(siglum, 1, 0, 3, "The"),)) for siglum in "AB"
)
DOCUMENT = Document((WorkRecord(translations=TRANSLATIONS, passages=PASSAGES, threads=THREADS),))
NOTES = ["cat] dog B", "mat] rug E"]


def notes_of(document: Document) -> list[tuple[int, str]]:
    return [
        (span.start, span.text)
        for passage in document.works[0].passages
        for variant in passage.variants
        for span in variant.markup
        if span.kind == "note"
    ]


def test_each_place_has_a_note_behind_its_words() -> None:
    assert notes_of(as_edition(DOCUMENT)) == [(7, NOTES[0]), (22, NOTES[1])]


def test_what_is_left_out_is_said() -> None:
    edited = as_edition(DOCUMENT)
    assert edited.warnings == (
        "4 other translations stand in notes, as far as they part; they do not come back.",
        "1 threads are left out: they speak of other translations.",
    )
    assert edited.works[0].threads == THREADS[:1]


@pytest.mark.parametrize("name", ["docx", "odt", "html", "epub"])
def test_text_and_notes_come_back_in_every_format_that_has_notes(name: str) -> None:
    data = FORMATS[name].write_with(DOCUMENT, "notes")
    work = FORMATS[name].read(data, ReadOptions()).works[0]
    texts = [one.text for passage in work.passages for one in passage.variants]
    assert [text for text in texts if text] == ["The cat sat on the mat.", "Same."]
    assert notes_of(Document((work,))) == [(7, NOTES[0]), (22, NOTES[1])]
    assert FORMATS[name].losses_with(DOCUMENT, "notes")[0].startswith("4 other translations")
    assert not FORMATS[name].collates()
    assert FORMATS[name].collates("notes")
