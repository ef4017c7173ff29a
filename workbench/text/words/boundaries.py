"""The grammar that cuts a text into tokens, compiled twice: for every script, and faster for the common alphabets.

`TOKEN` is compiled with the `regex` module's Unicode properties and is right for every text. `FAST_TOKEN` is the same
grammar over character classes spelled out for the standard library, which runs it some two times as fast; it may
only be used where `FAST_TEXT` matches: Latin, Greek and Cyrillic letters without combining marks, digits, usual
punctuation.
`WORD` and `FAST_WORD` are the same without the white space: split by them, a text falls into gaps and words in turn.
`RUN_OR_WORD` takes a whole run of a script without spaces at once, in a group of its own, for a segmenter to cut.

A run of letters is cut after `LONGEST` code points, so that no text can hide in one token of a megabyte.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping

import regex

__all__ = [
    "APOSTROPHE_LETTERS",
    "FAST_TEXT",
    "FAST_TOKEN",
    "FAST_WORD",
    "LONGEST",
    "NO_BORDER",
    "PLAIN",
    "RUN_OR_WORD",
    "SPACES",
    "TOKEN",
    "UNSPACED",
    "WORD",
]

LONGEST = 400

# A character of a script without spaces, as most stand: said first and by range, which is the fastest to look up.
_COMMON_IDEOGRAPHS = "{common_ideograph}(?!{mark})"
_SPACES = " (?!{space})", "{space}+"
_NOT_SPACE = "(?!{space})"  # said first, it makes the search pass a space at once
_WORDS = (
    # the commonest first, for speed: letters that nothing joins on, a sign alone, an ideograph, a Thai consonant
    "{letter}{{2,60}}+(?!{inside}|{joiner}|:{lower})",
    r"[,;:.](?!\.){unmarked}",
    "{ideograph}(?!{mark})",
    "{common_syllable}(?![{vowels}]|{mark})",
    # e.g., i.e., т.е.: lower-case letters, each with its stop
    r"{lower}{mark}*\.(?:{lower}{mark}*\.)+(?!{letter}){unmarked}",
    # an initial: before another, after another, or (unless it is a pronoun) before a name
    (
        r"{upper}{mark}*\.{unmarked}(?:(?=\s?{upper}{mark}*\.)|(?<={upper}\.{upper}\.)|(?<={upper}\.\s{upper}\.)"
        r"|(?<![IЯ]\.)(?=\s?{upper}{mark}*{lower}))"
    ),
    # a word, with apostrophes and hyphens between its letters, parted at a line end, with the apostrophe of a Greek
    # elision and the ending that Swedish and Finnish put behind a colon (EU:s)
    (
        "{letter}{inside}{{0,{longest}}}"
        "(?:(?:{joiner}|[-‐]\n *(?={lower})){inside_start}{inside}{{0,{longest}}}){{0,8}}{trimmed}"
        "(?:(?<={upper}{upper}):{lower}{{1,3}}(?!{inside}|{joiner})|(?<={elided}){elision}(?!{inside}))?"
    ),
    "{cluster}",
    # a number, with separators between its digits and letters after them: 1,000.5; 19th; 20-го; 1960s
    "{digit}{{1,{longest}}}(?:{grouping}{digit}{{1,{longest}}}){{0,40}}(?:[-‐‑]?{letter}{inside}{{0,{longest}}})?{tail}{{0,{longest}}}",
    "{numeral}{tail}{{0,{longest}}}",
    "{syllable}",
    "|".join(re.escape(sign) + "+{unmarked}" for sign in ".-–—―!?*=~#•…"),
    "{mark}{{1,{longest}}}",
    "{sign}{tail}{{0,{longest}}}",
)
_NEVER = "(?!)"


def _fill(alternatives: Iterable[str], classes: Mapping[str, str]) -> str:
    """Write the grammar over these character classes, without the alternatives that begin with an empty one."""
    filled = (alternative.format_map({"longest": LONGEST, **classes}) for alternative in alternatives)
    return "|".join(pattern for pattern in filled if not pattern.startswith(_NEVER))


def _grammar_of_tokens(classes: Mapping[str, str]) -> str:
    return _fill((_COMMON_IDEOGRAPHS, *_SPACES, *_WORDS), classes)


def _grammar_of_words(classes: Mapping[str, str]) -> str:
    ideographs = _fill((_COMMON_IDEOGRAPHS,), classes)
    words = f"{_fill((_NOT_SPACE,), classes)}(?:{_fill(_WORDS, classes)})"
    return f"({ideographs}|{words})" if ideographs else f"({words})"


# Format characters that show nothing (soft hyphen, joiners, bidi controls, BOM). Cf also holds signs that do show (the
# Arabic number sign and its kin: Prepended_Concatenation_Mark) and the tags inside emoji flags.
_HIDDEN = r"[\p{Cf}--\p{PCM}--[\U000E0020-\U000E007F]]"
_NO_SPACES = r"[\p{Han}\p{Hiragana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}]"
_VOWELS = r"\u0e30\u0e32\u0e33\u0e45\u0eb0\u0eb2\u0eb3"  # Thai and Lao, written after the consonant they belong to

# Letters to Unicode that are apostrophes: inside a word they belong to it, at its edges they are signs.
APOSTROPHE_LETTERS = frozenset("ʹʺʻʼʽʾʿ")
_MODIFIERS = "".join(sorted(APOSTROPHE_LETTERS))
_RAISED = r"\u00b9\u00b2\u00b3\u2070\u2074-\u2079"  # figures of a footnote, which belong to no word
_ELIDED = "βγδζθκλμνξπρστφχψΒΓΔΖΘΚΛΜΝΞΠΡΣΤΦΧΨ"  # Greek consonants
_PICTURE = r"\p{Extended_Pictographic}[\p{M}\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]*"
# Flags, keycaps, pictures joined to one.
_CLUSTER = rf"(?:\p{{Regional_Indicator}}{{2}}|[0-9#*]\ufe0f?\u20e3|{_PICTURE}(?:\u200d{_PICTURE})*)"

_SPACE = rf"[\s{_HIDDEN}]"
_EVERY_SCRIPT = {
    "space": _SPACE,
    "sign": rf"[^\s{_HIDDEN}]",
    "lower": r"\p{Ll}",
    "upper": r"[\p{Lu}\p{Lt}]",
    "mark": r"\p{M}",
    "tail": r"[\p{M}\u200c\u200d]",
    "unmarked": r"(?![\p{M}\u200c\u200d])",
    "common_ideograph": r"[\u4e00-\u9fef\u3041-\u3096]",
    "ideograph": r"[\p{Han}\p{Hiragana}&&\p{L}]",
    "common_syllable": r"[\u0e01-\u0e2e]",
    "vowels": _VOWELS,
    "digit": r"\p{Nd}",
    "numeral": rf"(?:[\u1369-\u137c]+|[{_RAISED}]+)",
    "cluster": _CLUSTER,
    "letter": rf"[[\p{{L}}\p{{Nl}}_]--{_NO_SPACES}--[{_MODIFIERS}]]",
    "inside_start": rf"[[\p{{L}}\p{{Nd}}]--{_NO_SPACES}]",
    "inside": rf"[[\p{{L}}\p{{N}}\p{{M}}_{_HIDDEN}]--{_NO_SPACES}--[\u200b{_RAISED}]]",
    "joiner": r"""(?:['’‘‛ʼ＇`´′᾽᾿\-‐‑·‧՚՛՜՞׳״]|(?<=\p{Hebrew})["”](?=\p{Hebrew}))""",
    "trimmed": r"(?<![\u02ba-\u02bf])(?<!\p{Latin}\u02b9)",
    "elided": f"[{_ELIDED}]",
    "elision": "['’ʼ᾽᾿´`]",
    "grouping": r"[.,:'’٫٬\u00a0\u202f\u2009]",
    # one character of a script without spaces, a vowel written before it and its marks
    "syllable": rf"[\u0e40-\u0e44\u0ec0-\u0ec4]?[{_NO_SPACES}&&\p{{L}}][\p{{M}}{_VOWELS}\u200c\u200d]*"
    rf"(?:(?<=[\u17d2\u1039])[{_NO_SPACES}&&\p{{L}}][\p{{M}}\u200c\u200d]*)*",
}
TOKEN = regex.compile(_grammar_of_tokens(_EVERY_SCRIPT), regex.V1 | regex.DOTALL)
WORD = regex.compile(_grammar_of_words(_EVERY_SCRIPT), regex.V1 | regex.DOTALL)

# Runs of the scripts without spaces, for a segmenter; the commonest letters and marks are said first, for speed.
# `UNSPACED` finds where such a run may be. `NO_BORDER` matches a "|" where no token may end: before a mark or a vowel
# that follows its consonant, after a vowel that precedes it, after a sign that stacks the next consonant; in `PLAIN`
# text there is none of these.
_COMMON_RUN = r"[\u4e00-\u9fef\u3041-\u3096\u0e01-\u0e3a\u0e40-\u0e4e\u1780-\u17d3\u1000-\u103f]"
_RUN = rf"[{_NO_SPACES}&&\p{{L}}](?:{_COMMON_RUN}++|[{_NO_SPACES}&&\p{{L}}]|[\p{{M}}\u200c\u200d])*+"
_NO_SYLLABLES = dict.fromkeys(("common_ideograph", "ideograph", "common_syllable", "syllable"), _NEVER)
_OTHER_WORDS = _grammar_of_words(_EVERY_SCRIPT | _NO_SYLLABLES)
RUN_OR_WORD = regex.compile(f"({_RUN})|{_OTHER_WORDS}", regex.V1 | regex.DOTALL)
UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u9fff\ua9e0-\uaa7f\uf900-\ufaff\U00016fe0-\U0003ffff]"
)
PLAIN = re.compile("[\u3400-\u9fff\u3041-\u3096々|\n]*").fullmatch
NO_BORDER = regex.compile(
    rf"\|(?=[\p{{M}}{_VOWELS}\u200c\u200d])|\|(?<=[\u0e40-\u0e44\u0ec0-\u0ec4\u17d2\u1039]\|)", regex.V1
)

