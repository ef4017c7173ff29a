"""What the pages need of a comparison, remembered: works are read again and again, and their texts seldom change."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from workbench.text import Comparison, Difference, Ignorable, Rule, Segment, Span, diff

__all__ = ["Compared", "compare", "map_agreement"]

# Together they bound the memory: about 10 kB a comparison of two texts of 200 words.
LONGEST = 4_000
SIZE = 600


@dataclass(frozen=True, slots=True)
class Compared:
    """Two texts compared: the verdict, where they part, and which characters agree (see `map_agreement`)."""

    verdict: str
    partings: tuple[tuple[Segment, int, Difference], ...]
    agreement: str

    @property
    def is_marked(self) -> bool:
        """Whether the differences are worth marking one by one."""
        return self.verdict == "different"


def compare(
    base: str, other: str, ignore: frozenset[Ignorable] = frozenset(), rules: tuple[Rule, ...] = ()
) -> Compared:
    """Compare two texts as `text.diff` does; short ones are remembered. The result depends on the arguments alone."""
    read = _remembered if max(len(base), len(other)) <= LONGEST else _read
    return read(base, other, ignore, rules)


def map_agreement(comparison: Comparison, segments: Sequence[Segment], base: str, other: str) -> str:
    """Return which characters of the base answer which of the other: `start-end:start-end,...`.

    Where the two agree character by character a part is as long as the agreement. Where they agree but for what is
    ignored, there is a part for each word.
    """
    agreeing = [segment for segment in segments if segment.difference is None]
    exact = [(s.left, s.right) for s in agreeing if s.left.of(base) == s.right.of(other)]
    words = () if len(exact) == len(agreeing) else comparison.links
    return ",".join(_part(left, right) for left, right in [*exact, *((link.left, link.right) for link in words)])


def _part(left: Span, right: Span) -> str:
    return f"{left.start}-{left.end}:{right.start}-{right.end}"


def _read(base: str, other: str, ignore: frozenset[Ignorable], rules: tuple[Rule, ...]) -> Compared:
    comparison = diff(base, other, ignore=ignore, rules=rules)
    segments = comparison.segments
    agreement = map_agreement(comparison, segments, base, other)
    return Compared(comparison.verdict, tuple(_partings(comparison, segments)), agreement)


def _partings(comparison: Comparison, segments: Sequence[Segment]) -> Iterator[tuple[Segment, int, Difference]]:
    for segment in segments:
        if segment.difference is not None:
            yield segment, segment.difference, comparison.differences[segment.difference]


_remembered = lru_cache(maxsize=SIZE)(_read)
