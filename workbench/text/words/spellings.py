"""Whether two near words are one word in two spellings, or two words (or two forms of one).

Likeness does not tell: "colour" and "color" are as like as "came" and "come", "operational" and "operations". So what
differs must be one of the ways in which spelling is known to vary:

- in any word, by rewriting both to one form: ligatures (æ, œ, ß), doubled consonants, "-our/-or", "-re/-er",
  "-ise/-ize", "-ce/-se", "connexion/connection", "enquire/inquire", "musick/music", "gypsy/gipsy",
  "judgement/judgment", "burnt/burned"; old u, v, i, j; old French "-oit", Portuguese "acto/ato", German
  "Potential/Potenzial";
- in a name (a capital on both sides), by its consonants: vowels, h and the letters that transliterations exchange may
  differ inside ("Zhuravelev/Zhuravlev", "Ezhov/Yezhov", "Sidon/Zidon"), but not an ending ("Roman/Romans");
- in long words, one letter too many inside ("bourgeosie").

Everything else is wording: other endings ("resign/resignation"), other vowels in common words ("came/come"), other
consonants ("form/from"). Measured by `tests/benchmarks/spellings.py`.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from rapidfuzz.distance import Levenshtein, Postfix, Prefix

from workbench.text.words.nearness import nearness
from workbench.text.words.orthography import are_written_alike
from workbench.text.words.romanisation import are_romanisations

__all__ = ["are_one_word", "are_spellings"]

_LONG = 8  # letters, from which one more inside is a slip
_KEPT = 3  # letters that must agree before and after it
_MUTE_FROM = 6  # letters, from which an e between consonants may be mute
_SHORT_NAME = 6  # letters, under which another vowel makes another word ("Come", "Came")
_SHORTEST_NAME = 4  # letters of a name that begins otherwise: "Ian" is not "Jan"
_MORE_ALIKE = 0.74  # from there on two vowels may differ: "Wagner" is not "Wegener"
_ALIKE = 0.7  # how near names must be
_VARIANTS = {"shew": "show", "grey": "gray", "woful": "woeful"}
_VOWELS = frozenset("aeiouаеёиоуыэюя")
_LONG_NAME = 8  # letters, from which any one vowel of a name may be another
# Vowels that one sound of a name is written with: "Achmad", "Achmed"; not "Rashid", "Rashad".
_EXCHANGED = frozenset(map(frozenset, ("ae", "ei", "iy", "ey", "ou", "ая", "ея", "её", "еэ", "иы", "ую", "ао", "уо")))
_GLIDES = frozenset("iyje")

# Last letters of what differs at the end of two spellings: "centre/center", "wrapt/wrapped", "cheque/check".
_ENDS = {
    ("", "k"),
    ("", "l"),
    ("", "e"),
    ("e", "r"),
    ("d", "t"),
    ("e", "k"),
    ("c", "e"),
    ("c", "k"),
    ("i", "y"),
    ("e", "y"),
}
# Vowels that one word may have for another inside, by what follows: "adviser/advisor", "parloit/parlait".
_AFTER_VOWELS = {"eo": {"r", "rs"}, "ao": {"it", "is", "ient"}}
_INFLECTIONS = frozenset(
    ["", *"aeio", "ae", "ai", "ia", "ie", "ii", *"аеиоуыюя", "ая", "ий", "ия", "ой", "ый"]
)  # of names
_NO_VOWEL = re.compile("[^aeiouаеёиоуыэюя]|h")
_NAME_ENDS = {("h", "s"), ("on", "um")}  # "Jonah/Jonas", "Ilion/Ilium"
_CLOSING = frozenset("snmrtdglснмвхт")  # consonants that end an inflected name


class _Rules(NamedTuple):
    """How to rewrite a word, rule by rule, and what finds whether any rule has something to do."""

    any: re.Pattern[str]
    each: Sequence[tuple[re.Pattern[str], str]]


def _compile(rules: Iterable[tuple[str, str]]) -> _Rules:
    each = [(re.compile(pattern), written) for pattern, written in rules]
    return _Rules(re.compile("|".join(pattern.pattern for pattern, _ in each)), each)


# In order, on words without case and accents. Most have a letter before, for at the beginning of a word another letter
# makes another word ("zeal", "seal").
_COMMON = _compile(
    [
        ("æ", "ae"),
        ("œ", "oe"),
        ("(?<=..)oi(?=[ts]$|ent$)", "ai"),
        ("(?<=.)xion", "ction"),
        ("[ao]e", "e"),
        ("^in(?=[a-z]{3})", "en"),
        ("^im(?=[a-z]{3})", "em"),
        ("(?<=[a-z][^aeiou])our", "or"),
        ("(?<=[ltsz])or(?=s?$)", "er"),
        ("(?:(?<=[bcdgptv])|(?<=ch))re(?=s?$)", "er"),
        ("mme(?=s?$)", "m"),
        ("ogue(?=s?$)", "og"),
        ("cc(?=[aou])", "c"),
        ("(?:(?<=[lpksz])|(?<=[^i]n))ed$", "t"),
        ("ph", "f"),
        ("(?<=.)(?:que$|ck|c(?![eiyhc]))", "k"),
        ("[kp](?=t[aeiou])", ""),
        ("(?<=.)(?:z|c(?=[eiy])|t(?=i[aeou]))", "s"),
        ("(?<=.)y", "i"),
        ("j", "i"),
        ("v", "u"),
        (r"([b-df-hj-np-tv-xzß])\1", r"\1"),
    ]
)
_MUTE = re.compile("(?<=[^aeiou])e(?=[^aeiou])(?!th$)")
_NAME = _compile(
    [
        (r"(.)\1", r"\1"),
        ("sch", "s"),
        ("q|c(?![eiy])", "k"),
        ("[zc]", "s"),
        ("[fvw]", "p"),
        ("x", "ks"),
        ("[aeiouyjhаеёиоуыэюяйьъ]", ""),
    ]
)


def are_one_word(left: str, right: str) -> bool:
    """Tell whether two words, as they stand, are one by the letters of their script or of a romanisation."""
    return are_written_alike(left, right) or are_romanisations(left, right)


def are_spellings(left: str, right: str, plain: tuple[str, str]) -> bool:
    """Tell whether two near words are spellings of one; `plain` are their forms without case, accents and signs."""
    first, second = map(_write_usually, plain)
    if first == second:
        return True
    head = Prefix.similarity(first, second)
    tail = Postfix.similarity(first[head:], second[head:])
    middle = first[head : len(first) - tail], second[head : len(second) - tail]
    if left[0].isupper() and right[0].isupper() and _are_names(first, second, middle, head, tail):
        return True
    if _is_barred(middle, head, first[len(first) - tail :]):
        return _is_mute(left, right)
    return _is_slip(middle, head, tail, first) or _are_rewritten_alike(first, second) or _is_mute(left, right)


def _write_usually(word: str) -> str:
    for variant, usual in _VARIANTS.items():
        if word.startswith(variant):
            return usual + word[len(variant) :]
    return word


def _is_mute(left: str, right: str) -> bool:
    """Tell whether one word has an apostrophe for the e of the other: "turn'd"."""
    mine, theirs = (word.casefold().replace("’", "e").replace("'", "e") for word in (left, right))
    return mine == theirs


def _is_barred(middle: tuple[str, str], head: int, tail: str) -> bool:
    """Tell at a glance what no rule makes equal: another ending, or another vowel inside."""
    mine, theirs = sorted(middle)
    if not tail:
        return (mine[-1:], theirs[-1:]) not in _ENDS and (theirs[-1:], mine[-1:]) not in _ENDS
    if head == 0 or not (mine in _VOWELS and theirs in _VOWELS):
        return False
    return tail not in _AFTER_VOWELS.get(mine + theirs, ())


def _is_slip(middle: tuple[str, str], head: int, tail: int, word: str) -> bool:
    lengths = sorted(map(len, middle))
    if any(unicodedata.category(sign).startswith("M") for part in middle for sign in part):
        return False
    return lengths == [0, 1] and head >= _KEPT and tail >= _KEPT and len(word) >= _LONG


def _are_rewritten_alike(first: str, second: str) -> bool:
    mine, theirs = _rewrite(first, _COMMON), _rewrite(second, _COMMON)
    if mine == theirs:
        return True
    return min(len(first), len(second)) >= _MUTE_FROM and _MUTE.sub("", mine) == _MUTE.sub("", theirs)


def _rewrite(word: str, rules: _Rules) -> str:
    """Apply the rules in order; most words need none, which one search tells."""
    if rules.any.search(word):
        for pattern, written in rules.each:
            word = pattern.sub(written, word)
    return word


def _are_names(first: str, second: str, middle: tuple[str, str], head: int, tail: int) -> bool:
    mine, theirs = sorted(middle)
    if (mine, theirs) == ("c", "k") or (not tail and (mine, theirs) in _NAME_ENDS):
        return True
    if not tail and head >= _KEPT and _are_endings(mine, theirs):
        return False
    if (tail and _have_other_vowels(first, middle, head, tail)) or _are_other_romans(first, middle, head, tail):
        return False
    alike = nearness(first, second)
    if alike < _ALIKE or (head == 0 and min(len(first), len(second)) < _SHORTEST_NAME):
        return False
    if alike < _MORE_ALIKE and Levenshtein.distance(_NO_VOWEL.sub("", first), _NO_VOWEL.sub("", second)) > 1:
        return False
    skeleton = _rewrite(first, _NAME)
    return skeleton != "" and skeleton == _rewrite(second, _NAME)


def _have_other_vowels(first: str, middle: tuple[str, str], head: int, tail: int) -> bool:
    """Tell whether the vowels make another name: one that is not exchanged, or in a short name one more or less."""
    mine, theirs = sorted(middle, key=len)
    if len(mine) == len(theirs) == 1 and _VOWELS.issuperset(middle):
        return len(first) < _SHORT_NAME or (len(first) < _LONG_NAME and frozenset(middle) not in _EXCHANGED)
    if len(mine) == len(theirs) == 1:
        return len(first) < _SHORT_NAME and "h" in middle and not _VOWELS.isdisjoint(middle)
    beside = {first[head - 1 : head], first[len(first) - tail :][:1]} - {theirs}
    is_short = head + len(theirs) + tail <= _SHORTEST_NAME
    return is_short and not mine and theirs in _VOWELS - _GLIDES and not _VOWELS.isdisjoint(beside)


def _are_other_romans(first: str, middle: tuple[str, str], head: int, tail: int) -> bool:
    """Tell whether an i makes a gens of a name ("Quintus", "Quintius"), or a vowel parts its beginning ("Flavius")."""
    mine, theirs = sorted(middle, key=len)
    if mine == "" and theirs == "i" and first[len(first) - tail :] == "us":
        return True
    starts = {part[:1] in _VOWELS for part in middle if part}
    return head == 1 and len(mine) > 1 and starts == {True, False} and _GLIDES.isdisjoint((mine[0], theirs[0]))


def _are_endings(mine: str, theirs: str) -> bool:
    if mine in _INFLECTIONS and theirs in _INFLECTIONS:
        return True
    return not _CLOSING.isdisjoint((mine[-1:], theirs[-1:]))
