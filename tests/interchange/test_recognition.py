"""What a file is by its content, and what is said where its name says something else."""

import io
import zipfile

import pytest

from workbench.interchange.errors import WrongKind
from workbench.interchange.recognition import recognise
from workbench.interchange.registry import recognise_format


def zipped(**members: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, text in members.items():
            archive.writestr(name.replace("__", "/"), text)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "label"),
    [
        (b"%PDF-1.7\n", "a PDF document"),
        (b"{\\rtf1\\ansi", "an RTF document"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office file (.doc, .xls or .ppt)"),
        (b"\x89PNG\r\n\x1a\n", "an image (PNG)"),
        (b"\x1f\x8b\x08", "a compressed file (gzip)"),
        (b"MZ\x90\x00\x03", "a program"),
        (b"\x7fELF", "a program"),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 ", "an image (WebP)"),
        (b"\x00\x00\x00\x18ftypmp42", "a film or picture (MP4)"),
        (bytes(range(256)) * 4, "a binary file, no text"),
        (zipped(a="x"), "a ZIP archive"),
        (b"PK\x03\x04broken", "a damaged ZIP archive"),
        (zipped(**{"[Content_Types].xml": "x", "word__document.xml": "x"}), "a Word document (DOCX)"),
        (zipped(**{"[Content_Types].xml": "x", "xl__workbook.xml": "x"}), "a spreadsheet (XLSX)"),
        (zipped(mimetype="application/vnd.oasis.opendocument.text"), "an OpenDocument text (ODT)"),
        (zipped(mimetype="application/epub+zip"), "an e-book (EPUB)"),
        (b'<?xml version="1.0"?><!DOCTYPE tmx SYSTEM "tmx14.dtd"><tmx version="1.4">', "a translation memory (TMX)"),
        ('<?xml version="1.0"?><tmx>'.encode("utf-16"), "a translation memory (TMX)"),
        (b"\xef\xbb\xbf<xliff version='1.2'>", "an XLIFF file"),
        (b"<TEI xmlns='http://www.tei-c.org/ns/1.0'>", "a TEI document"),
        (b"<!doctype html><p>", "a web page (HTML)"),
        (b"<?xml version='1.0'?><foo/>", "an XML file (<foo>)"),
        (b'{\n "format": "translation-workbench/bundle"', "a bundle (JSON)"),
        (b"\\id GEN\n\\c 1", "a USFM file"),
        (b'msgid ""\nmsgstr ""\n', "a PO file"),
    ],
)
def test_a_file_is_known_by_its_content(data: bytes, label: str) -> None:
    kind = recognise(data)
    assert kind is not None
    assert kind.label == label


@pytest.mark.parametrize("data", [b"A letter.", b"reference,A\n1,x\n", b"<img src=x> is no page", b"", b"\xff\x00"])
def test_text_without_a_form_of_its_own_is_nothing_else(data: bytes) -> None:
    assert recognise(data) is None


@pytest.mark.parametrize("encoding", ["cp1251", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_text_in_an_encoding_that_has_to_be_named_is_not_called_binary(encoding: str) -> None:
    assert recognise(("Привет, мир. " * 300).encode(encoding)) is None


@pytest.mark.parametrize(
    "data", [b"<!-- a --> " * 700 + b"x", b"<?a ?>" * 900, b"<!DOCTYPE a [ x ] >" * 400, b"<!--" * 2000]
)
def test_a_long_prologue_takes_no_time(data: bytes) -> None:
    assert recognise(data) is None


def test_a_name_that_lies_is_said() -> None:
    found = recognise_format("letter.txt", b'{"format": "translation-workbench/bundle", "version": 1, "works": []}')
    assert found is not None
    assert (found.format.name, found.remark) == (
        "bundle",
        "The name says .txt; this is a bundle (JSON), and is read as one.",
    )


def test_what_is_no_text_is_refused_by_what_it_is() -> None:
    with pytest.raises(WrongKind, match=r"^This is a PDF document\. Expected a file of one of the kinds"):
        recognise_format("letter.txt", b"%PDF-1.7")


def test_text_of_another_kind_is_read_as_text_where_its_name_or_a_wish_says_so() -> None:
    page = b"<!doctype html><p>Words</p>"
    wished = recognise_format("page.txt", page, "plain")
    unwished = recognise_format("page.txt", page)
    unknown = recognise_format("letter.txt", b'<?xml version="1.0"?><letter>Words</letter>')
    assert [one and (one.format.name, one.remark) for one in (wished, unwished, unknown)] == [
        ("plain", "This looks like a web page (HTML); it is read as it stands."),
        ("html", "The name says .txt; this is a web page (HTML), and is read as one."),
        ("plain", "This looks like an XML file (<letter>); it is read as it stands."),
    ]


def test_a_file_without_a_name_that_says_anything_is_not_guessed() -> None:
    assert recognise_format("letter", b"Words.") is None


@pytest.mark.parametrize("name", ["xliff", "xliff2"])
def test_a_file_of_either_version_is_read_as_one_of_the_other_without_a_remark(name: str) -> None:
    recognised = recognise_format("a.xlf", b'<xliff version="2.1"/>', name)
    assert recognised
    assert (recognised.format.name, recognised.remark) == (name, "")
