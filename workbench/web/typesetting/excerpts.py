"""Words in their surroundings, for pages that show a discussion away from the whole text."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from workbench.corpus.models import Translation, Variant
from workbench.review.models import Anchor
from workbench.text.words.languages import direction_of

__all__ = ["Excerpt", "Run", "excerpt", "excerpts_around", "excerpts_of"]

AROUND = 220  # code points shown before the first and after the last of the words


@dataclass(frozen=True, slots=True)
class Run:
    """A run of an excerpt; `is_words` tells whether it is what the discussion speaks of."""

    text: str
    is_words: bool


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A variant's text, or the part of it about the words. `is_discussed`: the discussion is or was about its words.

    `passage`: the reference where it stands, for a text of another passage than the one that is spoken of.
    """

    variant: Variant
    runs: Sequence[Run]
    is_discussed: bool
    passage: str = ""

    @property
    def is_beside(self) -> bool:
        """Whether it is always in sight: what is discussed, and the original that it is judged by."""
        return self.is_discussed or self.variant.translation.role == Translation.Role.ORIGINAL

    @property
    def direction(self) -> str:
        """The writing direction for `dir`."""
        return direction_of(self.variant.translation.language)


def excerpts_of(variants: Iterable[Variant], anchors: Sequence[Anchor]) -> list[Excerpt]:
    """Return an excerpt of each variant, those it speaks of first; a text without placed anchors is whole."""
    made = [_excerpt_of(variant, anchors) for variant in variants]
    return sorted(made, key=lambda one: not one.is_discussed)


def excerpts_around(variants: Iterable[Variant]) -> list[Excerpt]:
    """Return the whole texts of neighbouring passages, each with its passage named, in the passages' order."""
    ordered = sorted(variants, key=lambda one: (one.passage.position, one.translation.position))
    return [Excerpt(one, excerpt(one.text, ()), is_discussed=False, passage=one.passage.reference) for one in ordered]


def excerpt(text: str, spans: Sequence[tuple[int, int]], around: int = AROUND) -> list[Run]:
    """Cut `text` into runs with the words at `spans` marked, shortened at word ends before and after them.

    Spans are code points, half-open, and may overlap. Without spans the whole text is one run.
    """
    if not spans:
        return [Run(text, is_words=False)]
    first, last = _widen(text, min(start for start, _ in spans), max(end for _, end in spans), around)
    edges = sorted({first, last, *(edge for span in spans for edge in span)})
    runs = [
        Run(text[start:end], is_words=any(left <= start and end <= right for left, right in spans))
        for start, end in pairwise(edges)
    ]
    before = [Run("… ", is_words=False)] if first > 0 else []
    after = [Run(" …", is_words=False)] if last < len(text) else []
    return [*before, *runs, *after]


def _excerpt_of(variant: Variant, anchors: Sequence[Anchor]) -> Excerpt:
    spans = [
        (anchor.start, anchor.end)
        for anchor in anchors
        if anchor.variant_id == variant.pk and anchor.state != Anchor.State.ORPHANED and anchor.end <= len(variant.text)
    ]
    is_discussed = any(anchor.variant_id == variant.pk for anchor in anchors)
    return Excerpt(variant, excerpt(variant.text, spans), is_discussed)


def _widen(text: str, start: int, end: int, around: int) -> tuple[int, int]:
    """Return the bounds of what is shown: `around` more on both sides, then inwards to the next space."""
    first, last = max(0, start - around), min(len(text), end + around)
    if first > 0:
        first = next((at + 1 for at in range(first, start) if text[at].isspace()), first)
    if last < len(text):
        last = next((at for at in range(last, end, -1) if text[at].isspace()), last)
    return first, last
