"""Files, or standard input, as texts."""

import sys
from pathlib import Path

from workbench.interchange.encodings import decode
from workbench.interchange.errors import FormatError
from workbench.text.words.validity import with_lf_line_ends

__all__ = ["STDIN", "Unreadable", "read_bytes", "read_text"]

STDIN = "-"


class Unreadable(Exception):
    """A file is not there, or not what the command can read."""


def read_text(name: str, encoding: str | None = None) -> str:
    """Return the text of a file, or of standard input for "-", with LF line ends; raise `Unreadable`."""
    try:
        return with_lf_line_ends(decode(read_bytes(name), encoding))
    except FormatError as error:
        raise Unreadable(f"{name}: {error}") from error


def read_bytes(name: str) -> bytes:
    """Return what a file, or standard input for "-", holds; raise `Unreadable`."""
    try:
        return sys.stdin.buffer.read() if name == STDIN else Path(name).read_bytes()
    except OSError as error:
        raise Unreadable(f"{name}: {error.strerror}.") from error
