"""Old spelling, after all differences are known: only then is it known whether the texts show it.

"daye" and "day" are one word beside "vnto" and "haue"; in new texts a fold that makes two words one ("met", "meet")
says nothing (`old_spelling`).
"""

from collections.abc import Sequence

from workbench.text.difference.comparison import Difference
from workbench.text.words.content import form_of
from workbench.text.words.old_spelling import are_old_spellings, show_old_spelling

__all__ = ["call_old_spelling"]

_TYPES = frozenset({"wording", "number"})


def call_old_spelling(differences: Sequence[Difference], left: str, right: str) -> tuple[Difference, ...]:
    """Call near words `spelling` that old spelling makes one, if either text shows it."""
    explained = {
        n
        for n, (kind, mine, theirs, characters, _) in enumerate(differences)
        if characters and kind in _TYPES and _are_old(left[mine[0] : mine[1]], right[theirs[0] : theirs[1]])
    }
    if not explained or not show_old_spelling((left, right), len(explained)):
        return tuple(differences)
    return tuple(d._replace(type="spelling") if n in explained else d for n, d in enumerate(differences))


def _are_old(word: str, other: str) -> bool:
    return word.isalpha() and other.isalpha() and are_old_spellings(form_of(word), form_of(other))
