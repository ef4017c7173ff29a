"""Which threads are written in which text, and where: a file of texts has a comment at one place only."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from workbench.interchange.document import (
    AnchorRecord,
    CommentRecord,
    PassageRecord,
    SuggestionRecord,
    ThreadRecord,
    WorkRecord,
)

__all__ = ["Placed", "narrow", "place_threads", "threads_by_passage"]


@dataclass(frozen=True, slots=True)
class Placed:
    """A thread in a text: the words `start:end` it speaks of (none: 0, 0), and an open suggestion with its comment."""

    thread: ThreadRecord
    start: int
    end: int
    suggestion: SuggestionRecord | None = None
    comment: CommentRecord | None = None


def threads_by_passage(work: WorkRecord) -> dict[str, list[ThreadRecord]]:
    """Return the threads of each passage, by its reference."""
    found: dict[str, list[ThreadRecord]] = {}
    for thread in work.threads:
        found.setdefault(thread.passage, []).append(thread)
    return found


def place_threads(threads: Sequence[ThreadRecord], passage: PassageRecord, siglum: str, first: str) -> list[Placed]:
    """Return those of the passage's threads that are written in the text of `siglum`, in the order of their words.

    A thread stands where its first words stand; one without words, or whose words are gone, at the beginning of the
    first text of the passage (of the translation `first`, where there is none). Of suggestions that overlap the first
    alone is a change.
    """
    texts = {variant.siglum: variant.text for variant in passage.variants if variant.text}
    placed = []
    for thread in threads:
        anchor = next((one for one in thread.anchors if one.state != "orphaned" and _stands(one, texts)), None)
        if (anchor.siglum if anchor else next(iter(texts), first)) == siglum:
            start, end = (anchor.start, anchor.end) if anchor else (0, 0)
            comment = next((one for one in thread.comments if _is_open(one, thread, anchor)), None)
            placed.append(Placed(thread, start, end, comment.suggestion if comment else None, comment))
    placed.sort(key=lambda one: (one.start, -one.end))
    return list(_without_overlaps(placed))


def _stands(anchor: AnchorRecord, texts: dict[str, str]) -> bool:
    return texts.get(anchor.siglum, "")[anchor.start : anchor.end] == anchor.quote


def _is_open(comment: CommentRecord, thread: ThreadRecord, anchor: AnchorRecord | None) -> bool:
    one = comment.suggestion
    return one is not None and one.state == "open" and anchor is not None and thread.anchors[one.anchor] is anchor


def _without_overlaps(placed: Sequence[Placed]) -> Iterator[Placed]:
    end = 0
    for one in placed:
        if one.suggestion and one.start < end:
            yield Placed(one.thread, one.start, one.end)
        else:
            end = max(end, one.end) if one.suggestion else end
            yield one


def narrow(text: str, placed: Placed) -> tuple[int, int, str]:
    """Return what a suggestion really changes: from, to, and the words put there."""
    suggested = placed.suggestion.text if placed.suggestion else ""
    quote = text[placed.start : placed.end]
    before = _agreeing(quote, suggested)
    after = _agreeing(quote[before:][::-1], suggested[before:][::-1])
    return placed.start + before, placed.end - after, suggested[before : len(suggested) - after]


def _agreeing(left: str, right: str) -> int:
    """Return how many characters two texts begin with alike."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(left, right, strict=False)))
