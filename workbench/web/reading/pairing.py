"""From a difference to the rule that would make its words equal: the words of both sides, without outer punctuation."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from workbench.corpus import limits
from workbench.text import Difference, has_words, tokenise
from workbench.web.typesetting.difference_types import DIFFERENCE_TYPES
from workbench.web.typesetting.differences import Pair

if TYPE_CHECKING:
    from workbench.text.difference.comparison import DifferenceType

__all__ = ["Suggested", "list_suggestions", "suggest_rule", "trim_words"]

# Longer groups of words are seldom terms; a rule for them can still be begun at the difference itself.
MOST_WORDS = 4
_BRACKETS = frozenset("[](){}")


@dataclass(frozen=True, slots=True)
class Suggested:
    """Words of the base (`left`) and what others (`sigla`) have for them; `kind` says how they part."""

    left: str
    right: str
    kind: str
    sigla: tuple[str, ...]

    @property
    def query(self) -> str:
        """Both sides as a query string."""
        return urlencode({"left": self.left, "right": self.right})


def list_suggestions(pairs: Iterable[Pair]) -> list[Suggested]:
    """Return each two words, or groups of `MOST_WORDS` at most, that a rule could equate in a passage once.

    They stand in the base's order.
    """
    found: dict[tuple[str, str, DifferenceType], dict[str, int]] = {}
    for pair in pairs:
        for _, difference, _ in pair.parts:
            rule = suggest_rule(difference, pair.base_text, pair.other_text)
            if rule and all(len(side.split()) <= MOST_WORDS for side in rule):
                sigla = found.setdefault((*rule, difference.type), {})
                sigla.setdefault(pair.other, difference.left.start)
    ordered = sorted(found.items(), key=lambda item: min(item[1].values()))
    return [
        Suggested(left, right, DIFFERENCE_TYPES[kind].label, tuple(sigla)) for (left, right, kind), sigla in ordered
    ]


def suggest_rule(difference: Difference, base: str, other: str) -> tuple[str, str] | None:
    """Return the words of both sides as a rule would hold them, or None where no rule can equate them."""
    if not DIFFERENCE_TYPES[difference.type].is_equatable:
        return None
    left, right = trim_words(difference.left.of(base), difference.right.of(other))
    if left == right or not (has_words(left) and has_words(right)):
        return None
    return (left, right) if max(len(left), len(right)) <= limits.EQUIVALENCE else None


def trim_words(left: str, right: str) -> tuple[str, str]:
    """Return both sides with single spaces and, where words remain that differ, without signs at their ends.

    Brackets stay: they may be half of a gloss.
    """
    spaced = " ".join(left.split()), " ".join(right.split())
    bare = _without_signs(spaced[0]), _without_signs(spaced[1])
    return bare if all(bare) and bare[0] != bare[1] else spaced


def _without_signs(words: str) -> str:
    tokens = tokenise(words)
    kept = [token for token in tokens if token.kind in ("word", "number") or token.text in _BRACKETS]
    return words[kept[0].start : kept[-1].end] if kept else ""
