"""Spreadsheets: XLSX and ODS as tables whose cells are texts, read by ours and by another reader."""

import io
from typing import Any

import pytest
import python_calamine

from tests.interchange.contract import ArchiveContract
from tests.interchange.documents import documents_of_texts
from workbench.interchange.archives import write_archive
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

TEXTS = [
    "=1+1", "'=x", "'tis", "[omitted]", "'[joined]", "a\tb", "  lead", "trail  ", "a  b", "line\n\nbreak\n",
    "_x0041_", "1.10", "1E05", "<&>\"", "true",
]  # fmt: skip


def document_of(texts: list[str], threads: tuple[ThreadRecord, ...] = ()) -> Document:
    passages = tuple(PassageRecord(f"1.{at}", (VariantRecord("A", text),)) for at, text in enumerate(texts))
    work = WorkRecord(translations=(TranslationRecord("A", "en"),), passages=passages, threads=threads)
    return Document((work,))


SAMPLE = document_of(["one", "two BREAK"])


def other_reader(data: bytes) -> list[list[Any]]:
    return python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_index(0).to_python()


def sheet(cells: str, **members: str) -> bytes:
    """Return an XLSX whose sheet has these cells, as XML."""
    main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    relation = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    return write_archive(
        {
            "[Content_Types].xml": "<Types/>",
            "xl/workbook.xml": f'<workbook {main} {relation}><sheets><sheet name="S" r:id="r1"/></sheets></workbook>',
            "xl/_rels/workbook.xml.rels": '<Relations><Relationship Id="r1" Target="worksheets/s.xml"/></Relations>',
            "xl/worksheets/s.xml": f"<worksheet {main}><sheetData>{cells}</sheetData></worksheet>",
            **{name.replace("__", "/") + ".xml": text for name, text in members.items()},
        }
    )


def texts_of(data: bytes, name: str = "xlsx") -> list[str]:
    work = FORMATS[name].read(data, ReadOptions()).works[0]
    return [variant.text for passage in work.passages for variant in passage.variants]


class TestXlsx(ArchiveContract):
    name = "xlsx"
    carried = documents_of_texts()
    sample = FORMATS["xlsx"].write(SAMPLE)

    def options_for(self, document: Document) -> ReadOptions:
        return ReadOptions(layout="wide", header="names")


class TestOds(ArchiveContract):
    name = "ods"
    carried = documents_of_texts()
    sample = FORMATS["ods"].write(SAMPLE)

    def options_for(self, document: Document) -> ReadOptions:
        return ReadOptions(layout="wide", header="names")


@pytest.mark.parametrize("name", ["xlsx", "ods"])
def test_texts_that_spreadsheets_spoil_come_back(name: str) -> None:
    document = document_of(TEXTS)
    assert FORMATS[name].read(FORMATS[name].write(document), ReadOptions()) == document


@pytest.mark.parametrize("name", ["xlsx", "ods"])
def test_another_reader_finds_the_same_texts(name: str) -> None:
    safe = [text for text in TEXTS if "\t" not in text and "[" not in text]  # it loses TABs of ODS; markers are escaped
    rows = other_reader(FORMATS[name].write(document_of(safe)))
    assert [row[1] for row in rows] == ["A [en]", *safe]
    assert [row[0] for row in rows][1:3] == ["1.0", "1.1"]


@pytest.mark.parametrize("name", ["xlsx", "ods"])
def test_a_review_table_goes_out_and_comes_in(name: str) -> None:
    threads = (
        ThreadRecord("1.0", (CommentRecord("", "Really?"),)),
        ThreadRecord("1.0", (CommentRecord("", "And this?"),), state="resolved"),
    )
    document = document_of(["one", "two"], threads)
    data = FORMATS[name].write(document)
    assert other_reader(data)[:3] == [
        ["reference", "A [en]", "comment", "state"],
        ["1.0", "one", "Really?", "open"],
        ["", "", "And this?", "resolved"],
    ]
    assert FORMATS[name].read(data, ReadOptions()) == document


def test_numbers_are_read_as_they_are_shown() -> None:
    styles = (
        '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts>'
        '<numFmt numFmtId="170" formatCode="0.000"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="2"/>'
        '<xf numFmtId="14"/><xf numFmtId="170"/></cellXfs></styleSheet>'
    )
    cells = '<row r="1"><c r="A1" t="str"><v>reference</v></c><c r="B1" t="str"><v>A</v></c></row>' + "".join(
        f'<row r="{at}"><c r="A{at}" t="str"><v>v{at}</v></c><c r="B{at}" s="{style}"><v>{value}</v></c></row>'
        for at, (style, value) in enumerate(
            [(0, "1.1"), (1, "1.1"), (2, "45292"), (3, "2"), (0, "0.30000000000000004")], 2
        )
    )
    data = sheet(cells, xl__styles=styles)
    assert texts_of(data) == ["1.1", "1.10", "2024-01-01", "2.000", "0.3"]
    assert FORMATS["xlsx"].read(data, ReadOptions()).warnings == (
        "5 cells hold numbers or dates, not texts; they are read as they are shown, if that is known.",
    )


