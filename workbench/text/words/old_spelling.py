"""English as it was spelled before the dictionaries: "And in those dayes they sayde vnto him".

Old spelling is known by a fold: u and v, i and j and y are one letter each, a final e says nothing, nor does a doubled
letter, -ie is -y, and a few more. Two words that one fold makes one are spellings of one word in an old text, and two
words in a new one ("met", "meet"; "loss", "lose"). So the fold counts only where the texts show that it may: by words
that no later text has ("vnto", "haue", "sayde"), or by several differences that it explains.
"""

import re
from collections.abc import Iterable
from itertools import groupby
from string import ascii_lowercase

from workbench.text.words.cache import Cache

__all__ = ["are_old_spellings", "old_form", "show_old_spelling"]

_LATIN = re.compile("[a-z]+")
_FOLDS = [
    (re.compile(pattern), written)
    for pattern, written in (
        ("uu|vv", "w"),
        ("v", "u"),
        ("y|(?<=.)j|^j(?=...|o[bty]|e[tw]|a[rw]|ug)", "i"),
        ("(?<=[^aeiou])ie(?=[ufln])", "e"),
        ("(?<=.)(?:ie|ei|i)e?(?=s?$)", "i"),
        ("sch", "sh"),
        ("tch", "ch"),
        ("dg", "g"),
        ("ck", "k"),
        ("(?<=i)que$", "k"),
        ("c(?=e?$)", "k"),
        (r"(.)\1", r"\1"),
        ("(?<=..)e$", ""),
        ("(?<=.[^sxzc])e(?=s$)", ""),
        ("(?<=[^aeioudtr])e(?=(?:ne?s|ment|li|ful|le?s|d|th|st|r)$)", ""),
        ("au(?=n)", "a"),
        ("(?<=[hlsb])o(?=nd)", "a"),
        (r"(.)\1", r"\1"),
    )
]
# What is written so in old texts alone: v for u, u for v between vowels, i for j; a final e where no later word has
# one, -ie, one n of -ness; and words of the time.
_ONLY_OLD = """
v[np][a-z]*  vs  [a-z]*(?:[hglrs]|se|eu)[aeio]ue(?:[nrstd]?|th|st|ly|d)  [a-z]*(?:eue|oue|iue|aue)[a-z]*
i(?:udg|oh|es[uv]s|erusal|oy|ust|orn|oyn|acob|oseph)[a-z]*  [a-z]*ſ[a-zſ]*
[a-z]*(?:ck|[ln]d|[lnr]k|sk|lm|[^aeiou]st|ght|[hrst]ew|[lnrs]aw|kn[eo]w|[dt]own|cr?own)e
[a-z]*(?:ee|oo)[dklmnprt]e  [a-z]*ea[tkrdmnl]e  [a-z]{4,}(?:ss|nn|ll|rr)e[sd]?  [a-z]{2,}(?:dome|irite|eeche|roche)
[a-z]*(?:it|rc|nt|lor|on|em|il|ad|od|us)ie  [a-z]*(?:ed|ous|er|it|k)nes
(?:ag|cert|v|capt|mount)aine  (?:s|f)oule  foure  houre  wil  shal  (?:h|sh|w|m|b)ee  doe  goe  sayde?  sayeth
[lmps]a[iy]de  kynge?s?  (?:k|th)inge  thyng[a-z]*  theyre?  hym  hys  agayne?  s[iu]nnes?  (?:ru|wi|beg[iu])nne
lordes?  swordes?  (?:shal|wil)be  selfe  owne  sonnes?  dayes?  wordes?  yeeres?  moneths?  bene  hir  thorow
"""
# What no fold makes one: as it was written, and as it is now.
_OLD_AND_NEW = """
yeere year yeeres years neere near neerer nearer speach speech trueth truth bloud blood bloudy bloody floud flood
flouds floods souldier soldier souldiers soldiers togither together eche each shulde should wolde would wemen women
hundreth hundred fourtie forty seauen seven fower four hir her thorow through thorowe through middes midst
vertue virtue battell battle shepheard shepherd shepheards shepherds
"""
_IRREGULAR = dict(zip(_OLD_AND_NEW.split()[::2], _OLD_AND_NEW.split()[1::2], strict=True))
_SURE = re.compile(rf"\b(?:{'|'.join(_ONLY_OLD.split())})\b")
_ENGLISH = re.compile(
    r"\b(?:the|and|that|thou|thee|thy|his|him|you|your|they|there|which|with|from|unto|not|but|shall|will|have|were)\b"
)
# Letters that no fold alters, but for doubled ones: words of others are told apart at a glance.
_OTHERS = str.maketrans(dict.fromkeys(ascii_lowercase.translate(str.maketrans(dict.fromkeys("bfghlmnprsxz")))))
_EXCHANGED = frozenset("uvwijy")  # letters that a fold may alter at the beginning of a word
_ENOUGH = 3  # differences that the fold explains


def old_form(plain: str) -> str:
    """Return the letters that a plain Latin word has beneath its old spelling; other words as they are."""
    return _old_forms[plain] if plain.isascii() else plain


def _fold(plain: str) -> str:
    for pattern, written in _FOLDS if _LATIN.fullmatch(plain) else ():
        plain = pattern.sub(written, plain)
    return plain


_old_forms = Cache(_fold, most=10_000)


def are_old_spellings(first: str, second: str) -> bool:
    """Tell whether two plain words may be one in an old spelling and in another."""
    if first == second or not (first and second):
        return False
    if first[0] != second[0] and not (first[0] in _EXCHANGED and second[0] in _EXCHANGED):
        return False
    if not (first.isascii() and second.isascii()):
        return False
    first, second = _IRREGULAR.get(first, first), _IRREGULAR.get(second, second)
    return first == second or (_keep_alike(first, second) and old_form(first) == old_form(second))


def _keep_alike(first: str, second: str) -> bool:
    """Tell whether two words have the same letters of those that no fold alters, in the same order."""
    mine, theirs = first.translate(_OTHERS), second.translate(_OTHERS)
    return mine == theirs or (set(mine) == set(theirs) and _list_runs(mine) == _list_runs(theirs))


def _list_runs(word: str) -> list[str]:
    return [letter for letter, _ in groupby(word)]


def show_old_spelling(texts: Iterable[str], explained: int) -> bool:
    """Tell whether either text is English of old spelling; `explained` differences are explained if it is."""
    lowered = [text.lower() for text in texts]
    if not any(map(_ENGLISH.search, lowered)):
        return False
    return explained >= _ENOUGH or any(map(_SURE.search, lowered))
