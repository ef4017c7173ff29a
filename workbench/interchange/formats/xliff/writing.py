"""XLIFF 1.2: source and target, further translations as `alt-trans`."""

from typing import Any

from workbench.interchange.document import Document, PassageRecord, SpanRecord, ThreadRecord, TranslationRecord
from workbench.interchange.extras import load_extra
from workbench.interchange.formats.xliff.terms import OWN, order_of, threads_by_passage
from workbench.interchange.losses import only_work
from workbench.interchange.units import write_roster
from workbench.interchange.xml import XML_LANG, XML_SPACE, to_bytes

__all__ = ["write"]

_CORE = "urn:oasis:names:tc:xliff:document:1.2"


def write(document: Document) -> bytes:
    """Return XLIFF 1.2: the original (or the first translation) as source, the next as target, then alternatives."""
    etree = load_extra("lxml.etree")
    work = only_work(document)
    source, *others = order_of(work)
    root = etree.Element(f"{{{_CORE}}}xliff", version="1.2", nsmap={None: _CORE, "workbench": OWN})
    languages = {"source-language": source.language or "und"}
    if others:
        languages["target-language"] = others[0].language or "und"
    file = etree.SubElement(
        root,
        f"{{{_CORE}}}file",
        {"original": work.slug or "work", **languages, "datatype": "plaintext", XML_SPACE: "preserve"},
    )
    header = etree.SubElement(file, f"{{{_CORE}}}header")
    for line in write_roster(work):
        etree.SubElement(header, f"{{{OWN}}}translation").text = line
    body = etree.SubElement(file, f"{{{_CORE}}}body")
    threads = threads_by_passage(work)
    for number, passage in enumerate(work.passages, 1):
        name = passage.reference or str(number)
        unit = etree.SubElement(body, f"{{{_CORE}}}trans-unit", id=str(number), resname=name)
        _write_unit(unit, passage, [source, *others], threads.get(name, []))
        unit.tail = "\n"
    return to_bytes(root)


def _write_unit(unit: Any, passage: PassageRecord, order: list[TranslationRecord], threads: list[ThreadRecord]) -> None:
    etree = load_extra("lxml.etree")
    variants = {variant.siglum: variant for variant in passage.variants}
    source = etree.SubElement(unit, f"{{{_CORE}}}source")
    if first := variants.get(order[0].siglum):
        _write_text(source, first.text, first.markup)
    for place, one in enumerate(order[1:]):
        variant = variants.get(one.siglum)
        if variant is None or not variant.text:
            continue
        holder, state = unit, {"state": "translated"}
        if place:
            holder, state = etree.SubElement(unit, f"{{{_CORE}}}alt-trans", origin=one.siglum), {}
        target = etree.SubElement(holder, f"{{{_CORE}}}target", {XML_LANG: one.language or "und", **state})
        _write_text(target, variant.text, variant.markup)
    for thread in threads:
        for comment in thread.comments:
            if comment.body:
                note = etree.SubElement(unit, f"{{{_CORE}}}note", {"from": comment.author} if comment.author else {})
                note.text = comment.body
    for variant in passage.variants:
        if variant.presence != "present":
            etree.SubElement(unit, f"{{{OWN}}}presence").text = f"{variant.presence}|{variant.siglum}"


def _write_text(element: Any, text: str, markup: tuple[SpanRecord, ...]) -> None:
    etree = load_extra("lxml.etree")
    codes = [span for span in markup if span.kind == "code" and span.start == span.end]
    borders = [*(span.start for span in codes), len(text)]
    element.text = text[: borders[0]]
    for number, (span, end) in enumerate(zip(codes, borders[1:], strict=True), 1):
        said = {"equiv-text": span.text} if span.text else {}
        code = etree.SubElement(element, f"{{{_CORE}}}x", {"id": span.value or str(number), **said})
        code.tail = text[span.start : end]
