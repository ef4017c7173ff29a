"""Tables for review in Word documents and texts of LibreOffice: reference, texts, comment, state."""

import io
from dataclasses import replace

import docx as python_docx
import pytest
from hypothesis import HealthCheck, given, settings

from tests.interchange.documents import documents_of_texts
from workbench.interchange.document import (
    CommentRecord,
    Document,
    PassageRecord,
    ThreadRecord,
    TranslationRecord,
    VariantRecord,
    WorkRecord,
)
from workbench.interchange.errors import FormatError
from workbench.interchange.options import ReadOptions
from workbench.interchange.registry import FORMATS

NAMES = pytest.mark.parametrize("name", ["docx", "odt"])
PASSAGES = (
    PassageRecord("1", (VariantRecord("A", "The cat."), VariantRecord("B", "Die Katze.")), "Animals"),
    PassageRecord("2", (VariantRecord("A", "It sat."),)),
    PassageRecord("3", (VariantRecord("B", "", "omitted"),)),
)
THREADS = (
    ThreadRecord("1", (CommentRecord("", "Why?\nReally."),)),
    ThreadRecord("1", (CommentRecord("", "Done."),), state="resolved"),
    ThreadRecord("3", (CommentRecord("", "Missing."),), state="wont_fix"),
)
TRANSLATIONS = (TranslationRecord("A", "en", "original"), TranslationRecord("B", "de"))
WORK = WorkRecord(translations=TRANSLATIONS, passages=PASSAGES, threads=THREADS)


def through(name: str, work: WorkRecord) -> Document:
    return FORMATS[name].read(FORMATS[name].write_with(Document((work,)), "review"), ReadOptions())


@NAMES
def test_texts_comments_and_states_go_out_and_come_back_a_row_for_each_comment(name: str) -> None:
    assert through(name, WORK) == Document((WORK,))


@NAMES
def test_one_translation_is_a_table_too_and_a_column_may_be_called_comment(name: str) -> None:
    one = WorkRecord(
        translations=(TranslationRecord("comment"),),
        passages=(PassageRecord("1", (VariantRecord("comment", "The cat."),)),),
        threads=THREADS[:2],
    )
    assert through(name, one) == Document((one,))


@NAMES
@settings(max_examples=15, suppress_health_check=list(HealthCheck))
@given(document=documents_of_texts(least=1))
def test_whatever_texts_there_are_they_come_back(name: str, document: Document) -> None:
    (work,) = document.works
    threads = (ThreadRecord(work.passages[0].reference or "", (CommentRecord("", "Why?"),), state="in_progress"),)
    assert through(name, replace(work, threads=threads)) == Document((replace(work, threads=threads),))


@NAMES
def test_what_a_row_does_not_carry_of_a_thread_is_said(name: str) -> None:
    (said,) = FORMATS[name].losses_with(Document((WORK,)), "review")
    assert said.startswith("Of 3 threads the words and the state are carried, one row each; who wrote them, when, of ")
    assert not FORMATS[name].collates("review")


def test_a_cell_of_several_paragraphs_has_each_of_them_once_and_others_comments_are_read_by_the_columns_name() -> None:
    rows = [("", "KJV [en]", "Kommentar"), ("1", "In the beginning", "Why?"), ("2", "And the earth", "")]
    written = python_docx.Document()
    table = written.add_table(rows=3, cols=3)
    for row, cells in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
    table.cell(1, 1).add_paragraph("God created")
    out = io.BytesIO()
    written.save(out)
    work = FORMATS["docx"].read(out.getvalue(), ReadOptions()).works[0]
    assert work.translations == (TranslationRecord("KJV", "en"),)
    assert [one.variants[0].text for one in work.passages] == ["In the beginning\nGod created", "And the earth"]
    assert work.threads == (ThreadRecord("1", (CommentRecord("", "Why?"),)),)


def test_a_state_that_is_none_is_refused_with_its_passage() -> None:
    work = replace(WORK, threads=(replace(THREADS[0], state="done"),))
    with pytest.raises(FormatError, match=r"passage 1: 'done' is no state\. Expected open, "):
        through("odt", work)
