"""One word in two orthographies of its script: the letters differ by rule, the word is the same.

- Latin: v for u and u for v, j for i ("vnto", "haue", "iudge"; "iuvat", "juvat"); ligatures ("Œdipus", "Oedipus");
  final y and i of Vietnamese ("lý", "lí").
- Cyrillic: the letters that Russian gave up in 1918, the ъ at the end and the endings of adjectives; the letters of
  Church Slavonic. Where both words are in the old spelling, і and и are two letters: міръ is the world, миръ peace.
- Greek: the iota written beside the vowel ("τῶι") or beneath it ("τῷ"); the final nu that some words may have or not
  ("τὴν", "τη"; "εἶπεν", "εἶπε"), not where it makes another word ("τὸν", "τὸ"; "οὐδέν", "οὐδέ"; "μέν", "με").
- Arabic, Persian, Urdu: the alef of connection, the two forms of yeh and of kaf, alef maksura for yeh, heh for teh
  marbuta, the forms of heh. Yiddish: the digraphs ("ײד", "ייד").

Accents and points are no letters (`folding`).
"""

import re
from unicodedata import normalize

import regex

from workbench.text.words.cache import Cache
from workbench.text.words.nearness import plain_form

__all__ = ["are_written_alike", "modern_form"]

_LETTERS = str.maketrans(
    dict(zip("ٱیىېکةەہۂھ", "ايييكههههه", strict=True)) | {"æ": "ae", "œ": "oe", "װ": "וו", "ױ": "וי", "ײ": "יי"}
)
_SLAVONIC = str.maketrans(
    {
        "ѿ": "от",
        "ѡ": "о",
        "ѻ": "о",
        "ꙋ": "у",
        "ѹ": "у",
        "ѧ": "я",
        "ꙗ": "я",
        "ѩ": "я",
        "ѫ": "у",
        "ѭ": "ю",
        "ѕ": "з",
        "ꙁ": "з",
    }
    | {"ѯ": "кс", "ѱ": "пс", "ѥ": "е", "ꙑ": "ы", "ꙩ": "о", "є": "е", "ѣ": "е", "ѳ": "ф", "ѵ": "и"}
)
_RUSSIAN = [
    (re.compile(pattern), written)
    for pattern, written in (
        ("оу(?=.*[ѡѿѧꙗѵѣꙋѹ]|.*ъ$)", "у"),
        ("(?<=[кгхжшщч])[іи]я$", "ие"),
        ("ыя$", "ые"),
        ("(?<=.)аго$", "ого"),
        ("(?<=.)яго$", "его"),
        ("(?<=[^аеёиоуыэюяѣіѵй])ъ$", ""),
        ("^(ра|и|во|бе|ни|че?ре)з(?=с)", r"\1с"),
    )
]
_I = re.compile("і(?=[аеёиоуыэюяѣйіѵ])|(?<=^м)і(?=р)")
_OLD_RUSSIAN = re.compile("[ѣѳѵ]|[^аеёиоуыэюяѣіѵй]ъ$")
_IOTA = "\u0345"
_CYRILLIC = re.compile("[а-џѠ-ѿꙀ-ꙿ]")
_GIVEN_UP = re.compile("[іѣѳѵѡѿꙋѹѧꙗѩѫѭѕꙁѯѱѥꙑꙩѻє]|ъ$|[аяы](?:го|я)$|зс|[кгхжшщч]ия$")
_V_AND_J = str.maketrans("vj", "ui")
_VIETNAMESE = regex.compile(r"\p{Latin}*[\p{Latin}--[aeoiuy]]u?[iy]", regex.V1)
_FINAL_NU = re.compile("(?:σ?τ|αυτ|ε?τουτ|εκειν|ολ)ην|(?!ουδεν|μηδεν)[α-ω]{2,}(?:ε|[σξψ]ι)ν")
_NU_WITHOUT_ACCENT = frozenset({"δεν", "μην"})  # "δε" is "δεν" where accents are written as now; "δὲ" is another word
_LONG = 4  # letters, from which the first may be i or j: "Ian" is not "Jan"


def are_written_alike(left: str, right: str) -> bool:
    """Tell whether two words, as they stand, are one word in two orthographies: not where only accents differ."""
    if left == right:
        return False
    if left.isascii() and right.isascii():
        return _are_latin_alike(left.lower(), right.lower())
    mine, theirs = modern_form(left), modern_form(right)
    if mine == theirs:
        return plain_form(left) != plain_form(right) and not _are_two_letters(left, right)
    if mine + "ν" == theirs or theirs + "ν" == mine:
        return _may_lack_nu(max(mine, theirs), left if mine < theirs else right)
    return _are_vietnamese(left, right) or _are_latin_alike(mine, theirs)


def modern_form(word: str) -> str:
    """Return the plain form of a word in the orthography that its script has now, as far as the letters tell."""
    return plain_form(word) if word.isascii() else _modernise_again(word)


def _modernise(word: str) -> str:
    decomposed = normalize("NFD", word)
    plain = plain_form(decomposed.replace(_IOTA, "ι") if _IOTA in decomposed else word)
    if not _CYRILLIC.match(plain):
        return plain.translate(_LETTERS)
    if _GIVEN_UP.search(plain):
        for pattern, written in _RUSSIAN:
            plain = pattern.sub(written, plain)
        plain = _I.sub("и", plain).translate(_SLAVONIC)
    return plain


_modernise_again = Cache(_modernise, most=10_000).__getitem__


def _are_two_letters(left: str, right: str) -> bool:
    """Tell whether both words are in the old Russian spelling and і stands against и."""
    first, second = plain_form(left), plain_form(right)
    if not (_OLD_RUSSIAN.search(first) and _OLD_RUSSIAN.search(second)):
        return False
    return [sign for sign in first if sign in "иі"] != [sign for sign in second if sign in "иі"]


def _are_latin_alike(first: str, second: str) -> bool:
    if first[:1] != second[:1] and {first[:1], second[:1]} == {"i", "j"} and min(len(first), len(second)) < _LONG:
        return False
    return first.translate(_V_AND_J) == second.translate(_V_AND_J)


def _may_lack_nu(longer: str, shorter: str) -> bool:
    """Tell whether a plain Greek word is the same without its last nu, as `shorter` stands."""
    if longer in _NU_WITHOUT_ACCENT:
        return shorter.lower() == longer[:-1]
    return _FINAL_NU.fullmatch(longer) is not None


def _are_vietnamese(left: str, right: str) -> bool:
    """Tell whether only the last letter differs, i against y, and both carry the same marks."""
    first, second = normalize("NFD", left.lower()), normalize("NFD", right.lower())
    if first.replace("y", "i") != second.replace("y", "i") or first.isascii():
        return False
    return all(_VIETNAMESE.fullmatch(plain_form(word)) for word in (left, right))
