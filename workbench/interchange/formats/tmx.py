"""Translation memories: TMX 1.4b (LISA, 2005), all translations side by side, several of one language among them.

A unit is a passage, its `tuid` the reference. What TMX has no word for (sigla, roles, presences, headings) stands in
`prop` elements, which other programs keep or pass over. No segment is empty: OmegaT would blank the passage. Of several
translations of one language the first stands last in a unit, for there the last one wins.
"""

from collections.abc import Iterator
from typing import Any

from workbench.interchange.document import (
    Document,
    PassageRecord,
    SpanRecord,
    TranslationRecord,
    VariantRecord,
)
from workbench.interchange.errors import FormatError, Problem
from workbench.interchange.extras import load_extra
from workbench.interchange.losses import only_work
from workbench.interchange.options import ReadOptions
from workbench.interchange.units import (
    TextWithCodes,
    Unit,
    UnitFile,
    losses_of_units,
    name_by_language,
    read_roster,
    write_roster,
)
from workbench.interchange.vocabulary import PRESENCES
from workbench.interchange.xml import XML_LANG, checked_text, iterate_elements, local_name, text_of, to_bytes

__all__ = ["losses", "read", "write"]

_ROSTER, _SIGLUM, _PRESENCE, _HEADING = "x-translation", "x-siglum", "x-presence", "x-heading"
_CODES = {"bpt", "ept", "it", "ph", "ut"}


def read(data: bytes, options: ReadOptions) -> Document:
    """Return what the memory says; raises `FormatError` with the places of what is wrong."""
    file, notes, faults, is_memory = UnitFile(), 0, 0, False
    source = ""
    for element in iterate_elements(data, ["{*}header", "{*}tu", "{*}tmx"], max_bytes=options.max_bytes):
        name = local_name(element)
        is_memory = is_memory or name in {"header", "tmx"}
        if name == "header":
            source = element.get("srclang", "")
            file.translations = read_roster(_props(element, _ROSTER))
        elif name == "tu":
            notes += sum(local_name(one) == "note" for one in element)
            faults += sum(map(_has_lone_tags, element.iter("{*}seg")))
            _read_unit(element, file, source)
    if not is_memory:
        raise FormatError((Problem("", "This is no translation memory. Expected a root element tmx with a header."),))
    if notes:
        file.remarks.append(f"{notes:,} notes on units are not read.")
    if faults:
        said = "tags end that did not begin, or begin and do not end (bpt, ept)"
        file.remarks.append(f"This is no valid TMX: in {faults:,} segments {said}.")
    if missing := sum(not any(_is_source(file, one) for one in unit.variants) for unit in file.units):
        said = f"no text in {source[:20]}, which the file says it translates from"
        file.remarks += (
            [f"{missing:,} units have {said}."] if any(_is_source(file, one) for one in file.translations) else []
        )
    file.remarks += _remark_languages(file)
    return file.document(options.title)


def write(document: Document) -> bytes:
    """Return the memory in UTF-8. The same document gives the same bytes."""
    etree = load_extra("lxml.etree")
    work = only_work(document)
    root = etree.Element("tmx", version="1.4")
    original = next((one.language for one in work.translations if one.role == "original" and one.language), "*all*")
    header = etree.SubElement(
        root,
        "header",
        {
            "creationtool": "Translation Workbench",
            "creationtoolversion": "1",
            "segtype": "block",
            "o-tmf": "none",
            "adminlang": "en",
            "srclang": original,
            "datatype": "plaintext",
        },
    )
    for line in write_roster(work):
        _add_prop(header, _ROSTER, line)
    body = etree.SubElement(root, "body")
    translations = {one.siglum: one for one in work.translations}
    for number, passage in enumerate(work.passages, 1):
        _write_unit(etree.SubElement(body, "tu", tuid=passage.reference or str(number)), passage, translations)
    _part_lines(root)
    return to_bytes(root, '<!DOCTYPE tmx SYSTEM "tmx14.dtd">')


def losses(document: Document) -> tuple[str, ...]:
    """Say in sentences what of `document` a memory does not carry."""
    return tuple(losses_of_units(document, threads=""))


def _read_unit(element: Any, file: UnitFile, source: str) -> None:
    unit = Unit(element.get("tuid", ""))
    unit.heading = next(iter(_props(element, _HEADING)), "")
    where = f"unit {unit.name or len(file.units) + 1}"
    for variant in element:
        if local_name(variant) == "tuv":
            siglum = _siglum_of(variant, unit, file, source)
            text = TextWithCodes()
            for segment in variant:
                if local_name(segment) == "seg":
                    _read_segment(segment, text)
            file.enter(unit, siglum, text, where)
    for said in _props(element, _PRESENCE):
        presence, _, siglum = said.partition("|")
        if siglum in file.translations and presence in PRESENCES:
            unit.variants[siglum] = VariantRecord(siglum, "", presence)
    file.units.append(unit)


