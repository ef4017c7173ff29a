"""Words of grammar are light, words that mean something are not, whatever the language."""

import pytest

from workbench.text.words.cache import forget
from workbench.text.words.weights import CONTENT, is_light, note_content, weigh

LIGHT = "the unto und der les avec los gli não het och przez который який και τοὺς est , ."
HEAVY = "harbour king ten met dan tot Haar dos foi war Ezhov море θάλασσα 19 barco"


@pytest.mark.parametrize("word", LIGHT.split())
def test_a_word_of_grammar_is_light(word: str) -> None:
    assert is_light(word)


@pytest.mark.parametrize("word", HEAVY.split())
def test_a_word_that_means_something_in_one_of_the_languages_is_not(word: str) -> None:
    assert not is_light(word)


@pytest.mark.parametrize(
    ("word", "weight"),
    [
        ("harbour", 1.0),
        ("the", 0.25),
        ("The", 0.25),
        ("THE", 0.25),
        ("ab", 0.25),
        ("abc", 1.0),
        ("7", 1.0),
        ("-7", 1.0),
        ("7a", 1.0),
        (".", 0.5),
        ("。", 0.5),
        ("?", 0.5),
        (";", 0.25),
        ("—", 0.25),
        (",", 0.1),
        ("«", 0.1),
        ("...", 0.1),
        ("дом", 1.0),
        ("яд", 0.25),
        ("½", 1.0),
        ("人", 0.5),
    ],
)
def test_a_word_weighs_as_evidence(word: str, weight: float) -> None:
    assert weigh(word) == weight


def test_content_that_was_noted_weighs_as_content() -> None:
    forget()
    note_content(["zzy"])
    assert weigh("zzy") == CONTENT
    assert not is_light("zzy")
    forget()
