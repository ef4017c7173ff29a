"""What becomes of anchors, of two people's edits, and of words that go to a neighbouring passage, in lines."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from tests.text.golden.blocks import Block, quote
from workbench.text import Anchor, carry_all, keys_of, make_anchor, merge, tokenise
from workbench.text.anchors.resegmenting import IN_ORDER, SWAPPED, follow, order_of

__all__ = ["carry_words", "merge_texts", "move_cuts"]


def carry_words(block: Block) -> Iterator[str]:
    """Carry every word, and every two neighbouring ones, of the first text to each of the others."""
    old, *others = block.texts
    words = keys_of(tokenise(old))
    pairs = list(pairwise(words))
    for new in others:
        yield ""
        yield f"- {quote(old)}"
        yield f"+ {quote(new)}"
        yield from _carry("words", [make_anchor(old, word.start, word.end) for word in words], old, new)
        yield from _carry("pairs", [make_anchor(old, first.start, last.end) for first, last in pairs], old, new)


def merge_texts(block: Block) -> Iterator[str]:
    """Merge two people's edits of one base."""
    base, mine, theirs = block.texts
    merged = merge(base, mine, theirs)
    yield ""
    yield f"  {quote(base)}"
    yield f"- {quote(mine)}"
    yield f"+ {quote(theirs)}"
    yield f"  merged {'not' if merged is None else quote(merged)}"


def move_cuts(block: Block) -> Iterator[str]:
    """Say in which order two texts hold the words of two others, and where each word of the first went."""
    before, after = (block.texts[0], block.texts[1]), (block.texts[2], block.texts[3])
    found = order_of(before, after)
    yield ""
    yield f"- {quote(before[0])} {quote(before[1])}"
    yield f"+ {quote(after[0])} {quote(after[1])}"
    yield f"  order {found}"
    for order in (IN_ORDER, SWAPPED):
        for side in (0, 1):
            anchors = [make_anchor(before[side], key.start, key.end) for key in keys_of(tokenise(before[side]))]
            went = [follow(anchor, side, before, after, order) for anchor in anchors]
            places = " ".join(f"{one[0]}.{one[1].start}:{one[1].end}" if one else "lost" for one in went)
            yield f"    {order} from {side}: {places or 'nothing'}"


def _carry(name: str, anchors: Sequence[Anchor], old: str, new: str) -> Iterator[str]:
    carried = carry_all(anchors, old, new)
    rows = [
        f"{quote(anchor.quote)}{f'{one.start}:{one.end}' if one else 'lost'}"
        for anchor, one in zip(anchors, carried, strict=True)
    ]
    yield f"  {name} {' '.join(rows)}"
