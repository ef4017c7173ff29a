"""Which forms are of one word ("traitors", "traitor"), where the extra `lemmas` is installed and knows the language.

The package simplemma looks words up in lists of forms and falls back on rules; it knows nothing of the sentence: "saw"
is of "see" everywhere. The lists of a language are read when it is first asked for, a second or two and some 100 MB.
Without the extra, and in other languages, every form is a word of its own.
"""

import os
from collections.abc import Callable
from functools import lru_cache
from importlib import import_module
from importlib.metadata import version
from typing import Final

from workbench.text.words.languages import language_of

__all__ = ["LEMMAS", "knows_forms", "lemma_of"]

_MOST = 50_000  # forms that are remembered
_Lemmatize = Callable[..., str]


def _find() -> tuple[_Lemmatize | None, frozenset[str], str]:
    """Return what finds lemmas, the languages it knows and its name; nothing where it is not there or not wanted."""
    if os.environ.get("LEMMAS", "on").lower() not in {"on", "true", "yes", "1"}:
        return None, frozenset(), "off"
    try:
        package = import_module("simplemma")  # an optional extra
        known = import_module("simplemma.strategies.dictionaries.dictionary_factory")
    except ImportError:
        return None, frozenset(), "off"
    return package.lemmatize, frozenset(known.SUPPORTED_LANGUAGES), f"simplemma {version('simplemma')}"


_LEMMATIZE, _LANGUAGES, _NAME = _find()
LEMMAS: Final = _NAME
"""What finds lemmas, with its version, or "off". `LEMMAS=off` in the environment leaves it out."""


def knows_forms(tag: str) -> bool:
    """Tell whether the forms of words in a language (its tag) are known."""
    return language_of(tag) in _LANGUAGES


def lemma_of(word: str, tag: str) -> str:
    """Return the word that a form is of, in small letters; the form itself where the language is not known."""
    language = language_of(tag)
    if _LEMMATIZE is None or language not in _LANGUAGES:
        return word.casefold()
    return _look_up(_LEMMATIZE, word.casefold(), language)


@lru_cache(maxsize=_MOST)
def _look_up(lemmatize: _Lemmatize, word: str, language: str) -> str:
    return lemmatize(word, lang=language).casefold()
