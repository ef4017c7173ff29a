"""What a check notes is stored in English, since the engine writes it; pages tell it again in their language."""

import re
from functools import cache

from django.utils.translation import gettext, gettext_noop

__all__ = ["retold"]

_NOTES = (
    gettext_noop("“%(words)s” closes nothing."),
    gettext_noop("“%(words)s” is never closed."),
    gettext_noop("Several spaces stand here."),
    gettext_noop("“%(words)s” is written twice."),
    gettext_noop("Letters of two scripts, %(scripts)s, stand in one word."),
    gettext_noop("This stands here twice."),
    gettext_noop("“%(words)s” stands here alone."),
    gettext_noop("The others have more here."),
    gettext_noop("“%(words)s” stand side by side here alone."),
    gettext_noop("“%(words)s” denies what the others state."),
    gettext_noop("The others deny something here."),
    gettext_noop("Much shorter than the others: %(count)s characters."),
    gettext_noop("Much longer than the others: %(count)s characters."),
    gettext_noop("No sign ends it, but the others' texts."),
    gettext_noop("“%(words)s” stands where all others have one word."),
    gettext_noop("Spelt “%(words)s” %(count)s times elsewhere."),
    gettext_noop("“%(words)s” is not wanted for “%(term)s”."),
    gettext_noop("“%(words)s” is not wanted for “%(term)s”: %(better)s is."),
    gettext_noop("“%(term)s” is rendered by none of %(words)s."),
)
_VALUE = re.compile(r"%\\\((\w+)\\\)s|%\((\w+)\)s")


def retold(note: str) -> str:
    """Return a note in the language of the page; as it is where no check of now would write it."""
    for message, pattern in _patterns():
        if found := pattern.fullmatch(note):
            return gettext(message) % found.groupdict()
    return note


@cache
def _patterns() -> list[tuple[str, re.Pattern[str]]]:
    return [(one, re.compile(_VALUE.sub(r"(?P<\1\2>.+?)", re.escape(one)), re.DOTALL)) for one in _NOTES]
