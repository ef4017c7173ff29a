import pytest

from workbench.text import Ignorable, Rule, diff, keys_of, read_keys, tokenise
from workbench.text.words.keys import Keys, _apply_rules


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
