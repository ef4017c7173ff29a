"""The lines of a hard-wrapped text made one line.

A soft hyphen and the not sign, with which old transcriptions mark a parted word, join for certain and go; so do soft
hyphens inside a line, for they say where the lines that were might end. A hyphen stays, for it may be the word's own
("well-known"), and no space follows it; the same for a dash set close. Scripts that write no spaces (Chinese, Japanese,
Thai, Lao, Khmer, Burmese; not Korean) get none.
"""

import re
import unicodedata

__all__ = ["join_lines"]

_INSIDE = re.compile("(?<=\\w)\u00ad(?=\\w)")
_PARTED = ("\u00ad", "\u00ac")
_CLOSE = re.compile("\\S[-\u2010\u2011\u2014\u2e17\u058a\u05be]\\Z|\u200b\\Z")
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\uaa60-\uaa7f]")


def join_lines(text: str) -> str:
    """Return the text with one line for each of its blocks, between which blank lines stay."""
    blocks = _INSIDE.sub("", text).split("\n\n")
    return "\n\n".join(_join([line.strip(" \t") for line in block.split("\n")]) for block in blocks)


def _join(lines: list[str]) -> str:
    parts = [lines[0]]
    for line in lines[1:]:
        before = parts[-1]
        if before.endswith(_PARTED):
            parts[-1] = before[:-1]
        elif not _meets(before, line):
            parts.append(" ")
        parts.append(line)
    return "".join(parts)


def _meets(before: str, line: str) -> bool:
    """Whether no space stands between two lines."""
    if not before or not line:
        return True
    return bool(_CLOSE.search(before)) or (_is_unspaced(before[-1]) and _is_unspaced(line[0]))


def _is_unspaced(character: str) -> bool:
    if _UNSPACED.match(character):
        return True
    wide = unicodedata.east_asian_width(character) in "WF"
    return wide and not unicodedata.name(character, "").startswith("HANGUL")
