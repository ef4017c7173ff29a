"""A translation that counts its verses otherwise, beside the passages of a work that are the same ones.

What stands in the work is what the translation prints; the map between the numberings only says beside which passage.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from django.utils.translation import gettext

from workbench.corpus.addressing import print_path
from workbench.corpus.errors import Invalid
from workbench.corpus.models import Work
from workbench.corpus.transfer.standing import StandingPassage
from workbench.interchange.books import book_of
from workbench.interchange.document import PassageRecord, SpanRecord, VariantRecord, WorkRecord
from workbench.interchange.markup import arrange_spans
from workbench.interchange.numberings import NUMBERINGS, Verse, convert
from workbench.interchange.references import parse_path
from workbench.text.words.digits import read_digits

__all__ = ["renumbered"]


_Known = Mapping[Verse, Sequence[StandingPassage]]
_BRIDGE = re.compile("([0-9]{1,3})[a-h]?[-\u2010-\u2015]([0-9]{1,3})[a-h]?")
_LONGEST = 100  # verses under one bridge


@dataclass(slots=True)
class _Beside:
    """What of the file stands beside one passage: verses in their order; none where the one before goes on in it."""

    reference: str
    path: tuple[str, ...]
    records: list[PassageRecord] = field(default_factory=list)


def renumbered(
    record: WorkRecord, work: Work | None, passages: Sequence[StandingPassage], numbering: str
) -> WorkRecord:
    """Return the record with each verse under the reference of the passage that it is in the work.

    Where several are one passage there, their texts are one, each with its number printed in it; where one is several,
    the others are joined to the first. A verse that is in none goes with the one before it. Each text keeps the
    reference that is printed. Raises `Invalid` for numberings that are not known.
    """
    if not numbering:
        return record
    translations = tuple(replace(one, numbering=one.numbering or numbering) for one in record.translations)
    if work is None:
        return replace(record, numbering=record.numbering or numbering)
    target = work.numbering or "eng"
    for name in (numbering, target):
        if name not in NUMBERINGS:
            message = gettext("One of %(numberings)s is expected, not %(name)s.") % {
                "numberings": ", ".join(NUMBERINGS),
                "name": name,
            }
            raise Invalid.field("numbering", message, code="unknown_numbering")
    if numbering == target:
        return replace(record, translations=translations)
    if record.threads:
        raise Invalid.field(
            "numbering", gettext("A file with discussions is expected to count as the work does."), code="threads"
        )
    beside = _beside(record, _by_verse(passages), numbering, target)
    sigla = [one.siglum for one in translations]
    return replace(record, translations=translations, passages=tuple(_merged(one, sigla) for one in beside))


def _by_verse(passages: Sequence[StandingPassage]) -> _Known:
    """Return the passages in which each verse stands: its own, the one that bridges it, or those of its parts."""
    own: dict[Verse, list[StandingPassage]] = {}
    parts: dict[Verse, list[StandingPassage]] = {}
    for passage in passages:
        for verse in _verses_of(passage.path or parse_path(passage.reference)):
            own.setdefault(verse, []).append(passage)
            if (whole := _without_letter(verse)) != verse:
                parts.setdefault(whole, []).append(passage)
    return {**parts, **own}


def _verses_of(path: Sequence[str]) -> list[Verse]:
    """Return the verse of a path, or those that it bridges (3-4); none where it is no verse's."""
    book, chapter = (book_of(path[0]), read_digits(path[1])) if len(path) == 3 else ("", None)
    if not book or chapter is None:
        return []
    if bridge := _BRIDGE.fullmatch(path[2]):
        first, last = int(bridge[1]), int(bridge[2])
        if first < last <= first + _LONGEST:
            return [(book, chapter, str(number)) for number in range(first, last + 1)]
    return [(book, chapter, path[2].lower())]


def _without_letter(verse: Verse) -> Verse:
    book, chapter, label = verse
    return book, chapter, label.rstrip("abcdefgh") or label


