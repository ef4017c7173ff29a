"""XLIFF 1.2 and 2.x (OASIS): a source and its target, further translations as alternatives, notes as threads.

Written is 1.2, which every tool reads and which has alternatives (`alt-trans`); read are 1.2 and 2.0 to 2.2. A unit is
a passage: segments of a 2.x unit are joined. White space counts (`xml:space="preserve"`). A target is `translated`, and
never approved: an edit in other programs turns what needs review into what is approved, and only our own record says
who approved what. Sigla, roles and presences stand in elements of our own namespace, which other programs pass over.
"""

from collections.abc import Iterator
from typing import Any

from workbench.interchange.document import (
    CommentRecord,
    Document,
    PassageRecord,
    SpanRecord,
    ThreadRecord,
    TranslationRecord,
    VariantRecord,
    WorkRecord,
)
from workbench.interchange.errors import FormatError, Problem
from workbench.interchange.extras import load_extra
from workbench.interchange.limits import MAX_LINE
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
from workbench.interchange.xml import (
    XML_LANG,
    XML_SPACE,
    checked_text,
    iterate_elements,
    local_name,
    text_of,
    to_bytes,
)
from workbench.text.words.validity import check_text

__all__ = ["losses", "read", "write"]

_CORE = "urn:oasis:names:tc:xliff:document:1.2"
_OWN = "https://translation-workbench.example/xliff"
_TAGS = ["{*}header", "{*}trans-unit", "{*}unit", "{*}file", "{*}xliff"]
_CODES = {"x", "bx", "ex", "ph", "it", "bpt", "ept", "sc", "ec"}
_APPROVED = {"final", "signed-off"}


def read(data: bytes, options: ReadOptions) -> Document:
    """Return what the file says; raises `FormatError` with the places of what is wrong."""
    reader = _Reader()
    for element in iterate_elements(data, _TAGS, max_bytes=options.max_bytes):
        reader.take(element)
    if not reader.is_xliff:
        raise FormatError((Problem("", "This is no XLIFF. Expected a root element xliff with files in it."),))
    reader.remark()
    return reader.file.document(options.title)


def write(document: Document) -> bytes:
    """Return XLIFF 1.2: the original (or the first translation) as source, the next as target, then alternatives."""
    etree = load_extra("lxml.etree")
    work = only_work(document)
    if not work.translations:
        raise FormatError((Problem("/works/0/translations", "XLIFF needs at least one translation."),))
    source, *others = _source_first(work)
    root = etree.Element(f"{{{_CORE}}}xliff", version="1.2", nsmap={None: _CORE, "workbench": _OWN})
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
        etree.SubElement(header, f"{{{_OWN}}}translation").text = line
    body = etree.SubElement(file, f"{{{_CORE}}}body")
    threads: dict[str, list[ThreadRecord]] = {}
    for thread in work.threads:
        threads.setdefault(thread.passage, []).append(thread)
    for number, passage in enumerate(work.passages, 1):
        name = passage.reference or str(number)
        unit = etree.SubElement(body, f"{{{_CORE}}}trans-unit", id=str(number), resname=name)
        _write_unit(unit, passage, [source, *others], threads.get(name, []))
        unit.tail = "\n"
    return to_bytes(root)


def losses(document: Document) -> tuple[str, ...]:
    """Say in sentences what of `document` XLIFF does not carry."""
    kept = "become notes: each comment one of its own, with its author, without dates, states, places and suggestions."
    headings = sum(bool(passage.heading) for work in document.works for passage in work.passages)
    lost = [f"{headings} headings are not carried."] if headings else []
    return (*losses_of_units(document, threads=kept), *lost)


