"""A translation that counts its verses otherwise, beside the passages of a work that are the same ones.

What stands in the work is what the translation prints; the map between the numberings only says beside which passage.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

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
            message = f"One of {', '.join(NUMBERINGS)} is expected, not {name}."
            raise Invalid.field("numbering", message, code="unknown_numbering")
    if numbering == target:
        return replace(record, translations=translations)
    if record.threads:
        raise Invalid.field(
            "numbering", "A file with discussions is expected to count as the work does.", code="threads"
        )
    beside = _beside(record, _by_verse(passages), numbering, target)
    sigla = [one.siglum for one in translations]
    return replace(record, translations=translations, passages=tuple(_merged(one, sigla) for one in beside))


def _by_verse(passages: Sequence[StandingPassage]) -> dict[Verse, StandingPassage]:
    found = ((_verse_of(passage.path or parse_path(passage.reference)), passage) for passage in passages)
    return {verse: passage for verse, passage in found if verse}


def _verse_of(path: Sequence[str]) -> Verse | None:
    if len(path) != 3 or not book_of(path[0]):
        return None
    chapter = read_digits(path[1])
    return (book_of(path[0]), chapter, path[2].lower()) if chapter is not None else None


def _beside(record: WorkRecord, known: Mapping[Verse, StandingPassage], source: str, target: str) -> Iterator[_Beside]:
    places: dict[str, _Beside] = {}
    last: _Beside | None = None
    for one in record.passages:
        path = one.path or parse_path(one.reference or "")
        verse = _verse_of(path)
        found = [verse] if verse is None else _standing(convert(verse, source, target), known)
        if verse is not None and not found and last is not None:
            last.records.append(one)
            continue
        for at, goal in enumerate(found or [verse]):
            reference, there = _named(goal, known, one, path)
            place = places.setdefault(reference, _Beside(reference, there))
            if not at:
                place.records.append(one)
                last = place
    yield from places.values()


def _standing(verses: Sequence[Verse], known: Mapping[Verse, StandingPassage]) -> list[Verse]:
    """Return the verses as the work has them: what stands before verse 1 is with it, unless it has a passage."""
    found = [
        (book, chapter, "1") if verse == "0" and (book, chapter, "0") not in known else (book, chapter, verse)
        for book, chapter, verse in verses
    ]
    return list(dict.fromkeys(found))


def _named(
    verse: Verse | None, known: Mapping[Verse, StandingPassage], one: PassageRecord, path: tuple[str, ...]
) -> tuple[str, tuple[str, ...]]:
    """Return reference and path of a verse in the work; of one that is not there, as the file or the work writes it."""
    if verse is None:
        return one.reference or "", path
    if passage := known.get(verse):
        return passage.reference, passage.path
    label = next((other.path[0] for (book, *_), other in known.items() if book == verse[0] and other.path), path[0])
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
