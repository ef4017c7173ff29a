"""Numbers of verses as files write them, and verses as references of a work."""

import re
import unicodedata
from collections.abc import Sequence

from workbench.interchange.books import BOOKS, book_of
from workbench.interchange.references import parse_path

__all__ = ["LEVELS", "Verse", "print_verse", "verse_of", "verses_of"]

Verse = tuple[str, str, str]
"""The USFM code of a book, a chapter, a verse."""

LEVELS = ("book", "chapter", "verse")
_LONGEST_BRIDGE = 200
_MARKS = re.compile("[\u200b-\u200f\u2060\ufeff]")
_DASH = re.compile("[-\u2010-\u2015\u2212]")
_ONE = re.compile(r"(\d{1,3})([a-z]{0,2})")
_CODE = re.compile("[A-Z0-9]{3}")


def verses_of(number: str) -> list[str]:
    """Return the verses that a printed number names: "3-5" is 3, 4, 5; "3a" is 3a; none for what is no number."""
    plain = _MARKS.sub("", number).strip().lower().replace(" ", "")
    found = [verse for part in plain.split(",") for verse in _verses_between(_DASH.split(part))]
    return found if len(set(found)) == len(found) and plain else []


def _verses_between(ends: Sequence[str]) -> list[str]:
    read = [_ONE.fullmatch(end) for end in ends]
    if len(read) > 2 or not all(read):
        return [""] * 2
    labels = [_digits(one[1]) + one[2] for one in read if one]
    first, last = (int(_digits(one[1])) for one in (read[0], read[-1]) if one)
    if len(labels) == 1 or labels[0] == labels[1]:
        return labels[:1]
    if first == last:
        return labels
    between = [str(verse) for verse in range(first + 1, last)]
    return [labels[0], *between, labels[1]] if 0 < last - first <= _LONGEST_BRIDGE else [""] * 2


def _digits(text: str) -> str:
    return str(int("".join(str(unicodedata.digit(digit)) for digit in text)))


def print_verse(verse: Verse) -> tuple[str, tuple[str, ...]]:
    """Return reference and path of a verse: "Gen 1:1"."""
    path = (BOOKS.get(verse[0], verse[0]), verse[1], verse[2])
    return f"{path[0]} {path[1]}:{path[2]}", path


def verse_of(reference: str | None, path: Sequence[str]) -> Verse | None:
    """Return the verse that a passage of a work is, None where it is none."""
    labels = path if len(path) == len(LEVELS) else parse_path(reference or "")
    if len(labels) != len(LEVELS) or not labels[1].isdecimal() or not verses_of(labels[2]):
        return None
    code = book_of(labels[0]) or (labels[0] if _CODE.fullmatch(labels[0]) else "")
    return (code, _digits(labels[1]), verses_of(labels[2])[0]) if code else None
