"""XLIFF 2.1: a unit of one segment for each passage, further translations as translation candidates (`mtc`)."""

from collections.abc import Sequence
from typing import Any

from workbench.interchange.document import (
    Document,
    PassageRecord,
    SpanRecord,
    ThreadRecord,
    TranslationRecord,
    VariantRecord,
)
from workbench.interchange.extras import load_extra
from workbench.interchange.formats.xliff.terms import OWN, OWN_AUTHOR, order_of, threads_by_passage
from workbench.interchange.losses import only_work
from workbench.interchange.units import write_roster
from workbench.interchange.xml import XML_SPACE, to_bytes

__all__ = ["write"]

_CORE = "urn:oasis:names:tc:xliff:document:2.0"
_CANDIDATES = "urn:oasis:names:tc:xliff:matches:2.0"


def write(document: Document) -> bytes:
    """Return XLIFF 2.1: the original (or the first translation) as source, the next as target, then candidates."""
    etree = load_extra("lxml.etree")
    work = only_work(document)
    source, *others = order_of(work)
    languages = {"srcLang": source.language or "und"} | ({"trgLang": others[0].language or "und"} if others else {})
    names = {None: _CORE, "mtc": _CANDIDATES, "workbench": OWN}
    root = etree.Element(f"{{{_CORE}}}xliff", {"version": "2.1", **languages}, nsmap=names)
    file = etree.SubElement(
        root, f"{{{_CORE}}}file", {"id": "f1", "original": work.slug or "work", XML_SPACE: "preserve"}
    )
    header = etree.SubElement(file, f"{{{OWN}}}header")
    for line in write_roster(work):
        etree.SubElement(header, f"{{{OWN}}}translation").text = line
    threads = threads_by_passage(work)
    for number, passage in enumerate(work.passages, 1):
        name = passage.reference or str(number)
        unit = etree.SubElement(file, f"{{{_CORE}}}unit", {"id": f"u{number}", "name": name, "canResegment": "no"})
        _write_unit(unit, passage, [source, *others], threads.get(name, []))
        unit.tail = "\n"
    return to_bytes(root)


def _write_unit(
    unit: Any, passage: PassageRecord, order: Sequence[TranslationRecord], threads: Sequence[ThreadRecord]
) -> None:
    """Write what a passage has, in the order of the specification: candidates, our own, notes, the segment."""
    etree = load_extra("lxml.etree")
    variants = {variant.siglum: variant for variant in passage.variants}
    _write_candidates(unit, [variants[one.siglum] for one in order[2:] if one.siglum in variants])
    for variant in passage.variants:
        if variant.presence != "present":
            etree.SubElement(unit, f"{{{OWN}}}presence").text = f"{variant.presence}|{variant.siglum}"
    _write_notes(unit, threads)
    target = variants.get(order[1].siglum) if len(order) > 1 else None
    is_translated = target is not None and bool(target.text)
    state = "translated" if is_translated else "initial"
    segment = etree.SubElement(unit, f"{{{_CORE}}}segment", {"id": "s1", "state": state})
    source = etree.SubElement(segment, f"{{{_CORE}}}source")
    if first := variants.get(order[0].siglum):
        _write_text(source, first.text, first.markup)
    if target is not None and is_translated:
        _write_text(etree.SubElement(segment, f"{{{_CORE}}}target"), target.text, target.markup)


def _write_candidates(unit: Any, variants: Sequence[VariantRecord]) -> None:
    etree = load_extra("lxml.etree")
    written = [one for one in variants if one.text]
    if not written:
        return
    matches = etree.SubElement(unit, f"{{{_CANDIDATES}}}matches")
    for one in written:
        match = etree.SubElement(matches, f"{{{_CANDIDATES}}}match", {"ref": "#s1", "origin": one.siglum})
        etree.SubElement(match, f"{{{_CORE}}}source")
        _write_text(etree.SubElement(match, f"{{{_CORE}}}target"), one.text, one.markup)


def _write_notes(unit: Any, threads: Sequence[ThreadRecord]) -> None:
    etree = load_extra("lxml.etree")
    said = [comment for thread in threads for comment in thread.comments if comment.body]
    notes = etree.SubElement(unit, f"{{{_CORE}}}notes") if said else None
    for comment in said:
        author = {OWN_AUTHOR: comment.author} if comment.author else {}
        etree.SubElement(notes, f"{{{_CORE}}}note", author).text = comment.body


def _write_text(element: Any, text: str, markup: Sequence[SpanRecord]) -> None:
    etree = load_extra("lxml.etree")
    codes = [span for span in markup if span.kind == "code" and span.start == span.end]
    borders = [*(span.start for span in codes), len(text)]
    element.text = text[: borders[0]]
    for number, (span, end) in enumerate(zip(codes, borders[1:], strict=True), 1):
        said = {name: value for name, value in (("equiv", span.value), ("disp", span.text)) if value}
        code = etree.SubElement(element, f"{{{_CORE}}}ph", {"id": str(number), **said})
        code.tail = text[span.start : end]
