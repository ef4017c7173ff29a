"""A book written as USFM."""

import re
from collections.abc import Sequence
from html import escape

from workbench.interchange.document import TranslationRecord
from workbench.interchange.encodings import encode
from workbench.interchange.scripture.files import describe_translation
from workbench.interchange.scripture.markers import SPOKEN, is_cell, is_plain_milestone
from workbench.interchange.scripture.telling import Told, tell_book

__all__ = ["write_book"]

_CAPTURED = frozenset({"fig", "va", "vp", "ca"})


def write_book(translation: TranslationRecord, code: str, verses: Sequence[Told]) -> bytes:
    """Return the file of a book in UTF-8, LF."""
    writer = _Writer(describe_translation(translation))
    tell_book(code, verses, writer)
    return encode("".join(writer.pieces) + "\n")


class _Writer:
    """Writes what it is told."""

    def __init__(self, description: str) -> None:
        self.pieces: list[str] = []
        self._description = description
        self._chapter, self._verse = "", "0"
        self._open: list[tuple[str, str]] = []

    def book(self, code: str) -> None:
        self.pieces.append(f"\\id {code}\n\\usfm 3.1\n\\rem {_escaped(self._description)}")

    def chapter(self, number: str) -> None:
        self._chapter, self._verse = number, "0"
        self.pieces.append(f"\n\\c {number}")

    def paragraph(self, marker: str) -> None:
        self.pieces.append(f"\n\\{marker} ")

    def verse(self, number: str) -> None:
        self._verse = number
        self.pieces.append(f"\n\\v {number} ")

    def text(self, words: str) -> None:
        self.pieces.append(_escaped(words))

    def open(self, marker: str, value: str = "") -> None:
        if marker == SPOKEN:
            who = f' |who="{_quoted(value)}"' if value else ""
            self.pieces.append(f"\\{SPOKEN}{who}\\*")
            return
        is_inside = any(one != SPOKEN for one, _ in self._open)
        self._open.append((marker, value))
        self.pieces.append(f"\\{'+' * is_inside}{marker} ")

    def close(self, marker: str) -> None:
        if marker == SPOKEN:
            self.pieces.append("\\qt-e\\*")
            return
        marker, value = self._open.pop()
        link = f'|link-href="{_quoted(value)}"' if value else ""
        self.pieces.append(f"{link}\\{'+' * bool(self._open)}{marker}*")

    def note(self, marker: str, caller: str, words: str) -> None:
        origin, said = ("xo", "xt") if marker == "x" else ("fr", "ft")
        place = f"\\{origin} {self._chapter}:{self._verse} \\{said} "
        self.pieces.append(f"\\{marker} {caller or '+'} {place}{_escaped(words)}\\{marker}*")

    def code(self, name: str, value: str) -> None:
        if is_cell(name) and not value:
            self.pieces.append(f"\\{name} ")
        elif name in _CAPTURED:
            self.pieces.append(f"\\{name} {value}\\{name}*")
        elif is_plain_milestone(name):
            self.pieces.append(f"\\{name} |{value}\\*" if value else f"\\{name}\\*")
        else:
            said = f' x-text="{_coded(value)}"' if value else ""
            self.pieces.append(f'\\zcode |x-name="{_coded(name)}"{said}\\*')


def _escaped(words: str) -> str:
    if re.search(r"[\\|~]|//", words):
        words = re.sub(r"[\\|~]", r"\\\g<0>", words).replace("//", "/\\/")
    return words


def _quoted(value: str) -> str:
    return re.sub(r'[\\"|]', r"\\\g<0>", value)


def _coded(value: str) -> str:
    return (
        escape(value)
        .replace("\\", "&#92;")
        .replace("|", "&#124;")
        .replace("\n", "&#10;")
        .replace("~", "&#126;")
        .replace("//", "/&#47;")
    )
