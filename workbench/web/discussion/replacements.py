"""Old words -> new words: what a suggestion would do, or did, word by word.

An open suggestion replaces the words its anchor stands on, keeping what others changed in them where that is sure
(`review.merging`). An accepted one has done so: its anchor has stood on the new
words since, and the old ones are read from the revisions before and after.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Q

from workbench.corpus.models import Revision
from workbench.review.merging import words_now
from workbench.review.models import Anchor, Suggestion, Thread
from workbench.text import Segment, diff
from workbench.text.words.languages import direction_of

__all__ = ["Replacement", "replaced_words", "replacements_of"]


@dataclass(frozen=True, slots=True)
class Replacement:
    """Words and what stands, or would stand, in their place. `old` is None where it is not known any more."""

    old: str | None
    new: str
    language: str

    @property
    def direction(self) -> str:
        """The writing direction for `dir`."""
        return direction_of(self.language)

    @property
    def parts(self) -> Sequence[tuple[str, str]]:
        """The diff as (old, new) pairs in order; in equal parts both are the same."""
        if self.old is None:
            return [("", self.new)]
        segments: Sequence[Segment] = diff(self.old, self.new).segments
        return [(segment.left.of(self.old), segment.right.of(self.new)) for segment in segments]


def replacements_of(threads: Iterable[Thread]) -> dict[int, Replacement]:
    """Return what each suggestion of threads loaded by `review.queries.whole` replaces, by its id.

    One query, none where no suggestion was accepted.
    """
    loaded = list(threads)
    anchors = {anchor.pk: anchor for thread in loaded for anchor in thread.anchors.all()}
    suggestions = [suggestion for thread in loaded for suggestion in thread.suggestions.all()]
    former = _former_texts(suggestions)
    return {
        suggestion.pk: _replacement(suggestion, anchors[suggestion.anchor_id], former) for suggestion in suggestions
    }


def replaced_words(before: str, after: str, new: str, near: int) -> str | None:
    """Return the words of `before` that `new` stands for in `after`; None if the two texts do not differ like that.

    `near` is an offset in `after` where `new` is likely to stand; of several possible places the nearest to it counts.
    """
    length = len(before) - len(after) + len(new)
    if length < 0:
        return None
    first = max(0, len(before) - _common_prefix(before[::-1], after[::-1]) - length)
    last = min(_common_prefix(before, after), len(before) - length)
    places = [start for start in range(first, last + 1) if after.startswith(new, start)]
    start = min(places, key=lambda place: abs(place - near), default=None)
    return None if start is None else before[start : start + length]


def _replacement(suggestion: Suggestion, anchor: Anchor, former: Mapping[tuple[int, int], str]) -> Replacement:
    language = anchor.variant.translation.language
    if suggestion.state != Suggestion.State.ACCEPTED:
        words = words_now(suggestion, anchor) if suggestion.state == Suggestion.State.OPEN else None
        return Replacement(anchor.quote, suggestion.text if words is None else words, language)
    revision = suggestion.revision
    before = former.get((revision.variant_id, revision.number - 1)) if revision else None
    if revision is None or before is None:
        return Replacement(None, suggestion.put, language)
    return Replacement(replaced_words(before, revision.text, suggestion.put, anchor.start), suggestion.put, language)


def _former_texts(suggestions: Iterable[Suggestion]) -> dict[tuple[int, int], str]:
    """The texts just before the revisions that suggestions made, by (variant id, number)."""
    wanted = Q()
    for suggestion in suggestions:
        if suggestion.revision is not None:
            wanted |= Q(variant=suggestion.revision.variant_id, number=suggestion.revision.number - 1)
    if not wanted:
        return {}
    found = Revision.objects.filter(wanted).values_list("variant_id", "number", "text")
    return {(variant, number): text for variant, number, text in found}


def _common_prefix(left: str, right: str) -> int:
    pairs = zip(left, right, strict=False)
    return next((at for at, (one, other) in enumerate(pairs) if one != other), min(len(left), len(right)))
