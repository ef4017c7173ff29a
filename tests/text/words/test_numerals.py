"""A number that differs is called a number, in figures or in words, in whatever language we know numbers of."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.text import diff
from workbench.text.words.number_words import BEGINNINGS, COMPOUND
from workbench.text.words.numerals import is_numeral

NUMBERS = """
19 9th 1,000 ½ XIV VII
seven twenty-one five-and-twenty fourscore twelfth hundredth
einundzwanzig neunzehnhundertsiebzehn achtunddreißig dritten zwanzigste dreimal Hundert
dix-sept quatre-vingts trente deuxième
veintitrés quinientas séptimo
ventuno trentatré duecento tremila
quattuordecim trecentos vicesimo
пятью семнадцати двадцатого шестьсот пятидесяти двумя третьего тысячами
vijfentwintig dezesseis
"""
OTHERS = "dreist achtung einzig vent mixed CIVIL четверть шест dear tenor sixpence forte onward nineveh"
SELDOM = "one score due seize dos I MIX achten neuf sex Quintus первый bis siete beide dois"


def seen(left: str, right: str) -> list[tuple[str, str, str]]:
    return [(d.type, d.left.of(left), d.right.of(right)) for d in diff(left, right).differences]


@pytest.mark.parametrize("word", NUMBERS.split())
def test_a_number_is_known(word: str) -> None:
    assert is_numeral(word)


@pytest.mark.parametrize("word", [*OTHERS.split(), *SELDOM.split()])
def test_another_word_is_no_number_nor_one_that_is_seldom_a_number(word: str) -> None:
    assert not is_numeral(word)


@pytest.mark.parametrize(
    ("left", "right", "difference"),
    [
        ("on 19 November", "on 9 November", ("number", "19", "9")),
        ("on the 19th of November", "on the 19 of November", ("number", "19th", "19")),
        ("seventy boats came", "70 boats came", ("number", "seventy", "70")),
        ("four boats came", "five boats came", ("number", "four", "five")),
        ("twenty boats came", "twenty-one boats came", ("number", "twenty", "twenty-one")),
        ("one boat came", "two boats came", ("number", "one", "two")),
        ("the first boat came", "the second boat came", ("number", "first", "second")),
        ("chapter VII begins", "chapter VIII begins", ("number", "VII", "VIII")),
        ("chapter V begins", "chapter X begins", ("number", "V", "X")),
        ("chapter IV begins", "chapter 4 begins", ("number", "IV", "4")),
        ("es kamen siebzehn Boote", "es kamen siebzig Boote", ("number", "siebzehn", "siebzig")),
        ("пришли пятью лодками", "пришли шестью лодками", ("number", "пятью", "шестью")),
        ("двадцатого ноября", "двадцать ноября", ("number", "двадцатого", "двадцать")),
        ("le deuxième bateau", "le troisième bateau", ("number", "deuxième", "troisième")),
    ],
)
def test_another_number_is_called_a_number(left: str, right: str, difference: tuple[str, str, str]) -> None:
    assert difference in seen(left, right)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("he caught them", "he seize them"),
        ("the due reward", "the good reward"),
        ("I saw them", "we saw them"),
        ("some boats came", "one boats came"),
        ("vi dos barcos", "vi los barcos"),
        ("von hier bis Orsk", "von hier nach Orsk"),
        ("thirdly they came", "third they came"),
        ("then as I had said before all", "then both of the two went away all"),
        ("in Sicht eines Bootes", "in Sicht einer Bootes"),
        ("j'ai vu un bateau", "j'ai vu une bateau"),
    ],
)
def test_a_word_that_is_seldom_a_number_is_none_where_it_faces_none(left: str, right: str) -> None:
    assert {kind for kind, _, _ in seen(left, right)} == {"wording"}


def test_the_other_words_of_a_compound_are_not_part_of_its_number() -> None:
    assert seen("a five-year plan", "a five-month plan")[0][0] == "wording"
    assert seen("a five-year plan", "a six-year plan")[0][0] == "number"
    assert seen("twenty-one boats", "twenty-two boats")[0][0] == "number"


def test_a_number_in_a_changed_phrase_is_a_difference_of_its_own() -> None:
    left, right = "they convened in haste on 19 November 1812", "in haste it was called together the 9 November 1813"
    assert {("number", "19", "9"), ("number", "1812", "1813")} <= set(seen(left, right))


@given(st.from_regex(COMPOUND, fullmatch=True))
def test_every_number_made_by_rule_is_known_by_its_beginning(word: str) -> None:
    assert word[:3] in BEGINNINGS
