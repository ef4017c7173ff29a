"""A passage of a file that stands for several of a work (`3-4`) beside these: at the first, the others joined to it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from workbench.corpus.transfer.standing import StandingPassage
from workbench.interchange.document import PassageRecord, VariantRecord, WorkRecord
from workbench.interchange.references import place_of

__all__ = ["bridged", "describe_bridges"]

_BRIDGE = re.compile(r"(?P<before>.*?)(?P<first>[0-9]{1,5})[-\u2010-\u2015](?P<last>[0-9]{1,5})")
_LONGEST = 50  # passages under one bridge
_Places = Mapping[tuple[str, ...], StandingPassage]


def bridged(record: WorkRecord, passages: Sequence[StandingPassage]) -> WorkRecord:
    """Return the record with each bridge over passages of the work at the first of them, printed as it was; what
    bridges passages that the work does not have stays as it is, as does a file with discussions.
    """
    if not passages or record.threads:
        return record
    names = {one.reference for one in passages}
    asked = [one for one in record.passages if one.reference not in names and _BRIDGE.fullmatch(one.reference or "")]
    if not asked:
        return record
    places = {_place(one.reference, one.path): one for one in passages}
    own = {_place(one.reference or "", one.path) for one in record.passages}
    found = {one.reference: _below(one.reference or "", places, own) for one in asked}
    spread = (_spread(one, found.get(one.reference, ())) for one in record.passages)
    return replace(record, passages=tuple(each for some in spread for each in some))


def describe_bridges(record: WorkRecord) -> Iterator[str]:
    """Say which passages of a file as `bridged` returns it stand for several of the work."""
    said = [
        f"{variant.reference} at {one.reference}"
        for one in record.passages
        for variant in one.variants
        if variant.reference != one.reference and _BRIDGE.fullmatch(variant.reference)
    ]
    if said:
        more = f" and {len(said) - 5:,} more" if len(said) > 5 else ""
        shown = ", ".join(said[:5]) + more
        yield f"{len(said):,} texts stand for several passages, which are joined to the first: {shown}."


def _place(reference: str, path: tuple[str, ...] = ()) -> tuple[str, ...]:
    return place_of(reference, path) or (reference,)


def _below(reference: str, places: _Places, own: set[tuple[str, ...]]) -> tuple[StandingPassage, ...]:
    """Return the passages of the work under a bridge, () unless all are there, in a row, and the file names none."""
    bridge = _BRIDGE.fullmatch(reference)
    assert bridge is not None
    first, last = int(bridge["first"]), int(bridge["last"])
    if not first < last <= first + _LONGEST:
        return ()
    names = [_place(f"{bridge['before']}{number}") for number in range(first, last + 1)]
    found = [places[name] for name in names if name in places and name not in own]
    follow = all(after.position == before.position + 1 for before, after in pairwise(found))
    return tuple(found) if follow and len(found) == len(names) else ()


def _spread(one: PassageRecord, below: Sequence[StandingPassage]) -> Iterator[PassageRecord]:
    if not below:
        yield one
        return
    variants = tuple(replace(variant, reference=variant.reference or one.reference or "") for variant in one.variants)
    yield replace(one, reference=below[0].reference, path=below[0].path, variants=variants)
    for passage in below[1:]:
        joined = tuple(
            VariantRecord(variant.siglum, "", "joined" if variant.presence == "present" else variant.presence)
            for variant in one.variants
        )
        yield PassageRecord(passage.reference, joined, path=passage.path)
