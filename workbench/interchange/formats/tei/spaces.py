"""White space in TEI: one blank for a run of it, unless `xml:space` keeps it (TEI P5, 1.3.1.1.6; XML 1.0, 2.10)."""

import re
from typing import Any

from workbench.interchange.xml import XML_SPACE, checked_text, text_of

__all__ = ["collapse", "keeps_space", "said_in", "space_of"]

_WHITE = re.compile(r"[ \t\r\n]+")


def keeps_space(element: Any, *, inherited: bool) -> bool:
    """Whether white space in an element stands for itself."""
    said = element.get(XML_SPACE)
    return bool(said == "preserve") if said in {"preserve", "default"} else inherited


def collapse(text: str) -> str:
    """Return a text with one blank for each run of white space, and none at its ends."""
    return _WHITE.sub(" ", text).strip(" ")


def said_in(element: Any) -> str:
    """Return the text of an element, with its white space if it keeps it; "" for None."""
    if element is None:
        return ""
    text = checked_text(text_of(element), "the header")
    return text if keeps_space(element, inherited=False) else collapse(text)


def space_of(*texts: str) -> str:
    """Return the attribute, with a blank before it, that an element needs for its texts to be read as they are."""
    return "" if all(text == collapse(text) for text in texts) else ' xml:space="preserve"'