def test_readings_above_characters_are_no_text_and_escapes_are_undone() -> None:
    strings = (
        '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><r><t>課</t></r><r><t>きく</t></r>'
        '<rPh sb="0" eb="1"><t>カ</t></rPh></si><si><t>a_x000A_b_x005F_x0041_</t></si></sst>'
    )
    cells = (
        '<row r="1"><c r="A1" t="str"><v>id</v></c><c r="C1" t="inlineStr"><is><t>A</t></is></c></row>'
        '<row r="9"><c r="A9" t="str"><v>1</v></c><c r="C9" t="s"><v>0</v></c></row>'
        '<row r="10"><c r="A10" t="str"><v>2</v></c><c r="C10" t="s"><v>1</v></c></row>'
    )
    data = sheet(cells.replace('r="C', 'r="B'), xl__sharedStrings=strings)
    assert texts_of(data) == ["課きく", "a\nb_x0041_"]


def test_a_cell_far_out_takes_no_memory_and_is_refused() -> None:
    cells = (
        '<row r="1"><c r="A1" t="str"><v>id</v></c></row><row r="1048576"><c r="XFD1048576" t="str"><v>x</v></c></row>'
    )
    with pytest.raises(FormatError, match=r"line 1048576: Expected at most 2,000 columns\."):
        texts_of(sheet(cells))


def test_formulas_and_other_sheets_are_said() -> None:
    cells = (
        '<row><c t="str"><v>id</v></c><c t="str"><v>A</v></c></row>'
        '<row><c t="str"><v>1</v></c><c t="str"><f>1+1</f><v>2</v></c></row>'
    )
    document = FORMATS["xlsx"].read(sheet(cells), ReadOptions())
    assert document.warnings == ("1 cells hold formulas; what they showed last is read.",)


def test_repeated_rows_and_columns_of_ods_are_bounded() -> None:
    def content(rows: str) -> bytes:
        names = " ".join(
            f'xmlns:{n}="urn:oasis:names:tc:opendocument:xmlns:{n}:1.0"' for n in ("office", "table", "text")
        )
        body = f"<office:body><office:spreadsheet><table:table>{rows}</table:table></office:spreadsheet></office:body>"
        return write_archive({"content.xml": f"<office:document-content {names}>{body}</office:document-content>"})

    def cell(text: str, times: int = 1) -> str:
        return f'<table:table-cell table:number-columns-repeated="{times}"><text:p>{text}</text:p></table:table-cell>'

    head = f"<table:table-row>{cell('id')}{cell('A')}</table:table-row>"
    rest = "<table:table-cell table:number-columns-repeated='16382'/>"
    row = f"<table:table-row>{cell('1')}{cell('x')}{rest}</table:table-row>"
    blank = "<table:table-row table:number-rows-repeated='1048574'><table:table-cell/></table:table-row>"
    assert texts_of(content(head + row + blank), "ods") == ["x"]
    wide = f"<table:table-row>{cell('1', 100_000_000)}</table:table-row>"
    with pytest.raises(FormatError, match="Expected at most 2,000 columns"):
        texts_of(content(head + wide), "ods")
    long = row.replace("row>", "row table:number-rows-repeated='99999999'>", 1)
    with pytest.raises(FormatError, match="Expected at most 200,000 cells like those above"):
        texts_of(content(head + long), "ods")


def test_a_text_that_no_cell_holds_is_refused_by_name() -> None:
    with pytest.raises(FormatError, match=r"The cell B2 would have 32,768 characters; one holds 32,767\."):
        FORMATS["xlsx"].write(document_of(["x" * 32_768]))


def test_an_absent_extra_is_said_plainly(monkeypatch: pytest.MonkeyPatch) -> None:
    data = FORMATS["xlsx"].write(SAMPLE)
    monkeypatch.setattr("workbench.interchange.extras.import_module", _absent)
    with pytest.raises(FormatError, match=r"This format needs the extra “formats”"):
        FORMATS["xlsx"].read(data, ReadOptions())


def _absent(name: str) -> Any:
    raise ImportError(name)
