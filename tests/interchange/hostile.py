"""Files made to fill memory, to reach beyond themselves, or to lie: what every reader of archives and XML refuses."""

import io
import struct
import zipfile
from collections.abc import Callable, Mapping

__all__ = ["ARCHIVES", "DOCUMENTS", "OBJECTS"]


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
