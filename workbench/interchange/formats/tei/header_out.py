"""The header of a TEI file: the work, its witnesses, how the apparatus is made."""

from collections.abc import Iterator
from xml.sax.saxutils import escape

from workbench.interchange.document import TranslationRecord, WorkRecord
from workbench.interchange.formats.tei.header import OURS
from workbench.interchange.formats.tei.markup_out import attributes
from workbench.interchange.formats.tei.spaces import space_of

__all__ = ["element", "write_header"]


def element(name: str, text: str, **said: str) -> str:
    """Return an element with a text, "" where there is none."""
    return f"<{name}{attributes(**said)}{space_of(text)}>{escape(text)}</{name}>" if text else ""


def write_header(work: WorkRecord, method: str, delimiters: tuple[str, ...] | None) -> str:
    """Return the `teiHeader`; `method` is that of the apparatus, `delimiters` stand before the labels of a path."""
    titles = f"<title{space_of(work.title)}>{escape(work.title)}</title>{element('author', work.author)}"
    names = f"{_idno('slug', work.slug)}{_idno('numbering', work.numbering)}"
    series = f"<seriesStmt>{element('title', work.series)}</seriesStmt>\n" if work.series else ""
    return (
        f"<teiHeader>\n<fileDesc><titleStmt>{titles}{''.join(_translators(work))}</titleStmt>\n"
        f"<publicationStmt><publisher>Translation Workbench</publisher>{names}</publicationStmt>\n{series}"
        f"<sourceDesc>\n{_witnesses(work)}</sourceDesc></fileDesc>\n"
        f'<encodingDesc><appInfo><application ident="{OURS}" version="1"><label>Translation Workbench</label>'
        f"</application></appInfo>{_references(work, delimiters)}{method}</encodingDesc>\n{_profile(work)}</teiHeader>"
    )


def _translators(work: WorkRecord) -> Iterator[str]:
    names = dict.fromkeys(one.translator for one in work.translations if one.translator)
    return (element("editor", name, role="translator") for name in names)


def _witnesses(work: WorkRecord) -> str:
    rows = "".join(_witness(number, one) for number, one in enumerate(work.translations, 1))
    return f"<listWit>\n{rows}</listWit>" if rows else "<p>No witnesses.</p>"


def _witness(number: int, one: TranslationRecord) -> str:
    rights = f"<availability>{element('p', one.rights)}</availability>" if one.rights else ""
    source = f"<ref{attributes(target=one.source)}/>" if one.source else ""
    language = f"<textLang{attributes(mainLang=one.language)}/>" if one.language else ""
    editor = element("editor", one.translator, role="translator")
    said = (
        f"{element('title', one.title)}{editor}{element('date', one.year)}"
        f"{language}{_idno('numbering', one.numbering)}{rights}{source}"
        f"{element('note', one.citation, type='citation')}{element('note', one.notes, type='notes')}"
    )
    return f'<witness xml:id="w{number}"{attributes(n=one.siglum)}><bibl type="{one.role}">{said}</bibl></witness>\n'


def _idno(kind: str, text: str) -> str:
    return element("idno", text, type=f"{OURS}-{kind}")


def _references(work: WorkRecord, delimiters: tuple[str, ...] | None) -> str:
    if delimiters is None:
        return ""
    states = zip(work.levels, delimiters, strict=True)
    rows = "".join(f"<refState{attributes(unit=unit, delim=delimiter)}/>" for unit, delimiter in states)
    return f"<refsDecl>{rows}</refsDecl>"


def _profile(work: WorkRecord) -> str:
    abstract = f"<abstract>{element('p', work.description)}</abstract>" if work.description else ""
    language = f'<langUsage><language{attributes(ident=work.language)} n="original"/></langUsage>'
    said = f"{abstract}{language if work.language else ''}"
    return f"<profileDesc>{said}</profileDesc>\n" if said else ""
