"""German, Dutch and Italian write a number as one word, which is cut into pieces in every way the grammar allows."""

import re
from collections.abc import Iterator

from workbench.text.words.numbers.forms import COMPOUNDING, Piece, Pieces, find_forms, is_form, list_pieces, starts_of
from workbench.text.words.numbers.grammar import START, State, advance, is_whole

__all__ = ["may_say", "ways_to_read"]

_SHORTEST = 5  # letters of a compound
_LONGEST = 100
_MOST = 12  # ways to cut one
_ENDINGS = {
    "de": re.compile(r"(.{3,}?)(s?)te[nrms]?"),
    "nl": re.compile(r"(.{3,}?)(s?)[td]en?"),
    "it": re.compile(r"(.{3,})()esim[oaie]"),
}
_DROPPED = ("", "o", "e", "i", "a")  # by Italian before "esimo"
_IRREGULAR = {
    "erste": "eins", "dritte": "drei", "siebte": "sieben", "siebente": "sieben", "achte": "acht",
    "derde": "drie", "achtste": "acht", "eerste": "een",
}  # fmt: skip
_IRREGULAR_ENDINGS = {ordinal + rest: cardinal for ordinal, cardinal in _IRREGULAR.items() for rest in ("", *"nrms")}
_IRREGULAR_LAST = tuple({ending[-4:] for ending in _IRREGULAR_ENDINGS})
_ORDINAL = Piece("ordinal", 0)
_HEAD = 4  # letters, by which a word is seen not to be a compound


def _list_heads(language: str) -> frozenset[str]:
    """List how the compounds of a language may begin: pieces and endings put together until there are letters enough.

    A piece may lack its last letter before "esimo", and be written as an irregular ordinal.
    """
    pieces = list_pieces(language)
    ordinals = [
        piece.removesuffix(cardinal) + ordinal
        for ordinal, cardinal in _IRREGULAR.items()
        for piece in pieces
        if piece.endswith(cardinal)
    ]
    firsts = {*pieces, *(f"{piece[:-1]}esim" for piece in pieces), *ordinals}
    others = {*firsts, *_IRREGULAR, "te", "ste", "de", "sde", "esim"}
    heads, growing = set[str](), firsts
    while growing:
        heads |= {head[:_HEAD] for head in growing if len(head) >= _HEAD}
        growing = {head + other for head in growing if len(head) < _HEAD for other in others}
    known = {piece[:3] for piece in pieces}
    return frozenset(head for head in heads if head[:3] in known)


_HEADS = {language: _list_heads(language) for language in COMPOUNDING}
_ALL_HEADS = frozenset().union(*_HEADS.values())


def may_say(word: str) -> bool:
    """Tell at a glance whether the case-folded word may be a piece of a number, or a compound of some."""
    return (word[:_HEAD] in _ALL_HEADS and len(word) >= _SHORTEST) or is_form(word)


def ways_to_read(word: str) -> dict[str, list[Pieces]]:
    """Return what the case-folded word may be, by language: for each way to read it, its pieces.

    The last piece of a compound ordinal is an `ordinal` of 0.
    """
    found = find_forms(word)
    if _SHORTEST <= len(word) <= _LONGEST:
        for language in COMPOUNDING:
            if word[:_HEAD] in _HEADS[language] and (ways := _cut_compound(word, language)):
                found[language] = found.get(language, []) + ways
    return found


def _cut_compound(word: str, language: str) -> list[Pieces]:
    ways = [way for way in _cut(word, START, language) if len(way) > 1]
    for stem in _stems(word, language):
        ways += [(*way, _ORDINAL) for way in _cut(stem, START, language)]
    return ways[:_MOST]


def _stems(word: str, language: str) -> list[str]:
    """List the cardinals of which the word may be the ordinal."""
    stems = [
        word[: -len(ending)] + cardinal
        for ending, cardinal in (_IRREGULAR_ENDINGS.items() if word.endswith(_IRREGULAR_LAST) else ())
        if word.endswith(ending)
    ]
    if match := _ENDINGS[language].fullmatch(word):
        stems += [match[1] + vowel for vowel in _DROPPED] if language == "it" else [match[1], match[1] + match[2]]
    return stems


def _cut(word: str, state: State, language: str) -> Iterator[Pieces]:
    """Cut what remains of the word after pieces that led to this state."""
    for length, piece in starts_of(word, language):
        for reached in advance((state,), ((piece,),), language):
            if length < len(word):
                yield from ((piece, *rest) for rest in _cut(word[length:], reached, language))
            elif is_whole(reached):
                yield (piece,)
