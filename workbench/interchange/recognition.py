"""What a file is by its content, whatever it is called.

Signatures are those of the formats' own specifications; a container (ZIP) is known by what lies in it, XML by its root
element, text formats by how they must begin. Plain text and tables have no signature: of these the name decides.
"""

import io
import re
import unicodedata
import zipfile
from dataclasses import dataclass

__all__ = ["Kind", "recognise"]

_HEAD = 8192


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of file: the `name` of the format that reads it, if there is one here, and `label`, with its article.

    Text that is `is_text` may be meant as plain text all the same.
    """

    name: str
    label: str
    is_text: bool = False


_SIGNATURES = (
    (b"%PDF-", "a PDF document"),
    (b"{\\rtf", "an RTF document"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office file (.doc, .xls or .ppt)"),
    (b"\x89PNG\r\n\x1a\n", "an image (PNG)"),
    (b"\xff\xd8\xff", "an image (JPEG)"),
    (b"GIF8", "an image (GIF)"),
    (b"II*\x00", "an image (TIFF)"),
    (b"MM\x00*", "an image (TIFF)"),
    (b"\x1f\x8b", "a compressed file (gzip)"),
    (b"BZh", "a compressed file (bzip2)"),
    (b"\xfd7zXZ\x00", "a compressed file (xz)"),
    (b"7z\xbc\xaf\x27\x1c", "an archive (7-Zip)"),
    (b"Rar!\x1a\x07", "an archive (RAR)"),
    (b"SQLite format 3\x00", "a database (SQLite)"),
    (b"\x7fELF", "a program"),
    (b"\xcf\xfa\xed\xfe", "a program"),
    (b"\xca\xfe\xba\xbe", "a program"),
    (b"ID3", "a sound file (MP3)"),
    (b"OggS", "a sound file (Ogg)"),
)
_IN_RIFF = {b"WAVE": "a sound file (WAV)", b"WEBP": "an image (WebP)", b"AVI ": "a film (AVI)"}
_BINARY = Kind("", "a binary file, no text")
_FEW, _SHARE = 16, 0.05  # characters that no text has: so many, and such a share, are no slip
_NO_TEXT = frozenset({"Cc", "Cn", "Co", "Cs"})
_IN_TEXT = frozenset("\t\n\r\f\v\x1a\x1b")
_WIDE = ("utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be")
_OFFICE = (
    ("word/", Kind("docx", "a Word document (DOCX)")),
    ("xl/", Kind("xlsx", "a spreadsheet (XLSX)")),
    ("ppt/", Kind("pptx", "a presentation (PPTX)")),
)
_MIMETYPES = (
    ("opendocument.text", Kind("odt", "an OpenDocument text (ODT)")),
    ("opendocument.spreadsheet", Kind("ods", "an OpenDocument spreadsheet (ODS)")),
    ("epub+zip", Kind("epub", "an e-book (EPUB)")),
)
_ZIPPED = (
    ((".usfm", ".sfm"), Kind("usfm", "a ZIP archive of USFM files")),
    ((".usx",), Kind("usx", "a ZIP archive of USX files")),
)
_ROOTS = {
    "tmx": Kind("tmx", "a translation memory (TMX)", is_text=True),
    "xliff": Kind("xliff", "an XLIFF file", is_text=True),
    "TEI": Kind("tei", "a TEI document", is_text=True),
    "TEI.2": Kind("tei", "a TEI document (P4)", is_text=True),
    "teiCorpus": Kind("tei", "a TEI corpus", is_text=True),
    "usx": Kind("usx", "a USX file", is_text=True),
    "osis": Kind("osis", "an OSIS file", is_text=True),
    "html": Kind("html", "a web page (HTML)", is_text=True),
}
_ROOT = re.compile(
    r"\s*+(?:(?><\?.*?\?>|<!--.*?-->|<!DOCTYPE[^>\[]*(?:\[.*?\]\s*)?>)\s*+)*+<(?:[\w.-]+:)?([A-Za-z_][\w.-]*)", re.S
)
_HTML = re.compile(r"\s*+(?:(?><!--.*?-->)\s*+)*+<!doctype html", re.I | re.S)
_BUNDLE = re.compile(r'\s*\{\s*"(?:format"\s*:\s*"translation-workbench|works"|version")')
_ANNOTATIONS = re.compile(
    r'\s*[\[{](?=.{0,1000}?(?:w3\.org/ns/anno\.jsonld|"@?type"\s*:\s*"(?:oa:)?Annotation(?:Page|Collection)?"))', re.S
)
_MARKS = re.compile(r"\s*system\t(?=[^\n]*\btarget\t)(?=[^\n]*\bcategory\tseverity\b)", re.I)
_MARKS_AS_JSON = re.compile(
    r'\s*\[?\s*\{\s*"(?:system|doc|doc_id|seg_id)"\s*:(?=.{0,4000}?"(?:annotations|errors|mqm|category)"\s*:)',
    re.S | re.I,
)
_BEGINNINGS = (
    (_MARKS_AS_JSON, Kind("mqm", "marked errors as JSON (MQM)", is_text=True)),
    (_MARKS, Kind("mqm", "a table of marked errors (MQM)", is_text=True)),
    (_BUNDLE, Kind("bundle", "a bundle (JSON)", is_text=True)),
    (_ANNOTATIONS, Kind("annotations", "a page of web annotations (JSON-LD)", is_text=True)),
    (re.compile(r"\s*\\id\s"), Kind("usfm", "a USFM file", is_text=True)),
)
_PO = re.compile(r'^(?:msgctxt|msgid) "', re.M)


def recognise(data: bytes) -> Kind | None:
    """Return what `data` is, None for text that has no form of its own; bytes that are no text are a "binary file"."""
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _recognise_zip(data)
    if label := _signed(data[:64]):
        return Kind("", label)
    text = _head(data)
    return _recognise_text(text) or (_BINARY if _is_binary(data[:_HEAD], text) else None)


def _signed(head: bytes) -> str:
    """Return what a file is whose first bytes are a signature, "" for another."""
    if head.startswith(b"RIFF"):
        return _IN_RIFF.get(head[8:12], "")
    if head.startswith(b"MZ") and b"\0" in head:
        return "a program"
    if head[4:8] == b"ftyp":
        return "a film or picture (MP4)"
    return next((label for signature, label in _SIGNATURES if head.startswith(signature)), "")


def _is_binary(head: bytes, text: str) -> bool:
    """Whether bytes are text in no encoding: there are too many controls in them, and as many in each wide one."""
    if sum(one < " " and one not in _IN_TEXT for one in text) < _FEW:
        return False
    return all(_is_no_text(head.decode(name, errors="replace")) for name in _WIDE) and _is_no_text(text)


def _is_no_text(text: str) -> bool:
    wrong = sum(one == "\ufffd" or (unicodedata.category(one) in _NO_TEXT and one not in _IN_TEXT) for one in text)
    return wrong >= _FEW and wrong > _SHARE * len(text)


def _recognise_zip(data: bytes) -> Kind:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            infos = archive.infolist()[:10_000]
            names = [info.filename for info in infos]
            first = archive.open(infos[0]).read(100) if infos and infos[0].filename == "mimetype" else b""
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, ValueError, OSError, EOFError):
        return Kind("", "a damaged ZIP archive")
    for ending, kind in _MIMETYPES:
        if ending.encode() in first:
            return kind
    if "[Content_Types].xml" in names:
        found = next((kind for folder, kind in _OFFICE if any(name.startswith(folder) for name in names)), None)
        return found or Kind("docx", "an Office document")
    lower = [name.lower() for name in names]
    found = next((kind for endings, kind in _ZIPPED if any(name.endswith(endings) for name in lower)), None)
    return found or Kind("", "a ZIP archive")


def _head(data: bytes) -> str:
    """Return how a text begins; what is no UTF-8 stands as its replacement."""
    head = data[:_HEAD]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return head[: len(head) // 2 * 2].decode("utf-16", errors="replace")
    return head.decode("utf-8-sig", errors="replace").lstrip("\ufeff")


def _recognise_text(text: str) -> Kind | None:
    if _HTML.match(text):
        return _ROOTS["html"]
    if found := _ROOT.match(text):
        root = found[1]
        known = _ROOTS.get(root) or (_ROOTS["html"] if root.lower() == "html" else None)
        is_declared = text.lstrip().startswith("<?xml")
        return known or (Kind("", f"an XML file (<{root[:40]}>)", is_text=True) if is_declared else None)
    for beginning, kind in _BEGINNINGS:
        if beginning.match(text):
            return kind
    if _PO.search(text) and re.search(r'^msgstr(?:\[\d+\])? "', text, re.M):
        return Kind("po", "a PO file", is_text=True)
    return None
