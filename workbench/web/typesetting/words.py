"""The words in which pages speak of differences, presence and directions of writing."""

from workbench.text import Difference
from workbench.web.typesetting.difference_types import DIFFERENCE_TYPES

__all__ = ["ABSENCES", "describe_difference", "direction_of"]

ABSENCES = {
    "omitted": "Left out by the translator.",
    "joined": "Stands with the passage before.",
    "missing": "Not entered yet.",
}
_RIGHT_TO_LEFT_LANGUAGES = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "nqo", "ps", "sd", "syr", "ug", "ur", "yi"})
_RIGHT_TO_LEFT_SCRIPTS = frozenset({"adlm", "arab", "hebr", "mand", "nkoo", "rohg", "samr", "syrc", "thaa"})


def direction_of(language: str) -> str:
    """Return the writing direction of a language tag: `rtl`, `ltr`, or `auto` where the tag is empty.

    A script subtag decides, else the language (the scripts of the Unicode CLDR's likely subtags).
    """
    if not language:
        return "auto"
    first, *rest = language.lower().split("-")
    script = next((part for part in rest if len(part) == 4 and part.isalpha()), "")
    is_rtl = script in _RIGHT_TO_LEFT_SCRIPTS if script else first in _RIGHT_TO_LEFT_LANGUAGES
    return "rtl" if is_rtl else "ltr"


def describe_difference(difference: Difference, base: str, words: str) -> str:
    """Say in one line what a difference is: its type, what `base` (a siglum) reads, and what the eye cannot see."""
    kind = DIFFERENCE_TYPES[difference.type].label
    reading = f"{base}: “{_shorten(words)}”" if words else f"not in {base}"
    return f"{kind}; {reading}" + (f" ({difference.note})" if difference.note else "")


def _shorten(words: str, longest: int = 160) -> str:
    words = " ".join(words.split()) or "white space"
    return words if len(words) <= longest else f"{words[:longest]}…"
