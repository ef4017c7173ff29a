"""Where sentences end, in any script, by rule.

A sentence ends at a mark that ends sentences, with the quotes and brackets that close after it and the ፡ that parts
Ethiopic words, when what follows begins like a new one; and at a blank line. Not at an initial ("N. I. Yezhov"), a
known abbreviation ("Mr. Smith", "z. B.", "Ps. 23"), the number of a point ("1. While"), a day ("19. November"), or
where a small letter follows. A lost space ("connected.It") does not hide the end. Lines are running text unless they
are short, like a heading or a verse.
"""

import regex

from workbench.text.words.spans import Span
from workbench.text.words.stops import GREEK_QUESTION, STOP, WIDE_STOP

__all__ = ["sentences"]

_CLOSING = r"(?:[\p{Pe}\p{Pf}\"'’”፡]|[“‘«‹](?=[\s\p{P}]|\Z))*(?:[^\S\n]+[»›](?=[\s\p{Po}]|\Z))?"
_END = regex.compile(
    rf"(?P<wide>[{WIDE_STOP}]++[\p{{Pe}}\p{{Pf}}\"'’”」』]*)"
    rf"|(?P<greek>{GREEK_QUESTION}{_CLOSING})(?=\s|\Z)"
    rf"|(?P<mark>[{STOP}]++{_CLOSING})"
    rf"(?=\s|\Z|(?<=\p{{Ll}}[.!?])\p{{Lu}}\p{{L}}|(?<=\d\.)\p{{Lu}}\p{{Ll}}|(?<=[{STOP}--.!?…]{_CLOSING})(?!\d))"
    r"|(?P<blank>\n[^\S\n]*\n)|(?P<line>\n)",
    regex.V1,
)
_SHORT_LINE = 45
_SMALL = regex.compile(r"[\p{P}\s]*(?!\p{Georgian})\p{Ll}")
_LETTER_STOP = regex.compile(r"\s?\p{L}\.")
_LETTERS = regex.compile(r"(?<!\p{L})\p{L}\.\s\p{L}\Z")
_MONTH = regex.compile(r"\s*(?:Jan|Feb|Mär|Mar|Apr|Mai|May|Jun|Jul|Aug|Sep|Okt|Oct|Nov|Dez|Dec)\p{L}*")
_LISTED = """
mr mrs ms dr st no nos vol p pp ch fig sec art al cf ed eds esp etc ff ibid i.e e.g viz vs prof rev gen col lt
capt hon jr sr messrs mme mlle m mm fr bd nr s z.b d.h u.a usw bzw hr hrn ca chr vgl sog geb gest av apr ap env
св г гг тов т.е т.д т.п им ул стр см др проф ред
"""
# Books and parts of books, and "about": short forms where a number follows, words or ends elsewhere ("the Acts.").
_LISTED_BEFORE_NUMBERS = """
gen gn ex exod lev lv num nm deut dt jos josh judg jdg ri sam sm kgs kings chr chron par esd neh est esth hiob ps
pss prov prv spr eccl eccles cant song isa is jes jer lam klgl ezek ez hes dan dn hos joel am amos obad jon mic mi
nah hab zeph zef hag zech sach mal mt matt mk mc lk luk luc jn joh ioan apg acts rom röm rm cor kor gal eph phil col
kol thess tim tit philem phlm heb hebr jas jak jac pet petr jud apoc rev off c cap kap cc cm circ um fol f l ll lib
n § q r v vv vs vers abb taf tab anm abs ziff zl ziffer t tom tome pl par parag sect bk pt гл ст с пс быт исх мф мк
лк ин рим кор гал еф
"""
_ABBREVIATIONS = frozenset(_LISTED.split())
_BEFORE_NUMBERS = frozenset(_LISTED_BEFORE_NUMBERS.split())
_NUMBER = regex.compile(r"\s?\d+(?![\d.)])|\s?\d+[.,]\d|\s?[ivxlc]+\b")
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
    if "." not in found.group() or len(found.group().strip("\"'”’)]}» \u00a0\u202f")) > 1:
        return not _goes_on(text, found.end())
    before = text[max(last, found.start() - 24) : found.start()]
    return not (
        _is_short_form(before, text, found.end(), whole=last >= found.start() - 24) or _goes_on(text, found.end())
    )


def _goes_on(text: str, end: int) -> bool:
    """Tell whether what follows begins with a small letter (Georgian has no other)."""
    return _SMALL.match(text[end : end + 40]) is not None


def _is_short_form(before: str, text: str, end: int, *, whole: bool) -> bool:
    """Tell whether the full stop belongs to an initial, an abbreviation, a point's number or a day."""
    if whole and _LABEL.search(before):
        return True
    if regex.search(r"(?<!\d)\d{1,2}\Z", before):
        return _MONTH.match(text, end) is not None
    word = _LAST_WORD.search(before)
    if word is None:
        return False
    last, short = word.group().rpartition(".")[2], word.group().lower()
    if len(last) == 1 and (last.isupper() or _LETTER_STOP.match(text, end) or _LETTERS.search(before)):
        return True
    return short in _ABBREVIATIONS or (short in _BEFORE_NUMBERS and _NUMBER.match(text, end) is not None)