def _siglum_of(variant: Any, unit: Unit, file: UnitFile, source: str) -> str:
    said = next(iter(_props(variant, _SIGLUM)), "")
    if said in file.translations:
        return said
    tag = variant.get(XML_LANG) or variant.get("lang") or variant.get("{http://www.lisa.org/tmx14}lang") or ""
    known = [
        one.siglum for one in file.translations.values() if one.language == tag and one.siglum not in unit.variants
    ]
    if known and not said:
        return known[0]
    siglum = said or name_by_language(tag, file.translations)
    role = "original" if tag and tag.casefold() == source.casefold() and not known else "translation"
    file.translations[siglum] = TranslationRecord(siglum, tag, role)
    return siglum


def _has_lone_tags(segment: Any) -> bool:
    """Whether a tag ends that did not begin before it, or begins and does not end (TMX 1.4b, `bpt` and `ept`)."""
    begun: set[str] = set()
    for one in segment.iter("{*}bpt", "{*}ept"):
        if local_name(one) == "bpt":
            begun.add(one.get("i", ""))
        elif one.get("i", "") not in begun:
            return True
        else:
            begun.discard(one.get("i", ""))
    return bool(begun)


def _is_source(file: UnitFile, siglum: str) -> bool:
    return file.translations[siglum].role == "original"


def _remark_languages(file: UnitFile) -> Iterator[str]:
    """Say which translations are of one language: a memory does not say which is which."""
    for siglum, one in file.translations.items():
        first = next(each.siglum for each in file.translations.values() if each.language == one.language)
        if siglum == name_by_language(one.language, [first]) and first == (one.language or "?"):
            count = sum(siglum in unit.variants for unit in file.units)
            yield f"{count:,} units have more than one text in {one.language or 'no language'}: the next is {siglum}."


def _read_segment(element: Any, text: TextWithCodes) -> None:
    text.add(element.text)
    for part in element:
        name = local_name(part)
        if name in _CODES:
            text.add_code(part.get("type") or name, checked_text(text_of(part), "seg"))
        elif name:
            _read_segment(part, text)
        text.add(part.tail)


def _props(element: Any, kind: str) -> Iterator[str]:
    return (one.text or "" for one in element if local_name(one) == "prop" and one.get("type") == kind)


def _write_unit(unit: Any, passage: PassageRecord, translations: dict[str, TranslationRecord]) -> None:
    etree = load_extra("lxml.etree")
    if passage.heading:
        _add_prop(unit, _HEADING, passage.heading)
    for variant in passage.variants:
        if variant.presence != "present":
            _add_prop(unit, _PRESENCE, f"{variant.presence}|{variant.siglum}")
    for variant in _preferred_last(passage, translations):
        tag = translations[variant.siglum].language or "und"
        made = etree.SubElement(unit, "tuv", {XML_LANG: tag})
        _add_prop(made, _SIGLUM, variant.siglum)
        _write_segment(etree.SubElement(made, "seg"), variant.text, variant.markup)


def _preferred_last(passage: PassageRecord, translations: dict[str, TranslationRecord]) -> list[VariantRecord]:
    by_language: dict[str, list[VariantRecord]] = {}
    for variant in passage.variants:
        if variant.text:
            by_language.setdefault(translations[variant.siglum].language, []).insert(0, variant)
    return [variant for some in by_language.values() for variant in some]


def _write_segment(segment: Any, text: str, markup: tuple[SpanRecord, ...]) -> None:
    etree = load_extra("lxml.etree")
    codes = [span for span in markup if span.kind == "code" and span.start == span.end]
    borders = [*(span.start for span in codes), len(text)]
    segment.text = text[: borders[0]]
    for number, (span, end) in enumerate(zip(codes, borders[1:], strict=True), 1):
        code = etree.SubElement(segment, "ph", {"x": str(number), **({"type": span.value} if span.value else {})})
        code.text = span.text
        code.tail = text[span.start : end]


def _add_prop(element: Any, kind: str, text: str) -> None:
    load_extra("lxml.etree").SubElement(element, "prop", type=kind).text = text


def _part_lines(root: Any) -> None:
    """Put units on lines of their own; inside segments nothing is added."""
    root.text = "\n"
    for part in root:
        part.tail = "\n"
    for unit in root[1]:
        unit.tail = "\n"
    root[1].text = "\n"
