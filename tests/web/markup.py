"""HTML as a reader takes it: how a template is broken into lines is nothing that a test should know."""

import re

_TAG = re.compile(r"<[a-z][^>]*>")
_BREAK = r"[^\S\n]*\n\s*"
_EDGES = re.compile(rf"(<(?!input|br|img|link|meta)[a-z][^>]*>){_BREAK}|{_BREAK}(?=</)")


def fold(html: str) -> str:
    """Return HTML without its line breaks: none at the ends of an element, else a space, as a browser shows them.

    White space that stands on one line is kept as it is.
    """
    tags = _TAG.sub(lambda tag: re.sub(r"\s+", " ", tag[0]).replace(" >", ">"), html)
    return re.sub(_BREAK, " ", _EDGES.sub(r"\1", tags))
