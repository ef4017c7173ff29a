"""What the person who brings a file says about it, for what the file itself does not say."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from workbench.interchange.limits import MAX_BYTES

__all__ = ["Boilerplate", "Changes", "Header", "Layout", "Quoting", "ReadOptions", "Split", "options_from"]

Split = Literal["paragraphs", "lines", "numbered", "documents"]
Layout = Literal["auto", "wide", "long", "single"]
Quoting = Literal["rfc4180", "none"]
Changes = Literal["suggestions", "base", "final", "both"]
Boilerplate = Literal["keep", "leave_out"]
Header = Literal["auto", "names", "none"]


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """How to read a file. Every default is the safe one: nothing is guessed that could be guessed wrong.

    `encoding`: None takes UTF-8 and, with a byte order mark, UTF-16; anything else has to be named.
    `siglum`, `language`: of the translation, where the file holds one and does not name it.
    `title`: of the work, where the file does not name it.
    `split`: what a passage is in plain text; documents takes paragraphs too, but several letters or decisions apart by
    their heads, without the page around them (`papers`). `join_lines` makes one line of a hard-wrapped passage.
    `boilerplate`: whether running heads and page numbers that are found in plain text stay in it.
    `layout`: of a table; auto goes by the header. `delimiter`: "" goes by the format and the header.
    `quoting`: none for tables whose quotation marks are text (each line a row, each delimiter a border).
    `header`: whether the first row of a table names its columns; auto says none where it looks like a passage.
    `columns`: of a table, to be taken besides the references: names or letters ("A, C"), in any order; "" takes all.
    `changes`: what becomes of tracked changes: suggestions on the text before them, that text or the one after them
    alone, or both as two translations.
    `called`: which names the file's translations get, by those they have in it ("de=A; de 2=B"); "" keeps them.
    `max_bytes`: a larger file is refused before it is read.
    """

    encoding: str | None = None
    siglum: str = ""
    language: str = ""
    title: str = ""
    split: Split = "paragraphs"
    join_lines: bool = False
    boilerplate: Boilerplate = "keep"
    layout: Layout = "auto"
    delimiter: str = ""
    quoting: Quoting = "rfc4180"
    header: Header = "auto"
    columns: str = ""
    changes: Changes = "suggestions"
    called: str = ""
    max_bytes: int = MAX_BYTES


def options_from(said: Mapping[str, Any]) -> ReadOptions:
    """Return the options that were kept as `dataclasses.asdict` has them, by this release or an earlier one."""
    return ReadOptions(**{"boilerplate" if name == "furniture" else name: value for name, value in said.items()})
