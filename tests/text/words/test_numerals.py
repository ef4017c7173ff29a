"""A number that differs is called a number, in figures or in words, in whatever language we know numbers of."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.text import diff
from workbench.text.words.number_words import BEGINNINGS, COMPOUND
from workbench.text.words.numerals import (
    are_of_one_value,
    compare_numbers,
    holds_number,
    is_numeral,
    list_plainly_none,
)

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


@pytest.mark.parametrize(
    ("left", "right", "relation"),
    [
        # another value, or the same written otherwise
        ("seventy", "70", "same"),
        ("seven", "nine", "other"),
        ("one", "two", "other"),
        ("3/4", "¾", "same"),
        ("half", "1/2", "same"),
        ("the 19th", "the 19", "same"),
        ("two hundred and five", "205", "same"),
        ("twelve hundred", "1200", "same"),
        ("二", "2", "same"),
        ("第二", "2", "same"),
        ("רי״ח", "218", "same"),
        ("XVIe", "16", "same"),
        ("XVIth", "16th", "same"),
        # the same number, whatever it is written like
        ("seven", "Seven", ""),
        ("1,000", "1000", ""),
        ("a hundred", "an hundred", ""),
        # a number against none: in short phrases only, a doubtful one never, nor where the one begins the other
        ("seven", "boat", "other"),
        ("seven boats", "boats", "other"),
        ("one", "boat", ""),
        ("thirdly", "third", ""),
        ("", "7", ""),
        ("", "", ""),
        ("two came over the wall", "some came over the wall", ""),
        # in long phrases the sure ones count, and one more is no other number
        ("two men came here now", "three men came here now", "other"),
        ("two or three men here", "two men here now", ""),
        ("12 and 13 then came over", "12 and 14 then came over", "other"),
        ("two hundred men came in ships", "205 men came in ships", "other"),
        # single letters, where they face a number that could be theirs
        ("V", "X", "other"),
        ("V", "5", "same"),
        ("v", "5", "same"),
        ("I", "1", "same"),
        ("I", "we", ""),
        ("mix", "1009", "same"),
        ("dix", "10", "same"),
        ("DIX", "509", "same"),
        # two forms of one doubtful word
        ("ein", "eine", ""),
        ("einen", "zwei", "other"),
        ("five-year", "six-year", "other"),
        ("4 boats 5", "4 boats 6", "other"),
    ],
)
def test_numbers_of_two_phrases_are_compared_from_either_side(left: str, right: str, relation: str) -> None:
    assert compare_numbers(left, right) == relation
    assert compare_numbers(right, left) == relation


@pytest.mark.parametrize(
    ("left", "right", "are_one"),
    [
        ("seuen", "seven", True),
        ("zwei", "two", True),
        ("sieben", "septem", True),
        ("first", "primus", True),
        ("second", "two", False),
        ("seven", "nine", False),
        ("boat", "boat", False),
        ("two", "2", False),
        ("7", "7", False),
    ],
)
def test_words_of_one_value_are_both_ordinal_or_neither(left: str, right: str, are_one: bool) -> None:
    assert are_of_one_value(left, right) is are_of_one_value(right, left) is are_one


SURE = "MCM mcm xiv Ist Vth XIVth XIVe 二十 רי״ח ιβʹ 50% seven-fold viiij iiij"
UNSURE = "MIX Lde civil DC 第三 二 I v second"
HOLDING = "seven five-year 7 I MIX mix dix second 5% ½ 二 tenth-part"
NONE = "boat w3 — twentyone peace-offerings house Duke"


@pytest.mark.parametrize(
    ("word", "is_sure"), [*[(w, True) for w in SURE.split()], *[(w, False) for w in UNSURE.split()]]
)
def test_letters_that_are_numerals_are_told_from_words(word: str, is_sure: bool) -> None:
    assert is_numeral(word) is is_sure


@pytest.mark.parametrize(
    ("word", "holds"), [*[(w, True) for w in HOLDING.split()], *[(w, False) for w in NONE.split()]]
)
def test_a_word_may_hold_a_number(word: str, holds: bool) -> None:
    assert holds_number(word) is holds


def test_most_words_are_plainly_no_numbers() -> None:
    words = ["boat", "seven", "Mix", "mild", "civil", "I", "dix", "XVI", "five", "house", "Duke"]
    assert list_plainly_none({word: word.lower() for word in words}) == ["boat", "Mix", "house", "Duke"]


@given(st.lists(st.text("abcdeilmnortvwxIMXV", min_size=1, max_size=6), unique=True))
def test_what_is_plainly_none_holds_none(words: list[str]) -> None:
    assert not any(map(holds_number, list_plainly_none({word: word.lower() for word in words})))
