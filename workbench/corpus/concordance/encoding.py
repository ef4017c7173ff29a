"""Terms as words that no database's parser can cut or fold."""

import re

from workbench.text.concordance import parts_of, read_words
from workbench.text.words.cache import Cache

__all__ = ["encode", "encoded_terms", "encoded_wholes"]

_SIGN_INSIDE = re.compile(r"\w[^\w\s]+\w")
_LONGEST = 100  # code points of a term; longer ones are alike to the index


class _Letters(dict[int, str]):
    """Letters and digits of the commonest blocks as they are; every other character in private use, or by its number.

    FTS5 sorts characters by the tables of Unicode 6.1 and folds some letters itself: what it might not know, or might
    take for a sign, it does not see.
    """

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        is_plain = (
            letter.isalnum() and letter == letter.lower() and (code < 0x250 or 0x3B1 <= code < 0x530 or _han(code))
        )
        if is_plain:
            self[code] = letter
        elif code < 0xFFFE:
            self[code] = chr(0xF0000 + code)
        else:
            self[code] = f"\uf8ff{code:x}\uf8ff"
        return self[code]


def _han(code: int) -> bool:
    return 0x4E00 <= code < 0x9FCC


_LETTERS = _Letters()


def encode(term: str) -> str:
    """Write one term so that it is one word of letters and digits; two terms that begin alike still do."""
    is_plain = term.isascii() and term.isalnum() and term == term.lower()
    return term[:_LONGEST] if is_plain else term[:_LONGEST].translate(_LETTERS)


def _encode_terms(word: str) -> str:
    return " ".join(encode(part.term) for part in parts_of(word))


def _encode_wholes(word: str) -> str:
    return " ".join(encode(part.whole) for part in parts_of(word) if part.whole)


_terms_of = Cache(_encode_terms, most=50_000, longest=60).__getitem__
_wholes_of = Cache(_encode_wholes, most=50_000, longest=60).__getitem__


def encoded_terms(text: str) -> str:
    """Write the terms of a text in order, parted by spaces."""
    return " ".join(map(_terms_of, read_words(text)))


def encoded_wholes(text: str) -> str:
    """Write the whole words of a text that are written with signs inside, parted by spaces."""
    if not _SIGN_INSIDE.search(text):
        return ""
    return " ".join(filter(None, map(_wholes_of, read_words(text))))
