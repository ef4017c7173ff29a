"""Annotations as threads, on the words that their selectors say; those of others stand at their passages.

Offsets are code points (Web Annotation Data Model, section 4.2.5). Where the words at the place are not those quoted,
they are looked for; words that are not found, or whose text the file does not have, are quoted in the comment.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import unquote

from workbench.interchange.checks import (
    complaint_about_language,
    complaint_about_reference,
    complaint_about_siglum,
    complaint_about_term,
    complaint_about_text,
)
from workbench.interchange.document import (
    AnchorRecord,
    CommentRecord,
    Document,
    PassageRecord,
    ThreadRecord,
    VariantRecord,
    WorkRecord,
)
from workbench.interchange.encodings import decode_text
from workbench.interchange.errors import FormatError, Problem
from workbench.interchange.formats.annotations.model import (
    Target,
    as_list,
    author_of,
    bodies_of,
    details_of,
    moment_of,
    suggestion_of,
    targets_of,
    text_at,
)
from workbench.interchange.formats.annotations.terms import TEXTS, TRANSLATIONS, name_of_text
from workbench.interchange.limits import (
    MAX_CATEGORY,
    MAX_COMMENT,
    MAX_PASSAGES,
    MAX_PROBLEMS,
    MAX_REFERENCE,
    MAX_SEVERITY,
)
from workbench.interchange.options import ReadOptions
from workbench.interchange.strict_json import parse, refuse_crowded
from workbench.interchange.units import read_roster
from workbench.interchange.vocabulary import PRESENCES, THREAD_STATES

__all__ = ["read"]

_MOST = 600_000
_PURPOSES = {"classifying", "assessing", "tagging", "editing"}


def read(data: bytes, options: ReadOptions) -> Document:
    """Return what the annotations say; raises `FormatError` where there are none, and with what is wrong."""
    refuse_crowded(data, "annotations")
    text = decode_text(data, options.encoding, options.max_bytes)
    if text.count("{") + text.count("[") > _MOST:
        raise FormatError((Problem("", f"Expected at most {_MOST:,} objects and lists."),))
    value = parse(text, "annotations")
    annotations = list(_annotations(value))
    page = value if isinstance(value, dict) else {}
    if not annotations and TEXTS not in page:
        raise FormatError((Problem("", "There are no annotations in it. Expected some of the W3C's model."),))
    reader = _Reader()
    reader.enter_texts(page)
    for one in annotations:
        reader.enter(one)
    return reader.document(page, options)


def _annotations(value: Any, depth: int = 0) -> Iterator[Mapping[str, Any]]:
    """Yield the annotations of a page, a collection with its first page, a graph, a list, or one alone."""
    for one in as_list(value):
        if not isinstance(one, dict) or depth > 3:
            continue
        if {"Annotation", "oa:Annotation"}.intersection(map(str, as_list(one.get("type", one.get("@type"))))):
            yield one
        for name in ("items", "first", "@graph"):
            yield from _annotations(one.get(name), depth + 1)


@dataclass(slots=True)
class _Reader:
    passages: dict[str, PassageRecord] = field(default_factory=dict)
    texts: dict[str, tuple[str, str, str]] = field(default_factory=lambda: {name_of_text(""): ("", "", "")})
    threads: list[ThreadRecord] = field(default_factory=list)
    names: dict[str, int] = field(default_factory=dict)
    counts: Counter[str] = field(default_factory=Counter)
    problems: list[Problem] = field(default_factory=list)

    def enter_texts(self, page: Mapping[str, Any]) -> None:
        """Take the texts that stand beside the annotations."""
        for one in as_list(page.get(TEXTS)):
            if isinstance(one, dict):
                reference = text_at(one, "passage")
                said = [part for part in as_list(one.get("texts")) if isinstance(part, dict)]
                variants = tuple(self._variant(reference, part) for part in said)
                if reference in self.passages or len({variant.siglum for variant in variants}) < len(variants):
                    self.problems.append(Problem(reference, "The reference, or a siglum in it, stands twice."))
                self._add(PassageRecord(reference or None, variants, text_at(one, "heading")))

    def enter(self, annotation: Mapping[str, Any]) -> None:
        """Take an annotation: an answer to one before it, or one that opens a thread."""
        targets = list(targets_of(annotation))
        answered = next((self.names[one.source] for one in targets if one.source in self.names), None)
        name = text_at(annotation, "id", "@id")
        if answered is None:
            thread = self._thread(annotation, targets)
            self.threads.append(thread)
            answered = len(self.threads) - 1
        else:
            thread = self.threads[answered]
            reply = _comment(annotation, "")
            self.threads[answered] = replace(thread, comments=(*thread.comments, reply))
        if name:
            self.names[name] = answered

    def document(self, page: Mapping[str, Any], options: ReadOptions) -> Document:
        """Return the work; raises `FormatError` for what may not be."""
        roster = read_roster(one for one in as_list(page.get(TRANSLATIONS)) if isinstance(one, str))
        self.problems += self._complaints(roster)
        if self.problems:
            raise FormatError(tuple(self.problems[:MAX_PROBLEMS]))
        work = WorkRecord(
            title=options.title,
            translations=tuple(roster.values()),
            passages=tuple(self.passages.values()),
            threads=tuple(self.threads),
        )
        said = (("lost", "places are not found in their texts; the words are quoted in the comments."),)
        return Document((work,), tuple(f"{self.counts[name]:,} {told}" for name, told in said if self.counts[name]))

    def _complaints(self, roster: Mapping[str, Any]) -> Iterator[Problem]:
        if len(self.passages) > MAX_PASSAGES:
            yield Problem("", f"Expected at most {MAX_PASSAGES:,} passages.")
        for siglum, translation in roster.items():
            if message := complaint_about_siglum(siglum) or complaint_about_language(translation.language):
                yield Problem(siglum, message)
        for passage in self.passages.values():
            if passage.reference is not None and (message := complaint_about_reference(passage.reference)):
                yield Problem(passage.reference, message)
            for variant in passage.variants:
                known = "" if variant.siglum in roster else "Expected a siglum that the translations have."
                if message := known or complaint_about_text(variant.text):
                    yield Problem(f"passage {passage.reference or ''}", message)
        for thread in self.threads:
            if any(len(comment.body) > MAX_COMMENT for comment in thread.comments):
                yield Problem(f"passage {thread.passage}", f"Expected comments of at most {MAX_COMMENT:,} characters.")

    def _variant(self, reference: str, said: Mapping[str, Any]) -> VariantRecord:
        siglum, presence = text_at(said, "siglum"), text_at(said, "presence")
        is_present = presence not in PRESENCES[1:]
        text = text_at(said, "value") if is_present else ""
        self.texts[text_at(said, "id")] = (reference, siglum, text)
        return VariantRecord(siglum, text, "present" if is_present else presence)

    def _add(self, passage: PassageRecord) -> None:
        self.passages[passage.reference or ""] = passage
        self.texts.setdefault(name_of_text(passage.reference or ""), (passage.reference or "", "", ""))

    def _thread(self, annotation: Mapping[str, Any], targets: list[Target]) -> ThreadRecord:
        known = [(one, self.texts.get(one.source)) for one in targets]
        reference = next((text[0] for _, text in known if text), None)
        if reference is None:
            reference = _reference_of(targets[0].source if targets else "")
            if reference not in self.passages:
                self._add(PassageRecord(reference))
        anchors = [(one, _anchor(one, text) if text and text[1] else None) for one, text in known]
        lost = [one for one, anchor in anchors if one.quote and anchor is None]
        self.counts["lost"] += len(lost)
        quoted = "".join(f"> {one.quote}\n\n".replace("\n", "\n> ", one.quote.count("\n")) for one in lost)
        first = _comment(annotation, quoted)
        said = details_of(annotation)
        state = text_at(said, "state")
        labels = {purpose: value for purpose, value, _ in bodies_of(annotation) if purpose in _PURPOSES}
        return ThreadRecord(
            passage=reference,
            comments=(first,),
            anchors=tuple(anchor for _, anchor in anchors if anchor),
            state=state if state in THREAD_STATES else "open",
            category=_term(labels.get("classifying", ""), MAX_CATEGORY),
            severity=_term(labels.get("assessing", ""), MAX_SEVERITY),
            author=first.author,
            assignee=text_at(said, "assignee"),
            created_at=first.created_at,
            updated_at=text_at(said, "updated_at"),
            labels=tuple(value for purpose, value, _ in bodies_of(annotation) if purpose == "tagging"),
            due_on=text_at(said, "due_on"),
        )


def _comment(annotation: Mapping[str, Any], quoted: str) -> CommentRecord:
    said = [value for purpose, value, _ in bodies_of(annotation) if purpose not in _PURPOSES and value]
    details = details_of(annotation)
    return CommentRecord(
        author_of(annotation),
        quoted + "\n\n".join(said),
        moment_of(annotation),
        edited_at=text_at(details, "edited_at"),
        deleted_at=text_at(details, "deleted_at"),
        suggestion=suggestion_of(annotation),
    )


def _anchor(target: Target, text: tuple[str, str, str]) -> AnchorRecord | None:
    """Return the words that a target speaks of: at their place, or the only ones that are quoted."""
    _, siglum, words = text
    start, end = target.start, target.end
    quote = target.quote
    if start is None or end is None or end > len(words) or (quote and words[start:end] != quote):
        around = target.prefix + quote + target.suffix
        whole = words.find(around) if quote and words.count(around) == 1 else -1
        start = whole + len(target.prefix) if whole >= 0 else words.find(quote) if words.count(quote) == 1 else -1
        end = start + len(quote)
    if start < 0 or start >= end:
        return None
    return AnchorRecord(siglum, 1, start, end, words[start:end], target.prefix, target.suffix)


def _reference_of(source: str) -> str:
    """Return the end of an address as a reference: what follows `#`, else its last part."""
    path, _, fragment = source.partition("#")
    said = unquote(fragment or path.rstrip("/").rpartition("/")[2])
    return " ".join(said.split())[-MAX_REFERENCE:].strip() or "1"


def _term(value: str, longest: int) -> str:
    return "" if complaint_about_term(value, longest) else value
