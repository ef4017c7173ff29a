"""What a word may be in a number, in each of nine languages.

A piece of a number has a kind and a value:

- `number`: adds up ("two", "vingt", "doscientos"); `ordinal`, `chain`: the same as an ordinal, which ends the number
  or, in Spanish, Italian, Portuguese and Latin, is followed by others ("vigésimo quinto");
- `times`: multiplies what stands before it, if anything does ("hundred", "mille"); `many`: only after something
  ("thousands"); `last`: an ordinal that multiplies ("hundredth");
- `score`: multiplies once ("dozen", "score"); `scored`: has done so already ("threescore");
- `half`, `plus`, `part`: "half"; a half more ("dreieinhalb"); "thirds";
- `article`, `and`, `with`, `comma`: what may stand before or between them and says nothing itself.

A form that ends in a hyphen only begins a compound ("vent-").
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import NamedTuple
from unicodedata import normalize

from workbench.text.words.numbers import germanic, latin_and_russian, romance

__all__ = [
    "COMPOUNDING", "OPENINGS", "SILENT", "Piece", "Pieces", "Value", "find_forms", "is_form", "list_pieces",
    "says_value", "starts_of",
]  # fmt: skip

Value = int | Fraction

SILENT = frozenset({"article", "and", "with", "comma"})
COMPOUNDING = frozenset({"de", "nl", "it"})
_ACCENT = re.compile("[\u0300\u0301\u0302\u0303]")


class Piece(NamedTuple):
    """What one word, or one part of a compound, may be."""

    kind: str
    value: Value


Pieces = tuple[Piece, ...]


def _read_table(table: str) -> dict[str, list[Piece]]:
    forms: dict[str, list[Piece]] = defaultdict(list)
    for line in table.split("\n"):
        kind, value, *words = line.split() or ("", "")
        for word in words:
            for form in _decline(word):
                for spelled in dict.fromkeys((form, _without_accents(form))):
                    forms[spelled].append(Piece(kind, Fraction(value) if "/" in value else int(value)))
    return dict(forms)


def _decline(word: str) -> Iterator[str]:
    stem, mark, ending = word.partition("~")
    if not mark:
        yield word
        return
    for each in latin_and_russian.ENDINGS[mark + ending].split():
        yield stem + each


def _without_accents(word: str) -> str:
    return normalize("NFC", _ACCENT.sub("", normalize("NFD", word)))


_TABLES: Mapping[str, dict[str, list[Piece]]] = {
    "en": _read_table(germanic.ENGLISH),
    "de": _read_table(germanic.GERMAN),
    "nl": _read_table(germanic.DUTCH),
    "fr": _read_table(romance.FRENCH),
    "es": _read_table(romance.SPANISH),
    "it": _read_table(romance.ITALIAN),
    "pt": _read_table(romance.PORTUGUESE),
    "la": _read_table(latin_and_russian.LATIN),
    "ru": _read_table(latin_and_russian.RUSSIAN),
}
_LANGUAGES: dict[str, list[str]] = defaultdict(list)
for _language, _table in _TABLES.items():
    for _form in _table:
        _LANGUAGES[_form].append(_language)
_SAYING = frozenset(  # those that say a value: no article, nor what joins two words
    form for table in _TABLES.values() for form, pieces in table.items() if any(p.kind not in SILENT for p in pieces)
)
OPENINGS = frozenset(form[:3] for form in _SAYING)


def find_forms(word: str) -> dict[str, list[Pieces]]:
    """Return what the case-folded word, not a compound, may be by language: for each way to read it, its pieces."""
    return {
        language: [(piece,) for piece in _TABLES[language][word]]
        for language in _LANGUAGES.get(word, ())
        if not word.endswith("-")
    }


def is_form(word: str) -> bool:
    """Tell whether the case-folded word, not a compound, is a piece of a number in any of the languages."""
    return word in _LANGUAGES


def says_value(word: str) -> bool:
    """Tell whether the case-folded word, not a compound, may say a value in any of the languages."""
    return word in _SAYING


def list_pieces(language: str) -> list[str]:
    """List what a compound of this language may be made of."""
    return [form.removesuffix("-") for form in _TABLES[language]]


def starts_of(word: str, language: str) -> Iterator[tuple[int, Piece]]:
    """List the pieces with which the word begins, with their lengths; one that only begins words not as the whole."""
    table = _TABLES[language]
    for length in range(1, len(word) + 1):
        for piece in table.get(word[:length], ()):
            yield length, piece
        if length < len(word):
            for piece in table.get(word[:length] + "-", ()):
                yield length, piece
