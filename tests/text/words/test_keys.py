from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.text import Ignorable, Rule, diff, keys_of, read_keys, tokenise
from workbench.text.words.keys import Keys, _apply_rules, fold_phrase, has_words


@pytest.mark.parametrize(
    ("ignorable", "left", "right"),
    [
        ("case", "Die Straße", "DIE STRASSE"),
        ("case", "ΛΟΓΟΣ", "λόγος".replace("ό", "ο")),
        ("punctuation", "Well, to-day I don’t.", "Well today I don't"),
        ("punctuation", "word—word", "word, word"),
        ("punctuation", "N. I. Yezhov", "N I Yezhov"),
        ("spacing", "a  b\nc", "a b c"),
        ("spacing", "a\u00a0b", "a b"),
        ("spacing", "we go to day with him", "we go today with him"),
        ("diacritics", "naïve Łódź", "naive Lodz"),
        ("diacritics", "בְּרֵאשִׁית", "בראשית"),
        ("diacritics", "ёлка", "елка"),
        ("form", "cafe\u0301", "café"),
        ("form", "co\u00adoperate ﬁre", "cooperate fire"),
        ("form", "a\u00a0b", "a b"),
        ("glosses", "TsK [Central Committee] met", "TsK met"),
    ],
)
def test_what_is_ignored_makes_no_difference(ignorable: Ignorable, left: str, right: str) -> None:
    assert diff(left, right, ignore={ignorable}).verdict == "equal"
    assert diff(left, right).verdict == "different"


@pytest.mark.parametrize(
    ("ignorable", "left", "right"),
    [
        ("punctuation", "its", "it's"),
        ("diacritics", "мой", "мои"),
        ("diacritics", "が", "か"),
        ("diacritics", "कि", "क"),
        ("case", "Polish", "policy"),
    ],
)
def test_what_is_a_letter_of_its_own_is_not_folded(ignorable: Ignorable, left: str, right: str) -> None:
    assert diff(left, right, ignore={ignorable}).verdict == "different"


def test_a_key_says_where_it_stands() -> None:
    keys = keys_of(tokenise("The TsK, met"), {"case", "punctuation"})
    assert [(key.value, key.start, key.end) for key in keys] == [("the", 0, 3), ("tsk", 4, 7), ("met", 9, 12)]


def test_the_columns_hold_the_same_keys() -> None:
    text = "The TsK [Central Committee] met, and the Central Committee voted."
    rules = (Rule("TsK", "Central Committee"),)
    columns = read_keys(text, {"glosses"}, rules)
    assert [(k.value, k.start, k.end) for k in keys_of(tokenise(text), {"glosses"}, rules)] == list(
        zip(columns.values, columns.starts, columns.ends, strict=True)
    )


def test_a_rule_of_several_words_makes_them_one() -> None:
    rules = (Rule("TsK", "Central Committee"),)
    assert diff("The TsK met.", "The Central Committee met.", rules=rules).verdict == "equal"


def test_rules_that_share_a_side_join() -> None:
    rules = (Rule("Ezhov", "Yezhov"), Rule("Jeschow", "Yezhov"))
    assert diff("Ezhov said", "Jeschow said", rules=rules).verdict == "equal"


def test_a_rule_holds_whole_words_only() -> None:
    assert diff("colours", "colors", rules=(Rule("colour", "color"),)).verdict == "different"


@pytest.mark.parametrize(("left", "right"), [("Colour fades.", "Color fades."), ("COLOUR FADES", "COLOR FADES")])
def test_a_rule_holds_with_capitals(left: str, right: str) -> None:
    assert diff(left, right, rules=(Rule("colour", "color"),)).verdict == "equal"


def test_a_rule_does_not_hide_a_difference_in_case() -> None:
    assert diff("Colour", "color", rules=(Rule("colour", "color"),)).verdict == "different"


def test_a_rule_follows_what_is_ignored() -> None:
    assert diff("EZHOV said", "yezhov said", rules=(Rule("Ezhov", "Yezhov"),), ignore={"case"}).verdict == "equal"


def test_a_rule_of_what_is_ignored_counts_no_longer() -> None:
    rules = (Rule("—", "-"), Rule("Ezhov", "Yezhov"))
    assert diff("Ezhov — he", "Yezhov - he", rules=rules, ignore={"punctuation"}).verdict == "equal"
    assert diff("Ezhov he", "Yezhov - he", rules=rules).verdict == "different"


def test_the_longest_side_that_stands_there_counts() -> None:
    rules = (Rule("a", "x"), Rule("a b c d", "y"))
    assert read_keys("a b c d a b c", rules=rules).values == ["a b c d", "a", "b", "c"]


def test_a_word_is_looked_up_once_however_long_the_rules_are() -> None:
    class Counted(str):
        looks = 0
        __slots__ = ()

        def __hash__(self) -> int:
            Counted.looks += 1
            return super().__hash__()

    words = [Counted(word) for word in ["of", "many", "words", "none", "begins", "a", "long", "rule"]]
    keys = Keys(" ".join(words), list(words), list(range(8)), list(range(1, 9)))
    _apply_rules(keys, frozenset(), (Rule("z " * 99 + "z", "y"),))
    assert Counted.looks == len(words)


