"""Words of grammar are light, words that mean something are not, whatever the language."""

import pytest

from workbench.text.words.weights import is_light

LIGHT = "the unto und der les avec los gli não het och przez который який και τοὺς est , ."
HEAVY = "harbour king ten met dan tot Haar dos foi war Ezhov море θάλασσα 19 barco"


@pytest.mark.parametrize("word", LIGHT.split())
def test_a_word_of_grammar_is_light(word: str) -> None:
    assert is_light(word)


@pytest.mark.parametrize("word", HEAVY.split())
def test_a_word_that_means_something_in_one_of_the_languages_is_not(word: str) -> None:
    assert not is_light(word)
