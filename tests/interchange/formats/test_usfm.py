"""USFM: what is read of a book, and that it is written so that it reads the same."""

import re
from io import BytesIO
from zipfile import ZipFile

import pytest

from tests.interchange.contract import TextContract
from tests.interchange.documents import as_verses
from tests.interchange.scripture import BOOKS, OPTIONS, texts
from workbench.interchange.document import SpanRecord, WorkRecord
from workbench.interchange.errors import FormatError
from workbench.interchange.options import ReadOptions
from workbench.interchange.registry import FORMATS, recognise_format

USFM = FORMATS["usfm"]
BOOK = r"""\id GEN A version
\usfm 3.1
\mt1 Genesis
\c 1
\p
\v 1 In the beginning\f + \fr 1:1 \ft At first\f* was \nd Lord\nd* BREAK.
\v 2-3 Two and three.
\q1
\v 4a part one
\q2 and a line
\v 4b part two.
\c 2
\p
\v 1 Next.
"""


class TestUsfm(TextContract):
    name = "usfm"
    sample = b"\\id GEN\n\\c 1\n\\p \\v 1 Text BREAK\n\\v 2 More.\n"
    sample_options = OPTIONS
    carried = BOOKS

    def fit(self, work: WorkRecord) -> WorkRecord:
        return as_verses(work)


def test_verses_bridges_and_parts_are_read() -> None:
    assert texts(USFM.read(BOOK.encode(), OPTIONS)) == {
        "Gen 1:1": ("In the beginning was Lord BREAK.", "present"),
        "Gen 1:2": ("Two and three.", "present"),
        "Gen 1:3": ("", "joined"),
        "Gen 1:4a": ("part one and a line", "present"),
        "Gen 1:4b": ("part two.", "present"),
        "Gen 2:1": ("Next.", "present"),
    }


def test_notes_lines_and_names_stand_beside_the_words() -> None:
    document = USFM.read(BOOK.encode(), OPTIONS)
    (work,) = document.works
    assert (work.levels, work.passages[0].path) == (("book", "chapter", "verse"), ("Gen", "1", "1"))
    markup = work.passages[0].variants[0].markup
    assert SpanRecord("note", 16, 16, "", "At first") in markup
    assert [span.kind for span in work.passages[3].variants[0].markup] == ["line", "line"]
    assert [(span.kind, span.value) for span in markup if span.kind == "name"] == [("name", "deity")]


def test_a_book_goes_out_and_comes_back_whole() -> None:
    first = USFM.read(BOOK.encode(), OPTIONS)
    again = USFM.read(USFM.write(first), ReadOptions())
    assert (again.works, again.warnings) == (first.works, ())
    assert rb"\v 2-3 Two and three." in USFM.write(first)


def test_several_books_are_a_zip_and_come_back_in_their_order() -> None:
    two = ReadOptions(siglum="A", language="en")
    archive = BytesIO()
    with ZipFile(archive, "w") as file:
        file.writestr("b.usfm", BOOK.replace("GEN", "EXO"))
        file.writestr("a.usfm", BOOK)
        file.writestr("notes.txt", "not read")
    document = USFM.read(archive.getvalue(), two)
    books = list(dict.fromkeys(one.path[0] for one in document.works[0].passages))
    assert (books, document.warnings[0]) == (["Gen", "Exod"], "1 other files in the archive are not read.")
    written = USFM.write(document)
    assert USFM.naming(written) == (".zip", "application/zip")
    assert ZipFile(BytesIO(written)).namelist() == ["001-GEN.usfm", "002-EXO.usfm"]
    assert USFM.read(written, ReadOptions()).works == document.works
    recognised = recognise_format("bible.zip", written)
    assert recognised
    assert recognised.format.name == "usfm"


@pytest.mark.parametrize(
    ("data", "message"),
    [(b"\\c 1\n\\v 1 Text", "Expected \\id with the code of a book"), (b"plain words", "Expected \\id")],
)
def test_what_is_no_book_is_refused(data: bytes, message: str) -> None:
    with pytest.raises(FormatError, match=re.escape(message)):
        USFM.read(data, OPTIONS)


def test_what_are_no_verses_is_not_written() -> None:
    document = FORMATS["plain"].read(b"One.\n\nTwo.\n", OPTIONS)
    with pytest.raises(FormatError, match=r"is no verse\. Expected book, chapter and verse"):
        USFM.write(document)


def test_a_chapter_that_begins_with_no_paragraph_has_none_when_it_comes_back() -> None:
    table = b"reference\tA\nGen 1:1\tIn the beginning\nGen 2:1\tThus\n"
    document = FORMATS["tsv"].read(table, ReadOptions())
    again = USFM.read(USFM.write(document), ReadOptions())
    assert [one.variants[0].markup for one in again.works[0].passages] == [(), ()]


def test_words_behind_a_figure_in_a_note_belong_to_the_note() -> None:
    data = b'\\id MRK\n\\c 1\n\\p\n\\v 1 Text\\f + \\ft before\\fig A|src="a.jpg"\\fig* after\\f*.\n'
    (passage,) = USFM.read(data, OPTIONS).works[0].passages
    assert [one.text for one in passage.variants[0].markup if one.kind == "note"] == ["before after"]


def test_attributes_keep_their_quotation_marks() -> None:
    data = b'\\id MRK\n\\c 1\n\\p\n\\v 1 \\qt-s |who="John \\"the\\" \\| Baptist"\\*I\\qt-e\\*\n'
    (passage,) = USFM.read(data, OPTIONS).works[0].passages
    assert [one.value for one in passage.variants[0].markup if one.kind == "quote"] == ['John "the" | Baptist']


def test_the_place_of_a_note_outside_of_a_note_is_no_text() -> None:
    document = USFM.read(b"\\id MRK\n\\c 1\n\\p\n\\v 1 Text \\fr 1:1 \\v 2 more\n\\fr 1.2 and more\n", OPTIONS)
    assert texts(document) == {"Mark 1:1": ("Text", "present"), "Mark 1:2": ("more and more", "present")}
    assert document.warnings == ("Left out: places of notes that stand outside of notes, 2 times.",)
