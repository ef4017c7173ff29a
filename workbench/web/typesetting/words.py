"""The words in which pages speak of differences and presence."""

from workbench.text import Difference
from workbench.web.typesetting.difference_types import DIFFERENCE_TYPES

__all__ = ["ABSENCES", "describe_difference"]

ABSENCES = {
    "omitted": "Left out by the translator.",
    "joined": "Stands with the passage before.",
    "lacunose": "Lost here: the words did not survive.",
    "missing": "Not entered yet.",
}


def describe_difference(difference: Difference, base: str, words: str) -> str:
    """Say in one line what a difference is: its type, what `base` (a siglum) reads, and what the eye cannot see."""
    kind = DIFFERENCE_TYPES[difference.type].label
    reading = f"{base}: “{_shorten(words)}”" if words else f"not in {base}"
    return f"{kind}; {reading}" + (f" ({difference.note})" if difference.note else "")


def _shorten(words: str, longest: int = 160) -> str:
    words = " ".join(words.split()) or "white space"
    return words if len(words) <= longest else f"{words[:longest]}…"
