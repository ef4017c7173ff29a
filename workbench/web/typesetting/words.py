"""The words in which pages speak of differences and presence."""

from django.utils.functional import Promise
from django.utils.translation import gettext, gettext_lazy

from workbench.text import Difference
from workbench.web.typesetting.difference_types import DIFFERENCE_TYPES

__all__ = ["absence_of", "describe_difference"]

_ABSENCES: dict[str, Promise] = {
    "omitted": gettext_lazy("Left out by the translator."),
    "joined": gettext_lazy("Stands with the passage before."),
    "lacunose": gettext_lazy("Lost here: the words did not survive."),
    "missing": gettext_lazy("Not entered yet."),
}


def absence_of(presence: str) -> str:
    """Say why a variant of this presence (`missing`: there is none) has no text, "" for one that has."""
    return str(_ABSENCES.get(presence, ""))


def describe_difference(difference: Difference, base: str, words: str) -> str:
    """Say in one line what a difference is: its type, what `base` (a siglum) reads, and what the eye cannot see."""
    kind = DIFFERENCE_TYPES[difference.type].label
    reading = gettext("%(base)s: “%(words)s”") if words else gettext("not in %(base)s")
    said = f"{kind}; {reading % {'base': base, 'words': _shorten(words)}}"
    return said + (f" ({_say_note(difference.note)})" if difference.note else "")


def _say_note(note: str) -> str:
    """Say what the engine notes of characters; their names are those of Unicode."""
    for english, said in _NOTES.items():
        note = note.replace(english, str(said))
    return note


_NOTES: dict[str, Promise] = {
    "the same characters in another Unicode form": gettext_lazy("the same characters in another Unicode form"),
    "the same value": gettext_lazy("the same value"),
}


def _shorten(words: str, longest: int = 160) -> str:
    words = " ".join(words.split()) or gettext("white space")
    return words if len(words) <= longest else f"{words[:longest]}…"
