"""Inside a change words answer each other only where a reader would look for them."""

import pytest

from workbench.text import diff
from workbench.text.difference.kinship import are_kin
from workbench.text.difference.opcodes import Row, swap_sides
from workbench.text.difference.pairing import pair_all
from workbench.text.words.keys import read_keys


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


def cut(left: str, right: str) -> list[tuple[str, str, str]]:
    """Pair the words of one change; say of each row whether it is equal ("="), near ("~") or neither."""
    mine, theirs = read_keys(left), read_keys(right)
    rows = pair_all([(False, 0, len(mine.values), 0, len(theirs.values), False, None)], mine, theirs)
    return [
        ("=" if equal else "~" if near else "", " ".join(mine.values[a:b]), " ".join(theirs.values[c:d]))
        for equal, a, b, c, d, near, _ in rows
    ]


@pytest.mark.parametrize(
    ("left", "right", "rows"),
    [
        (
            "comrade Zhuravelev was",
            "they nominated comrade Zhuravlev",
            [
                ("", "", "they nominated"),
                ("=", "comrade", "comrade"),
                ("~", "Zhuravelev", "Zhuravlev"),
                ("", "was", ""),
            ],
        ),
        ("to day we", "today they", [("~", "to day", "today"), ("", "we", "they")]),
        ("seven boats here", "nine ships there", [("~", "seven", "nine"), ("", "boats here", "ships there")]),
        ("colour fades", "color stays", [("~", "colour", "color"), ("", "fades", "stays")]),
        # the edges: words but for case, signs against signs, old spelling
        ("The boy", "the girl", [("~", "The", "the"), ("", "boy", "girl")]),
        (", red", "; blue", [("~", ",", ";"), ("", "red", "blue")]),
        ("red ,", "blue ;", [("", "red", "blue"), ("~", ",", ";")]),
        ("vnto them all", "unto some", [("~", "vnto", "unto"), ("", "them all", "some")]),
        ("x . y", "z . w", [("", "x . y", "z . w")]),
        # forms of one word are no pair where that would tear the change
        ("sent off at once", "step was to send", [("", "sent off at once", "step was to send")]),
        ("old men sent", "sends young", [("", "old men sent", "sends young")]),
        ("Sent off", "Send it", [("~", "Sent", "Send"), ("", "off", "it")]),
        ("he sent seven", "was nine send", [("", "he", "was nine"), ("~", "sent", "send"), ("", "seven", "")]),
        # names, numbers and other spellings stay pairs all the same
        ("first of may", "May first", [("", "", "May"), ("=", "first", "first"), ("", "of may", "")]),
        ("one Two", "two three", [("", "one", ""), ("~", "Two", "two"), ("", "", "three")]),
        ("colour of", "the color", [("", "", "the"), ("~", "colour", "color"), ("", "of", "")]),
        ("a b", "c d", [("", "a b", "c d")]),
        ("colour", "color", [("~", "colour", "color")]),
        ("boat", "ship", [("", "boat", "ship")]),
    ],
)
def test_a_change_is_cut_into_pairs_and_what_remains(left: str, right: str, rows: list[tuple[str, str, str]]) -> None:
    assert cut(left, right) == rows


def test_a_change_that_is_too_large_is_left_whole() -> None:
    many = " ".join(f"w{n}x" for n in range(101))
    assert len(cut(f"{many} colour", f"color {many}")) == 1
    assert len(cut(f"{many[: many.index(' w99x')]} colour", "color")) == 2


def test_rows_that_agree_or_are_near_stay_as_they_are() -> None:
    keys = read_keys("colour fades")
    others = read_keys("color fades")
    rows: list[Row] = [(False, 0, 1, 0, 1, True, None), (True, 1, 2, 1, 2, False, None)]
    assert pair_all(rows, keys, others) == rows
    assert pair_all([(False, 0, 2, 0, 0, False, None)], keys, others) == [(False, 0, 2, 0, 0, False, None)]


def test_pairs_do_not_depend_on_the_side() -> None:
    left, right = read_keys("to day seven boats"), read_keys("today nine ships")
    rows = pair_all([(False, 0, 4, 0, 3, False, None)], left, right)
    assert pair_all([(False, 0, 3, 0, 4, False, None)], right, left) == swap_sides(rows)
