"""Ratings to a work: systems become translations, segments passages, marks discussions of the words they mark."""

from collections.abc import Iterable, Sequence
from itertools import groupby

from workbench.interchange.document import (
    AnchorRecord,
    CommentRecord,
    PassageRecord,
    ThreadRecord,
    TranslationRecord,
    VariantRecord,
)
from workbench.interchange.formats.mqm.labels import category_of, severity_of
from workbench.interchange.formats.mqm.ratings import Rating
from workbench.interchange.limits import MAX_SIGLUM
from workbench.text import make_anchor
from workbench.text.words.digits import read_digits

__all__ = ["SOURCE", "is_human", "make_passages", "make_threads", "make_translations", "sigla_of"]

SOURCE = "source"
"""The siglum of what was translated."""


def is_human(system: str) -> bool:
    """Say whether a system is a person: the campaigns call reference translations `ref`, `refA`, `ref-C`."""
    return system.casefold().startswith("ref")


def sigla_of(ratings: Iterable[Rating]) -> dict[str, str]:
    """Return a siglum for each system, in the order of their first rows: its name, if need be its beginning."""
    sigla: dict[str, str] = {}
    taken = {SOURCE}
    for system in dict.fromkeys(one.system for one in ratings):
        siglum, number = system[:MAX_SIGLUM].strip(), 1
        while siglum in taken:
            number += 1
            siglum = f"{system[: MAX_SIGLUM - len(str(number)) - 1].strip()} {number}"
        taken.add(siglum)
        sigla[system] = siglum
    return sigla


def make_translations(sigla: dict[str, str], language: str) -> tuple[TranslationRecord, ...]:
    """Return the source, as the original, and the systems; `language` is that of these."""
    systems = (
        TranslationRecord(
            siglum, language=language, role="translation" if is_human(system) else "machine", translator=system
        )
        for system, siglum in sigla.items()
    )
    return TranslationRecord(SOURCE, role="original"), *systems


def make_passages(ratings: Sequence[Rating], sigla: dict[str, str]) -> tuple[PassageRecord, ...]:
    """Return the passages with what the source and each system say; an empty text was left out by its system.

    Segments stand in the order of their first rows, but by their numbers where a document's were sorted like words.
    """
    texts: dict[str, dict[str, str]] = {}
    for one in ratings:
        said = texts.setdefault(one.reference, {SOURCE: one.source})
        said.setdefault(sigla[one.system], one.target)
    order = [SOURCE, *sigla.values()]
    return tuple(
        PassageRecord(
            reference,
            tuple(_variant(siglum, texts[reference][siglum]) for siglum in order if siglum in texts[reference]),
        )
        for reference in _in_order(ratings)
    )


def make_threads(ratings: Iterable[Rating], sigla: dict[str, str]) -> tuple[ThreadRecord, ...]:
    """Return a discussion for each mark, opened by its rater, on the words it marks."""
    return tuple(_thread(one, sigla[one.system]) for one in ratings if one.is_mark)


def _variant(siglum: str, text: str) -> VariantRecord:
    return VariantRecord(siglum, text, "present" if text else "omitted")


def _in_order(ratings: Iterable[Rating]) -> list[str]:
    ordered: list[str] = []
    segments = dict.fromkeys((one.doc, one.segment, one.reference) for one in ratings)
    for _, found in groupby(segments, key=lambda segment: segment[0]):
        group = list(found)
        numbers = [read_digits(segment, longest=15) for _, segment, _ in group]
        names = [segment for _, segment, _ in group]
        if None not in numbers and names == sorted(names):
            group.sort(key=lambda segment: int(segment[1]))
        ordered += [reference for _, _, reference in group]
    return list(dict.fromkeys(ordered))


def _thread(one: Rating, siglum: str) -> ThreadRecord:
    return ThreadRecord(
        passage=one.reference,
        comments=(CommentRecord(one.rater, "\n\n".join(filter(None, (one.category, one.comment)))),),
        anchors=tuple(_anchors(one, siglum)),
        category=category_of(one.category),
        severity=severity_of(one.severity) or "",
        author=one.rater,
    )


def _anchors(one: Rating, siglum: str) -> list[AnchorRecord]:
    """Return the marked words. What is missing in the target is marked in the source, and speaks of it all."""
    whole = ((0, len(one.target)),) if one.target else ()
    placed = [(siglum, one.target, span) for span in one.target_spans or whole]
    placed += [(SOURCE, one.source, span) for span in one.source_spans]
    return [_anchor(where, text, *span) for where, text, span in placed]


def _anchor(siglum: str, text: str, start: int, end: int) -> AnchorRecord:
    place = make_anchor(text, start, end)
    return AnchorRecord(siglum, 1, start, end, place.quote, place.prefix, place.suffix)
