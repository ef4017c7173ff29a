"""A language in which every message can be told from what is no message: dressed in brackets, accents and length.

It goes by the code of a language that we do not speak; that of Arabic makes pages run from the right.
"""

import re

from django.utils.translation import trans_real
from django.utils.translation.trans_real import CONTEXT_SEPARATOR, DjangoTranslation

__all__ = ["CLOSE", "LEFT", "OPEN", "RIGHT", "Pseudo", "dressed"]

LEFT, RIGHT = "eo", "ar"
OPEN, CLOSE = "⟦", "⟧"
_KEPT = re.compile(r"(%\(\w+\)[sd]|%%|%[sd]|<[^>]*>|&\w+;|\{\w*\})")
_FORMAT = re.compile(r"[jFMYHis ,.:]+")
_ACCENTS = str.maketrans("aeiouycnszAEIOUYCNSZ", "áéíóúýçñšžÁÉÍÓÚÝÇÑŠŽ")


def dressed(message: str) -> str:
    """Return a message as this language has it: 40 % longer, what it holds (values, tags) as it was."""
    words = message.rpartition(CONTEXT_SEPARATOR)[2]
    if not words.strip():
        return words
    if _FORMAT.fullmatch(words):
        return f"{OPEN}{words}{CLOSE}"
    parts = [part if index % 2 else part.translate(_ACCENTS) for index, part in enumerate(_KEPT.split(words))]
    return f"{OPEN}{''.join(parts)}{_filler(words)}{CLOSE}"


def _filler(words: str) -> str:
    """Return what makes it longer, in words that may be broken as those of the message may."""
    longest = max((len(word) for word in _KEPT.sub("", words).split()), default=1)
    wanted, fill = max(1, round(len(_KEPT.sub("", words)) * 0.4)), ""
    while len(fill) < wanted:
        fill += (" " if " " in words.strip() else "") + "ø" * min(longest, wanted - len(fill))
    return fill


class Pseudo(DjangoTranslation):
    """The language itself."""

    def gettext(self, message: str) -> str:
        """Return the message, dressed."""
        return dressed(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """Return the form for a number, dressed."""
        return dressed(msgid1 if n == 1 else msgid2)

    @classmethod
    def spoken_here(cls) -> None:
        """Put it in the place of both languages; `trans_real._translations` gives them back when it is emptied."""
        for code in (LEFT, RIGHT):
            trans_real._translations[code] = cls(code)  # type: ignore[attr-defined]
