"""The parts of an OpenDocument text that are the same for each, and how they are put together."""

from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape, quoteattr

from workbench.interchange.document import TranslationRecord
from workbench.interchange.office.elements import ROSTER
from workbench.interchange.opendocument import declare, manifest
from workbench.text.words.languages import direction_of, language_of

__all__ = ["MEDIA_TYPE", "SET_IN", "assemble", "paragraph_style"]

MEDIA_TYPE = "application/vnd.oasis.opendocument.text"
SET_IN = {
    frozenset({"emphasis"}): "WorkbenchItalic",
    frozenset({"strong"}): "WorkbenchBold",
    frozenset({"emphasis", "strong"}): "WorkbenchBoldItalic",
}
"""The styles of marked words."""

_NAMESPACES = declare("office", "style", "text", "table", "fo", "dc", "meta", "loext")
_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'
_QUIET = '<style:text-properties fo:color="#767676"/>'
_STYLES = (
    '<style:style style:name="Standard" style:family="paragraph"><style:paragraph-properties '
    'fo:margin-bottom="0.2cm"/></style:style>'
    '<style:style style:name="Heading_20_2" style:display-name="Heading 2" style:family="paragraph" '
    'style:parent-style-name="Standard" style:default-outline-level="2"><style:paragraph-properties '
    'fo:keep-with-next="always"/><style:text-properties fo:font-weight="bold" fo:font-size="14pt"/></style:style>'
    f'<style:style style:name="WorkbenchReference" style:family="text">{_QUIET}</style:style>'
    f'<style:style style:name="WorkbenchPresence" style:family="text">{_QUIET}</style:style>'
    '<style:style style:name="WorkbenchItalic" style:family="text"><style:text-properties fo:font-style="italic" '
    'style:font-style-complex="italic"/></style:style>'
    '<style:style style:name="WorkbenchBold" style:family="text"><style:text-properties fo:font-weight="bold" '
    'style:font-weight-complex="bold"/></style:style>'
    '<style:style style:name="WorkbenchBoldItalic" style:family="text"><style:text-properties fo:font-style="italic" '
    'fo:font-weight="bold" style:font-style-complex="italic" style:font-weight-complex="bold"/></style:style>'
)
_CELL = (
    '<style:style style:name="WorkbenchCell" style:family="table-cell"><style:table-cell-properties '
    'fo:border="0.5pt solid #bfbfbf" fo:padding="0.1cm"/></style:style>'
)


def assemble(
    body: str, changes: Sequence[str], translations: Sequence[TranslationRecord], roster: Sequence[str]
) -> Mapping[str, str]:
    """Return the members of the archive: the text with its changes, styles, and which translations it has."""
    tracked = f"<text:tracked-changes>{''.join(changes)}</text:tracked-changes>" if changes else ""
    automatic = _CELL + "".join(_language_style(number, one.language) for number, one in enumerate(translations))
    content = (
        f"<office:automatic-styles>{automatic}</office:automatic-styles>"
        f"<office:body><office:text>{tracked}{body}</office:text></office:body>"
    )
    said = "".join(
        f"<meta:user-defined meta:name={quoteattr(f'{ROSTER} {number:03}')}>{escape(line)}</meta:user-defined>"
        for number, line in enumerate(roster, 1)
    )
    return {
        "mimetype": MEDIA_TYPE,
        "META-INF/manifest.xml": manifest(MEDIA_TYPE, "content.xml", "styles.xml", "meta.xml"),
        "content.xml": _root("document-content", content),
        "styles.xml": _root("document-styles", f"<office:styles>{_STYLES}</office:styles>"),
        "meta.xml": _root("document-meta", f"<office:meta>{said}</office:meta>"),
    }


def paragraph_style(number: int) -> str:
    """Return the name of the style in which the paragraphs of a translation are set."""
    return f"Translation{number}"


def _language_style(number: int, language: str) -> str:
    """Return the style of a translation: its language, and from which side it runs (part 3, section 20.404)."""
    mode = "rl-tb" if direction_of(language) == "rtl" else "lr-tb"
    said = ""
    if language:
        names = ("fo:language", "style:language-asian", "style:language-complex")
        tags = ("rfc-language-tag", "rfc-language-tag-asian", "rfc-language-tag-complex")
        said += "".join(f" {name}={quoteattr(language_of(language))}" for name in names)
        said += "".join(f" style:{tag}={quoteattr(language)}" for tag in tags)
    return (
        f'<style:style style:name="{paragraph_style(number)}" style:family="paragraph" '
        f'style:parent-style-name="Standard"><style:paragraph-properties style:writing-mode="{mode}"/>'
        f"<style:text-properties{said}/></style:style>"
    )


def _root(name: str, content: str) -> str:
    return f'{_DECLARATION}<office:{name} {_NAMESPACES} office:version="1.3">{content}</office:{name}>'
