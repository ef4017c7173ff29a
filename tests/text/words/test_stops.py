"""The signs that end a sentence."""

import unicodedata

import pytest

from workbench.text.words.stops import CLAUSE_SIGNS, COMMA_SIGNS, SENTENCE_ENDS
from workbench.text.words.weights import CONTENT, weigh


@pytest.mark.parametrize("sign", ".!?…։؟۔܀׃।॥။།።។᠃。！？｡")
def test_each_script_has_its_end(sign: str) -> None:
    assert sign in SENTENCE_ENDS
    assert weigh(sign) < CONTENT


def test_commas_and_colons_end_no_sentence() -> None:
    assert SENTENCE_ENDS.isdisjoint(COMMA_SIGNS + CLAUSE_SIGNS)


def test_none_is_part_of_a_word() -> None:
    assert not any(sign.isalnum() or unicodedata.category(sign)[0] == "M" for sign in SENTENCE_ENDS)
