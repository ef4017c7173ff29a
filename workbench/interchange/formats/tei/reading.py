"""A TEI file as works: one for each `TEI` in it. Read piece by piece: a paragraph is forgotten when it has been read.

A passage is a `p`, an `ab`, or a stanza (`lg`); lines with a number (`l/@n`), or all if so wished, are passages each.
With `split="numbered"` the text is cut where milestones and numbered segments stand, whatever paragraphs there are.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass, field, replace
from typing import Any

from workbench.interchange.checks import problems_of_translation
from workbench.interchange.document import Document, TranslationRecord, WorkRecord
from workbench.interchange.errors import FormatError, Problem
from workbench.interchange.formats.tei.apart import Apart
from workbench.interchange.formats.tei.gathering import Container, Gatherer
from workbench.interchange.formats.tei.header import Header, pointers, read_header
from workbench.interchange.formats.tei.linked import TRANSLATION
from workbench.interchange.formats.tei.spaces import collapse, keeps_space
from workbench.interchange.formats.tei.voices import Stage, Voice, doubled
from workbench.interchange.formats.tei.words import BLOCKS, SILENT, Scribe, note_text
from workbench.interchange.limits import MAX_SIGLUM
from workbench.interchange.options import ReadOptions
from workbench.interchange.xml import XML_LANG, forget, local_name, stream_elements, text_of

__all__ = ["read"]

_EDITIONS = frozenset({"TEI", "TEI.2"})
_CONTAINERS = frozenset({
    "teiCorpus", "teiCorpus.2", "text", "group", "front", "body", "back", "sp", "floatingText",
    "div", *(f"div{level}" for level in range(8)), "argument", "epigraph", "opener", "closer", "postscript",
    "standOff", "listApp",
})  # fmt: skip
_APART = frozenset({"standOff", "listApp"})
_LINKS = re.compile(rb"<(?:\w+:)?linkGrp\b")
_SPOKEN = re.compile(rb"<(?:\w+:)?(?:text|div\d?)\b[^<>]*?\bxml:lang\s*=\s*[\"']([^\"'<>]{1,35})[\"']")
_WITNESSES = re.compile(rb"<(?:\w+:)?(?:rdg|lem)\b[^<>]*?\bwit\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")


def read(data: bytes, options: ReadOptions) -> Document:
    """Return what the file says; raises `FormatError` for one without text, and with the places of what is wrong."""
    works: list[WorkRecord] = []
    remarks: Counter[str] = Counter()
    edition: Edition | None = None
    is_tei = False
    names: tuple[str, ...] | None = None
    for event, element in stream_elements(data, max_bytes=options.max_bytes):
        if event == "start" and local_name(element) in _EDITIONS and edition is None:
            names = _named_witnesses(data) if names is None else names
            edition, is_tei = Edition(options, names, element, languages=_linked_languages(data)), True
        elif edition is None:
            is_tei = is_tei or local_name(element).startswith("teiCorpus")
        elif event == "start":
            edition.start(element)
        elif element is edition.root:
            works += edition.finish(f" {len(works) + 1}" if works else "")
            remarks.update(edition.left_out)
            edition = None
            forget(element)
        else:
            edition.end(element)
    if not is_tei:
        raise FormatError((Problem("", "This is no TEI. Expected a root element TEI or teiCorpus."),))
    if not works:
        raise FormatError((Problem("", _why_empty(remarks)),))
    return Document(tuple(works), tuple(f"Left out: {what}, {count:,} times." for what, count in _sorted(remarks)))


def _sorted(remarks: Counter[str]) -> list[tuple[str, int]]:
    return sorted((what, count) for what, count in remarks.items() if count)


def _why_empty(remarks: Counter[str]) -> str:
    said = ", ".join(what for what, _ in _sorted(remarks))
    return f"There is no text in it{f', only {said}' if said else ''}. Expected paragraphs or lines."


def _named_witnesses(data: bytes) -> tuple[str, ...]:
    """Return the witnesses that readings name anywhere in the file: they are known before the first word is read."""
    found: dict[str, None] = {}
    for one in _WITNESSES.finditer(data):
        found.update(dict.fromkeys(pointers((one[1] or one[2] or b"").decode("utf-8", errors="replace"))))
    return tuple(found)


def _linked_languages(data: bytes) -> tuple[str, ...]:
    """Return the languages of the texts of a parallel corpus: several, whose passages links hold together."""
    found = dict.fromkeys(one[1].decode("utf-8", errors="replace") for one in _SPOKEN.finditer(data))
    return tuple(found) if len(found) > 1 and _LINKS.search(data) else ()


@dataclass(slots=True)
class Edition:
    """One `TEI` while it is read. `held` is the element that is read as a whole when it ends.

    `languages` are those of a parallel corpus, each a translation; `links` stood before its texts.
    """

    options: ReadOptions
    named: Sequence[str]
    root: Any
    header: Header = field(default_factory=Header)
    left_out: Counter[str] = field(default_factory=Counter)
    held: Any = None
    gatherer: Gatherer | None = None
    languages: Sequence[str] = ()
    links: list[Any] = field(default_factory=list)

    def start(self, element: Any) -> None:
        """Take note of an element that begins."""
        if self.held is not None:
            return
        name = local_name(element)
        if name in _CONTAINERS and (self.gatherer is not None or name not in _APART):
            if self.gatherer is None:
                self.gatherer = self._begin(element)
            self._open(self.gatherer, element, name)
        else:
            self.held = element

    def end(self, element: Any) -> None:
        """Read an element that has ended, and forget it."""
        name = local_name(element)
        if element is self.held:
            self._read_held(element, name)
            self.held = None
        elif self.held is not None:
            return
        elif name in _CONTAINERS and self.gatherer is not None:
            if self.options.split != "numbered" or name in {"text", "div"}:
                self._cut(self.gatherer)
            if self.gatherer.containers.pop().language:
                self._listen(self.gatherer)
        forget(element)

    def finish(self, number: str) -> Iterator[WorkRecord]:
        """Yield the work, if there is text in it; raises `FormatError` for what may not be."""
        if self.gatherer is not None:
            self._cut(self.gatherer)
            work = self.gatherer.work(self.options.title and f"{self.options.title}{number}")
            self.left_out.update(self.gatherer.scribe.left_out)
            if work.passages or self.header.is_ours:
                yield work

    def _open(self, gatherer: Gatherer, element: Any, name: str) -> None:
        around = gatherer.containers[-1] if gatherer.containers else Container("")
        label = element.get("n", "") if name.startswith("div") else ""
        one = Container(
            name, label if self.header.is_ours else collapse(label), keeps_space(element, inherited=around.keeps_space)
        )
        if name == "text" and element.get("corresp") and self.header.is_ours:
            gatherer.listen(pointers(element.get("corresp")))
        if name == "sp":
            one.speaker = element.get("who", "").split(" ")[0].removeprefix("#")
        gatherer.containers.append(one)
        if (language := element.get(XML_LANG, "")) in self.languages and self._is_corpus():
            one.language = language
            self._listen(gatherer)

    def _is_corpus(self) -> bool:
        return bool(self.languages) and not self.named and not self.header.is_ours

    def _listen(self, gatherer: Gatherer) -> None:
        """Let those hear what follows whose language it is in."""
        around = next((one.language for one in reversed(gatherer.containers) if one.language), "")
        gatherer.listen([around] if around else [])

    def _read_held(self, element: Any, name: str) -> None:
        if name == "teiHeader":
            self.header = read_header(element)
        elif self._holds_links(element, name):
            self._take_links(element)
        elif self.gatherer is None or name in SILENT:
            self.left_out[name] += name in SILENT
        elif self._stands_off():
            self._read_apart(element, name, self.gatherer)
        else:
            Blocks(self.gatherer, self.options).read(element, name)

    def _stands_off(self) -> bool:
        around = self.gatherer.containers if self.gatherer is not None else ()
        return any(one.name in _APART for one in around)

    def _read_apart(self, element: Any, name: str, gatherer: Gatherer) -> None:
        """Read an entry of an apparatus that stands apart; whatever else stands there is counted."""
        if name != "app" or gatherer.apart is None or not element.get("from"):
            self.left_out[f"{name} outside of the text"] += 1
        else:
            gatherer.apart.take(element)

    def _holds_links(self, element: Any, name: str) -> bool:
        """Whether links hold passages together: in ours those of that type, in a parallel corpus all that are there."""
        if name == "linkGrp":
            return self._is_corpus() or element.get("type") == TRANSLATION
        return name == "standOff" and self._is_corpus()

    def _take_links(self, element: Any) -> None:
        if self.gatherer is None:
            self.links.append(deepcopy(element))
        else:
            self.gatherer.links.take(element)

    def _cut(self, gatherer: Gatherer) -> None:
        gatherer.close(is_named=False)

    def _begin(self, text: Any) -> Gatherer:
        """Let the witnesses take their places when the first text begins."""
        translations = self._translations(text)
        stage: Stage = "marked" if self.header.is_ours else "base" if self.options.changes == "base" else "final"
        voices = [Voice(one.siglum, stage) for one in translations.values()]
        known = {name: [voice] for name, voice in zip(translations, voices, strict=True)}
        if self.options.changes == "both":
            sigla = [f"{one.siglum[: MAX_SIGLUM - 5].strip()} base" for one in voices]
            before = doubled(voices, sigla)
            known = {name: [*some, one] for (name, some), one in zip(known.items(), before, strict=True)}
            more = [replace(one, siglum=said) for one, said in zip(translations.values(), sigla, strict=True)]
            translations |= dict(zip(sigla, more, strict=True))
            voices += before
        for group, members in self.header.groups.items():
            known.setdefault(group, [voice for name in members for voice in known.get(name, ())])
        scribe = Scribe(voices, known, is_ours=self.header.is_ours)
        gatherer = Gatherer(self.header, scribe, tuple(translations.values()), all_voices=voices)
        for one in self.links:
            gatherer.links.take(one)
        if self.header.stands_apart:
            gatherer.apart = Apart(scribe)
            scribe.placed, scribe.apart = gatherer.apart.place, gatherer.apart.take
        if self.options.split == "numbered":
            scribe.milestone = Milestones(gatherer).meet
        return gatherer

    def _translations(self, text: Any) -> dict[str, TranslationRecord]:
        """Return the witnesses by id; where none is named, the one translation that the file is."""
        language = text.get(XML_LANG) or self.root.get(XML_LANG) or self.options.language
        header = self.header
        witnesses = dict(header.witnesses) if header.is_ours or self.named else {}
        for name in self.named:
            if name not in header.groups and name not in witnesses:
                witnesses[name] = TranslationRecord(name[:MAX_SIGLUM])
        if witnesses:
            return {
                name: one if one.language or header.is_ours else replace(one, language=language)
                for name, one in witnesses.items()
            }
        if self._is_corpus():
            return {one: self._corpus_text(one) for one in self.languages}
        if problems := problems_of_translation(self.options):
            raise FormatError(tuple(problems))
        siglum = self.options.siglum
        return {siglum: replace(header.translation, siglum=siglum, language=self.options.language or language)}

    def _corpus_text(self, language: str) -> TranslationRecord:
        role = "original" if language == self.header.work.language else "translation"
        return TranslationRecord(language[:MAX_SIGLUM], language, role)


@dataclass(slots=True)
class Milestones:
    """Cuts a text at its milestones: a coarser one ends the finer ones that stand."""

    gatherer: Gatherer
    units: list[str] = field(default_factory=list)

    def meet(self, element: Any) -> None:
        """End the passage before a milestone with a number."""
        unit, label = element.get("unit") or local_name(element), collapse(element.get("n", ""))
        if not label or unit in {"page", "column", "line", "folio"}:
            return
        self.gatherer.close(is_named=False)
        if unit not in self.units:
            self.units.append(unit)
        place = self.units.index(unit)
        kept = {one: self.gatherer.labels[one] for one in self.units[:place] if one in self.gatherer.labels}
        self.gatherer.labels = {**kept, unit: label}


@dataclass(frozen=True, slots=True)
class Blocks:
    """Makes passages of a paragraph, stanza, list or whatever stands in a division."""

    gatherer: Gatherer
    options: ReadOptions

    def read(self, element: Any, name: str) -> None:
        """Read an element that stands in a division."""
        if name == "head" or (name == "label" and self._container.name != "sp"):
            self.gatherer.headings.append(note_text(element, keeps=False).replace("\n", " "))
        elif name == "speaker":
            self._container.speaker = self._container.speaker or collapse(text_of(element)).rstrip(".:")
        elif name == "lg":
            self._stanza(element)
        elif name in {"p", "ab", "l", "app", "stage"} or not self._holds_blocks(element):
            self._passage(element, name)
        else:
            for one in element:
                self.read(one, local_name(one))

    @property
    def _container(self) -> Container:
        return self.gatherer.containers[-1]

    def _holds_blocks(self, element: Any) -> bool:
        return any(local_name(one) in BLOCKS for one in element.iterdescendants())

    def _stanza(self, element: Any) -> None:
        is_by_line = self.options.split == "lines" or any(one.get("n") for one in element.iterchildren("{*}l"))
        if not is_by_line and not any(local_name(one) == "lg" for one in element):
            return self._passage(element, "lg")
        for one in element:
            if name := local_name(one):
                self.read(one, name)
        return None

    def _passage(self, element: Any, name: str) -> None:
        scribe, keeps = self.gatherer.scribe, keeps_space(element, inherited=self._container.keeps_space)
        if name == "lg":
            self.gatherer.headings += [note_text(one, keeps=False) for one in element.iterchildren("{*}head")]
            for one in element.findall("{*}head"):
                element.remove(one)
        is_cut = self.options.split == "numbered"
        label = element.get("n", "") if name in {"p", "ab", "l", "lg", "item"} else ""
        label = label if scribe.is_ours else collapse(label)
        scribe.keeps_space = keeps
        if name in _INLINE:
            scribe.read_one(element, scribe.voices)
            return
        self._inside(scribe, element, name)
        scribe.placed(element, 0, -1)
        self.gatherer.links.place(element, scribe.number)
        if not is_cut:
            self.gatherer.close(label, keeps_space=keeps)

    def _inside(self, scribe: Scribe, element: Any, name: str) -> None:
        if name == "app":
            scribe.read_one(element, scribe.voices)
        elif name == "l":
            scribe.line(element, scribe.voices)
        else:
            if self.options.split == "numbered":
                for voice in scribe.voices:
                    voice.line.add(" ")
            scribe.read(element, scribe.voices)


_INLINE = frozenset(
    {
        "pb",
        "lb",
        "cb",
        "gb",
        "milestone",
        "note",
        "anchor",
        "gap",
        "lacunaStart",
        "lacunaEnd",
        "witStart",
        "witEnd",
        "addSpan",
        "delSpan",
        "substJoin",
    }
)