def _converted(verse: Verse, source: str, target: str) -> list[Verse]:
    """Return the verses of the other numbering; of a part (3a), that part of them."""
    found, whole = convert(verse, source, target), _without_letter(verse)
    if whole == verse or found != (verse,):
        return list(found)
    letter = verse[2][len(whole[2]) :]
    return [(book, chapter, f"{label}{letter}") for book, chapter, label in convert(whole, source, target)]


def _beside(record: WorkRecord, known: _Known, source: str, target: str) -> Iterator[_Beside]:
    places: dict[str, _Beside] = {}
    last: _Beside | None = None
    for one in record.passages:
        path = one.path or parse_path(one.reference or "")
        verses = _verses_of(path)
        found = [other for verse in verses for other in _standing(_converted(verse, source, target), known)]
        if verses and not found and last is not None:
            last.records.append(one)
            continue
        goals = _named(found or verses, known, one, path) if verses else {one.reference or "": path}
        for at, (reference, there) in enumerate(goals.items()):
            place = places.setdefault(reference, _Beside(reference, there))
            if not at:
                place.records.append(one)
                last = place
    yield from places.values()


def _standing(verses: Sequence[Verse], known: _Known) -> list[Verse]:
    """Return the verses as the work has them: what stands before verse 1 is with it, a part with its verse, unless
    they have passages.
    """
    return [verse if verse in known else _nearest(verse) for verse in verses]


def _nearest(verse: Verse) -> Verse:
    book, chapter, label = _without_letter(verse)
    return book, chapter, "1" if label == "0" else label


def _named(
    verses: Sequence[Verse], known: _Known, one: PassageRecord, path: tuple[str, ...]
) -> dict[str, tuple[str, ...]]:
    """Return the paths of verses in the work by their references; of one that is not there, as it would be written."""
    goals: dict[str, tuple[str, ...]] = {}
    for verse in verses:
        goals |= {passage.reference: passage.path for passage in known.get(verse, ())}
        if verse not in known:
            goals |= [_written(verse, known, one, path)]
    return goals


def _written(verse: Verse, known: _Known, one: PassageRecord, path: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    """Return reference and path of a verse that the work does not have, as the file or the work writes it."""
    others = (other for (book, *_), found in known.items() if book == verse[0] for other in found)
    label = next((other.path[0] for other in others if other.path), path[0])
    there = (label, str(verse[1]), verse[2])
    is_osis = "." in (one.reference or "") and ":" not in (one.reference or "")
    return (".".join(there) if is_osis else print_path(there)), there


def _merged(beside: _Beside, joined: Sequence[str]) -> PassageRecord:
    if not beside.records:
        variants = tuple(VariantRecord(siglum, "", "joined") for siglum in joined)
        return PassageRecord(beside.reference, variants, path=beside.path)
    sigla = dict.fromkeys(variant.siglum for one in beside.records for variant in one.variants)
    variants = tuple(_variant(siglum, beside) for siglum in sigla)
    return PassageRecord(beside.reference, variants, beside.records[0].heading, beside.path)


def _variant(siglum: str, beside: _Beside) -> VariantRecord:
    said = [(one, variant) for one in beside.records for variant in one.variants if variant.siglum == siglum]
    printed = said[0][0].reference or ""
    if len(said) == 1:
        return replace(said[0][1], reference="" if printed == beside.reference else printed)
    text, spans = "", list[SpanRecord]()
    for one, variant in said:
        label = (one.path or parse_path(one.reference or ""))[-1]
        text += ("\n" if text and variant.text else "") + variant.text
        start = len(text) - len(variant.text)
        spans += [replace(span, start=span.start + start, end=span.end + start) for span in variant.markup]
        if variant.text and len(text) > start:
            spans.append(SpanRecord("paragraph", start, len(text), label))
    present = next((variant for _, variant in said if variant.text), said[0][1])
    last = (said[-1][0].path or parse_path(said[-1][0].reference or ""))[-1]
    return replace(present, text=text, revisions=(), markup=arrange_spans(spans), reference=f"{printed}-{last}"[:100])
