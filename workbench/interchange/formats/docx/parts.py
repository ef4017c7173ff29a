"""The parts of a Word document that are the same for each, and how they are put together."""

from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape, quoteattr

from workbench.interchange.formats.docx.package import ROSTER

__all__ = ["assemble"]

_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="w14 w15"'
)
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006"
_STYLES = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
    '<w:pPr><w:spacing w:after="120"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Heading2"><w:name w:val="heading 2"/><w:basedOn w:val="Normal"/>'
    '<w:next w:val="Normal"/><w:pPr><w:keepNext/><w:outlineLvl w:val="1"/></w:pPr>'
    '<w:rPr><w:b/><w:sz w:val="26"/></w:rPr></w:style>'
    '<w:style w:type="character" w:customStyle="1" w:styleId="WorkbenchReference"><w:name w:val="WorkbenchReference"/>'
    '<w:rPr><w:color w:val="767676"/><w:sz w:val="18"/></w:rPr></w:style>'
    '<w:style w:type="character" w:customStyle="1" w:styleId="WorkbenchPresence"><w:name w:val="WorkbenchPresence"/>'
    '<w:rPr><w:color w:val="767676"/></w:rPr></w:style>'
    '<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:tblPr><w:tblBorders>'
    + "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="BFBFBF"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    + "</w:tblBorders></w:tblPr></w:style>"
)


def assemble(body: str, comments: Sequence[str], states: Sequence[str], roster: Sequence[str]) -> Mapping[str, str]:
    """Return the members of the archive: the text, its comments with their states, and which translations it has."""
    members = {
        "[Content_Types].xml": _types(has_comments=bool(comments)),
        "_rels/.rels": _relations(
            ("officeDocument", "word/document.xml", _OFFICE), ("custom-properties", "docProps/custom.xml", _OFFICE)
        ),
        "docProps/custom.xml": _properties(roster),
        "word/document.xml": f"{_DECLARATION}<w:document {_MAIN}><w:body>{body}<w:sectPr/></w:body></w:document>",
        "word/styles.xml": f"{_DECLARATION}<w:styles {_MAIN}>{_STYLES}</w:styles>",
    }
    related = [("styles", "styles.xml", _OFFICE)]
    if comments:
        members["word/comments.xml"] = f"{_DECLARATION}<w:comments {_MAIN}>{''.join(comments)}</w:comments>"
        extended = f"{_DECLARATION}<w15:commentsEx {_MAIN}>{''.join(states)}</w15:commentsEx>"
        members["word/commentsExtended.xml"] = extended
        related.append(("comments", "comments.xml", _OFFICE))
        related.append(("commentsExtended", "commentsExtended.xml", "http://schemas.microsoft.com/office/2011"))
    members["word/_rels/document.xml.rels"] = _relations(*related)
    return members


def _types(*, has_comments: bool) -> str:
    parts = [("word/document.xml", f"{_WORD}.document.main+xml"), ("word/styles.xml", f"{_WORD}.styles+xml")]
    parts.append(("docProps/custom.xml", "application/vnd.openxmlformats-officedocument.custom-properties+xml"))
    if has_comments:
        parts.append(("word/comments.xml", f"{_WORD}.comments+xml"))
        parts.append(("word/commentsExtended.xml", f"{_WORD}.commentsExtended+xml"))
    overrides = "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in parts)
    return (
        f'{_DECLARATION}<Types xmlns="{_RELATIONS}/content-types"><Default Extension="rels" '
        f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def _relations(*related: tuple[str, str, str]) -> str:
    rows = "".join(
        f'<Relationship Id="r{number}" Type="{base}/relationships/{kind}" Target="{target}"/>'
        for number, (kind, target, base) in enumerate(related, 1)
    )
    return f'{_DECLARATION}<Relationships xmlns="{_RELATIONS}/relationships">{rows}</Relationships>'


def _properties(roster: Sequence[str]) -> str:
    said = escape("\n".join(roster))
    return (
        f'{_DECLARATION}<Properties xmlns="{_OFFICE}/custom-properties" xmlns:vt="{_OFFICE}/docPropsVTypes">'
        f'<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="2" name={quoteattr(ROSTER)}>'
        f"<vt:lpwstr>{said}</vt:lpwstr></property></Properties>"
    )
