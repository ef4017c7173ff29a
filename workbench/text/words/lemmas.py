"""Which forms are of one word ("traitors", "traitor"), where the extra `lemmas` is installed and knows the language.

The package simplemma looks words up in lists of forms and falls back on rules; it knows nothing of the sentence: "saw"
is of "see" everywhere. The lists of a language are read when it is first asked for, a second or two and some 100 MB.
Without the extra, and in other languages, every form is a word of its own.
"""

import os
from collections.abc import Callable
from functools import cache, lru_cache
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from typing import Final

from workbench.text.words.languages import language_of

__all__ = ["LEMMAS", "knows_forms", "lemma_of"]

_MOST = 50_000  # forms that are remembered
_Lemmatize = Callable[..., str]


def _name() -> str:
    if os.environ.get("LEMMAS", "on").lower() not in {"on", "true", "yes", "1"}:
        return "off"
    try:
        return f"simplemma {version('simplemma')}"  # an optional extra
    except PackageNotFoundError:
        return "off"


LEMMAS: Final = _name()
"""What finds lemmas, with its version, or "off". `LEMMAS=off` in the environment leaves it out."""


@cache
def _load() -> tuple[_Lemmatize, frozenset[str]]:
    """Return what finds lemmas, and the languages it knows: no small thing to import, so when it is first asked for."""
    known = import_module("simplemma.strategies.dictionaries.dictionary_factory")
    return import_module("simplemma").lemmatize, frozenset(known.SUPPORTED_LANGUAGES)


def knows_forms(tag: str) -> bool:
    """Tell whether the forms of words in a language (its tag) are known."""
    return LEMMAS != "off" and language_of(tag) in _load()[1]


def lemma_of(word: str, tag: str) -> str:
    """Return the word that a form is of, in small letters; the form itself where the language is not known."""
    return _look_up(word.casefold(), language_of(tag)) if knows_forms(tag) else word.casefold()


@lru_cache(maxsize=_MOST)
def _look_up(word: str, language: str) -> str:
    return _load()[0](word, lang=language).casefold()
