"""Pages as a work: those of ours passage by passage, all others as one translation, a paragraph a passage."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict, replace
from typing import Any

from workbench.interchange.checks import (
    complaint_about_language,
    complaint_about_reference,
    complaint_about_siglum,
    complaint_about_text,
    problems_of_translation,
)
from workbench.interchange.document import Document, PassageRecord, TranslationRecord, VariantRecord, WorkRecord
from workbench.interchange.errors import FormatError, Problem
from workbench.interchange.hypertext.lines import Line, Paragraph
from workbench.interchange.hypertext.own import AboutWork, Own
from workbench.interchange.hypertext.paragraphs import Notes, Page, has_class, read_line
from workbench.interchange.limits import MAX_LINE, MAX_PASSAGES, MAX_PROBLEMS
from workbench.interchange.options import ReadOptions
from workbench.interchange.units import read_roster
from workbench.interchange.vocabulary import PRESENCES
from workbench.interchange.xml import checked_text, local_name, text_of

__all__ = ["Pages"]


class Pages:
    """Gathers pages one after the other; `document` returns what they say.

    `own` is what pages of ours say of themselves; `language` what other pages say of theirs.
    """

    def __init__(self, own: Own, language: str = "") -> None:
        self._translations = read_roster(own.roster)
        self._about = own.work if self._translations else AboutWork()
        self._language = "" if complaint_about_language(language) else language
        self._passages: list[PassageRecord] = []
        self._paragraphs: list[Paragraph] = []
        self._pictures = 0

    def take(self, root: Any, notes: Notes) -> None:
        """Take one page more; raises `FormatError` for too many passages."""
        if self._translations:
            self._passages += _passages(root, notes)
        else:
            page = Page(notes)
            page.read(root)
            self._paragraphs += page.paragraphs
            self._pictures += page.pictures
        if max(len(self._passages), len(self._paragraphs)) > MAX_PASSAGES:
            raise FormatError((Problem("", f"Expected at most {MAX_PASSAGES:,} passages."),))

    def document(self, options: ReadOptions, title: str = "") -> Document:
        """Return the work; raises `FormatError` where there is no text, or one that may not be."""
        remarks: list[str] = []
        if not self._translations:
            self._enter_paragraphs(options, remarks)
        translations = tuple(self._translations.values())
        if problems := tuple(_problems(translations, self._passages))[:MAX_PROBLEMS]:
            raise FormatError(problems)
        work = WorkRecord(**asdict(self._about), translations=translations, passages=tuple(self._passages))
        return Document((replace(work, title=work.title or title or options.title),), tuple(remarks))

    def _enter_paragraphs(self, options: ReadOptions, remarks: list[str]) -> None:
        if problems := problems_of_translation(options):
            raise FormatError(tuple(problems))
        language = options.language or self._language
        self._translations = {options.siglum: TranslationRecord(options.siglum, language)}
        has_texts = not all(one.is_heading for one in self._paragraphs)
        headings: list[str] = []
        for one in self._paragraphs:
            if one.is_heading and has_texts:
                headings.append(" ".join(one.text.split()))
            else:
                variant = VariantRecord(options.siglum, one.text, markup=one.markup)
                self._passages.append(PassageRecord(None, (variant,), " · ".join(headings)[:MAX_LINE]))
                headings = []
        if not self._passages:
            raise FormatError((Problem("", "There is no text in it. Expected paragraphs."),))
        remarks += self._remarks(headings, language)

    def _remarks(self, headings: Sequence[str], language: str) -> Iterator[str]:
        if headings:
            yield f"Headings that no paragraph follows are left out: {', '.join(headings)[:200]}."
        if self._pictures:
            yield f"{self._pictures:,} pictures are left out."
        others = [one.language for one in self._paragraphs if one.language and language not in {"", one.language}]
        if others:
            said = ", ".join(list(dict.fromkeys(others))[:5])
            yield f"{len(others):,} paragraphs say that they are in another language ({said}); that is not kept."


def _passages(root: Any, notes: Notes) -> Iterator[PassageRecord]:
    for section in root.iter():
        if local_name(section) == "section" and has_class(section, "passage"):
            parts = list(section.iter())
            heading = next((text_of(one) for one in parts if has_class(one, "heading")), "")
            variants = tuple(_variant(one, notes) for one in parts if one.get("data-siglum") is not None)
            yield PassageRecord(section.get("data-reference"), variants, checked_text(heading, "a heading"))


def _variant(element: Any, notes: Notes) -> VariantRecord:
    siglum, presence = element.get("data-siglum"), element.get("data-presence", "")
    if presence in PRESENCES[1:]:
        return VariantRecord(siglum, "", presence)
    line = Line(keeps_space=True)
    read_line(element, line, notes)
    paragraph = line.finish()
    return VariantRecord(siglum, paragraph.text, markup=paragraph.markup)


def _problems(translations: Sequence[TranslationRecord], passages: Sequence[PassageRecord]) -> Iterator[Problem]:
    sigla = {one.siglum for one in translations}
    for one in translations:
        if message := complaint_about_siglum(one.siglum) or complaint_about_language(one.language):
            yield Problem(one.siglum, message)
    taken: set[str] = set()
    for passage in passages:
        reference = passage.reference
        if reference is not None and (message := complaint_about_reference(reference)):
            yield Problem(reference, message)
        if reference in taken:
            yield Problem(reference or "", "The reference stands twice.")
        taken |= {reference} if reference is not None else set()
        said = [variant.siglum for variant in passage.variants]
        if len(set(said)) < len(said) or not sigla.issuperset(said):
            yield Problem(reference or "", "Expected each translation once, and no other.")
        for variant in passage.variants:
            if message := complaint_about_text(variant.text):
                yield Problem(f"passage {reference or ''}", message)