class _Reader:
    """What was read so far; `take` is given each element when it ends."""

    def __init__(self) -> None:
        self.file = UnitFile()
        self.is_xliff = False
        self._ours: list[str] = []
        self._sigla: dict[tuple[str, str], str] = {}
        self._approved = 0

    def take(self, element: Any) -> None:
        """Read an element; units are read whole, of others only the attributes and what stands in a header."""
        name = local_name(element)
        self.is_xliff = self.is_xliff or name in {"file", "xliff"}
        if name == "header":
            said = (one.text or "" for one in element if one.tag == f"{{{_OWN}}}translation")
            self.file.translations |= read_roster(said)
            ordered = WorkRecord(translations=tuple(self.file.translations.values()))
            self._ours = [one.siglum for one in _source_first(ordered)]
        elif name == "trans-unit":
            self._take_unit(element, element.get("resname") or element.get("id", ""))
        elif name == "unit":
            self._take_unit(element, element.get("name") or element.get("id", ""))

    def remark(self) -> None:
        """Say what was not read."""
        if self._approved:
            self.file.remarks.append(
                f"{self._approved:,} targets are marked as approved; here only people of the workspace approve."
            )

    def _take_unit(self, element: Any, name: str) -> None:
        unit = Unit(name)
        languages = _languages_of(element)
        texts: dict[str, TextWithCodes] = {}
        has_target = any(local_name(one) == "target" for one in _parts(element))
        approved = element.get("approved") == "yes"
        alternatives = 0
        for part in _parts(element):
            kind = local_name(part)
            if kind == "source":
                self._add(texts, self._siglum("original", languages[0]), part)
                if has_target and local_name(part.getparent()) == "ignorable" and len(part.getparent()) == 1:
                    self._add(texts, self._siglum("translation", languages[1]), part)
            elif kind == "target":
                self._add(texts, self._siglum("translation", part.get(XML_LANG) or languages[1]), part)
                approved = approved or part.get("state") in _APPROVED
            elif kind == "alt-trans":
                alternatives += 1
                self._take_alternative(part, unit, languages[1], alternatives)
            elif kind == "note":
                unit.comments += _comments_of(part)
            elif kind == "segment":
                approved = approved or part.get("state") in _APPROVED
            elif part.tag == f"{{{_OWN}}}presence":
                self._take_presence(part, unit)
        self._approved += approved
        for siglum, text in texts.items():
            self.file.enter(unit, siglum, text, f"unit {name}")
        self.file.units.append(unit)

    def _add(self, texts: dict[str, TextWithCodes], siglum: str, element: Any) -> None:
        _read_text(element, texts.setdefault(siglum, TextWithCodes()))

    def _siglum(self, role: str, language: str, number: int = 0) -> str:
        """Return the siglum of the source, the target or (from 1) an alternative in a language."""
        place = 0 if role == "original" else 1
        if len(self._ours) > place and not number:
            return self._ours[place]
        known = self._sigla.get((f"{role}{number}", language))
        if known is None:
            known = name_by_language(language, self.file.translations)
            self._sigla[f"{role}{number}", language] = known
            self.file.translations[known] = TranslationRecord(known, language, role)
        return known

    def _take_alternative(self, element: Any, unit: Unit, language: str, number: int) -> None:
        target = next((one for one in element if local_name(one) == "target"), None)
        if target is not None:
            origin = element.get("origin", "")
            is_ours = origin in self._ours
            siglum = origin if is_ours else self._siglum("translation", target.get(XML_LANG) or language, number)
            text = TextWithCodes()
            _read_text(target, text)
            self.file.enter(unit, siglum, text, f"unit {unit.name}")

    def _take_presence(self, element: Any, unit: Unit) -> None:
        presence, _, siglum = (element.text or "").partition("|")
        if presence in PRESENCES and siglum in self.file.translations:
            unit.variants[siglum] = VariantRecord(siglum, "", presence)


def _languages_of(element: Any) -> tuple[str, str]:
    """Return the languages of source and target, as the file (1.2) or the document (2.x) says them."""
    for one in element.iterancestors():
        if one.get("source-language") or one.get("srcLang"):
            source = one.get("source-language") or one.get("srcLang")
            return _tag(source), _tag(one.get("target-language") or one.get("trgLang") or "")
    return "", ""


def _tag(language: str) -> str:
    return "" if language == "und" else language


def _parts(element: Any) -> Iterator[Any]:
    """Yield what a unit holds; segments and their sources and targets one after the other."""
    for one in element:
        name = local_name(one)
        if name in {"segment", "ignorable"}:
            yield one
            yield from one
        elif name == "notes":
            yield from one
        else:
            yield one


def _read_text(element: Any, text: TextWithCodes) -> None:
    text.add(element.text)
    for part in element:
        name = local_name(part)
        if name == "cp":
            _read_code_point(part.get("hex", ""), text)
        elif name in _CODES:
            said = part.get("equiv-text") or part.get("disp") or part.get("equiv") or text_of(part)
            text.add_code(part.get("id", ""), checked_text(said, "code"))
        elif name in {"g", "pc"}:
            text.add_code(part.get("id", ""))
            _read_text(part, text)
            text.add_code(f"/{part.get('id', '')}")
        elif name in {"mrk", "sub"}:
            _read_text(part, text)
        text.add(part.tail)


def _read_code_point(written: str, text: TextWithCodes) -> None:
    """Add the character of a `cp`; one that XML cannot hold cannot be stored either, and becomes a code."""
    try:
        character = chr(int(written, 16))
        check_text(character)
        text.add(character)
    except (ValueError, OverflowError):
        text.add_code("cp", written[:20])


def _comments_of(note: Any) -> list[ThreadRecord]:
    body = checked_text(text_of(note), "note")
    author = " ".join(checked_text(note.get("from", ""), "note").split())[:MAX_LINE]
    if not body.strip():
        return []
    return [ThreadRecord("", (CommentRecord(author, body),), author=author)]


def _source_first(work: WorkRecord) -> list[TranslationRecord]:
    source = next((one for one in work.translations if one.role == "original"), None)
    first = [source] if source else []
    return [*first, *(one for one in work.translations if one is not source)]


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
            etree.SubElement(unit, f"{{{_OWN}}}presence").text = f"{variant.presence}|{variant.siglum}"


def _write_text(element: Any, text: str, markup: tuple[SpanRecord, ...]) -> None:
    etree = load_extra("lxml.etree")
    codes = [span for span in markup if span.kind == "code" and span.start == span.end]
    borders = [*(span.start for span in codes), len(text)]
    element.text = text[: borders[0]]
    for number, (span, end) in enumerate(zip(codes, borders[1:], strict=True), 1):
        said = {"equiv-text": span.text} if span.text else {}
        code = etree.SubElement(element, f"{{{_CORE}}}x", {"id": span.value or str(number), **said})
        code.tail = text[span.start : end]
