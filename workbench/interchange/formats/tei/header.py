"""What a TEI header says of a work and of its witnesses (TEI P5, chapters 2 and 12)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from workbench.interchange.document import TranslationRecord, WorkRecord
from workbench.interchange.formats.tei.spaces import collapse, said_in
from workbench.interchange.limits import MAX_ADDRESS, MAX_LINE, MAX_NOTE, MAX_SIGLUM, MAX_YEAR
from workbench.interchange.vocabulary import ROLES
from workbench.interchange.xml import XML_LANG, local_name

__all__ = ["OURS", "XML_ID", "Header", "pointers", "read_header"]

OURS = "translation-workbench"
"""By this name (`application/@ident`) a file of our own is known: it says more than others do."""

XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
_TRANSLATES = re.compile(r"translat|übers|uebers|tradu|перев", re.I)
_WEB = re.compile(r"https?://\S+")


@dataclass(slots=True)
class Header:
    """The work (without texts), the one translation of a file without witnesses, and the witnesses by their ids.

    `stands_apart`: the entries of the apparatus lead into the text, wherever they stand themselves.
    `groups` are the members of lists of witnesses that have an id of their own. `delimiters` stand before the labels of
    the levels in a reference.
    """

    work: WorkRecord = field(default_factory=WorkRecord)
    translation: TranslationRecord = field(default_factory=lambda: TranslationRecord(""))
    witnesses: dict[str, TranslationRecord] = field(default_factory=dict)
    groups: dict[str, tuple[str, ...]] = field(default_factory=dict)
    delimiters: tuple[str, ...] = ()
    is_ours: bool = False
    stands_apart: bool = False


def read_header(element: Any) -> Header:
    """Return what a `teiHeader` says."""
    titles = element.find("{*}fileDesc/{*}titleStmt")
    publication = element.find("{*}fileDesc/{*}publicationStmt")
    states = element.findall("{*}encodingDesc/{*}refsDecl/{*}refState")
    work = WorkRecord(
        title=_title(titles),
        author=_line("; ".join(_people(titles, "author"))),
        slug=_idno(publication, "slug"),
        numbering=_idno(publication, "numbering"),
        language=_original_language(element),
        description=said_in(element.find("{*}profileDesc/{*}abstract/{*}p"))[:MAX_NOTE],
        series=_line(said_in(element.find("{*}fileDesc/{*}seriesStmt/{*}title"))),
        levels=tuple(one.get("unit", "") for one in states if one.get("unit")),
    )
    header = Header(work, _translation(element, titles), delimiters=tuple(one.get("delim", "") for one in states))
    header.is_ours = any(one.get("ident") == OURS for one in element.iter("{*}application"))
    header.stands_apart = any(one.get("method") == "double-end-point" for one in element.iter("{*}variantEncoding"))
    for one in element.iter("{*}listWit"):
        _read_list(one, header)
    return header


def pointers(text: str | None) -> list[str]:
    """Return the ids that a list of pointers names, with or without their "#"."""
    return [one.rpartition("#")[2] for one in (text or "").split()]


def _read_list(element: Any, header: Header) -> None:
    ids = [one.get(XML_ID) or one.get("n") or collapse(said_in(one)) for one in element.iter("{*}witness")]
    if element.get(XML_ID):
        header.groups[element.get(XML_ID)] = tuple(ids)
    for one, name in zip(element.iter("{*}witness"), ids, strict=True):
        if name and name not in header.witnesses:
            siglum = one.get("n") or name
            record = _witness(one, siglum if len(siglum) <= MAX_SIGLUM else name[:MAX_SIGLUM])
            header.witnesses[name] = record


def _witness(element: Any, siglum: str) -> TranslationRecord:
    bibl = element.find("{*}bibl")
    language = element.get(XML_LANG, "")
    if bibl is None or bibl.get("type") not in ROLES:
        return TranslationRecord(siglum, language, citation=said_in(element)[:MAX_NOTE])
    return TranslationRecord(
        siglum=siglum,
        language=_attribute(bibl.find("{*}textLang"), "mainLang") or language,
        role=bibl.get("type"),
        translator=_line("; ".join(_people(bibl, "editor"))),
        year=said_in(bibl.find("{*}date"))[:MAX_YEAR],
        citation=_note(bibl, "citation"),
        rights=said_in(bibl.find("{*}availability/{*}p"))[:MAX_NOTE],
        notes=_note(bibl, "notes"),
        title=_line(said_in(bibl.find("{*}title"))),
        source=_attribute(bibl.find("{*}ref"), "target")[:MAX_ADDRESS],
        numbering=_idno(bibl, "numbering"),
    )


def _translation(element: Any, titles: Any) -> TranslationRecord:
    """Return what the header says of its text, if it holds one."""
    source = element.find("{*}fileDesc/{*}sourceDesc")
    publication = element.find("{*}fileDesc/{*}publicationStmt")
    people = _people(titles, "translator") or _people(source, "translator")
    availability = publication.find("{*}availability") if publication is not None else None
    record = TranslationRecord(
        siglum="",
        translator=_line("; ".join(dict.fromkeys(people))),
        year=(_year(source) or _year(publication))[:MAX_YEAR],
        citation=collapse(said_in(source))[:MAX_NOTE],
        rights=collapse(said_in(availability))[:MAX_NOTE],
    )
    return replace(record, source=_address(source) or _address(publication))


def _people(element: Any, role: str) -> list[str]:
    """Return who has a role: by the element's name, its `role`, or what they are said to be responsible for."""
    return list(dict.fromkeys(filter(None, _named(element, role)))) if element is not None else []


def _named(element: Any, role: str) -> Iterator[str]:
    for one in element.iter("{*}author", "{*}editor", "{*}translator", "{*}respStmt"):
        name = local_name(one)
        is_translator = name == "translator" or _TRANSLATES.search(one.get("role", "")) is not None
        if name == "respStmt":
            does = " ".join(map(said_in, one.findall("{*}resp")))
            if role == "translator" and _TRANSLATES.search(does):
                yield from (said_in(each) for each in one if local_name(each) in {"name", "persName", "orgName"})
        elif (role == "translator" and is_translator) or (name == role and (role != "author" or not is_translator)):
            yield said_in(one)


def _title(titles: Any) -> str:
    found = titles.findall("{*}title") if titles is not None else []
    main = [one for one in found if one.get("type") == "main"] or found
    return _line(said_in(main[0])) if main else ""


def _original_language(element: Any) -> str:
    return _attribute(element.find("{*}profileDesc/{*}langUsage/{*}language[@n='original']"), "ident")


def _year(element: Any) -> str:
    for one in element.iter("{*}date") if element is not None else ():
        if said := collapse(said_in(one)) or one.get("when", ""):
            return str(said)
    return ""


def _address(element: Any) -> str:
    for one in element.iter("{*}ref", "{*}ptr", "{*}idno") if element is not None else ():
        if found := _WEB.fullmatch(one.get("target") or collapse(said_in(one))):
            return found[0][:MAX_ADDRESS]
    return ""


def _idno(element: Any, kind: str) -> str:
    found = element.iter("{*}idno") if element is not None else ()
    return next((said_in(one) for one in found if one.get("type") == f"{OURS}-{kind}"), "")


def _note(element: Any, kind: str) -> str:
    return next((said_in(one) for one in element.findall("{*}note") if one.get("type") == kind), "")[:MAX_NOTE]


def _attribute(element: Any, name: str) -> str:
    return str(element.get(name, "")) if element is not None else ""


def _line(text: str) -> str:
    return collapse(text)[:MAX_LINE].strip()
