"""Inside a change words answer each other only where a reader would look for them."""

import pytest

from workbench.text import diff
from workbench.text.difference.kinship import are_kin


def differences(left: str, right: str) -> list[tuple[str, str, str]]:
    return [(d.type, d.left.of(left), d.right.of(right)) for d in diff(left, right).differences]


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("speak", "spake"),
        ("resign", "resignation"),
        ("come", "comes"),
        ("duilius", "duillius"),
        ("zidonian", "sidonian"),
    ],
)
def test_forms_and_spellings_of_one_word_are_kin(word: str, other: str) -> None:
    assert are_kin(word, other, word, other)
    assert are_kin(other, word, other, word)


@pytest.mark.parametrize(
    ("word", "other"), [("back", "black"), ("senate", "sent"), ("wanted", "water"), ("war", "warm"), ("night", "light")]
)
def test_words_that_look_alike_are_not_kin(word: str, other: str) -> None:
    assert not are_kin(word, other, word, other)
    assert not are_kin(other, word, other, word)


def test_a_word_is_not_torn_out_of_its_phrase_for_one_that_looks_alike() -> None:
    left = "The messenger was brought back to us from the hill."
    right = "The messenger was led through the black hole of the hill."
    assert differences(left, right) == [("wording", "brought back to us from", "led through the black hole of")]


def test_the_words_at_one_place_answer_each_other() -> None:
    assert differences("They wanted to come by sea.", "They came by water.")[-1] == ("wording", "sea", "water")


def test_a_name_spelled_otherwise_is_found_in_a_change() -> None:
    left = "Comrade Zhuravelev was put forward at the meeting."
    right = "They nominated comrade Zhuravlev at the meeting."
    assert ("spelling", "Zhuravelev", "Zhuravlev") in differences(left, right)
