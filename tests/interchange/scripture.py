"""Books to try the formats of Scripture on."""

import re
from pathlib import Path

from hypothesis import strategies as st

from workbench.interchange.document import Document
from workbench.interchange.options import ReadOptions
from workbench.interchange.registry import FORMATS

__all__ = ["BOOKS", "OPTIONS", "SAMPLES", "texts"]

SAMPLES = Path(__file__).parents[2] / "fixtures/formats"
OPTIONS = ReadOptions(siglum="A", language="en")

_PLAIN = ["word", "cafe\u0301", "|", "~", "\\", "//", "و", "\u00a0x", "<a>", "&amp;", "]]>", '"']
_MARKED = [
    r"\nd Lord\nd*",
    r"\add so \+nd he\+nd* said\add*",
    r"\f + \fr 1:1 \ft See there.\f*",
    r"\x b \xt Ps 1:1\x*",
    r'\qt-s |who="A \"b\" | c"\*heard\qt-e\*',
    r'\fig a "boat"|src="b.jpg" size="col"\fig*',
    r"\fig old|b.jpg|col|||cap|1.1\fig*",
    r'\jmp there|link-href="https://example.org/?a=1&b"\jmp*',
    r"\ts\*",
    r"\va 3\va*",
]
_BREAKS = [
    "\n\\p\n",
    "\n\\q1\n",
    "\n\\q2\n",
    "\n\\qr\n",
    "\n\\li2\n",
    "\n\\m\n",
    "\n\\s Heading\n\\p\n",
    "\n\\tr \\tc1 ",
]
_WORDS = st.lists(
    st.sampled_from(_PLAIN).map(lambda words: re.sub(r"[\\|~/]", r"\\\g<0>", words))
    | st.sampled_from(_MARKED + _BREAKS),
    min_size=1,
    max_size=6,
)
_VERSES = st.lists(_WORDS.map(" ".join), min_size=1, max_size=6)


def _book_of(verses: list[str]) -> Document:
    said = "\n".join(f"\\v {number} {text}" for number, text in enumerate(verses, 1))
    document = FORMATS["usfm"].read(f"\\id PSA\n\\c 23\n\\p\n{said}\n".encode(), OPTIONS)
    return Document(document.works)


BOOKS = _VERSES.map(_book_of)
"""Documents of a psalm, with all that a verse may hold."""


def texts(document: Document) -> dict[str | None, tuple[str, str]]:
    """Return text and presence of the first translation by reference."""
    return {one.reference: (one.variants[0].text, one.variants[0].presence) for one in document.works[0].passages}
