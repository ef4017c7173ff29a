"""Which formats there are: a new one is a module in `formats/` and an entry here."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from workbench.interchange.document import Document, WorkRecord
from workbench.interchange.edition import without_others, writing_editions
from workbench.interchange.errors import FormatError, Problem, WrongKind
from workbench.interchange.flow import Flow
from workbench.interchange.formats import (
    annotations,
    bundle,
    docx,
    epub,
    html,
    mqm,
    odt,
    osis,
    plain,
    po,
    table,
    tei,
    tmx,
    usfm,
    usx,
    xliff,
)
from workbench.interchange.formats.docx import losses_of_review
from workbench.interchange.formats.table import ods, sheets, xlsx
from workbench.interchange.losses import Untold, describe_untold
from workbench.interchange.options import ReadOptions
from workbench.interchange.recognition import Kind, recognise

__all__ = ["APPARATUS", "FORMATS", "Format", "Recognised", "Streaming", "format_for_file", "recognise_format"]


TABLE, EDITION, LINKS, REVIEW = "table", "notes", "links", "review"


Ways = Mapping[str, tuple[str, Callable[[Document], bytes]]]


@dataclass(frozen=True, slots=True)
class Streaming:
    """How a format writes a work whose passages come one by one, in pieces, and says what it leaves out.

    `losses` is asked with what is said of the work, what of its passages is not carried, and how many threads it has.
    `is_bare`: it writes nothing of a variant but its words.
    """

    write: Callable[[Flow], Iterator[str]]
    losses: Callable[[WorkRecord, Untold, int], Iterable[str]]
    is_bare: bool = True


@dataclass(frozen=True, slots=True)
class Format:
    """A way to write a document down. `extensions` are lower case with their dot, the usual one first.

    `read` and `write` raise `FormatError`; `losses` says in sentences what `write` would leave out. `is_text`: whether
    a person could read the file in an editor. `apparatus` are the ways in which an apparatus can be written, by name,
    the usual one first, each with what it is called and what writes it (`TABLE`: there is none). `streaming`: how a
    work is written that is too large to be held, None where the format needs all of it at hand. `follows_order`: one
    translation alone is written in the order in which it reads.
    """

    name: str
    label: str
    extensions: tuple[str, ...]
    media_type: str
    read: Callable[[bytes, ReadOptions], Document]
    write: Callable[[Document], bytes]
    losses: Callable[[Document], tuple[str, ...]]
    is_text: bool = True
    apparatus: Ways = field(default_factory=dict, hash=False)
    streaming: Streaming | None = None

    @property
    def follows_order(self) -> bool:
        """Whether the file has its passages in a row that no tree of references orders, and says no order itself."""
        return self.name in _ROWS

    def write_with(self, document: Document, apparatus: str = "") -> bytes:
        """Return the file with its apparatus in the way that is named; raises `FormatError` where there is none."""
        if not apparatus:
            return self.write(document)
        if apparatus not in self.apparatus:
            known = (
                f"one of {', '.join(self.apparatus)}" if self.apparatus else f"none, for {self.name} has no apparatus"
            )
            raise FormatError((Problem("apparatus", f"{apparatus[:40]!r} is not known. Expected {known}."),))
        return self.apparatus[apparatus][1](document)

    def collates(self, apparatus: str = "") -> bool:
        """Say whether texts are compared to write it in the way that is named."""
        return (apparatus or next(iter(self.apparatus), TABLE)) not in {TABLE, LINKS, REVIEW}

    def losses_with(self, document: Document, apparatus: str = "") -> tuple[str, ...]:
        """Say in sentences what is left out in the way that is named."""
        if apparatus == REVIEW and apparatus in self.apparatus:
            return losses_of_review(document)
        if apparatus != EDITION:
            return self.losses(document)
        edited = without_others(document)
        return (*edited.warnings[len(document.warnings) :], *self.losses(edited))

    def naming(self, data: bytes) -> tuple[str, str]:
        """Return the extension and media type of what was written: those of a ZIP where a text took several files."""
        if self.is_text and data.startswith(b"PK\x03\x04"):
            return ".zip", "application/zip"
        return self.extensions[0], self.media_type


_ROWS = frozenset({"csv", "csv-long", "tsv", "tsv-long", "xlsx", "ods", "docx", "odt", "html", "epub", "plain"})


def _editions(write: Callable[[Document], bytes]) -> Ways:
    """Return the ways of a format that has no apparatus of its own: without, or one in the notes to one text."""
    return {
        TABLE: ("as it is", write),
        EDITION: ("as one text with the variants of the others in notes", writing_editions(write)),
    }


def _reviewed(write: Callable[[Document], bytes], review: Callable[[Document], bytes]) -> Ways:
    """Return the ways of a document that is edited: those of `_editions`, and as a table for review."""
    said = "as a table for review: references, texts, the words and state of each discussion"
    return {**_editions(write), REVIEW: (said, review)}


_ALL = (
    Format(
        name="bundle",
        label="Bundle: everything, with history and discussions (JSON)",
        extensions=(".json",),
        media_type="application/json",
        read=bundle.read,
        write=bundle.write,
        losses=bundle.losses,
        streaming=Streaming(bundle.stream, bundle.losses_of_flow, is_bare=False),
    ),
    Format(
        name="csv",
        label="Table for spreadsheets: a column a translation (CSV)",
        extensions=(".csv",),
        media_type="text/csv",
        read=table.read_csv,
        write=table.write_csv,
        losses=table.losses,
        streaming=Streaming(table.stream_csv, describe_untold),
    ),
    Format(
        name="csv-long",
        label="Table for spreadsheets: a row a variant (CSV)",
        extensions=(".csv",),
        media_type="text/csv",
        read=table.read_csv,
        write=table.write_long_csv,
        losses=table.losses_of_long,
        streaming=Streaming(table.stream_long_csv, describe_untold),
    ),
    Format(
        name="tsv",
        label="Table for scripts: a column a translation (TSV)",
        extensions=(".tsv", ".tab"),
        media_type="text/tab-separated-values",
        read=table.read_tsv,
        write=table.write_tsv,
        losses=table.losses,
        streaming=Streaming(table.stream_tsv, describe_untold),
    ),
    Format(
        name="tsv-long",
        label="Table for scripts: a row a variant (TSV)",
        extensions=(".tsv",),
        media_type="text/tab-separated-values",
        read=table.read_tsv,
        write=table.write_long_tsv,
        losses=table.losses_of_long,
        streaming=Streaming(table.stream_long_tsv, describe_untold),
    ),
    Format(
        name="mqm",
        label="Marks of translation errors, as the MQM campaigns of WMT have them (TSV)",
        extensions=(".tsv",),
        media_type="text/tab-separated-values",
        read=mqm.read,
        write=mqm.write,
        losses=mqm.losses,
    ),
    Format(
        name="mqm-json",
        label="Marks of translation errors for scripts: an object a mark (JSON)",
        extensions=(".json",),
        media_type="application/json",
        read=mqm.read,
        write=mqm.write_json,
        losses=mqm.losses,
    ),
    Format(
        name="xlsx",
        label="Spreadsheet of Excel: a column a translation, with comments (XLSX)",
        extensions=(".xlsx", ".xlsm"),
        media_type="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        read=xlsx.read,
        write=xlsx.write,
        losses=sheets.losses,
        is_text=False,
    ),
    Format(
        name="ods",
        label="Spreadsheet of LibreOffice: a column a translation, with comments (ODS)",
        extensions=(".ods",),
        media_type="application/vnd.oasis.opendocument.spreadsheet",
        read=ods.read,
        write=ods.write,
        losses=sheets.losses,
        is_text=False,
    ),
    Format(
        name="tmx",
        label="Translation memory: all translations, unit by unit (TMX)",
        extensions=(".tmx",),
        media_type="application/xml",
        read=tmx.read,
        write=tmx.write,
        losses=tmx.losses,
    ),
    Format(
        name="xliff",
        label="For translation tools: source, target, alternatives, notes (XLIFF)",
        extensions=(".xlf", ".xliff"),
        media_type="application/xml",
        read=xliff.read,
        write=xliff.write,
        losses=xliff.losses,
    ),
    Format(
        name="xliff2",
        label="For translation tools that read the newer XLIFF: the same (XLIFF 2.1)",
        extensions=(".xlf", ".xliff"),
        media_type="application/xliff+xml",
        read=xliff.read,
        write=xliff.write_2,
        losses=xliff.losses,
    ),
    Format(
        name="po",
        label="For translation tools: source and one translation (PO)",
        extensions=(".po", ".pot"),
        media_type="text/x-gettext-translation",
        read=po.read,
        write=po.write,
        losses=po.losses,
    ),
    Format(
        name="docx",
        label="Word document: one translation as a text, several as a table, with comments and changes (DOCX)",
        extensions=(".docx", ".docm"),
        media_type="application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        read=docx.read,
        write=docx.write,
        losses=docx.losses,
        is_text=False,
        apparatus=_reviewed(docx.write, docx.write_review),
    ),
    Format(
        name="odt",
        label="Text of LibreOffice: one translation as a text, several as a table, with comments and changes (ODT)",
        extensions=(".odt",),
        media_type="application/vnd.oasis.opendocument.text",
        read=odt.read,
        write=odt.write,
        losses=odt.losses,
        is_text=False,
        apparatus=_reviewed(odt.write, odt.write_review),
    ),
    Format(
        name="html",
        label="Web page: to be read and printed, with notes and remarks (HTML)",
        extensions=(".html", ".htm", ".xhtml"),
        media_type="text/html",
        read=html.read,
        write=html.write,
        losses=html.losses,
        apparatus=_editions(html.write),
    ),
    Format(
        name="epub",
        label="E-book: texts with notes and a table of contents (EPUB)",
        extensions=(".epub",),
        media_type="application/epub+zip",
        read=epub.read,
        write=epub.write,
        losses=epub.losses,
        is_text=False,
        apparatus=_editions(epub.write),
    ),
    Format(
        name="annotations",
        label="Web annotations: discussions with the words they speak of, and the texts (W3C, JSON-LD)",
        extensions=(".jsonld",),
        media_type="application/ld+json",
        read=annotations.read,
        write=annotations.write,
        losses=annotations.losses,
    ),
    Format(
        name="tei",
        label="Scholarly edition: all translations as witnesses, with an apparatus (TEI P5)",
        extensions=(".xml", ".tei"),
        media_type="application/tei+xml",
        read=tei.read,
        write=tei.write,
        losses=tei.losses,
        apparatus={
            "segmentation": ("with the apparatus in the text", tei.write),
            "endpoints": ("with the apparatus apart", tei.write_apart),
            LINKS: ("as texts beside each other whose passages are linked", tei.write_linked),
        },
    ),
    Format(
        name="usfm",
        label="Bible text with markers, a file a book (USFM)",
        extensions=(".usfm", ".sfm"),
        media_type="text/plain",
        read=usfm.read,
        write=usfm.write,
        losses=usfm.losses,
    ),
    Format(
        name="usx",
        label="Bible text as Paratext keeps it, a file a book (USX)",
        extensions=(".usx",),
        media_type="application/xml",
        read=usx.read,
        write=usx.write,
        losses=usx.losses,
    ),
    Format(
        name="osis",
        label="Bible text as SWORD and archives have it, in one file (OSIS)",
        extensions=(".osis",),
        media_type="application/xml",
        read=osis.read,
        write=osis.write,
        losses=osis.losses,
    ),
    Format(
        name="plain",
        label="Plain text of one translation",
        extensions=(".txt", ".text", ".md"),
        media_type="text/plain",
        read=plain.read,
        write=plain.write,
        losses=plain.losses,
    ),
)

FORMATS = {one.name: one for one in _ALL}
"""The formats by name."""

APPARATUS = tuple(dict.fromkeys(name for one in _ALL for name in one.apparatus))
"""The ways in which a format may write an apparatus."""


def format_for_file(name: str) -> Format | None:
    """Return the first format whose extension the file name has, None if there is none."""
    lower = name.lower()
    return next((one for one in _ALL if lower.endswith(one.extensions)), None)


@dataclass(frozen=True, slots=True)
class Recognised:
    """The format that a file is to be read in, and in a sentence where its name or what was said of it differs."""

    format: Format
    remark: str = ""


def recognise_format(name: str, data: bytes, wished: str = "") -> Recognised | None:
    """Return the format of a file: the one wished for, else what its content is, else what its name says, else None.

    Raises `WrongKind` where the content is something that no format here reads, or not what was wished for.
    """
    kind = recognise(data)
    by_name = format_for_file(name)
    chosen = FORMATS.get(wished) or by_name
    if kind is None:
        return Recognised(_text_format(chosen, wished)) if chosen else None
    found = FORMATS.get(kind.name)
    if found is not None and chosen is not None and wished and found.read == chosen.read:
        return Recognised(chosen)
    if found is None or (wished and found.name != wished):
        return Recognised(_as_text(kind, chosen), f"This looks like {kind.label}; it is read as it stands.")
    if by_name is None or by_name.name == found.name or kind.name in {one.name for one in _by_name(name)}:
        return Recognised(found)
    return Recognised(found, f"The name says {by_name.extensions[0]}; this is {kind.label}, and is read as one.")


def _by_name(name: str) -> list[Format]:
    return [one for one in _ALL if name.lower().endswith(one.extensions)]


def _text_format(chosen: Format, wished: str) -> Format:
    """Return the format for a file that looks like mere text; one that text cannot be is not meant."""
    if chosen.is_text:
        return chosen
    says = "" if wished else " whatever its name says"
    raise WrongKind("plain text", f"It is not a file of the kind {chosen.name}{says}.")


def _as_text(kind: Kind, chosen: Format | None) -> Format:
    if chosen is None or not (kind.is_text and chosen.is_text):
        raise WrongKind(kind.label, f"Expected a file of one of the kinds {', '.join(FORMATS)}.")
    return chosen
