"""A glossary in TBX (ISO 30042:2019, dialect TBX-Basic), read in both styles (DCA, DCT) and as the older MARTIF.

A concept is a term: its first term that is not forbidden, all others are its renderings. The administrative status says
which are preferred (wanted), admitted (allowed), deprecated or superseded (forbidden).
"""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from workbench.interchange.errors import FormatError, Problem
from workbench.interchange.extras import load_extra
from workbench.interchange.terminology.records import RenderingRecord, TermRecord
from workbench.interchange.xml import XML_LANG, checked_text, iterate_elements, local_name, text_of, to_bytes

__all__ = ["read_tbx", "write_tbx"]

_NAMESPACE = "urn:iso:std:iso:30042:ed-2"
_STATUS = "administrativeStatus"
_WRITTEN = {
    "wanted": "preferredTerm-admn-sts",
    "allowed": "admittedTerm-admn-sts",
    "forbidden": "deprecatedTerm-admn-sts",
}
_READ = {"preferred": "wanted", "admitted": "allowed", "deprecated": "forbidden", "superseded": "forbidden"}
_ENTRIES = {"conceptEntry", "termEntry"}
_SECTIONS = {"langSec", "langSet"}
_TERMS = {"termSec", "tig", "ntig"}
_UNKNOWN = "und"


def read_tbx(data: bytes) -> list[TermRecord]:
    """Return the terms of the concepts; raises `FormatError` with the place of what is wrong."""
    is_tbx, found = False, []
    for number, element in enumerate(
        iterate_elements(data, ["{*}conceptEntry", "{*}termEntry", "{*}tbx", "{*}martif"])
    ):
        if local_name(element) not in _ENTRIES:
            is_tbx = True
        elif term := _read_concept(element, element.get("id") or f"concept {number + 1}"):
            found.append(term)
    if not is_tbx:
        raise FormatError((Problem("", "This is no TBX. Expected a root element tbx or martif."),))
    return found


def write_tbx(terms: Sequence[TermRecord]) -> bytes:
    """Return the terms as TBX-Basic in the style DCA, in UTF-8."""
    etree = load_extra("lxml.etree")
    language = next((one.language for one in terms if one.language), "en")
    root = etree.Element("tbx", {"type": "TBX-Basic", "style": "dca", XML_LANG: language}, nsmap={None: _NAMESPACE})
    header = etree.SubElement(etree.SubElement(root, "tbxHeader"), "fileDesc")
    etree.SubElement(etree.SubElement(header, "sourceDesc"), "p").text = "A glossary of Translation Workbench"
    body = etree.SubElement(etree.SubElement(root, "text"), "body")
    for number, one in enumerate(terms, 1):
        _write_concept(etree, body, one, number)
    return to_bytes(root)


def _read_concept(element: Any, where: str) -> TermRecord | None:
    said = [one for section in _inside(element, _SECTIONS) for one in _read_section(section, where)]
    head = next((one for one in said if one.status != "forbidden"), None)
    if head is None:
        return None
    others = [one for one in said if one is not head]
    notes = [text_of(one) for one in element if local_name(one) in {"descrip", "note", "definition"}]
    notes += [head.note] if head.note else []
    counted = {one.language: sum(other.language == one.language for other in others) for one in others}
    renderings = [
        one._replace(status=one.status or ("wanted" if counted[one.language] == 1 else "allowed")) for one in others
    ]
    note = checked_text(" ".join(" ".join(notes).split()), where)
    return TermRecord(head.words, head.language, note, tuple(renderings), where)


def _read_section(section: Any, where: str) -> Iterator[RenderingRecord]:
    tag = section.get(XML_LANG) or section.get("lang") or ""
    for one in _inside(section, _TERMS):
        parts = list(one.iter())
        words = next((text_of(part) for part in parts if local_name(part) == "term"), "")
        notes = [text_of(part) for part in parts if local_name(part) == "note"]
        if words := checked_text(" ".join(words.split()), where):
            note = checked_text(" ".join(" ".join(notes).split()), where)
            yield RenderingRecord("" if tag == _UNKNOWN else tag, words, _status_of(parts), note)


def _status_of(parts: Sequence[Any]) -> str:
    for part in parts:
        if local_name(part) == _STATUS or part.get("type") in {_STATUS, "normativeAuthorization"}:
            value = text_of(part).strip()
            return next((status for begin, status in _READ.items() if value.startswith(begin)), "")
    return ""


def _inside(element: Any, names: set[str]) -> list[Any]:
    return [one for one in element if local_name(one) in names]


def _write_concept(etree: Any, body: Any, one: TermRecord, number: int) -> None:
    concept = etree.SubElement(body, "conceptEntry", id=f"c{number}")
    if one.note:
        etree.SubElement(concept, "note").text = one.note
    said = [RenderingRecord(one.language, one.words, ""), *one.renderings]
    order = list(dict.fromkeys(own.language for own in said))
    ordered = sorted(said, key=lambda own: order.index(own.language))
    for language, group in groupby(ordered, key=lambda own: own.language):
        section = etree.SubElement(concept, "langSec", {XML_LANG: language or _UNKNOWN})
        for own in group:
            term = etree.SubElement(section, "termSec")
            etree.SubElement(term, "term").text = own.words
            if own.status:
                etree.SubElement(term, "termNote", type=_STATUS).text = _WRITTEN[own.status]
            if own.note:
                etree.SubElement(term, "note").text = own.note
