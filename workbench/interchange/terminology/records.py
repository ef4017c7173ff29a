"""What a file says of terms."""

from dataclasses import dataclass
from typing import NamedTuple

__all__ = ["RenderingRecord", "TermRecord"]


class RenderingRecord(NamedTuple):
    """Words for a term in a language (a tag, "" unknown): `wanted`, `allowed` or `forbidden`."""

    language: str
    words: str
    status: str = "wanted"
    note: str = ""


@dataclass(frozen=True, slots=True)
class TermRecord:
    """A term in its language, and its renderings. `where` is its place in the file."""

    words: str
    language: str = ""
    note: str = ""
    renderings: tuple[RenderingRecord, ...] = ()
    where: str = ""
