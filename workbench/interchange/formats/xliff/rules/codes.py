"""What stands among the words of a unit: codes, beginnings and ends that lie apart, annotations (XLIFF 2.1, 4.7)."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from workbench.interchange.formats.xliff.segments import child, segments_of
from workbench.interchange.xml import local_name

__all__ = ["complaints_about_codes"]

_CODES = frozenset({"ph", "pc", "sc", "ec"})
_REFERENCES = ("dataRef", "dataRefStart", "dataRefEnd")
_PAIRED = ("canCopy", "canDelete", "canOverlap")
_MOST_CHARACTER = 0x10FFFF


def complaints_about_codes(unit: Any) -> Iterator[str]:
    """Yield what is wrong with the codes and annotations of a unit."""
    sides = {side: _inline(unit, side) for side in ("source", "target")}
    yield from _ids(unit, sides["source"])
    for inline in sides.values():
        yield from _pairs(inline)
        yield from _spans(inline)
        yield from _order(inline)
        yield from (fault for one in inline for fault in _one(one, unit, inline))
    yield from _kept(unit, sides)


def _inline(unit: Any, side: str) -> list[Any]:
    """Return what stands among the words of all segments of one side, in its order."""
    holders = (child(one, side) for one in segments_of(unit))
    return [part for one in holders if one is not None for part in one.iterdescendants() if local_name(part)]


def _ids(unit: Any, inline: Sequence[Any]) -> Iterator[str]:
    holders = [one for one in segments_of(unit) if one.get("id")]
    named = [*holders, *(one for one in inline if one.get("id"))]
    if any(count > 1 for count in Counter(one.get("id") for one in named).values()):
        yield "two segments, codes or annotations of a unit have one id"


def _one(one: Any, unit: Any, inline: Sequence[Any]) -> Iterator[str]:
    data = {each.get("id") for each in unit.findall("{*}originalData/{*}data")}
    if any(one.get(name) is not None and one.get(name) not in data for name in _REFERENCES):
        yield "a code names an original (dataRef) that is not there"
    if (copied := one.get("copyOf")) is not None:
        base = next((each for each in inline if each.get("id") == copied), None)
        if base is None or base.get("canCopy") == "no" or any(one.get(name) for name in _REFERENCES):
            yield "a code is a copy (copyOf) of one that is not there or may not be copied, or has an original besides"
    if local_name(one) == "cp" and not _is_no_xml(one.get("hex", "")):
        yield "cp stands for a character that XML can hold, or for none"


def _is_no_xml(written: str) -> bool:
    """Whether a number is that of a character which XML cannot hold."""
    try:
        code = int(written, 16)
    except ValueError:
        return False
    is_xml = code in {0x9, 0xA, 0xD} or 0x20 <= code <= 0xD7FF or 0xE000 <= code <= 0xFFFD or code > 0xFFFF
    return 0 <= code <= _MOST_CHARACTER and not is_xml


def _pairs(inline: Sequence[Any]) -> Iterator[str]:
    """Yield what is wrong with beginnings and ends: each has its other one behind or before it, or is alone."""
    begins = {one.get("id", ""): (at, one) for at, one in enumerate(inline) if local_name(one) == "sc"}
    ended = {one.get("startRef", "") for one in inline if local_name(one) == "ec"}
    for _, one in begins.values():
        if (one.get("isolated") == "yes") == (one.get("id", "") in ended):
            yield "a code begins that does not end in its unit, or says wrongly that it does (isolated)"
    for at, one in enumerate(inline):
        if local_name(one) == "ec":
            yield from _end(one, at, begins)


def _end(one: Any, at: int, begins: Mapping[str, tuple[int, Any]]) -> Iterator[str]:
    begun = one.get("startRef")
    is_alone = one.get("isolated") == "yes"
    if is_alone == (begun is not None) or is_alone != bool(one.get("id")):
        yield "an end of a code says where it begins (startRef), or that it is alone (isolated, with an id)"
    elif begun is not None and (begun not in begins or begins[begun][0] > at):
        yield "a code ends before it begins"
    elif begun is not None:
        start = begins[begun][1]
        if any(start.get(name, "yes") != one.get(name, "yes") for name in _PAIRED) or not _move_alike(start, one):
            yield "the beginning and the end of a code may not be treated alike (canCopy, canDelete …)"


def _move_alike(start: Any, end: Any) -> bool:
    """Whether an end moves as its beginning does: what begins a row of fixed codes ends as one of them."""
    said = start.get("canReorder", "yes"), end.get("canReorder", "yes")
    return said[0] == said[1] or said == ("firstNo", "no")


def _spans(inline: Sequence[Any]) -> Iterator[str]:
    """Yield what is wrong with annotations that begin and end apart."""
    begun: set[str] = set()
    ended: set[str] = set()
    for one in inline:
        if local_name(one) == "sm":
            begun.add(one.get("id", ""))
        elif local_name(one) == "em":
            ended.add(one.get("startRef", ""))
            if one.get("startRef") not in begun:
                yield "an annotation ends that did not begin before it"
    if begun - ended:
        yield "an annotation begins that does not end"


def _rows(side: Any) -> list[list[str]]:
    """Return the rows of codes that keep their order: one that is the first (firstNo), and those fixed behind it."""
    rows: list[list[str]] = [[]]
    for name, said in _bounds(side):
        if said in {"yes", "firstNo"}:
            rows.append([])
        if said != "yes":
            rows[-1].append(name)
    return [row for row in rows if row]


def _bounds(side: Any) -> Iterator[tuple[str, str]]:
    """Yield codes, the end of one around words by itself, each with whether it may be moved."""
    for one in side:
        said = one.get("canReorder", "yes")
        if local_name(one) in _CODES:
            yield one.get("id") or one.get("startRef", ""), said
        yield from _bounds(one)
        if local_name(one) == "pc":
            yield f"/{one.get('id', '')}", "yes" if said == "yes" else "no"


def _order(inline: Sequence[Any]) -> Iterator[str]:
    codes = [one for one in inline if local_name(one) in _CODES]
    for at, one in enumerate(codes):
        said = one.get("canReorder", "yes")
        if said == "yes":
            continue
        if one.get("canCopy", "yes") == "yes" or one.get("canDelete", "yes") == "yes":
            yield "a code that may not be moved may be copied or deleted"
        before = codes[at - 1].get("canReorder", "yes") if at else "yes"
        if said == "no" and before == "yes":
            yield "a row of codes that may not be moved has no first one (firstNo)"


def _kept(unit: Any, sides: Mapping[str, Sequence[Any]]) -> Iterator[str]:
    """Yield where a target has lost a code that may not be deleted, or has moved one that may not be moved."""
    done = {one.get("id") or one.get("startRef", "") for one in sides["target"]}
    for segment in segments_of(unit):
        source, target = child(segment, "source"), child(segment, "target")
        if source is None or target is None:
            continue
        fixed = [one for one in source.iterdescendants() if one.get("canDelete") == "no"]
        if any((one.get("id") or one.get("startRef", "")) not in done for one in fixed):
            yield "a target has lost a code that may not be deleted"
        rows = _rows(target)
        if any(row not in rows for row in _rows(source)):
            yield "a target has moved codes that may not be moved"
