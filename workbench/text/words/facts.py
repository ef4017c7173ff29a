"""What a text states that no translator is free to change: its numbers, its names, whether it denies; and its content.

Facts are values by which two texts, worded quite differently, can be asked whether they say the same. A name is a word
with a capital that no sentence begins with (in German, where nouns have capitals, none is found); words are brought
together by their beginnings, since no dictionary of forms is at hand.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from workbench.text.words.content import content_form, is_sure_number
from workbench.text.words.keys import read_keys
from workbench.text.words.languages import language_of
from workbench.text.words.negations import is_negation
from workbench.text.words.numbers.meaning import meaning_of
from workbench.text.words.spans import Span
from workbench.text.words.stops import SENTENCE_ENDS

__all__ = ["Fact", "Facts", "name_of", "read_facts", "stem_of"]

_OPENERS = frozenset("\"'“”‘’«»„‚([{—–-:`;*")
_CAPITALISED = frozenset({"de", "lb", "nds"})
_STEM = 5  # characters
_POSSESSIVE = re.compile("['’]s?$", re.IGNORECASE)


class Fact(NamedTuple):
    """One word, or several that make one number: what it says (`value`, equal where two texts say the same), where."""

    value: str
    span: Span


@dataclass(frozen=True, slots=True)
class Facts:
    """What one text states, each list in the order of the text."""

    text: str
    numbers: tuple[Fact, ...]
    names: tuple[Fact, ...]
    negations: tuple[Fact, ...]
    content: tuple[Fact, ...]


def stem_of(form: str) -> str:
    """Return what forms of one word have in common, as a rule: the beginning of its plain form."""
    return form[:_STEM]


def name_of(word: str) -> str:
    """Return what the writings of one name have in common: its plain form, nobody's ("Peter’s", "PETER")."""
    return content_form(_POSSESSIVE.sub("", word))


def read_facts(text: str, language: str) -> Facts:
    """Read what a text in a language (a tag) states."""
    keys = read_keys(text)
    spans = [Span(start, end) for start, end in zip(keys.starts, keys.ends, strict=True)]
    words = [span.of(text) for span in spans]
    numbers = [place for place, word in enumerate(words) if _is_number(word)]
    names = _find_names(words, language)
    return Facts(
        text,
        tuple([Fact(_value(words[place]), spans[place]) for place in numbers]),
        tuple([Fact(name_of(words[place]), spans[place]) for place in names]),
        tuple([Fact(one.casefold(), span) for one, span in zip(words, spans, strict=True) if _denies(one, language)]),
        tuple([Fact(stem_of(form), span) for form, span in _content(words, spans)]),
    )


def _is_number(word: str) -> bool:
    return is_sure_number(word) and meaning_of(word) is not None


def _value(word: str) -> str:
    """Write the value of a number: of several it may have the least, so that all writings of it are one."""
    meaning = meaning_of(word)
    return min(map(str, meaning.values)) if meaning else word.casefold()


def _denies(word: str, language: str) -> bool:
    return is_negation(word, language)


def _content(words: Sequence[str], spans: Sequence[Span]) -> list[tuple[str, Span]]:
    found = zip(map(content_form, words), spans, strict=True)
    return [(form, span) for form, span in found if form and form[0].isalpha()]


def _find_names(words: Sequence[str], language: str) -> list[int]:
    """List the places of words with a capital inside a sentence, and of those that are capitals alone ("NKVD")."""
    if language_of(language) in _CAPITALISED:
        return []
    found, begins = [], True
    for place, word in enumerate(words):
        if word[0].isalpha():
            if word[0].isupper() and content_form(word) and (not begins or word.isupper()):
                found.append(place)
            begins = False
        elif word in SENTENCE_ENDS or word[0] in _OPENERS:
            begins = True
    return found
