"""XLIFF 1.2 and 2.x read unit by unit: a unit is a passage, whose segments are joined."""

from collections.abc import Iterator
from typing import Any

from workbench.interchange.document import (
    CommentRecord,
    Document,
    ThreadRecord,
    TranslationRecord,
    VariantRecord,
)
from workbench.interchange.errors import FormatError, Problem
from workbench.interchange.formats.xliff.rules import Rules
from workbench.interchange.formats.xliff.segments import complaint_about_segments, target_pieces
from workbench.interchange.formats.xliff.terms import OWN, OWN_AUTHOR, OWN_NAME
from workbench.interchange.limits import MAX_LINE
from workbench.interchange.options import ReadOptions
from workbench.interchange.units import TextWithCodes, Unit, UnitFile, name_by_language, read_roster, source_first
from workbench.interchange.vocabulary import PRESENCES
from workbench.interchange.xml import XML_LANG, checked_text, iterate_elements, local_name, text_of
from workbench.text.words.validity import check_text

__all__ = ["read"]

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


class _Reader:
    """What was read so far; `take` is given each element when it ends."""

    def __init__(self) -> None:
        self.file = UnitFile()
        self.is_xliff = False
        self._ours: list[str] = []
        self._sigla: dict[tuple[str, str], str] = {}
        self._approved = 0
        self._rules = Rules()

    def take(self, element: Any) -> None:
        """Read an element; units are read whole, of others only the attributes and what stands in a header."""
        name = local_name(element)
        self.is_xliff = self.is_xliff or name == "file"
        self._rules.look_at(element)
        if name == "header":
            said = (one.text or "" for one in element if one.tag == f"{{{OWN}}}translation")
            self.file.translations |= read_roster(said)
            self._ours = [one.siglum for one in source_first(self.file.translations.values())]
        elif name == "trans-unit":
            self._take_unit(element, element.get("resname") or element.get("id", ""))
        elif name == "unit":
            self._take_unit(element, element.get("name") or element.get("id", ""))

    def remark(self) -> None:
        """Say what was not read, and what is wrong with the file."""
        if self.file.units or not self._ours:  # a work without passages makes a file without units
            self.file.remarks += self._rules.remarks()
        if self._approved:
            self.file.remarks.append(
                f"{self._approved:,} targets are marked as approved; here only people of the workspace approve."
            )

    def _take_unit(self, element: Any, name: str) -> None:
        unit = Unit(name)
        languages = _languages_of(element)
        texts: dict[str, TextWithCodes] = {}
        approved = element.get("approved") == "yes"
        alternatives = 0
        for part in _parts(element):
            kind = local_name(part)
            if kind == "source":
                self._add(texts, self._siglum("original", languages[0]), part)
            elif kind == "target":
                approved = approved or part.get("state") in _APPROVED
            elif kind in {"alt-trans", "match"}:
                alternatives += 1
                self._take_alternative(part, unit, languages[1], alternatives)
            elif kind == "note":
                unit.comments += _comments_of(part)
            elif kind == "segment":
                approved = approved or part.get("state") in _APPROVED
            elif part.tag == f"{{{OWN}}}presence":
                self._take_presence(part, unit)
        self._approved += approved
        for part in _targets_of(element, f"unit {name}"):
            language = part.get(XML_LANG) if local_name(part) == "target" else ""
            self._add(texts, self._siglum("translation", language or languages[1]), part)
        for siglum, text in texts.items():
            self.file.enter(unit, siglum, text, f"unit {name}")
        self.file.units.append(unit)

    def _add(self, texts: dict[str, TextWithCodes], siglum: str, element: Any) -> None:
        _read_text(element, texts.setdefault(siglum, TextWithCodes()), is_ours=bool(self._ours))

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
            _read_text(target, text, is_ours=bool(self._ours))
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


def _targets_of(element: Any, where: str) -> list[Any]:
    """Return what the words of the target stand in; raises `FormatError` where these would be in doubt."""
    if local_name(element) == "trans-unit":
        return [one for one in element if local_name(one) == "target"]
    if message := complaint_about_segments(element):
        raise FormatError((Problem(where, message),))
    return target_pieces(element, where)


def _tag(language: str) -> str:
    return "" if language == "und" else language


def _parts(element: Any) -> Iterator[Any]:
    """Yield what a unit holds; segments and their sources and targets one after the other."""
    for one in element:
        name = local_name(one)
        if name in {"segment", "ignorable"}:
            yield one
            yield from one
        elif name in {"notes", "matches"}:
            yield from one
        else:
            yield one


def _read_text(element: Any, text: TextWithCodes, *, is_ours: bool) -> None:
    """Read words and codes; in a file of ours `equiv` has the name of a code, in others what it stands for."""
    text.add(element.text)
    for part in element:
        name = local_name(part)
        if name == "cp":
            _read_code_point(part.get("hex", ""), text)
        elif name in _CODES:
            equiv = part.get("equiv", "")
            said = part.get("equiv-text") or part.get("disp") or text_of(part) or ("" if is_ours else equiv)
            name = part.get(OWN_NAME) or (equiv if is_ours else "") or part.get("id", "")
            text.add_code(name, checked_text(said, "code"))
        elif name in {"g", "pc"}:
            text.add_code(part.get("id", ""))
            _read_text(part, text, is_ours=is_ours)
            text.add_code(f"/{part.get('id', '')}")
        elif name in {"mrk", "sub"}:
            _read_text(part, text, is_ours=is_ours)
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
    author = " ".join(checked_text(note.get("from") or note.get(OWN_AUTHOR, ""), "note").split())[:MAX_LINE]
    if not body.strip():
        return []
    return [ThreadRecord("", (CommentRecord(author, body),), author=author)]
