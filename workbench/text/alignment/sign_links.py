"""Which signs answer which in two languages: commas, stops and quotation marks, by their kind and their place.

A sign stands in a gap between two words. What is linked beside it says in which gap of the other text its answer is to
be looked for; two signs of one kind that are each other's nearest are linked.
"""

from collections.abc import Iterable, Mapping
from itertools import product

from workbench.text.alignment.words import Words
from workbench.text.words.spans import Span

__all__ = ["link_signs"]

_KINDS = (".。．।۔", "?？؟", "!！", ",，、،", ":：", ";；؛", "\"“”„«»‹›「」『』〝〟'’‘‚", "-–—―‐‑−", "(（[［", ")）]］")
_KIND_OF = {sign: kind[0] for kind in _KINDS for sign in kind}
_NEAR = 3
_FARTHEST = 6.0

Place = tuple[int, int]  # code point, number of the gap


def link_signs(
    left: str, right: str, sides: tuple[Words, Words], links: Iterable[tuple[int, int]]
) -> list[tuple[Span, Span, float]]:
    """Return the places (code points) of signs that answer each other, with a score (0..1), in the left one's order.

    `links` are pairs of numbers of words of both sides that answer each other.
    """
    signs = _find_signs(left, sides[0]), _find_signs(right, sides[1])
    sizes = len(sides[0].keys), len(sides[1].keys)
    pairs = sorted(links)
    there, back = _partners(pairs), _partners([(j, i) for i, j in pairs])
    costs: dict[tuple[Place, Place], float] = {}
    for kind in signs[0].keys() & signs[1].keys():
        for one, other in product(signs[0][kind], signs[1][kind]):
            cost = _stray(one[1], other[1], there, sizes) + _stray(other[1], one[1], back, sizes[::-1])
            if cost < _FARTHEST:
                costs[one, other] = cost
    return sorted((_span(one), _span(other), 1 - costs[one, other] / _FARTHEST) for one, other in _nearest(costs))


def _span(place: Place) -> Span:
    return Span(place[0], place[0] + 1)


def _find_signs(text: str, words: Words) -> dict[str, list[Place]]:
    """Return the signs of each kind by their places; gap `k` stands before word `k`."""
    found: dict[str, list[Place]] = {}
    ends = [0, *words.ends]
    for gap, (end, start) in enumerate(zip(ends, [*words.starts, len(text)], strict=True)):
        for at in range(end, start):
            if not text[at].isspace():
                found.setdefault(_KIND_OF.get(text[at], text[at]), []).append((at, gap))
    return found


def _partners(pairs: Iterable[tuple[int, int]]) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    for one, other in pairs:
        found.setdefault(one, []).append(other)
    return found


def _stray(gap: int, other: int, partners: Mapping[int, list[int]], sizes: tuple[int, int]) -> float:
    """How many words the other gap lies from where the words beside this one say."""
    if gap in {0, sizes[0]}:
        return abs(other - (sizes[1] if gap else 0))
    before = next((partners[word] for word in range(gap - 1, max(gap - _NEAR, 0) - 1, -1) if word in partners), None)
    behind = next((partners[word] for word in range(gap, min(gap + _NEAR, sizes[0])) if word in partners), None)
    said: list[float] = [max(before) + 1] if before else []
    said += [min(behind)] if behind else []
    return min(abs(other - one) for one in said or [gap * sizes[1] / sizes[0]])


def _nearest(costs: Mapping[tuple[Place, Place], float]) -> list[tuple[Place, Place]]:
    """The pairs of which each is the other's nearest; of two as near the one nearer in the order of the texts."""
    best: dict[tuple[int, Place], tuple[float, int, Place]] = {}
    for (one, other), cost in costs.items():
        apart = abs(one[0] - other[0])
        best[0, one] = min(best.get((0, one), (_FARTHEST, 0, other)), (cost, apart, other))
        best[1, other] = min(best.get((1, other), (_FARTHEST, 0, one)), (cost, apart, one))
    return [(one, other) for one, other in costs if best[0, one][2] == other and best[1, other][2] == one]
