"""What kind of difference it is, by rule: the first kind under which both sides would be equal."""

from collections.abc import Callable

from workbench.text.comparison import Difference, DifferenceType, Span
from workbench.text.keys import folder

__all__ = ["describe"]

_FOLDS: tuple[tuple[DifferenceType, Callable[[str], str]], ...] = (
    ("case", folder(frozenset({"case"}))),
    ("diacritics", folder(frozenset({"diacritics", "form"}))),
    ("diacritics", folder(frozenset({"diacritics", "form", "case"}))),
)


def describe(left_text: str, right_text: str, left: Span, right: Span) -> Difference:
    """Name the difference between two spans."""
    return Difference(_type_of(left.of(left_text), right.of(right_text)), left, right)


def _type_of(left: str, right: str) -> DifferenceType:
    for kind, fold in _FOLDS:
        if fold(left) == fold(right):
            return kind
    words = _words_of(left), _words_of(right)
    if words[0] == words[1]:
        is_spacing = "".join(left.split()) == "".join(right.split())
        return "spacing" if is_spacing else "punctuation"
    if _is_gloss(left, right):
        return "gloss"
    if not left:
        return "addition"
    return "wording" if right else "omission"


def _words_of(text: str) -> str:
    return "".join(c for c in text if c.isalnum())


def _is_gloss(left: str, right: str) -> bool:
    side = (left or right).strip()
    return not (left and right) and side.startswith("[") and side.endswith("]")
