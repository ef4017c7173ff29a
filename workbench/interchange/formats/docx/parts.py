"""The parts of a Word document that are the same for each, and how they are put together."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from workbench.interchange.office.elements import ROSTER

__all__ = ["Beside", "assemble"]

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
_SEPARATORS = "".join(
    f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:r><w:{kind}/></w:r></w:p></w:footnote>'
    for number, kind in ((-1, "separator"), (0, "continuationSeparator"))
)
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


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands beside the text, each written down: comments, their states, footnotes."""

    comments: Sequence[str] = ()
    states: Sequence[str] = ()
    notes: Sequence[str] = ()

    def parts(self) -> Iterator[tuple[str, str, str, str]]:
        """Yield the parts there are: name, root, content, and the place where their relation is defined."""
        if self.comments:
            yield "comments", "w:comments", "".join(self.comments), _OFFICE
            yield "commentsExtended", "w15:commentsEx", "".join(self.states), "http://schemas.microsoft.com/office/2011"
        if self.notes:
            yield "footnotes", "w:footnotes", _SEPARATORS + "".join(self.notes), _OFFICE


def assemble(body: str, beside: Beside, roster: Sequence[str]) -> Mapping[str, str]:
    """Return the members of the archive: the text, what stands beside it, and which translations it has."""
    extra = list(beside.parts())
    members = {
        "[Content_Types].xml": _types([name for name, *_ in extra]),
        "_rels/.rels": _relations(
            ("officeDocument", "word/document.xml", _OFFICE), ("custom-properties", "docProps/custom.xml", _OFFICE)
        ),
        "docProps/custom.xml": _properties(roster),
        "word/document.xml": f"{_DECLARATION}<w:document {_MAIN}><w:body>{body}<w:sectPr/></w:body></w:document>",
        "word/styles.xml": f"{_DECLARATION}<w:styles {_MAIN}>{_STYLES}</w:styles>",
    }
    for name, root, content, _ in extra:
        members[f"word/{name}.xml"] = f"{_DECLARATION}<{root} {_MAIN}>{content}</{root}>"
    related = [("styles", "styles.xml", _OFFICE), *((name, f"{name}.xml", base) for name, _, _, base in extra)]
    members["word/_rels/document.xml.rels"] = _relations(*related)
    return members


def _types(extra: Sequence[str]) -> str:
    parts = [("word/document.xml", f"{_WORD}.document.main+xml"), ("word/styles.xml", f"{_WORD}.styles+xml")]
    parts.append(("docProps/custom.xml", "application/vnd.openxmlformats-officedocument.custom-properties+xml"))
    parts += [(f"word/{name}.xml", f"{_WORD}.{name}+xml") for name in extra]
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
