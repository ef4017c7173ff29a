"""How one token's text is folded for what is ignored. Folding what is folded already alters nothing.

- `spacing`: characters that show nothing are dropped inside a word, and the line end after a hyphen.
- `form`: compatibility composition (NFKC), what shows nothing, variation selectors and the tatweel dropped; a Malayalam
  chillu and the Bengali khanda ta are written as letter and virama, as they are where a joiner makes them.
- `punctuation`: a sign is dropped whole, whatever NFKC would make of it. In a word all apostrophes are one ("Qurʾan" =
  "Qur'an") and dropped, with every other sign ("don't" = "dont", "to-day" = "today", "U.S.A." = "USA"), but for the one
  before a last s ("its" is not "it's", nor "king's" "kings"). In figures only what parts thousands is dropped: 2.5 is
  not 25.
- `diacritics`: accents, points and vowel signs that are written over or under a letter of their own (combining classes
  10-36 and 200-240), nuktas, variation selectors and strokes ("ø", "ł", "ı") are dropped, and a nasal before a
  consonant of its row, n before any stop, and the candrabindu of Hindi and Gujarati are the anusvara ("सम्बन्ध" =
  "संबंध", "हूँ" = "हूं"); not the vowel signs of Indic scripts, nor the kana voicing
  marks, nor the breve of "й".
- `case`: full case folding (Unicode 16, section 3.13), so that "Straße" = "STRASSE".
"""

import re
from collections.abc import Callable, Iterator
from functools import reduce
from typing import Literal
from unicodedata import combining, name, normalize

import regex

from workbench.text.words.tokens import kind_of

__all__ = ["APOSTROPHES", "IGNORABLE", "Ignorable", "folder"]

Ignorable = Literal["case", "punctuation", "spacing", "diacritics", "form", "glosses"]
IGNORABLE: frozenset[Ignorable] = frozenset({"case", "punctuation", "spacing", "diacritics", "form", "glosses"})

# Apostrophes, primes, half rings and what else stands for one of them inside a word.
APOSTROPHES = "'’‘‛＇`´′՚᾽᾿ʹʺʻʼʽʾʿˈ\u0374"
_ONE_APOSTROPHE = str.maketrans(dict.fromkeys(APOSTROPHES, "'"))

_HIDDEN = regex.compile(r"[\p{Cf}--\p{PCM}--[\U000E0020-\U000E007F]]", regex.V1)
_LINE_END = re.compile(r"(?<=[-‐‑])\s*\n\s*")
_SELECTORS = regex.compile(r"[\p{Variation_Selector}\u034f\u0640]")
_NO_LETTER = regex.compile(r"[^\p{L}\p{N}\p{M}']+")
_DROPPED = re.compile("'(?![sS]$)")  # of the apostrophes inside a word
# The comma above a consonant is no breathing but the apostrophe of an elision: ἀλλ̓.
_ELISION = re.compile("(?<=[βγδζθκλμνξπστφχψ])\u0313$")
_THOUSANDS = re.compile(r"(?<!\d)\d{1,3}(?:([,'’٬\u00a0\u202f\u2009])\d{3}(?:\1\d{3})*|(?:\.\d{3}){2,})(?!\d)")
_NO_DIGIT = re.compile(r"\D+")
_AFTER_DIGIT = re.compile(r"(?<=\d)[-‐‑](?=[^\W\d_])")

_CHILLUS = str.maketrans(
    {"ൺ": "ണ്", "ൻ": "ന്", "ർ": "ര്", "ൽ": "ല്", "ൾ": "ള്", "ൿ": "ക്", "ൔ": "മ്", "ൕ": "യ്", "ൖ": "ഴ്", "ৎ": "ত্"}
)
_STROKES = str.maketrans("øØđĐłŁħĦŧŦı", "oOdDlLhHtTi")
_NO_NUKTA = frozenset("\u1037")  # the Burmese tone mark


def _is_accent(character: str) -> bool:
    kind = combining(character)
    if 10 <= kind <= 36 or 200 <= kind <= 240:
        return not name(character, "").startswith("TAI VIET")
    return kind == 7 and character not in _NO_NUKTA


