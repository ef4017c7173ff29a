"""Whether two texts are in the same language: by how often they use the same words."""

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["share_language"]

_ENOUGH = 0.2


def share_language(left: "Sequence[str]", right: "Sequence[str]") -> bool:
    """Tell whether the frequencies of the words of two texts overlap as those of one language do.

    The overlap is the sum over all words of the smaller relative frequency (1 minus the total variation distance).
    """
    if not left or not right:
        return True
    counts, others = Counter(left), Counter(right)
    overlap = sum(min(count / len(left), others[word] / len(right)) for word, count in counts.items())
    return overlap >= _ENOUGH
