"""What was found, as it is set: a key word in its context a line, or passages with what the others say."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workbench.accounts.models import Viewer
from workbench.corpus.models import Passage, Variant
from workbench.corpus.searching import Hit, around
from workbench.review.models import Comment
from workbench.review.searching import CommentHit
from workbench.text import Span
from workbench.web.typesetting.excerpts import Excerpt, Run, excerpt

__all__ = ["CommentLine", "KeyWord", "Line", "comment_lines", "key_words", "passage_lines"]

_NEAR = 400  # code points: how far from the first place others are marked, and what is shown of the other texts
_CONTEXT = 45  # code points on either side of a key word


@dataclass(frozen=True, slots=True)
class KeyWord:
    """One place of the words: what stands before and after it, in the writing direction of the text."""

    variant: Variant
    direction: str
    before: str
    words: str
    after: str


@dataclass(frozen=True, slots=True)
class Line:
    """A passage: its texts with the words marked, and the other translations' texts from their beginning."""

    passage: Passage
    found: Sequence[Excerpt]
    others: Sequence[Excerpt]


@dataclass(frozen=True, slots=True)
class CommentLine:
    """A comment with the words marked, as it was written."""

    comment: Comment
    runs: Sequence[Run]

    @property
    def signature(self) -> str:
        """Who said it."""
        return self.comment.author.signature(self.comment.attributed_to)


def key_words(user: Viewer, hits: Sequence[Hit]) -> list[KeyWord]:
    """Set each place of the words in its line, in order: one query."""
    rows = Variant.objects.visible_to(user).select_related("passage", "work__workspace", "translation")
    found = rows.in_bulk([hit.variant for hit in hits])
    return [one for hit in hits if hit.variant in found for one in _lines_of(found[hit.variant], hit.spans)]


def passage_lines(user: Viewer, hits: Sequence[Hit]) -> list[Line]:
    """Put the hits of each passage together, beside what the other translations say there."""
    rows = Variant.objects.visible_to(user).select_related("passage", "work__workspace", "translation")
    passages: dict[int, tuple[list[Hit], Sequence[Variant]]] = {}
    for hit, said in around(hits, rows):
        passages.setdefault(said[0].passage_id, ([], said))[0].append(hit)
    return [_line(in_passage, said) for in_passage, said in passages.values()]


def comment_lines(hits: Sequence[CommentHit]) -> list[CommentLine]:
    """Mark the words in each comment."""
    return [CommentLine(hit.comment, excerpt(hit.comment.body, hit.spans)) for hit in hits]


def _lines_of(variant: Variant, spans: Sequence[Span]) -> Iterator[KeyWord]:
    text = variant.text
    direction = Excerpt(variant, (), is_discussed=True).direction
    for start, end in spans:
        before, after = text[max(0, start - _CONTEXT) : start], text[end : end + _CONTEXT]
        if start > _CONTEXT:
            before = f"…{before.partition(' ')[2] or before}"
        if end + _CONTEXT < len(text):
            after = f"{after.rpartition(' ')[0] or after}…"
        yield KeyWord(variant, direction, before, text[start:end], after)


def _line(hits: Sequence[Hit], said: Sequence[Variant]) -> Line:
    spans = {hit.variant: hit.spans for hit in hits}
    found = [_marked(one, spans[one.pk]) for one in said if one.pk in spans]
    others = [
        Excerpt(one, _beginning(one.text), is_discussed=False) for one in said if one.text and one.pk not in spans
    ]
    return Line(said[0].passage, found, others)


def _marked(variant: Variant, spans: Sequence[Span]) -> Excerpt:
    near = [(start, end) for start, end in spans if start < spans[0].start + _NEAR]
    return Excerpt(variant, excerpt(variant.text, near), is_discussed=True)


def _beginning(text: str) -> list[Run]:
    return [Run(text if len(text) <= _NEAR else f"{text[:_NEAR]} …", is_words=False)]