SPACES = frozenset(
    regex.findall(_SPACE, "".join(map(chr, [*range(0xD800), *range(0xE000, 0x20000), 0xE0001])), regex.V1)
)

# The common alphabets: everything below U+0530 and in General Punctuation that is a plain letter, digit, space or sign.
_COMMON = [
    character
    for character in map(chr, [*range(0x20, 0x530), *range(0x2010, 0x2028), 0x2030, 0x2032, 0x2033, 0x2039, 0x203A])
    if unicodedata.category(character) in {"Lu", "Ll", "Nd", "Pd", "Po", "Ps", "Pe", "Pi", "Pf", "Pc", "Sm", "Sc"}
] + list(" \n\t\u00a0`")


def _class_of(*categories: str) -> str:
    return "".join(re.escape(sign) for sign in _COMMON if unicodedata.category(sign) in categories)


FAST_TEXT = re.compile(f"[{''.join(map(re.escape, _COMMON))}]*").fullmatch
_CASED = _class_of("Lu", "Ll")
_COMMON_SCRIPTS = {
    # by list, which the standard library looks up faster than \w, \d and \s
    "space": "[ \n\t\u00a0]",
    "sign": "[^ \n\t\u00a0]",
    "lower": f"[{_class_of('Ll')}]",
    "upper": f"[{_class_of('Lu')}]",
    "mark": _NEVER,
    "tail": _NEVER,
    "unmarked": "",
    "common_ideograph": _NEVER,
    "ideograph": _NEVER,
    "common_syllable": _NEVER,
    "vowels": "",
    "digit": "[0-9]",
    "numeral": _NEVER,
    "cluster": _NEVER,
    "letter": f"[{_CASED}_]",
    "inside_start": f"[{_CASED}0-9]",
    "inside": f"[{_CASED}0-9_]",
    "joiner": r"['’‘‛`′\-‐‑·‧]",
    "trimmed": "",
    "elided": f"[{_ELIDED}]",
    "elision": "['’`]",
    "grouping": "[.,:'’\u00a0]",
    "syllable": _NEVER,
}
FAST_TOKEN = re.compile(_grammar_of_tokens(_COMMON_SCRIPTS), re.DOTALL)
FAST_WORD = re.compile(_grammar_of_words(_COMMON_SCRIPTS), re.DOTALL)
