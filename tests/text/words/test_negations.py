"""Which words deny, and which only seem to."""

import pytest

from workbench.text.words.negations import count_negations, is_negation


@pytest.mark.parametrize(
    ("language", "word"),
    [
        ("en", "not"),
        ("en-GB", "NEVER"),
        ("eng", "cannot"),
        ("de", "Kein"),
        ("fr", "jamais"),
        ("ru", "не"),
        ("grc", "οὐκ"),
        ("grc", "ου\u0313κ"),
        ("el", "ΌΧΙ"),
    ],
)
def test_a_word_denies_in_its_language(language: str, word: str) -> None:
    assert is_negation(word, language)
    assert not is_negation(word, "ja")


@pytest.mark.parametrize("word", ["didn't", "Won’t", "ain't"])
def test_a_contraction_denies_wherever_it_stands(word: str) -> None:
    assert is_negation(word, "en")
    assert is_negation(word, "")


@pytest.mark.parametrize(("language", "word"), [("en", "nothing's"), ("de", "not"), ("fr", "ne"), ("en", "unhappy")])
def test_other_words_do_not(language: str, word: str) -> None:
    assert not is_negation(word, language)


@pytest.mark.parametrize(
    ("text", "language", "count"),
    [
        ("", "en", 0),
        ("He saw nothing and said no", "en", 2),
        ("No doubt he came", "en", 0),
        ("Not only he came , nobody stayed", "en", 1),
        ("no no doubt", "en", 1),
        ("doubt no only not", "en", 2),
        ("Nicht nur er", "de", 0),
        ("не только он не пришёл", "ru", 1),
    ],
)
def test_no_doubt_and_not_only_deny_nothing(text: str, language: str, count: int) -> None:
    assert count_negations(text.split(), language) == count
    assert count_negations(iter(text.split()), language) == count
