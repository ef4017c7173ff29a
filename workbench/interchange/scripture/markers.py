"""What USFM's markers mean in a document (docs.usfm.bible, version 3.1), and back."""

import re

__all__ = [
    "CROSS_REFERENCE",
    "SPOKEN",
    "block_of",
    "is_alignment",
    "is_cell",
    "is_character",
    "is_heading",
    "is_note_origin",
    "is_paragraph",
    "is_plain_milestone",
    "is_skipped",
    "is_transparent",
    "kind_of_note",
    "marker_of_block",
    "marker_of_span",
    "span_of",
    "speech_of",
]

CROSS_REFERENCE = "x"
"""The mark by which a note is called that is a cross-reference."""

SPOKEN = "qt-s"
"""The marker of words that somebody says: they may go on over paragraphs."""

_SPANS = {
    "em": ("emphasis", ""),
    "bd": ("strong", ""),
    "it": ("style", "italic"),
    "sc": ("style", "small caps"),
    "sup": ("style", "superscript"),
    "nd": ("name", "deity"),
    "pn": ("name", ""),
    "png": ("name", "place"),
    "k": ("term", ""),
    "tl": ("foreign", ""),
    "add": ("supplied", ""),
    "wj": ("quote", "Jesus"),
    "jmp": ("link", ""),
    SPOKEN: ("quote", ""),
}
_STYLES = frozenset(
    {
        *("addpn", "bk", "dc", "efm", "fm", "fv", "lik", "litl", "liv", "liv1", "liv2", "liv3", "lk"),
        *("ior", "iqt", "no", "ord", "qac", "qs", "qt", "rq", "sig", "sls", "vw", "bdit", "lit"),
    }
)
_MARKERS = {said: marker for marker, said in _SPANS.items()}
_HEADING = re.compile(r"(?:s|ms|mt|mte)[1-5]?|mr|r|sr|sp|qa|cl|cd")
_SKIPPED = re.compile(
    r"i(?:[^d].*|de)?|h[1-3]?|toca?[1-3]|rem|sts|usfm|restore|periph|cp|esb|esbe|cat|sd[1-4]?|pb|b|p1a"
)
_LINE = re.compile(r"q(?:m)?([1-9])?")
_LINES = frozenset({"qr", "qc", "qd"})
_KNOWN = re.compile(
    r"p[orcm]?|m|po|cls|pm[ocr]|pi[1-4]?|mi|nb|ph[1-3]?|l[hf]|li[mt]?[1-4]?|d|tr|q[mcrd]?[1-4]?|sd[1-4]?|lit|ipi|p1|p2|phi|psi|fp"
)
_BLOCK = re.compile(r"[a-z][a-z0-9]{0,7}")
_TRANSPARENT = frozenset({"w", "wg", "wh", "wa", "rb", "ndx", "pro", "ref", "xt", "xta", "fig"})
_NOTES = {"f": "f", "fe": "f", "ef": "f", "efe": "f", "x": CROSS_REFERENCE, "ex": CROSS_REFERENCE}
_ORIGINS = frozenset({"fr", "xo"})
_CELL = re.compile(r"t[hc][rc]?\d(?:-\d)?")
_SPEECH = re.compile(r"qt\d?-([se])")
_ALIGNMENT = re.compile(r"(?:zaln|k)-[se]")
_MILESTONE = re.compile(r"ts(?:-[se])?|zomitted|zlacunose|zjoined")


def is_heading(marker: str) -> bool:
    """Whether a paragraph of this style is a heading: the words that follow speak of a text and are none of it."""
    return bool(_HEADING.fullmatch(marker))


def is_skipped(marker: str) -> bool:
    """Whether it is left out: names of books, introductions, what programs note, blank lines."""
    return bool(_SKIPPED.fullmatch(marker))


def is_paragraph(marker: str) -> bool:
    """Whether the marker is that of a paragraph which USFM knows."""
    return bool(_KNOWN.fullmatch(marker)) or is_heading(marker) or is_skipped(marker)


def is_character(marker: str) -> bool:
    """Whether the marker is that of marked words which USFM knows."""
    return marker in _SPANS or marker in _STYLES


def block_of(marker: str) -> tuple[str, str]:
    """Return kind and value of the markup that a paragraph of text is."""
    if found := _LINE.fullmatch(marker):
        steps = int(found[1] or 1) - 1
        return "line", str(steps) if steps else ""
    if marker in _LINES:
        return "line", marker
    return "paragraph", "" if marker == "p" else marker


def marker_of_block(kind: str, value: str) -> str:
    """Return the style of a paragraph or line, the plain one where the value is none of USFM's."""
    if kind == "line":
        return value if value in _LINES else f"q{int(value) + 1}" if value in {"1", "2", "3"} else "q1"
    is_known = _BLOCK.fullmatch(value) and block_of(value) == (kind, value) and not is_skipped(value)
    return value if is_known and not is_heading(value) and value != "nb" else "p"


def span_of(marker: str, value: str = "") -> tuple[str, str]:
    """Return kind and value of the markup that marked words are."""
    kind, known = _SPANS.get(marker, ("style", marker))
    return kind, value or known


def marker_of_span(kind: str, value: str) -> str:
    """Return the marker of marked words, "" where there is none. Who speaks and links stand beside it."""
    if found := _MARKERS.get((kind, value)):
        return found
    if kind == "style" and value in _STYLES:
        return value
    return {"link": "jmp", "quote": SPOKEN}.get(kind, "")


def is_transparent(marker: str) -> bool:
    """Whether marked words are read as words alone: what is said of them is for dictionaries and searches."""
    return marker in _TRANSPARENT


def kind_of_note(marker: str) -> str:
    """Return f for a note, x for a cross-reference, "" for what is none."""
    return _NOTES.get(marker, "")


def is_note_origin(marker: str) -> bool:
    """Whether it is the place in a note that the note belongs to; it is known from where the note stands."""
    return marker in _ORIGINS


def is_cell(marker: str) -> bool:
    """Whether a cell of a table begins here."""
    return bool(_CELL.fullmatch(marker))


def speech_of(milestone: str) -> str:
    """Return s where somebody begins to speak, e where they end, "" for any other milestone."""
    found = _SPEECH.fullmatch(milestone)
    return found[1] if found else ""


def is_alignment(milestone: str) -> bool:
    """Whether it says which words of the original were translated here."""
    return bool(_ALIGNMENT.fullmatch(milestone))


def is_plain_milestone(name: str) -> bool:
    """Whether a code is written as a milestone of its own name."""
    return bool(_MILESTONE.fullmatch(name))
