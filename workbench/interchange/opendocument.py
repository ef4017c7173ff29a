"""What spreadsheets and texts of OpenDocument (1.3) have in common: namespaces, and white space spelt out.

White space collapses there as in HTML; a row of blanks is `text:s`, a TAB `text:tab`, a line end inside a paragraph
`text:line-break` (part 3, section 6.1).
"""

import re
from xml.sax.saxutils import escape, quoteattr

__all__ = ["declare", "manifest", "write_line", "write_words"]

_SPECIAL = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
    "loext": "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0",
}
_BLANKS = re.compile(r"^ +| +$| {2,}|\t")


def declare(*names: str) -> str:
    """Return the declarations of namespaces by their usual prefixes."""
    usual = "urn:oasis:names:tc:opendocument:xmlns:{}:1.0"
    return " ".join(f'xmlns:{name}="{_SPECIAL.get(name) or usual.format(name)}"' for name in names)


def manifest(media_type: str, *parts: str) -> str:
    """Return the list of an archive's parts, which are XML."""
    rows = "".join(
        f'<manifest:file-entry manifest:full-path="{one}" manifest:media-type="text/xml"/>\n' for one in parts
    )
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<manifest:manifest {declare("manifest")} manifest:version="1.3">\n'
        f'<manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="{media_type}"/>\n'
        f"{rows}</manifest:manifest>\n"
    )


def write_line(line: str) -> str:
    """Return a line with its blanks and TABs spelt out."""
    written: list[str] = []
    end = 0
    for found in _BLANKS.finditer(line):
        written += [escape(line[end : found.start()]), _write_blanks(found[0])]
        end = found.end()
    return "".join([*written, escape(line[end:])])


def write_words(text: str) -> str:
    """Return lines as they stand in one paragraph."""
    return "<text:line-break/>".join(map(write_line, text.split("\n")))


def _write_blanks(blanks: str) -> str:
    return "<text:tab/>" if blanks == "\t" else f"<text:s text:c={quoteattr(str(len(blanks)))}/>"
