"""From a comparison to marks on one of its two texts, or on the two merged into one line."""

from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from workbench.text import Comparison, Difference, Segment
from workbench.web.marking import Aside, Mark
from workbench.web.reading.words import DIFFERENCE_WORDS, describe_difference

__all__ = ["Pair", "mark_base", "mark_merged", "mark_other", "segment_map"]


@dataclass(frozen=True, slots=True)
class Pair:
    """A base text compared with another: `key` begins the ids of its differences, the sigla name the sides."""

    key: str
    base: str
    other: str
    base_text: str
    other_text: str
    comparison: Comparison

    @property
    def parts(self) -> Iterable[tuple[Segment, Difference, str]]:
        """The segments where the two differ, each with its difference and the difference's id."""
        for segment in self.comparison.segments:
            if segment.difference is not None:
                difference = self.comparison.differences[segment.difference]
                yield segment, difference, f"{self.key}-{segment.difference}"


def mark_other(pair: Pair) -> tuple[list[Mark], list[Aside]]:
    """Mark the other text: words that part from the base as inserted, words it lacks by a caret that says which."""
    marks: list[Mark] = []
    asides: list[Aside] = []
    for segment, difference, key in pair.parts:
        kind = DIFFERENCE_WORDS[difference.type]
        title = describe_difference(difference, pair.base, difference.left.of(pair.base_text))
        attributes = (("class", f"d d-{difference.type}"), ("data-d", key), ("title", title))
        if segment.right:
            marks.append(
                Mark(segment.right.start, segment.right.end, "ins", attributes, key, before=f"({kind}: ", after=")")
            )
        elif difference.type != "move":
            words = segment.left.of(pair.base_text).strip() or "white space"
            asides.append(Aside(segment.right.start, "del", "‸", attributes, key, before=f"({kind}: {words}) "))
    return marks, asides


def mark_merged(pair: Pair) -> tuple[list[Mark], list[Aside]]:
    """Mark the other text with the base's words before its own: struck out, then inserted."""
    marks: list[Mark] = []
    asides: list[Aside] = []
    for segment, difference, key in pair.parts:
        kind = DIFFERENCE_WORDS[difference.type]
        attributes = (("class", f"d d-{difference.type}"), ("title", kind))
        if segment.left:
            words = segment.left.of(pair.base_text)
            asides.append(
                Aside(segment.right.start, "del", words, attributes, before=f"({kind}; {pair.base}: ", after=") ")
            )
        if segment.right:
            said = f"({pair.other}: "
            marks.append(Mark(segment.right.start, segment.right.end, "ins", attributes, key, before=said, after=")"))
    return marks, asides


def mark_base(pairs: Sequence[Pair]) -> tuple[list[Mark], list[Aside]]:
    """Mark the words of the base from which any of the others part: one dotted line, and how many part there."""
    touching = [
        (segment.left.start, segment.left.end, key, pair.other) for pair in pairs for segment, _, key in pair.parts
    ]
    marks = [_touched(start, end, found, len(pairs)) for start, end, found in _cut(touching)]
    places: dict[int, list[str]] = {}
    for start, end, key, _ in touching:
        if start == end:
            places.setdefault(start, []).append(key)
    asides = [
        Aside(place, "span", "", (("class", "place"), ("data-d", " ".join(keys)))) for place, keys in places.items()
    ]
    return marks, asides


def segment_map(comparison: Comparison) -> str:
    """Return which characters of the base answer which of the other where they agree: `start-end:start-end,...`."""
    agreeing = (segment for segment in comparison.segments if segment.difference is None)
    return ",".join(f"{s.left.start}-{s.left.end}:{s.right.start}-{s.right.end}" for s in agreeing)


Touch = tuple[int, int, str, str]


def _cut(touching: Sequence[Touch]) -> Iterable[tuple[int, int, list[Touch]]]:
    """Cut overlapping spans at each other's ends; give each piece with the spans that cover it."""
    ends = sorted({end for touch in touching if touch[0] < touch[1] for end in touch[:2]})
    ordered = deque(sorted(touching))
    active: list[Touch] = []
    for start, end in pairwise(ends):
        while ordered and ordered[0][0] <= start:
            active.append(ordered.popleft())
        active = [touch for touch in active if touch[1] > start]
        if active:
            yield start, end, active


def _touched(start: int, end: int, found: Sequence[Touch], columns: int) -> Mark:
    sigla = list(dict.fromkeys(touch[3] for touch in found))
    said = f"{', '.join(sigla)} {'differs' if len(sigla) == 1 else 'differ'} here"
    weight = "all" if len(sigla) == columns else "some"
    keys = " ".join(touch[2] for touch in found)
    attributes = (("class", f"touched touched-{weight}"), ("data-d", keys), ("title", said))
    return Mark(start, end, "span", attributes)
