"""Glosses: an editor's insertions in square brackets (`TsK [Central Committee]`)."""

import re
import sys
from bisect import bisect_right
from collections.abc import Sequence

__all__ = ["find_glosses", "is_glossed"]

_GLOSS = re.compile(r"\[[^\[\]]*+\]")


def find_glosses(text: str) -> list[tuple[int, int]]:
    """List where the glosses stand, brackets included. Of nested brackets the inner ones count, unclosed ones don't."""
    return [match.span() for match in _GLOSS.finditer(text)] if "[" in text else []


def is_glossed(start: int, end: int, glosses: Sequence[tuple[int, int]]) -> bool:
    """Tell whether the characters `start:end` lie in one of the glosses, listed in order."""
    n = bisect_right(glosses, (start, sys.maxsize)) - 1
    return n >= 0 and end <= glosses[n][1]
