"""From a comparison to marks on one of its two texts, or on the two merged into one line."""

from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from operator import itemgetter

from django.utils.translation import gettext, ngettext

from workbench.text import Difference, Segment, Span
from workbench.web.typesetting.comparing import Compared
from workbench.web.typesetting.difference_types import DIFFERENCE_TYPES
from workbench.web.typesetting.marking import Aside, Mark
from workbench.web.typesetting.words import describe_difference

__all__ = ["Pair", "mark_base", "mark_merged", "mark_other"]


@dataclass(frozen=True, slots=True)
class Pair:
    """A base text compared with another: `id_stem` begins the ids of its differences, the sigla name the sides."""

    id_stem: str
    base: str
    other: str
    base_text: str
    other_text: str
    compared: Compared
    strengths: Mapping[int, str] = field(default_factory=dict)

    def classes_of(self, difference: Difference, element_id: str) -> str:
        """Return the classes of a difference's marks: of its type, and of how much it matters where that is known."""
        strength = self.strengths.get(int(element_id.rpartition("-")[2]), "")
        return f"{DIFFERENCE_TYPES[difference.type].css_class} {strength}".strip()

    @property
    def parts(self) -> Iterable[tuple[Segment, Difference, str]]:
        """The segments where the two differ, each with its difference and the difference's id."""
        for segment, index, difference in self.compared.partings:
            yield segment, difference, f"{self.id_stem}-{index}"


def mark_other(pair: Pair) -> tuple[list[Mark], list[Aside]]:
    """Mark the other text: words that part from the base as inserted, words it lacks by a caret that says which."""
    marks: list[Mark] = []
    asides: list[Aside] = []
    for segment, difference, element_id in pair.parts:
        shown = DIFFERENCE_TYPES[difference.type]
        title = describe_difference(difference, pair.base, difference.left.of(pair.base_text))
        classes = pair.classes_of(difference, element_id)
        attributes = (("class", classes), ("data-d", element_id), ("title", title))
        if segment.right:
            place = _trimmed(segment.right, pair.other_text)
            marks.append(
                Mark(place.start, place.end, "ins", attributes, element_id, before=f"({shown.label}: ", after=")")
            )
            marks.extend(_mark_characters(difference, place))
        elif difference.type != "move":
            wanting = segment.left.of(pair.base_text).strip() or gettext("white space")
            caret = (("class", f"{classes} caret"), *attributes[1:])
            asides.append(
                Aside(segment.right.start, "del", "‸", caret, element_id, before=f"({shown.label}: {wanting}) ")
            )
    return marks, asides


def _mark_characters(difference: Difference, place: Span) -> list[Mark]:
    """Inside a word that is nearly the base's, another form of it among them, mark the letters that part."""
    if not DIFFERENCE_TYPES[difference.type].marks_letters:
        return []
    letters = [c.right for c in difference.characters if place.start <= c.right.start < c.right.end <= place.end]
    return [Mark(span.start, span.end, "span", (("class", "letters"),)) for span in letters if span != place]


def mark_merged(pair: Pair) -> tuple[list[Mark], list[Aside]]:
    """Mark the other text with the base's words before its own: struck out, then inserted.

    White space that only gave way is not struck.
    """
    marks: list[Mark] = []
    asides: list[Aside] = []
    for segment, difference, element_id in pair.parts:
        shown = DIFFERENCE_TYPES[difference.type]
        classes = pair.classes_of(difference, element_id)
        attributes = (("class", classes), ("data-d", element_id), ("title", shown.label))
        place = _trimmed(segment.right, pair.other_text)
        struck = _trimmed(segment.left, pair.base_text) if segment.right else segment.left
        if struck and not (place and struck.of(pair.base_text).isspace()):
            at = _place_of_struck(
                marks, place.start, pair.base_text[max(struck.start - 1, 0) : struck.start + 1], pair.other_text
            )
            at = max(at, asides[-1].at) if asides else at
            gap = _gap(asides, at, pair.base_text[: struck.start], pair.other_text)
            words = gap + struck.of(pair.base_text)
            said = f"({shown.label}; {pair.base}: "
            asides.append(Aside(at, "del", words, attributes, before=said, after=")"))
        if place:
            said = f"({pair.other}: "
            marks.append(Mark(place.start, place.end, "ins", attributes, element_id, before=said, after=")"))
    return marks, asides


def _place_of_struck(marks: Sequence[Mark], place: int, joint: str, shown: str) -> int:
    """Return where struck words stand that belong at `place` of the text shown; at `joint` they begin in the base.

    What follows a word without white space, a stop above all, does so here too: before words that were inserted there,
    whose own stop follows them, and before white space that is shown there.
    """
    if len(joint) < 2 or joint[0].isspace():
        return place
    if marks and marks[-1].end == place:
        return marks[-1].start
    return place if joint[1].isspace() else len(shown[:place].rstrip()) or place


def _gap(asides: Sequence[Aside], place: int, before: str, shown: str) -> str:
    """Keep the white space before struck words of the base that would touch the word shown, or struck, before them."""
    is_next = bool(asides) and asides[-1].at == place
    last = asides[-1].words[-1:] if is_next else shown[place - 1 : place]
    return " " if last and not last.isspace() and before[-1:].isspace() else ""


def mark_base(pairs: Sequence[Pair]) -> tuple[list[Mark], list[Aside]]:
    """Mark the words of the base from which any of the others part: one dotted line, and how many part there."""
    touching = [
        (*_span(_trimmed(segment.left, pair.base_text)), column, element_id, pair.other)
        for column, pair in enumerate(pairs)
        for segment, _, element_id in pair.parts
    ]
    marks = [_touched(start, end, found, len(pairs)) for start, end, found in _cut(touching)]
    places: dict[int, list[str]] = {}
    for start, end, _, element_id, _ in touching:
        if start == end:
            places.setdefault(start, []).append(element_id)
    asides = [
        Aside(place, "span", "", (("class", "place"), ("data-d", " ".join(ids)))) for place, ids in places.items()
    ]
    return marks, asides


def _span(span: Span) -> tuple[int, int]:
    return span.start, span.end


def _trimmed(span: Span, text: str) -> Span:
    """Leave white space at the ends out of a mark, unless there is nothing else."""
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, start + len(words.strip())) if words.strip() else span


Touch = tuple[int, int, int, str, str]


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
    ordered = sorted(found, key=itemgetter(2))
    sigla = list(dict.fromkeys(touch[4] for touch in ordered))
    said = ngettext("%(sigla)s differs here", "%(sigla)s differ here", len(sigla)) % {"sigla": ", ".join(sigla)}
    weight = "all" if len(sigla) == columns else "some"
    ids = " ".join(touch[3] for touch in ordered)
    attributes = (("class", f"touched touched-{weight}"), ("data-d", ids), ("title", said))
    return Mark(start, end, "span", attributes)
