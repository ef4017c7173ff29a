"""Words that answer words, as a reader takes them: pairs that share a word are one answer, m to n."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from workbench.text.words.spans import Span

__all__ = ["Answer", "AnswerKind", "Pair", "group_pairs"]

AnswerKind = Literal["equal", "near", "moved", "translated", "confirmed"]


@dataclass(frozen=True, slots=True)
class Pair:
    """The words at `left` answer those at `right` (code points of each text); `score` is 0..1."""

    left: Span
    right: Span
    score: float
    kind: AnswerKind


@dataclass(frozen=True, slots=True)
class Answer:
    """The words at all of `left` together answer those at all of `right`; `score` is that of its least sure pair."""

    left: tuple[Span, ...]
    right: tuple[Span, ...]
    score: float
    kind: AnswerKind


def group_pairs(pairs: Iterable[Pair]) -> tuple[Answer, ...]:
    """Join pairs of one kind that share a word, directly or through others; in the order of the left text."""
    groups: list[list[Pair]] = []
    for pair in pairs:
        touched = [group for group in groups if any(_share(pair, other) for other in group)]
        kept = [group for group in groups if not any(group is one for one in touched)]
        groups = [*kept, [*(other for group in touched for other in group), pair]]
    return tuple(sorted(map(_answer, groups), key=lambda one: (one.left, one.right)))


def _share(one: Pair, other: Pair) -> bool:
    return one.kind == other.kind and (one.left == other.left or one.right == other.right)


def _answer(pairs: Sequence[Pair]) -> Answer:
    left, right = ({pair.left for pair in pairs}, {pair.right for pair in pairs})
    return Answer(tuple(sorted(left)), tuple(sorted(right)), min(pair.score for pair in pairs), pairs[0].kind)
