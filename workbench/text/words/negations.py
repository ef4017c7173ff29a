"""Words that deny, by language: what turns a statement round must never pass as a function word.

Negation inside a word ("intolerable", "unhappy") is not looked for: versions that say the same with "not to be
tolerated" would seem to deny each other. In French "ne … pas" is one denial, so "ne" is not listed beside "pas". The
lists are written for this project.
"""

from collections.abc import Iterable
from itertools import pairwise
from unicodedata import normalize

from workbench.text.words.languages import language_of

__all__ = ["count_negations", "is_negation"]

_WORDS = {
    "en": "not no never none nor neither nobody nothing nowhere cannot nought naught neuer noe",
    "de": "nicht kein keine keinen keinem keiner keines nie niemals niemand niemandem niemanden nichts nirgends weder",
    "nl": "niet geen nooit niemand niets nergens noch",
    "fr": "pas point jamais rien aucun aucune personne nul nulle ni",
    "es": "no nunca jamás nada nadie ninguno ninguna ningún ni",
    "it": "non mai nulla nessuno nessuna nessun niente né",
    "pt": "não nunca jamais nada ninguém nenhum nenhuma nem",
    "la": "non nec neque numquam nunquam nihil nemo nullus nulla nullum haud",
    "ru": "не нет ни никогда никто никого никому ничего ничто нигде нельзя",
    "uk": "не ні немає ніколи ніхто нічого ніде",
    "pl": "nie nigdy nikt nikogo nic nigdzie żaden żadna",
    "cs": "ne není nikdy nikdo nic nikde žádný",
    "sv": "inte icke ej aldrig ingen inget inga intet",
    "da": "ikke ej aldrig ingen intet",
    "nb": "ikke aldri ingen intet",
    "el": "δεν δε μη μην όχι ποτέ κανείς κανένας τίποτα",
    "grc": "οὐ οὐκ οὐχ οὐχὶ μή μὴ οὐδὲ οὐδέ μηδὲ μηδέ οὐδεὶς οὐδείς οὐδὲν",
}


def _fold(word: str) -> str:
    """Return a word without case, composed again: case folding takes "ὐ" apart."""
    return normalize("NFC", word.casefold())


_LISTED = {language: frozenset(map(_fold, words.split())) for language, words in _WORDS.items()}
_NOBODYS: frozenset[str] = frozenset()
_CONTRACTED = ("n't", "n’t")
_ASIDES = frozenset({("no", "doubt"), ("not", "only"), ("nicht", "nur"), ("не", "только"), ("non", "solum")})


def is_negation(word: str, language: str) -> bool:
    """Tell whether a word denies in a language (a tag); false where the language is not listed."""
    folded = _fold(word)
    return folded in _LISTED.get(language_of(language), _NOBODYS) or folded.endswith(_CONTRACTED)


def count_negations(words: Iterable[str], language: str) -> int:
    """Count the words that deny; "no doubt" and "not only" deny nothing."""
    folded = [word.casefold() for word in words]
    asides = sum(pair in _ASIDES for pair in pairwise(folded))
    return sum(is_negation(word, language) for word in folded) - asides
