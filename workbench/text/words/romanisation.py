"""One Slavic name as six traditions write it in Latin letters: Khrushchev, Chruščëv, Chruschtschow, Chruszczow.

A tradition (English BGN/PCGN and ALA-LC, scholarly or ISO 9, German, French, Polish) writes each Russian letter in a
way of its own: "ch" is ч in one, х in another and ш in a third. So a name is read back, letter by letter, by the table
of each tradition in which it can be read; two names are one where a reading of the one is a reading of the other. In a
reading soft signs are left out, й, и, ы and the glide before a vowel are one letter, е and ё are one (о too after
ж ч ш щ), the е that Latin puts before a last р is left out ("Aleksandr", "Alexander"), and double letters are single. A
short name without a Slavic ending ("Chang", "Shang") must be read in one tradition.

Sources: BGN/PCGN 1947, ALA-LC 1997, ISO/R 9:1968; the usage of Duden, Larousse and PWN.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice, product
from unicodedata import normalize

from workbench.text.words.cache import Cache

__all__ = ["are_romanisations", "kept_letters"]

_MOST = 32  # readings of one name by one tradition
_SHORTEST = 4  # letters
_LONG = 6  # letters, from which a name needs no Slavic ending

# What a letter may be read as, by "/"; "i" is й, и, ы or a glide.
_SHARED = "a=a b=b d=d f=f g=g k=k l=l ł=l m=m n=n o=o p=p r=r t=t u=u i=i e=e ë=e é=e è=e ê=e ė=e ï=i î=i"
_TABLES = {
    "English": "shch=щ zh=ж kh=х h=х ts=ц ch=ч tch=ч sh=ш v=v z=z s=s y=i ĭ=i x=ks",
    "scholarly": "šč=щ ž=ж ch=х x=х h=х c=ц č=ч š=ш ŝ=щ v=v z=z s=s y=i j=i â=ia û=iu",
    "German": "schtsch=щ tsch=ч sch=ш/ж sh=ж ch=х z=ц tz=ц ts=ц w=v ss=s ß=s s=s/z y=i j=i x=ks",
    "French": "chtch=щ tch=ч ch=ш j=ж kh=х ts=ц ou=u gu=g v=v z=z ss=s s=s y=i x=ks",
    "Polish": "szcz=щ cz=ч sz=ш ż=ж ch=х h=х/g c=ц w=v z=z ź=z s=s ś=s ć=t ń=n ó=o y=i j=i lo=lo/le",
}
_SIGNS = re.compile("['’ʹʺʼ`´′\u0361\ufe20\ufe21-]")
_OLD_ENDING = re.compile("(?<=[oe])ff$")  # Romanoff
_FRENCH_ENDING = re.compile("(?<=[iy]n)e$")  # Staline
_SLAVIC = re.compile("(?:[oe]v(?:a|i)?|ina?|iч|skia?|цki|enko|uk|[bdgжr]ni)$")  # of a reading
_AMBIGUOUS = re.compile("[жчшщцхsz]")  # consonants that two traditions write alike
_NOT_PLAIN = re.compile(r"[^abdlmnpr]|([abdlmnpr])(?=\1)")
_PLAINER = str.maketrans({"ł": "l", "ń": "n", "â": "ia"})
_SIMPLER = [
    (re.compile(pattern), written)
    for pattern, written in (
        ("ii+", "i"),
        ("i(?=e)", ""),
        ("io", "e"),
        ("(?<=[жчшщ])o", "e"),
        (r"(.)\1", r"\1"),
        ("(?<=[dt])er$", "r"),
    )
]
_MAY_BE_SIMPLER = re.compile(r"i[ieo]|[жчшщ]o|[dt]er$|(.)\1")  # where any of them has something to do


def _read_table(rows: str) -> Mapping[str, tuple[str, ...]]:
    pairs = (row.split("=") for row in f"{_SHARED} {rows}".split())
    return {written: tuple(read.split("/")) for written, read in pairs}


_TRADITIONS = {name: _read_table(rows) for name, rows in _TABLES.items()}
_LETTERS = {
    name: re.compile("|".join(sorted(map(re.escape, table), key=len, reverse=True)))
    for name, table in _TRADITIONS.items()
}


def are_romanisations(left: str, right: str) -> bool:
    """Tell whether two words, as they stand, are one Slavic name (with a capital) in two traditions, or in one."""
    if not (left[:1].isupper() and right[:1].isupper()) or min(len(left), len(right)) < _SHORTEST:
        return False
    if kept_letters(left) != kept_letters(right):
        return False
    mine, theirs = _readings(left), _readings(right)
    shared = {reading for _, reading in mine} & {reading for _, reading in theirs}
    if any(len(reading) >= _LONG or _SLAVIC.search(reading) or not _AMBIGUOUS.search(reading) for reading in shared):
        return True
    return not mine.isdisjoint(theirs)


def _find_kept(word: str) -> str:
    letters = word.lower()
    return _NOT_PLAIN.sub("", letters if letters.isascii() else normalize("NFC", letters).translate(_PLAINER))


# `kept_letters(word)`: those that every tradition writes alike; by them other names are told at a glance.
kept_letters = Cache(_find_kept, most=5_000).__getitem__


def _read(name: str) -> frozenset[tuple[str, str]]:
    """List the readings of a name, each with its tradition."""
    letters = _OLD_ENDING.sub("v", _SIGNS.sub("", normalize("NFC", _SIGNS.sub("", normalize("NFD", name.lower())))))
    return frozenset((tradition, reading) for tradition in _TRADITIONS for reading in _read_as(tradition, letters))


_readings = Cache(_read, most=2_000).__getitem__


def _read_as(tradition: str, letters: str) -> Iterable[str]:
    if tradition == "French":
        letters = _FRENCH_ENDING.sub("", letters)
    pieces = _LETTERS[tradition].findall(letters)
    if "".join(pieces) != letters:
        return ()
    table = _TRADITIONS[tradition]
    return islice(_combine([table[piece] for piece in pieces]), _MOST)


def _combine(choices: Iterable[tuple[str, ...]]) -> Iterator[str]:
    for parts in product(*choices):
        reading = "".join(parts)
        if _MAY_BE_SIMPLER.search(reading):
            for pattern, written in _SIMPLER:
                reading = pattern.sub(written, reading)
        yield reading
