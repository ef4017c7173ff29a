"""Words that look alike across languages and scripts: names, numbers, loans. By their consonants.

A name changes its vowels, doublings and endings from language to language (Иерусалим, Jerusalem; Ежов, Jeschow),
but its consonants stay, more or less: those of one place of the mouth change into each other (b, v, p, f). The key
of a word is the first four of its consonants by class. Letters that aren't Latin are written in Latin letters
first.
"""

import re
import unicodedata
from functools import lru_cache

__all__ = ["cognate"]

_LATIN = {
    # Cyrillic
    **dict(zip("абвгдезийклмнопрстуфхцчшщыэюяєіїґў", "abvgdeziiklmnoprstufkzzssieuieiigv", strict=True)),
    "ж": "z", "ъ": "", "ь": "", "ё": "e",
    # Greek
    **dict(zip("αβγδεζηθικλμνξοπρσςτυφχψω", "avgdezitiklmnsoprsstifhso", strict=True)),
    # Hebrew
    **dict(zip("אבגדהוזחטיכךלמםנןסעפףצץקרשת", "avgdhvzhtikklmmnnsappsskrst", strict=True)),
    # Arabic
    **dict(zip("ابتثجحخدذرزسشصضطظعغفقكلمنهوي", "abttghhddrzsssdtzagfkklmnhui", strict=True)),
}  # fmt: skip
_CLASSES = {letter: kind for kind, letters in (("p", "bpfvw"), ("k", "cgkqx"), ("t", "dt"), ("s", "szß"), ("m", "m"),
            ("n", "n"), ("l", "l"), ("r", "r")) for letter in letters}  # fmt: skip
_VOWELS = frozenset("aeiouyhj")
_HISSING = re.compile("t?sch|sh|zh")
_KEPT = 4


@lru_cache(maxsize=1 << 16)
def cognate(word: str) -> str:
    """Return the key of a folded word (`fold`): its first consonants by class, a number as it stands, or "".

    "" where too little is left to recognise anything by. Words in scripts without an alphabet have no key.
    """
    if word.isdecimal():
        return str(int(word))
    latin = _HISSING.sub("s", "".join(_LATIN.get(letter, letter) for letter in unicodedata.normalize("NFKD", word)))
    kinds = [_CLASSES.get(letter, "") for letter in latin if letter not in _VOWELS]
    merged = [kind for kind, last in zip(kinds, ["", *kinds], strict=False) if kind and kind != last]
    start = "v" if latin[:1] in _VOWELS else ""
    return start + "".join(merged[:_KEPT]) if len(merged) >= 2 else ""
