"""Language tags (RFC 5646, section 2.1): well-formed or not, which language they name, and how that is written.

The identity of a tag is a matter of its letters: the languages of two tags are one if their subtags are equal, or
synonyms in ISO 639-1, 639-2 and 639-3 ("de", "deu", "ger"). Names and directions come from the Unicode CLDR
(`languages.tsv`, written by `tests/benchmarks/language_table.py`), which never changes what a tag means.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

__all__ = [
    "are_one_tag",
    "direction_of",
    "is_known_language",
    "is_language_tag",
    "language_of",
    "name_of_language",
    "recognise_language",
]

_TAG = re.compile(
    r"""
    (?: (?: [a-z]{2,3} (?:-[a-z]{3}){0,3} | [a-z]{4,8} )   # language, extended language
        (?:-[a-z]{4})?                                     # script
        (?:-(?:[a-z]{2}|[0-9]{3}))?                        # region
        (?:-(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*           # variants
        (?:-[a-wyz0-9](?:-[a-z0-9]{2,8})+)*                # extensions
        (?:-x(?:-[a-z0-9]{1,8})+)?                         # private use
    | x(?:-[a-z0-9]{1,8})+ )
    """,
    re.VERBOSE | re.IGNORECASE | re.ASCII,
)
_LONGEST = 35  # RFC 5646, section 4.4.1
_TABLE = Path(__file__).with_name("languages.tsv")
_PRIVATE = re.compile("x|q[a-t][a-z]|mis|mul|und|zxx")  # of private use, and what says that it is no one language
_SCRIPTS = """
adlm arab aran armi avst chrs cprt elym garay hatr hebr hung khar lydi mand mani mend merc mero narb nbat nkoo orkh
ougr palm phli phlp phnx prti rohg samr sarb sogd sogo syrc thaa yezi
"""
_RIGHT_TO_LEFT = frozenset(_SCRIPTS.split())


@dataclass(frozen=True, slots=True)
class _Languages:
    """The table, by subtag: scripts other than Latin, what a synonym stands for, English names; and codes by name."""

    scripts: Mapping[str, str]
    synonyms: Mapping[str, str]
    names: Mapping[str, str]
    codes: Mapping[str, str]
    known: frozenset[str]


def is_language_tag(tag: str) -> bool:
    """Whether `tag` is a well-formed BCP 47 tag of at most 35 characters: `en`, `zh-Hant-TW`, `x-mine`.

    Whether the language exists is not asked.
    """
    return len(tag) <= _LONGEST and _TAG.fullmatch(tag) is not None


def recognise_language(text: str) -> str:
    """Return the tag of a language given by its name, in English or its own ("Chinese", "Deutsch"); else the text."""
    table = _read_table()
    return text if text.lower() in table.known else table.codes.get(" ".join(text.casefold().split()), text)


def language_of(tag: str) -> str:
    """Return the language that a tag begins with, by its shortest subtag: "de" of "deu-CH", "" of ""."""
    return _name_shortest(tag.partition("-")[0].lower())


def are_one_tag(left: str, right: str) -> bool:
    """Whether two tags say the same: one language, by whichever of its subtags, and the same subtags after it."""
    return language_of(left) == language_of(right) and left.lower().split("-")[1:] == right.lower().split("-")[1:]


def is_known_language(tag: str) -> bool:
    """Whether a well-formed tag begins with a language that is known, or with a subtag of private use."""
    first = tag.partition("-")[0].lower()
    return first in _read_table().known or _PRIVATE.fullmatch(first) is not None


def name_of_language(tag: str) -> str:
    """Return the English name of the language that a tag begins with, or the tag where none is known."""
    return _read_table().names.get(language_of(tag), tag)


def direction_of(tag: str) -> str:
    """Return the writing direction of a language tag: `rtl`, `ltr`, or `auto` where the tag is empty.

    A script subtag decides, else the likely script of the language, in its region where that has another.
    """
    return _find_direction(tag.lower()) if tag else "auto"


@cache
def _name_shortest(subtag: str) -> str:
    return _read_table().synonyms.get(subtag, subtag)


@cache
def _find_direction(tag: str) -> str:
    first, *rest = tag.partition("-x-")[0].split("-")
    if first == "x":
        return "ltr"
    script = next((part for part in rest if len(part) == 4 and part.isalpha()), "")
    region = next((part for part in rest if len(part) == 2 or (len(part) == 3 and part.isdigit())), "")
    scripts, language = _read_table().scripts, language_of(tag)
    script = script or scripts.get(f"{language}-{region}") or scripts.get(language, "")
    return "rtl" if script in _RIGHT_TO_LEFT else "ltr"


@cache
def _read_table() -> _Languages:
    scripts: dict[str, str] = {}
    synonyms: dict[str, str] = {}
    names: dict[str, str] = {}
    codes: dict[str, str] = {}
    known: set[str] = set()
    for line in _TABLE.read_text(encoding="utf-8").splitlines()[1:]:
        code, script, others, name, own = [*line.split("\t"), *[""] * 4][:5]
        subtags = others.split() if code == "*" else [code.lower()]
        known.update(subtags, others.split())
        if script:
            scripts.update(dict.fromkeys(subtags, script.lower()))
        if name:
            synonyms.update(dict.fromkeys(others.split(), code))
            names[code] = name
            for said in filter(None, (own, name)):
                codes.setdefault(said.casefold(), code)
    return _Languages(scripts, synonyms, names, codes, frozenset(known))
