"""Files made to fill memory, to reach beyond themselves, or to lie: what every reader of archives and XML refuses."""

import io
import struct
import zipfile
from collections.abc import Callable, Mapping
from functools import partial

__all__ = ["ARCHIVES", "DOCUMENTS", "OBJECTS", "TEXTS", "harm_for"]


def _zip(members: Mapping[str, bytes], level: int = 9) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=level) as archive:
        for name, content in members.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _ratio() -> bytes:
    return _zip({"[Content_Types].xml": b"", "content.xml": bytes(50_000_000)})


def _members() -> bytes:
    return _zip({f"{number}.xml": b"" for number in range(10_001)}, level=0)


def _climbing() -> bytes:
    return _zip({"../../etc/passwd": b"x"})


def _nested() -> bytes:
    return _zip({"word/document.xml": b"<x/>", "more.zip": _zip({"a": b"x"})})


def _link() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        info = zipfile.ZipInfo("content.xml")
        info.external_attr = 0o120777 << 16
        archive.writestr(info, "/etc/passwd")
    return out.getvalue()


def _twice() -> bytes:
    return _zip({"content.xml": b"<a/>", "conten1.xml": b"<b/>"}).replace(b"conten1.xml", b"content.xml")


def _lying_size() -> bytes:
    """Return an archive whose directory claims a tenth of what its member unpacks to."""
    content = b"".join(b"<a>%d</a>" % number for number in range(20_000))
    data = bytearray(_zip({"content.xml": content, "xl/workbook.xml": content, "word/document.xml": content}))
    true, claimed = struct.pack("<I", len(content)), struct.pack("<I", len(content) // 10)
    return bytes(data).replace(true, claimed)


def _overlapping() -> bytes:
    """Return an archive in which all members share one body."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("content.xml", b"<a/>" * 1000)
        first = archive.infolist()[0]
        for number in range(50):
            info = zipfile.ZipInfo(f"{number}.xml")
            for name in ("header_offset", "compress_size", "file_size", "CRC", "compress_type"):
                setattr(info, name, getattr(first, name))
            archive.filelist.append(info)
    return out.getvalue()


ARCHIVES: Mapping[str, Callable[[], bytes]] = {
    "more than 200 times its size": _ratio,
    "more than 10,000 members": _members,
    "a name that climbs": _climbing,
    "an archive in it": _nested,
    "a link": _link,
    "one name twice": _twice,
    "a size that lies": _lying_size,
    "members in each other": _overlapping,
    "nothing but its first bytes": lambda: b"PK\x03\x04",
}

_LAUGHS = "".join(f'<!ENTITY l{at} "{f"&l{at - 1};" * 10}">' for at in range(1, 10))

_ATTRIBUTES = " ".join(f"a{number}=''" for number in range(1_000_000))

DOCUMENTS: Mapping[str, Callable[[str], bytes]] = {
    "entities in entities": lambda root: (
        f'<?xml version="1.0"?><!DOCTYPE {root} [<!ENTITY l0 "ha">{_LAUGHS}]><{root}>&l9;</{root}>'.encode()
    ),
    "an entity from disk": lambda root: (
        f'<?xml version="1.0"?><!DOCTYPE {root} [<!ENTITY x SYSTEM "file:///etc/passwd">]><{root}>&x;</{root}>'.encode()
    ),
    "an entity in UTF-16": lambda root: (
        f'<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE {root} [<!ENTITY x "y">]><{root}>&x;</{root}>'.encode(
            "utf-16"
        )
    ),
    "100,000 deep": lambda root: f"<{root}>{'<a>' * 100_000}{'</a>' * 100_000}</{root}>".encode(),
    "a million attributes": lambda root: f"<{root} {_ATTRIBUTES}/>".encode(),
    "nothing but elements": lambda root: f"<{root}>{'<a/>' * 20_000_000}</{root}>".encode(),
    "cut off": lambda root: f'<?xml version="1.0"?><{root}><body>'.encode(),
}
"""XML documents with a root of the name given."""

_KEYS = ",".join(f'"a{number}":0' for number in range(1_000_000))

OBJECTS: Mapping[str, Callable[[], bytes]] = {
    "100,000 lists deep": lambda: b"[" * 100_000 + b"]" * 100_000,
    "100,000 objects deep": lambda: b'{"a":' * 100_000 + b"0" + b"}" * 100_000,
    "a number of a million digits": lambda: b'{"version": ' + b"9" * 1_000_000 + b"}",
    "a million keys": f"{{{_KEYS}}}".encode,
    "nothing but objects": lambda: b"[" + b"{}," * 10_000_000 + b"{}]",
    "nothing but lists": lambda: b"[" + b"[]," * 10_000_000 + b"[]]",
    "no number": lambda: b'[{"system": NaN}]',
    "cut off": lambda: b'[{"system": "',
}
"""JSON made to harm."""

TEXTS: Mapping[str, Callable[[], bytes]] = {
    "one line without end": lambda: b"a" * 40_000_000,
    "nothing but line ends": lambda: b"\n" * 40_000_000,
    "nothing but short lines": lambda: b"a\n" * 20_000_000,
    "nothing but NUL": lambda: bytes(40_000_000),
    "two million columns": lambda: b"a\t" * 2_000_000 + b"\n" + b"a\t" * 2_000_000,
    "a quotation mark that nothing closes": lambda: b'reference,A\n"' + b"a,b\n" * 10_000_000,
    "nothing but quotation marks": lambda: b'"' * 40_000_000,
    "nothing but backslashes": lambda: b"\\id GEN\n" + b"\\" * 40_000_000,
    "a million accents on a letter": lambda: b"reference\tA\n1\ta" + "\u0301".encode() * 1_000_000,
}
"""Texts made to harm."""

_MAIN = {
    "xlsx": "xl/workbook.xml", "ods": "content.xml", "docx": "word/document.xml", "odt": "content.xml",
    "epub": "META-INF/container.xml", "usx": "GEN.usx",
}  # fmt: skip
_ROOTS = {"tmx": "tmx", "xliff": "xliff", "xliff2": "xliff", "html": "html", "usx": "usx", "osis": "osis", "tei": "TEI"}
_INSIDE = ("entities in entities", "an entity from disk", "100,000 deep", "a million attributes", "cut off")
_OFFICE = "urn:oasis:names:tc:opendocument:xmlns"
_OPEN = (
    f'<o:document-content xmlns:o="{_OFFICE}:office:1.0" xmlns:t="{_OFFICE}:text:1.0" xmlns:b="{_OFFICE}:table:1.0">'
)


def harm_for(name: str) -> Mapping[str, Callable[[], bytes]]:
    """Return what is made to harm the reader of a format: texts, XML, JSON, archives and the XML in these."""
    harm = {**ARCHIVES, **_parts_of(name)} if name in _MAIN or name == "usfm" else {}
    if name in _ROOTS:
        harm |= {kind: partial(write, _ROOTS[name]) for kind, write in DOCUMENTS.items()}
    if name in {"bundle", "annotations", "mqm-json"}:
        harm |= OBJECTS
    return harm if harm and name != "usfm" else {**harm, **TEXTS}


def _parts_of(name: str) -> dict[str, Callable[[], bytes]]:
    """Return archives whose main part is made to harm, and such as say more than they hold."""
    if name not in _MAIN:
        return {}
    main = {f"in its main part {kind}": partial(_part, _MAIN[name], kind) for kind in _INSIDE}
    return main | {kind: write for kind, (of, write) in _EXPANDING.items() if of == name}


def _part(path: str, kind: str) -> bytes:
    return _zip({path: DOCUMENTS[kind]("root")}, level=0)


def _open_document(kind: str, content: str) -> bytes:
    return _zip(
        {"content.xml": f"{_OPEN}<o:body><o:{kind}>{content}</o:{kind}></o:body></o:document-content>".encode()}
    )


def _blanks(kind: str, around: tuple[str, str]) -> bytes:
    blanks = "".join(f'<t:s t:c="{999_999 - number * 7 % 800_000}"/>' for number in range(50_000))
    return _open_document(kind, f"{around[0]}<t:p>a{blanks}</t:p>{around[1]}")


def _repeated() -> bytes:
    cell = '<b:table-cell b:number-columns-repeated="1999"><t:p>a</t:p></b:table-cell>'
    row = f'<b:table-row b:number-rows-repeated="999999">{cell}</b:table-row>'
    return _open_document("spreadsheet", f"<b:table>{row}</b:table>")


def _deleted_in_itself() -> bytes:
    inner = '<o:annotation><t:p><t:change t:change-id="d"/></t:p></o:annotation>'
    region = f'<t:changed-region t:id="d"><t:deletion><t:p>a{inner}</t:p></t:deletion></t:changed-region>'
    points = '<t:change t:change-id="d"/>' * 50_000
    return _open_document("text", f"<t:tracked-changes>{region}</t:tracked-changes><t:p>{points}</t:p>")


def _shared() -> bytes:
    """Return a workbook in which one long text stands in very many cells."""
    cells = "".join(f'<row r="{row}"><c t="s"><v>0</v></c><c t="s"><v>0</v></c></row>' for row in range(1, 50_000))
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    book = f'<workbook xmlns:r="{relation}"><sheets><sheet name="a" r:id="r1"/></sheets></workbook>'
    relations = f'<Relationships><Relationship Id="r1" Type="{relation}/worksheet" Target="s.xml"/></Relationships>'
    return _zip(
        {
            "xl/workbook.xml": book.encode(),
            "xl/_rels/workbook.xml.rels": relations.encode(),
            "xl/sharedStrings.xml": f"<sst><si><t>{'ab' * 16_000}</t></si></sst>".encode(),
            "xl/s.xml": f"<worksheet><sheetData>{cells}</sheetData></worksheet>".encode(),
        },
        level=1,
    )


_CELL = ("<b:table><b:table-row><b:table-cell>", "</b:table-cell></b:table-row></b:table>")
_EXPANDING: Mapping[str, tuple[str, Callable[[], bytes]]] = {
    "billions of blanks in a cell": ("ods", lambda: _blanks("spreadsheet", _CELL)),
    "two billion cells in one": ("ods", _repeated),
    "billions of blanks in a text": ("odt", lambda: _blanks("text", ("", ""))),
    "words deleted in themselves": ("odt", _deleted_in_itself),
    "a text in 100,000 cells": ("xlsx", _shared),
}
"""Small files that stand for much: the format each is in, and the file."""
