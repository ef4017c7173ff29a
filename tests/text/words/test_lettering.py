"""Rules of letters make letters one wherever they stand, and nothing else."""

from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.text import IGNORABLE, Ignorable, Rule, collate, diff, read_keys
from workbench.text.words.lettering import lettering

RULES = (Rule("u", "v", "letters"), Rule("i", "j", "letters"), Rule("ṃ", "n", "letters"), Rule("sh", "š", "letters"))


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Vnto vs he giueth seuen", "Unto us he giveth seven"),
        ("SVMMVS IVDEX", "SUMMUS JUDEX"),
        ("saṃgha", "sangha"),
        (normalize("NFD", "saṃgha"), "sangha"),
        ("Shakespeare, SHAH, shah", "Šakespeare, ŠAH, šah"),
    ],
)
def test_letters_of_a_rule_are_the_same_in_every_word(left: str, right: str) -> None:
    assert diff(left, right, rules=RULES).verdict == "equal"
    assert diff(left, right).verdict != "equal"


@pytest.mark.parametrize(
    ("left", "right"), [("für", "fvr"), (normalize("NFD", "für"), "fvr"), ("us", "ws"), ("m", "n")]
)
def test_other_letters_stay_apart(left: str, right: str) -> None:
    assert diff(left, right, rules=RULES).verdict != "equal"


def test_rules_that_share_a_letter_join() -> None:
    rules = (Rule("i", "j", "letters"), Rule("j", "y", "letters"))
    assert diff("ieiunium", "yeyunium", rules=rules).verdict == "equal"


def test_a_rule_of_words_counts_however_its_words_are_spelt() -> None:
    rules = (Rule("every where", "ubique", "words"), Rule("u", "v", "letters"))
    assert diff("Euery where", "Vbique", rules=rules).verdict == "equal"


def test_what_is_no_letter_makes_no_rule() -> None:
    with pytest.raises(ValueError, match="Letters are expected"):
        read_keys("a", rules=(Rule("1", "i", "letters"),))


WORDS = st.lists(
    st.sampled_from(["vs", "us", "saṃ", "sam", "SAN", "shah", "š", "vi", "VI", "a-v", "5,000"]), max_size=5
)


@given(WORDS, WORDS, st.sets(st.sampled_from(sorted(IGNORABLE))))
def test_ignoring_more_never_shows_more(left: list[str], right: list[str], ignore: set[Ignorable]) -> None:
    texts = " ".join(left), " ".join(right)
    if not diff(*texts, rules=RULES).differences:
        assert not diff(*texts, rules=RULES, ignore=ignore).differences


@given(WORDS, WORDS)
def test_a_collation_has_a_variant_place_if_and_only_if_there_is_a_difference(
    left: list[str], right: list[str]
) -> None:
    texts = " ".join(left), " ".join(right)
    has_place = any(column.is_variant for column in collate(texts, rules=RULES).columns)
    assert has_place == bool(diff(*texts, rules=RULES).differences)


@given(st.text(st.sampled_from("uvijšhsṃnUVx\u0301\u0323")))
def test_writing_again_alters_nothing(word: str) -> None:
    write = lettering(tuple((rule.left, rule.right) for rule in RULES))
    assert write(write(word)) == write(word)
