"""References as people write them, taken apart: "John 3:16-18", "Ps 23", "Ps.23.1", "2.1-2.3", "Joh 3,16", "3a".

A path is the labels of a reference by level, outermost first. What a label means (which book "Joh" is) is not decided
here: `same_label` says which labels may stand for each other, and who has the labels of a work chooses among them.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import takewhile

from workbench.interchange.books import book_of

__all__ = [
    "ReferenceRange",
    "find_label",
    "guess_levels",
    "parse_path",
    "parse_range",
    "place_of",
    "read_paths",
    "same_label",
]

Path = tuple[str, ...]

_NUMBER = r"[0-9]+[a-zA-Z]{0,2}"
_DASHES = re.compile("[\u2010-\u2015\u2212]")
_SPACES = re.compile(r"\s+")
_SEPARATED = re.compile(r"\s*[:.,]\s*")
_LABEL = rf"{_NUMBER}(?:-(?:{_NUMBER}[:.,])?{_NUMBER})?"
"""The last label of a reference: a number, or several under one text (3-4, 32-2:1)."""
_NUMBERS = re.compile(rf"(?:{_NUMBER}\s*[:.,]\s*)*{_LABEL}\Z")
_NAMED = re.compile(rf"(?P<name>(?:[0-9]+[.]?\s?)?[^\W\d_][^0-9:,]*?)[.]?\s*[,.]?\s*(?P<numbers>{_NUMBER}.*)?\Z")
_PARTS = ("book", "chapter", "verse")


@dataclass(frozen=True, slots=True)
class ReferenceRange:
    """From the passages of one path to those of another, both included; a chapter's path stands for all in it."""

    first: Path
    last: Path


def parse_path(text: str) -> Path:
    """Return the labels of one reference, () where it has none. White space of any kind is one space."""
    text = _DASHES.sub("-", _plain(text))
    if _NUMBERS.match(text):
        return _labels(text)
    if re.match(r"[^\s.:]+(?:\.[^\s.:]+)+\Z", text):  # OSIS: Ps.23.1, 1John.3.16, P.160.1
        return tuple(text.split("."))
    named = _NAMED.match(text)
    if named is None:
        return (text,) if text else ()
    numbers = named["numbers"] or ""
    if numbers and not _NUMBERS.match(numbers):
        return (text,)
    return (named["name"].strip(), *(_labels(numbers) if numbers else ()))


def _labels(numbers: str) -> Path:
    """Return the labels of numbers; a bridge is the last one, whatever it spans."""
    begins, dash, ends = numbers.partition("-")
    *outer, last = _SEPARATED.split(begins)
    return (*outer, f"{last}{dash}{ends}")


def parse_range(text: str) -> ReferenceRange | None:
    """Return the range that a reference or two joined by a hyphen name, None for nothing.

    What the second leaves out is that of the first: John 3:16-18 goes to verse 18, John 3:16-4:2 into the next chapter.
    """
    text = _DASHES.sub("-", _plain(text))
    begins, dash, ends = text.partition("-")
    first = parse_path(begins)
    if not first or not dash or not ends.strip():
        path = parse_path(text)
        return ReferenceRange(path, path) if path else None
    last = parse_path(ends)
    if not (_are_numbers(last) or _names_one(last)):
        path = parse_path(text)
        return ReferenceRange(path, path)
    if (_are_numbers(last) and len(last) < len(first)) or (_are_numbers(last) and not _are_numbers(first)):
        last = (*first[: max(len(first) - len(last), 1 if not _are_numbers(first) else 0)], *last)
    return ReferenceRange(first, last)


def read_paths(references: Sequence[str | None]) -> list[Path] | None:
    """Return the paths of a work's references if all are written in one way, two levels deep or more; else None."""
    paths = [parse_path(reference or "") for reference in references]
    depths = {len(path) for path in paths}
    named = {not _are_numbers(path[:1]) for path in paths if path}
    if len(depths) != 1 or len(named) != 1 or not 2 <= next(iter(depths)) <= len(_PARTS) + 1:
        return None
    if not all(_are_labels(path[1:]) for path in paths) or len(set(paths)) != len(paths):
        return None
    return paths if len({path[:-1] for path in paths}) < len(paths) else None


def guess_levels(paths: Sequence[Path]) -> tuple[str, ...]:
    """Return names for the levels of such paths: those of a Bible where the books are known, plain ones elsewhere."""
    depth = len(paths[0])
    if depth == len(_PARTS) and all(book_of(path[0]) for path in paths[:: max(1, len(paths) // 50)]):
        return _PARTS
    return ("part", "chapter", "section", "line")[-depth:] if depth != 2 else ("chapter", "section")


def find_label(wanted: str, labels: Iterable[str]) -> str | None:
    """Return the one of `labels` that `wanted` stands for: itself, another name of the same book, a beginning of it."""
    labels = list(labels)
    for same in (_is_same, same_label, _begins):
        found = [label for label in labels if same(wanted, label)]
        if len(found) == 1:
            return found[0]
    return None


def same_label(one: str, other: str) -> bool:
    """Tell whether two labels may stand for each other: "Ps" and "Psalm", "IV" and "iv"."""
    book = book_of(one)
    return _is_same(one, other) or (bool(book) and book == book_of(other))


def place_of(reference: str, path: Path = ()) -> Path:
    """Return what a reference or a path means, however it is written: "Gen 1:1", "Gen.1.1", "Genesis 1,1" are one.

    () for what is no name or number followed by numbers.
    """
    labels = path or parse_path(reference)
    if len(labels) < 2 or not _are_numbers(labels[1:]):
        return ()
    first = book_of(labels[0]) or _fold(labels[0])
    return (first, *(label.lstrip("0").casefold() or "0" for label in labels[1:])) if first else ()


def _is_same(one: str, other: str) -> bool:
    return _fold(one) == _fold(other)


def _begins(one: str, other: str) -> bool:
    mine, theirs = _fold(one), _fold(other)
    return len(mine) > 1 and not mine.isdecimal() and theirs.startswith(mine)


def _fold(label: str) -> str:
    return "".join(character for character in label.casefold() if character.isalnum())


def _plain(text: str) -> str:
    return _SPACES.sub(" ", unicodedata.normalize("NFC", text)).strip()


def _are_numbers(path: Sequence[str]) -> bool:
    return bool(path) and all(re.fullmatch(_NUMBER, label) for label in path)


def _are_labels(path: Sequence[str]) -> bool:
    return bool(path) and _are_numbers(path[:-1] or ("0",)) and re.fullmatch(_LABEL, path[-1]) is not None


def _names_one(path: Sequence[str]) -> bool:
    """Tell whether a path has a name and then numbers only, so that it may end a range."""
    named = list(takewhile(lambda label: not re.fullmatch(_NUMBER, label), path))
    return len(named) == 1 and len(path) > 1
