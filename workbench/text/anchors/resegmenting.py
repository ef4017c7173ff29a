"""Two neighbouring texts that share out the same words anew: which words went where.

A cut between two passages moves, two become one, one becomes two, or they change places. No word is changed then, only
white space at the cut; so the characters that are not white space, counted from the start of both texts together, say
exactly where a word stands afterwards. Nothing is guessed.
"""

from array import array
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate
from typing import Literal

from workbench.text.anchors.anchors import Anchor, make_anchor

__all__ = ["IN_ORDER", "SWAPPED", "Order", "Pair", "follow", "order_of", "place_after"]

Pair = tuple[str, str]
Order = tuple[Literal[0, 1], Literal[0, 1]]
IN_ORDER: Order = (0, 1)
SWAPPED: Order = (1, 0)


def order_of(before: Pair, after: Pair) -> Order | None:
    """Return in which order the texts of `after` hold the words of `before`.

    None where they do not hold the same words, and where both orders would do ("a", "a a"): who knows what was done
    has to say it.
    """
    found = [order for order in (IN_ORDER, SWAPPED) if _say_the_same(before, (after[order[0]], after[order[1]]))]
    is_clear = len(found) == 1 or not all(text.strip() for text in after)
    return found[0] if found and is_clear else None


def follow(anchor: Anchor, side: int, before: Pair, after: Pair, order: Order) -> tuple[int, Anchor] | None:
    """Return where the words of an anchor in text number `side` (0 or 1) of `before` stand in `after`.

    `order` says which text of `after` holds the first words. The answer is the number of the text and the anchor there,
    on the very same words, without white space around them; None where the words were parted or are others.
    """
    words = anchor.quote.strip()
    first = bisect_left(_seen(before[side]), anchor.start) + (len(_seen(before[0])) if side else 0)
    for number in order:
        if first < (held := len(_seen(after[number]))):
            return _anchor_at(number, after[number], first, words)
        first -= held
    return None


def place_after(place: int, side: int, before: Pair, after: Pair, order: Order, *, at_end: bool) -> tuple[int, int]:
    """Return where a place between two characters of text number `side` of `before` is in `after`: text and place.

    It stays with the character after it or, `at_end`, with the one before it (at the beginning of both texts, with the
    one after it).
    """
    counted = bisect_left(_seen(before[side]), place) + (len(_seen(before[0])) if side else 0)
    wanted = counted - 1 if at_end and counted else counted
    for number in order:
        seen = _seen(after[number])
        if wanted < len(seen):
            return number, seen[wanted] + (1 if wanted < counted else 0)
        wanted, counted = wanted - len(seen), counted - len(seen)
    return order[1], len(after[order[1]])


def _anchor_at(number: int, text: str, first: int, words: str) -> tuple[int, Anchor] | None:
    start = _seen(text)[first]
    if not words or text[start : start + len(words)] != words:
        return None
    return number, make_anchor(text, start, start + len(words))


def _say_the_same(one: Pair, other: Pair) -> bool:
    """Tell whether both hold the same characters and, but for where either is cut, the same words."""
    if _squeeze("".join(one)) != _squeeze("".join(other)):
        return False
    return _word_starts(one) ^ _word_starts(other) <= {len(_squeeze(texts[0])) for texts in (one, other)}


def _word_starts(texts: Pair) -> set[int]:
    """Return where words begin, counted in characters that are not white space, from the start of both together."""
    return set(accumulate(map(len, " ".join(texts).split()), initial=0))


def _squeeze(text: str) -> str:
    return "".join(text.split())


@lru_cache(maxsize=8)
def _seen(text: str) -> Sequence[int]:
    """List the places of the characters that are not white space; kept, for many anchors ask about the same texts."""
    return array("L", [place for place, character in enumerate(text) if not character.isspace()])
