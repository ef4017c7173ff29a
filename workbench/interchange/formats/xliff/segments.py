"""The segments of a unit (XLIFF 2.x): the target's words may stand in another order than the source's."""

from collections.abc import Iterator
from typing import Any

from workbench.interchange.errors import FormatError, Problem
from workbench.interchange.xml import local_name
from workbench.text.words.digits import read_digits

__all__ = ["child", "complaint_about_segments", "segments_of", "target_pieces"]


def segments_of(unit: Any) -> list[Any]:
    """Return the segments of a unit and what is ignorable between them."""
    return [one for one in unit if local_name(one) in {"segment", "ignorable"}]


def child(element: Any, name: str) -> Any:
    """Return the first element of a name in another, None where there is none."""
    return next((one for one in element if local_name(one) == name), None)


def target_pieces(unit: Any, where: str) -> list[Any]:
    """Return what the words of the target stand in, in its own order; what is ignorable lends its source.

    `target/@order` says the place of a target among all segments, from 1. Raises `FormatError` where two have one.
    """
    pieces = sorted(_placed(unit), key=lambda one: one[0])
    if len({place for place, _ in pieces}) < len(pieces):
        raise FormatError((Problem(where, "Two targets have one place (order). Expected each place once."),))
    return [piece for _, piece in pieces]


def complaint_about_segments(unit: Any) -> str:
    """Say what is wrong with the segments of a unit where its words would be in doubt, "" where nothing is."""
    segments = segments_of(unit)
    if not any(local_name(one) == "segment" for one in segments):
        return "There is no segment in it. Expected one or more."
    if any(sum(local_name(part) == "source" for part in one) > 1 for one in segments):
        return "A segment has two sources. Expected one."
    return ""


def _placed(unit: Any) -> Iterator[tuple[int, Any]]:
    segments = segments_of(unit)
    has_target = any(child(one, "target") is not None for one in segments)
    for place, segment in enumerate(segments, 1):
        target = child(segment, "target")
        if target is not None:
            said = read_digits(target.get("order", ""), longest=8)
            yield place if said is None else said, target
        elif has_target and local_name(segment) == "ignorable" and (source := child(segment, "source")) is not None:
            yield place, source
