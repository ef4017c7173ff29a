"""An apostrophe at the edge of a word is shown with the word, and with no other."""

from typing import TYPE_CHECKING

import pytest

from workbench.text import diff, read_keys
from workbench.text.difference.clinging import attach_apostrophes

if TYPE_CHECKING:
    from workbench.text.difference.opcodes import Row


def differences(left: str, right: str) -> list[tuple[str, str, str]]:
    return [(d.type, d.left.of(left), d.right.of(right)) for d in diff(left, right).differences]


@pytest.mark.parametrize(
    ("left", "right", "words"),
    [
        ("ʿAli came.", "'Ali came.", ("ʿAli", "'Ali")),
        ("ʿAli came.", "Ali came.", ("ʿAli", "Ali")),
        ("He saw Ali.", "He saw ʿAli.", ("Ali", "ʿAli")),
        ("the Qurʾan of Samāʾ, he said", "the Qurʾan of Samā', he said", ("Samāʾ", "Samā'")),
    ],
)
def test_a_letter_that_is_an_apostrophe_belongs_to_its_word(left: str, right: str, words: tuple[str, str]) -> None:
    assert [(mine, theirs) for _, mine, theirs in differences(left, right)] == [words]
    assert [(theirs, mine) for _, mine, theirs in differences(right, left)] == [words]


def test_it_belongs_to_no_word_that_another_stands_against() -> None:
    left, right = read_keys("catʿ sat"), read_keys("dog sat")
    assert (left.values, right.values) == (["cat", "ʿ", "sat"], ["dog", "sat"])
    sign: Row = (False, 1, 2, 1, 1, False, None)
    other: list[Row] = [(False, 0, 1, 0, 1, False, None), sign]
    assert attach_apostrophes(other, left, right) == other
    near: list[Row] = [(False, 0, 1, 0, 1, True, None), sign]
    assert attach_apostrophes(near, left, right) == [(False, 0, 2, 0, 1, True, None)]


def test_it_belongs_to_no_word_apart_from_it() -> None:
    assert [theirs for _, _, theirs in differences("He saw ʿ Ali.", "He saw ' Ali.")] == ["'"]
