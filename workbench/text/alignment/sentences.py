"""Where sentences end, in any script, by rule.

A sentence ends at a mark that ends sentences, with the quotes and brackets that close after it, when what follows
begins like a new one; and at a blank line. Not at an initial ("N. I. Yezhov"), a known abbreviation ("Mr. Smith"),
the number of a point ("1. While"), a day ("19. November"), or where a small letter follows. A lost space
("connected.It") does not hide the end. Lines are running text unless they are short, like a heading or a verse.
"""

import regex

from workbench.text.words.spans import Span

__all__ = ["sentences"]

_END = regex.compile(
    r"(?P<wide>[。！？｡]++[\p{Pe}\p{Pf}\"'’”」』]*)"
    r"|(?P<greek>(?<=\p{Greek})[;\u037e])(?=\s|\Z)"
    r"|(?P<mark>[.!?…؟۔।॥։።፧]++[\p{Pe}\p{Pf}\"'’”]*)(?=\s|\Z|(?<=\p{Ll}[.!?])\p{Lu}\p{L}|(?<=\d\.)\p{Lu}\p{Ll}|(?<=[।॥]))"
    r"|(?P<blank>\n[^\S\n]*\n)|(?P<line>\n)"
)
_SHORT_LINE = 45
_MONTH = regex.compile(r"\s*(?:Jan|Feb|Mär|Mar|Apr|Mai|May|Jun|Jul|Aug|Sep|Okt|Oct|Nov|Dez|Dec)\p{L}*")
_ABBREVIATIONS = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "dr",
        "st",
        "no",
        "nos",
        "vol",
        "p",
        "pp",
        "ch",
        "fig",
        "sec",
        "art",
        "al",
        "cf",
        "ed",
        "eds",
        "esp",
        "etc",
        "ff",
        "ibid",
        "i.e",
        "e.g",
        "viz",
        "vs",
        "prof",
        "rev",
        "gen",
        "col",
        "lt",
        "capt",
        "hon",
        "jr",
        "sr",
        "messrs",
        "mme",
        "mlle",
        "m",
        "mm",
        "fr",
        "bd",
        "nr",
        "s",
        "z.b",
        "d.h",
        "u.a",
        "usw",
        "bzw",
        "hr",
        "hrn",
        "св",
        "г",
        "гг",
        "тов",
        "т.е",
        "т.д",
        "т.п",
        "им",
        "ул",
        "стр",
        "см",
        "др",
        "проф",
        "ред",
    ]
)
_LAST_WORD = regex.compile(r"[\p{L}\p{M}.]*\p{L}\Z")
_LABEL = regex.compile(r"(?:^|\n)\s*(?:[\p{L}]|[\d]{1,3}|[IVXLivxl]{1,6})\Z")


def sentences(text: str) -> tuple[Span, ...]:
    """Cut `text` into sentences: spans in order, without the white space around them, that hold all the rest."""
    spans, start = [], 0
    for end in [*_find_ends(text), len(text)]:
        piece = text[start:end]
        inner = piece.strip()
        if inner:
            first = start + piece.index(inner[0])
            spans.append(Span(first, first + len(inner)))
        start = end
    return tuple(spans)


def _find_ends(text: str) -> list[int]:
    last = 0
    ends = []
    for found in _END.finditer(text):
        if _ends_sentence(text, found, last):
            last = found.end()
            ends.append(last)
    return ends


def _ends_sentence(text: str, found: "regex.Match[str]", last: int) -> bool:
    if found.lastgroup in {"wide", "greek", "blank"}:
        return True
    if found.lastgroup == "line":
        start = text.rfind("\n", 0, found.start()) + 1
        return found.start() - start < _SHORT_LINE
    if "." not in found.group() or len(found.group().strip("\"'”’)]}»")) > 1:
        return not _goes_on(text, found.end())
    before = text[max(last, found.start() - 24) : found.start()]
    return not (
        _is_short_form(before, text, found.end(), whole=last >= found.start() - 24) or _goes_on(text, found.end())
    )


def _goes_on(text: str, end: int) -> bool:
    """Tell whether what follows begins with a small letter."""
    following = text[end : end + 40].lstrip()
    return bool(following) and regex.match(r"[\p{P}\s]*\p{Ll}", following) is not None


def _is_short_form(before: str, text: str, end: int, *, whole: bool) -> bool:
    """Tell whether the full stop belongs to an initial, an abbreviation, a point's number or a day."""
    if whole and _LABEL.search(before):
        return True
    if regex.search(r"(?<!\d)\d{1,2}\Z", before):
        return _MONTH.match(text, end) is not None
    word = _LAST_WORD.search(before)
    if word is None:
        return False
    is_initial = len(word.group().rpartition(".")[2]) == 1 and word.group()[-1].isupper()
    return is_initial or word.group().lower() in _ABBREVIATIONS
