"""From what the aligner found to a placing that a person can put right."""

from workbench.text.alignment import Distribution
from workbench.text.placing.values import Piece, Placing, State
from workbench.text.words.spans import Span

__all__ = ["propose"]


def propose(text: str, found: Distribution) -> Placing:
    """Make a placing of `text` from the spans found in it, one for each passage.

    A passage without words between two that have some is omitted; before the first and after the last such it is
    unentered, since the text may be a part of the work only.
    """
    spans = [(one.span, number, one.confidence) for number, one in enumerate(found.placements) if _has_words(one.span)]
    loose: list[tuple[Span, int | None, float]] = [(span, None, 1.0) for span in found.unplaced if _has_words(span)]
    ordered = sorted([*spans, *loose], key=lambda one: one[0].start)
    ends = [span.start for span, _, _ in ordered[1:]] + [len(text)]
    starts = [0, *ends[:-1]]
    pieces = tuple(
        Piece(start, end, number, confidence)
        for start, end, (_, number, confidence) in zip(starts, ends, ordered, strict=False)
    )
    return Placing(text, pieces, _states([number for _, number, _ in spans], len(found.placements)))


def _has_words(span: Span) -> bool:
    return span.end > span.start


def _states(present: list[int], count: int) -> tuple[State, ...]:
    inside = range(min(present), max(present)) if present else range(0)
    known = set(present)
    return tuple(_state(number in known, number in inside) for number in range(count))


def _state(is_present: bool, is_inside: bool) -> State:  # noqa: FBT001 - two facts, not switches
    if is_present:
        return "present"
    return "omitted" if is_inside else "unentered"
