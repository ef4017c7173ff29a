"""Which words a lost anchor could be put on: those that now stand between what stood before and after its own.

An offer, for a person to take or leave: nothing is moved by it.
"""

from workbench.review.models import Anchor
from workbench.text import Anchor as Place
from workbench.text import make_anchor

__all__ = ["offer_for"]

_LEAST = 6  # code points of what stood around that have to stand there still
_WIDEST = 3  # times as long as the words were, and a little more


def offer_for(anchor: Anchor) -> Place | None:
    """Return where words stand in the place of an orphan's; its variant should be loaded.

    None unless some of what stood right before it, and some of what stood right after it, each stand in the text once,
    in this order, with words between them that are not much longer than the lost ones.
    """
    text = anchor.variant.text
    start, end = _end_of(anchor.prefix, text), _start_of(anchor.suffix, text)
    if anchor.state != Anchor.State.ORPHANED or start is None or end is None or not (anchor.prefix or anchor.suffix):
        return None
    words = text[start:end].strip() if start < end else ""
    if not words or len(words) > _WIDEST * len(anchor.quote) + 20:
        return None
    begin = text.index(words, start)
    return make_anchor(text, begin, begin + len(words))


def _end_of(prefix: str, text: str) -> int | None:
    """Return where the longest end of `prefix` that stands in the text once ends there."""
    if not prefix:
        return 0
    for begin in range(max(1, len(prefix) - _LEAST + 1)):
        if (end := prefix[begin:]).strip() and text.count(end) == 1:
            return text.index(end) + len(end)
    return None


def _start_of(suffix: str, text: str) -> int | None:
    """Return where the longest beginning of `suffix` that stands in the text once begins there."""
    if not suffix:
        return len(text)
    for stop in range(len(suffix), min(len(suffix), _LEAST) - 1, -1):
        if (start := suffix[:stop]).strip() and text.count(start) == 1:
            return text.index(start)
    return None