def test_a_rule_without_words_is_refused() -> None:
    with pytest.raises(ValueError, match="has a side without words"):
        keys_of(tokenise("a"), rules=(Rule("a", " "),))


def test_an_unknown_ignorable_is_refused() -> None:
    with pytest.raises(ValueError, match="Unknown \\['colour'\\]"):
        diff("a", "b", ignore={"colour"})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "ignored", "folded"),
    [
        ("“Well,” he said", {"punctuation"}, " Well  he said"),
        ("well-known", {"punctuation"}, "wellknown"),
        ("a—b", {"punctuation"}, "a b"),
        ("a - - b", {"punctuation"}, "a   b"),
        ("(a)b", {"punctuation"}, " a b"),
        ("a--", {"punctuation"}, "a "),
        ("…", {"punctuation"}, " "),
        ("every one", {"spacing"}, "everyone"),
        (" A  B ", {"case"}, " a  b "),
        ("a [gloss] b", {"glosses"}, "a [gloss] b"),
        ("5,000 men", {"punctuation", "spacing"}, "5000men"),
        ("Café (noir)!", {"diacritics", "punctuation", "case"}, "cafe noir "),
        ("", {"case"}, ""),
        ("a b", set(), "a b"),
    ],
)
def test_a_phrase_is_folded_and_words_stay_apart(text: str, ignored: set[str], folded: str) -> None:
    assert fold_phrase(text, cast("frozenset[Ignorable]", frozenset(ignored))) == folded


@pytest.mark.parametrize(("words", "is_rule"), [("a", True), ("—", True), ("", False), (" \n", False), ("a b", True)])
def test_a_side_of_a_rule_has_words(words: str, is_rule: bool) -> None:
    assert has_words(words) is is_rule


def test_places_of_very_many_keys_are_the_same_numbers() -> None:
    few, many = read_keys("ab c. " * 10), read_keys("ab c. " * 40_000)
    assert list(few.starts) == [place for n in range(0, 60, 6) for place in (n, n + 3, n + 4)]
    assert len(many.values) == 120_000
    assert list(many.starts[:30]) == list(few.starts)
    assert list(many.ends[:30]) == list(few.ends)
    assert (many.starts[-1], many.ends[-1]) == (239_998, 239_999)


def test_a_number_of_several_words_is_one_key() -> None:
    keys = read_keys("In two hundred and five days")
    assert keys.values == ["In", "two hundred and five", "days"]
    assert list(zip(keys.starts, keys.ends, strict=True)) == [(0, 2), (3, 23), (24, 28)]
    assert read_keys("he had 100 000 men", {"spacing"}).values == ["he", "had", "100000", "men"]


def test_glosses_carry_no_key_where_they_are_ignored() -> None:
    text = "[a] b [c d] e [f"
    assert read_keys(text, {"glosses"}).values == ["b", "e", "[", "f"]
    assert read_keys(text, {"glosses", "punctuation"}).values == ["b", "e", "f"]
    assert list(read_keys(text, {"glosses"}).starts) == [4, 12, 14, 15]


def test_white_space_inside_a_word_goes_with_spacing() -> None:
    assert read_keys("exam-\nple", {"spacing"}).values == ["exam-ple"]
    assert read_keys("co\u00adop", {"spacing"}).values == ["coop"]
    assert read_keys("co\u00adop", {"case"}).values == ["co\u00adop"]


def test_rules_of_letters_count_inside_words_and_before_other_rules() -> None:
    letters = Rule("u", "v", of="letters")
    assert read_keys("vnto love", rules=[letters]).values == read_keys("unto loue", rules=[letters]).values
    both = [letters, Rule("loue", "amor")]
    assert read_keys("love", rules=both).values == read_keys("amor", rules=both).values
    assert read_keys("LOVE", rules=both).values == read_keys("AMOR", rules=both).values
    assert read_keys("Love", rules=both).values == read_keys("Amor", rules=both).values
    assert keys_of(tokenise("vp"), rules=[letters])[0].value == keys_of(tokenise("up"), rules=[letters])[0].value


@given(st.lists(st.tuples(st.sampled_from("abcdef"), st.sampled_from("abcdef")), max_size=8))
def test_sides_are_one_where_rules_lead_from_the_one_to_the_other(pairs: list[tuple[str, str]]) -> None:
    alike = {letter: {letter} for letter in "abcdef"}
    for left, right in pairs:
        both = alike[left] | alike[right]
        alike |= dict.fromkeys(both, both)
    values = read_keys("a b c d e f", rules=[Rule(left, right) for left, right in pairs]).values
    assert {(x, y) for x in range(6) for y in range(6) if values[x] == values[y]} == {
        (x, y) for x in range(6) for y in range(6) if "abcdef"[y] in alike["abcdef"[x]]
    }


def test_a_rule_that_begins_as_a_longer_one_counts_where_that_one_breaks_off() -> None:
    rules = (Rule("a b", "x"), Rule("a b c d", "y"), Rule("c", "z"))
    keys = read_keys("a b c e", rules=rules)
    assert keys.values == ["a b", "c", "e"]
    assert list(zip(keys.starts, keys.ends, strict=True)) == [(0, 3), (4, 5), (6, 7)]