_ACCENTS = re.compile(
    f"[{''.join(filter(_is_accent, map(chr, range(0x300, 0x20000))))}\u180b-\u180d\ufe00-\ufe0f\U000e0100-\U000e01ef]+"
)

# The five rows of stops stand alike in the blocks of the scripts from Devanagari to Kannada: k-ṅ, c-ñ, ṭ-ṇ, t-n, p-m.
_BLOCKS = (0x900, 0x980, 0xA00, 0xA80, 0xB00, 0xC00, 0xC80)
_N = 0x28
_ROWS = ((0x15, 0x19), (0x1A, 0x1E), (0x1F, 0x23), (0x24, 0x28), (0x2A, 0x2E))


def _list_nasals() -> Iterator[str]:
    """Yield a pattern for each nasal with its virama before another consonant of its row, in each script."""
    for block in _BLOCKS:
        for first, nasal in _ROWS:
            stops = [(first, nasal)] if nasal != _N else list(_ROWS)
            before = "".join(f"{chr(block + stop)}-{chr(block + end - 1)}" for stop, end in stops)
            yield f"{chr(block + nasal)}{chr(block + 0x4D)}(?=[{before}])"


_CANDRABINDUS = {"\u0901": "\u0902", "\u0a81": "\u0a82"}
_NASALS = re.compile("|".join([*_list_nasals(), *_CANDRABINDUS]))
_ANUSVARAS = {chr(block + nasal): chr(block + 0x02) for block in _BLOCKS for _, nasal in _ROWS} | _CANDRABINDUS


def folder(ignore: frozenset[Ignorable]) -> Callable[[str], str]:
    """Return the function that folds one token's text; it returns "" for a token that is ignored whole."""
    steps = [step for needed, step in _STEPS if ignore.issuperset(needed)]
    return lambda piece: reduce(lambda value, step: step(value), steps, piece)


def _fold_spacing(piece: str) -> str:
    """Keep a token of nothing but what does not show."""
    if piece.isascii() and "\n" not in piece:
        return piece
    return _HIDDEN.sub("", _LINE_END.sub("", piece)) or piece


def _fold_form(piece: str) -> str:
    if piece.isascii():
        return piece
    return normalize("NFC", _SELECTORS.sub("", _HIDDEN.sub("", normalize("NFKC", piece))).translate(_CHILLUS))


def _fold_punctuation(piece: str) -> str:
    if piece.isalpha() and piece.isascii():
        return piece
    kind = kind_of(piece) if piece else "punctuation"
    if kind == "punctuation":
        return ""
    if kind == "number":
        return _AFTER_DIGIT.sub("", _THOUSANDS.sub(_join_thousands, piece).translate(_ONE_APOSTROPHE))
    signs = _LINE_END.sub("", piece).translate(_ONE_APOSTROPHE)
    kept = _ELISION.sub("", _DROPPED.sub("", _NO_LETTER.sub("", signs).strip("'")))
    return kept if kept.isalnum() or (kept and kind_of(kept) != "punctuation") else ""


def _join_thousands(match: re.Match[str]) -> str:
    return _NO_DIGIT.sub("", match.group())


def _fold_diacritics(piece: str) -> str:
    if piece.isascii():
        return piece
    decomposed = normalize("NFD", piece).translate(_STROKES)
    kept = decomposed.replace("и\u0306", "й").replace("И\u0306", "Й")
    return normalize("NFC", _NASALS.sub(_write_anusvara, _ACCENTS.sub("", kept)))


def _write_anusvara(match: re.Match[str]) -> str:
    return _ANUSVARAS[match.group()[0]]


# What must be ignored, and what is then done: a sign is told before its form is folded, and what the form of a
# word brings to light (the apostrophe of "ŉ") is a sign again.
_STEPS: tuple[tuple[frozenset[str], Callable[[str], str]], ...] = (
    (frozenset({"spacing"}), _fold_spacing),
    (frozenset({"punctuation"}), _fold_punctuation),
    (frozenset({"form"}), _fold_form),
    (frozenset({"punctuation", "form"}), _fold_punctuation),
    (frozenset({"diacritics"}), _fold_diacritics),
    (frozenset({"case"}), str.casefold),
)
