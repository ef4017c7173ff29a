"""The passages of a text, gathered one by one: what they are called, where they stand, what each witness reads."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from workbench.interchange.checks import complaint_about_language, complaint_about_siglum, complaint_about_text
from workbench.interchange.document import PassageRecord, SpanRecord, TranslationRecord, VariantRecord, WorkRecord
from workbench.interchange.errors import FormatError, Problem
from workbench.interchange.formats.tei.apart import Apart
from workbench.interchange.formats.tei.header import Header
from workbench.interchange.formats.tei.linked import Links
from workbench.interchange.formats.tei.voices import Voice
from workbench.interchange.formats.tei.words import Scribe
from workbench.interchange.hypertext.lines import Paragraph
from workbench.interchange.limits import MAX_LEVELS, MAX_LINE, MAX_PASSAGES, MAX_PROBLEMS, MAX_TRANSLATIONS
from workbench.interchange.units import unique_references
from workbench.interchange.vocabulary import PRESENCES
from workbench.interchange.xml import checked_text

__all__ = ["Container", "Gatherer"]


@dataclass(slots=True)
class Container:
    """A division of the text: its label, how white space counts, whose speech it is, its passages without one, and in a
    file of several languages whose it is.
    """

    name: str
    label: str = ""
    keeps_space: bool = False
    speaker: str = ""
    unnamed: int = 0
    language: str = ""


@dataclass(slots=True)
class Gatherer:
    """The passages so far. `containers` are the divisions that are open, the outermost first.

    `labels` are the milestones that stand, by their units, where the text is cut by them.
    """

    header: Header
    scribe: Scribe
    translations: Sequence[TranslationRecord]
    containers: list[Container] = field(default_factory=list)
    headings: list[str] = field(default_factory=list)
    labels: dict[str, str] = field(default_factory=dict)
    apart: Apart | None = None
    links: Links = field(default_factory=Links)
    all_voices: Sequence[Voice] = ()
    passages: list[PassageRecord] = field(default_factory=list)
    _names: list[str] = field(default_factory=list)

    def listen(self, names: Sequence[str]) -> None:
        """Let only these witnesses hear what follows: it is their text alone."""
        self.close(is_named=False)
        heard = [voice for name in names for voice in self.scribe.witnesses.get(name, ())]
        self.scribe.voices = heard or self.all_voices

    def close(self, label: str = "", *, keeps_space: bool = False, is_named: bool = True) -> None:
        """End a passage with what the witnesses heard since the last one; nothing is made of nothing.

        `is_named`: the file itself counts the passage, so that it is one even where nobody has words.
        """
        voices = self.scribe.voices
        said = [(voice, voice.finish(keeps_space=keeps_space)) for voice in voices]
        is_absence = any(voice.presence for voice in voices)
        if any(one.text for _, one in said) or is_absence or (label and is_named):
            if len(self.passages) >= MAX_PASSAGES:
                raise FormatError((Problem("", f"Expected at most {MAX_PASSAGES:,} passages."),))
            self._enter(label, said)
        for voice in voices:
            voice.presence = ""

    def _enter(self, label: str, said: Sequence[tuple[Voice, Paragraph]]) -> None:
        labels = self._path(label)
        name = self._join(labels) if label or len(labels) > 1 or self.labels else labels[0]
        has_words = any(one.text for _, one in said)
        known: dict[str, str] = {}
        variants = tuple(
            variant
            for voice, one in said
            if (variant := self._variant(voice, one, known, name, is_said=has_words)) is not None
        )
        heading = " · ".join(filter(None, self.headings))
        path = tuple(labels) if len(labels) == len(self.header.work.levels) <= MAX_LEVELS else ()
        self.passages.append(PassageRecord(None, variants, heading[:MAX_LINE].strip(), path))
        self._names.append(name)
        self.headings = []
        self.scribe.number = len(self.passages)

    def _path(self, label: str) -> list[str]:
        """Return the labels from the outermost division to the passage; one that has none is counted."""
        labels = [one.label for one in self.containers if one.label]
        labels += self.labels.values()
        if label:
            return [*labels, label]
        if self.labels:
            return labels
        place = next((one for one in reversed(self.containers) if one.label), self.containers[0])
        place.unnamed += 1
        return [*labels, str(place.unnamed)]

    def _join(self, labels: Sequence[str]) -> str:
        """Return a reference: labels with what the file says stands before them, else points between them."""
        said, whole = self.header.delimiters, ""
        for at, label in enumerate(labels):
            delimiter = said[at] if at < len(said) and said[at] else "."
            begins = bool(whole) and not self.scribe.is_ours and re.match(re.escape(whole) + r"[^\w\s]", label)
            whole = label if not whole or begins else f"{whole}{delimiter}{label}"
        return whole

    def _variant(
        self, voice: Voice, one: Paragraph, known: dict[str, str], where: str, *, is_said: bool
    ) -> VariantRecord | None:
        if one.text:
            text = known.setdefault(one.text, one.text)
            checked_text(text, f"passage {where}")
            if message := complaint_about_text(text):
                raise FormatError((Problem(f"passage {where}", message),))
            return VariantRecord(voice.siglum, text, markup=self._markup(one))
        if voice.is_lost:
            return VariantRecord(voice.siglum, "", "lacunose")
        if voice.presence in PRESENCES[1:]:
            return VariantRecord(voice.siglum, "", voice.presence, markup=one.markup)
        is_omitted = is_said and not self.scribe.is_ours
        return VariantRecord(voice.siglum, "", "omitted") if is_omitted else None

    def _markup(self, one: Paragraph) -> tuple[SpanRecord, ...]:
        speaker = next((each.speaker for each in reversed(self.containers) if each.speaker), "")
        spoken = (SpanRecord("quote", 0, len(one.text), speaker),) if speaker else ()
        return (*spoken, *one.markup)

    def work(self, title: str) -> WorkRecord:
        """Return the work; raises `FormatError` for names and texts that may not be."""
        self.links.resolve()
        self._count_leftovers()
        if problems := tuple(self._problems())[:MAX_PROBLEMS]:
            raise FormatError(problems)
        names = unique_references([self._names[at] for at in self.links.remaining(len(self.passages))])
        passages = tuple(
            replace(self._completed(number, passage), reference=name)
            for (number, passage), name in zip(self.links.apply(self.passages), names, strict=True)
        )
        has_paths = any(one.path for one in passages)
        levels = self.header.work.levels if has_paths or self.scribe.is_ours else ()
        known = self.header.work
        return replace(
            known, title=known.title or title, translations=tuple(self.translations), passages=passages, levels=levels
        )

    def _completed(self, number: int, passage: PassageRecord) -> PassageRecord:
        begun = self._begun(number, passage)
        return self.apart.apply(number, begun) if self.apart is not None else begun

    def _begun(self, number: int, passage: PassageRecord) -> PassageRecord:
        """Return the passage; a fragment that begins later says nothing here."""
        late = {voice.siglum for voice in self.scribe.voices if voice.begins > number}
        if not late:
            return passage
        silent = (VariantRecord(one.siglum, "", "lacunose") if one.siglum in late else one for one in passage.variants)
        return replace(passage, variants=tuple(silent))

    def _count_leftovers(self) -> None:
        self.scribe.left_out["links between passages that are not there"] += self.links.lost
        self.scribe.left_out["headings that no passage follows"] += len(self.headings)
        points = [voice.finish(keeps_space=False).markup for voice in self.scribe.voices]
        self.scribe.left_out["notes and page breaks that no passage follows"] += max(map(len, points), default=0)

    def _problems(self) -> Iterator[Problem]:
        if len(self.translations) > MAX_TRANSLATIONS:
            yield Problem("", f"{len(self.translations):,} witnesses. Expected at most {MAX_TRANSLATIONS:,}.")
        for one in self.translations:
            if message := complaint_about_siglum(one.siglum) or complaint_about_language(one.language):
                yield Problem(one.siglum or "siglum", message)
