"""Each type of difference, by rule, on words as they stand in translations."""

import pytest

from workbench.text import Difference, Span, diff
from workbench.text.words.segmentation import SEGMENTER

needs_dictionary = pytest.mark.skipif(SEGMENTER is None, reason="no segmenter is installed, or SEGMENTATION is off")


def seen(left: str, right: str) -> list[tuple[str, str, str]]:
    return [(d.type, d.left.of(left), d.right.of(right)) for d in diff(left, right).differences]


@pytest.mark.parametrize(
    ("left", "right", "differences"),
    [
        ("the people said", "the People said", [("case", "people", "People")]),
        ("he went, then spoke", "he went; then spoke", [("punctuation", ",", ";")]),
        ("he went then spoke", "he went, then spoke", [("punctuation", "", ",")]),
        ("漢字,漢字", "漢字，漢字", [("punctuation", ",", "，")]),
        ("go there to-day", "go there today", [("spelling", "to-day", "today")]),
        ("I don’t know", "I don't know", [("punctuation", "don’t", "don't")]),
        ("a well‑known man", "a well-known man", [("punctuation", "well‑known", "well-known")]),
        ("go there to day", "go there today", [("spacing", "to day", "today")]),
        ("one  two", "one two", [("spacing", "  ", " ")]),
        ("a naïve man", "a naive man", [("diacritics", "naïve", "naive")]),
        ("comrade Ezhov said", "comrade Yezhov said", [("spelling", "Ezhov", "Yezhov")]),
        ("of Zhuravelev there", "of Zhuravlev there", [("spelling", "Zhuravelev", "Zhuravlev")]),
        ("on 19 November we", "on 9 November we", [("number", "19", "9")]),
        ("seventy elders came", "70 elders came", [("number", "seventy", "70")]),
        ("twelve men came", "many men came", [("number", "twelve", "many")]),
        ("the TsK met", "the TsK [Central Committee] met", [("gloss", "", "[Central Committee]")]),
        ("the king rode", "the prince rode", [("wording", "king", "prince")]),
        (
            "asked to resign now",
            "asked for resignation now",
            [("wording", "to", "for"), ("wording", "resign", "resignation")],
        ),
        ("the king rode", "the old king rode", [("addition", "", "old")]),
        ("the old king rode", "the king rode", [("omission", "old", "")]),
        (
            "comrade Zhuravlev was put forward by the Moscow delegates",
            "it was by the Moscow delegates that comrade Zhuravlev was put forward",
            [
                ("addition", "", "it was"),
                ("addition", "", "that"),
                ("move", "by the Moscow delegates", "by the Moscow delegates"),
            ],
        ),
        ("saith Jesus Christ to them", "saith Christ Jesus to them", [("move", "Jesus", "Jesus")]),
    ],
)
def test_a_difference_has_a_type(left: str, right: str, differences: list[tuple[str, str, str]]) -> None:
    assert seen(left, right) == differences


def test_a_number_is_not_lost_in_a_changed_phrase() -> None:
    differences = seen("we convened on 19 November in haste", "they gathered the 9 November at leisure")
    assert ("number", "19", "9") in differences


def test_the_characters_that_differ_are_marked_in_a_near_pair() -> None:
    left, right = "of Zhuravelev there", "of Zhuravlev there"
    (difference,) = diff(left, right).differences
    assert [(c.left.of(left), c.right.of(right)) for c in difference.characters] == [("e", "")]


def test_a_character_with_its_accent_differs_as_one() -> None:
    left, right = "a nai\u0308ve man", "a naive man"
    (difference,) = diff(left, right).differences
    assert [(c.left.of(left), c.right.of(right)) for c in difference.characters] == [("i\u0308", "i")]


@pytest.mark.parametrize(
    ("left", "right", "kind", "note"),
    [
        ("a\u00a0b", "a b", "spacing", "U+00A0 NO-BREAK SPACE / U+0020 SPACE"),
        ("coop\u00aderate", "cooperate", "spacing", "U+00AD SOFT HYPHEN / nothing"),
        ("a \u200eb", "a b", "spacing", "U+200E LEFT-TO-RIGHT MARK / nothing"),
        ("M\u043escow", "Moscow", "spelling", "U+043E CYRILLIC SMALL LETTER O / U+006F LATIN SMALL LETTER O"),
        ("café", "cafe\u0301", "diacritics", "NFC / NFD (the same characters in another Unicode form)"),
    ],
)
def test_what_the_eye_cannot_see_is_named(left: str, right: str, kind: str, note: str) -> None:
    (difference,) = diff(left, right).differences
    assert (difference.type, difference.note) == (kind, note)


def test_what_the_eye_can_see_has_no_note() -> None:
    assert diff("naïve", "naive").differences[0].note == ""


def test_an_omission_is_empty_at_its_place_on_the_right() -> None:
    assert diff("the old king", "the king").differences == (Difference("omission", Span(4, 7), Span(4, 4)),)


@pytest.mark.parametrize(
    ("left", "right", "kind"),
    [
        ("मैं", "में", "wording"),
        ("किताब", "किताबें", "wording"),
        ("வந்தான்", "வந்தாள்", "wording"),
        ("কুল", "কূল", "wording"),
        ("བོད", "བུད", "wording"),
        ("မြို့", "မြို", "wording"),
        pytest.param("ទឹក", "ទុក", "wording", marks=needs_dictionary),
        ("ป่า", "ป้า", "wording"),
        ("ज़मीन", "जमीन", "diacritics"),
        ("सम्बन्ध", "संबंध", "diacritics"),
        pytest.param("葛\U000e0100城", "葛城", "diacritics", marks=needs_dictionary),
        ("മനുഷ്യൻ", "മനുഷ്യന്\u200d", "spelling"),
        ("উৎসব", "উত্\u200dসব", "spelling"),
        ("Qurʾan", "Qur'an", "punctuation"),
        ("Hawaiʻi", "Hawai'i", "punctuation"),
        ("oʻzbek", "o‘zbek", "punctuation"),
        ("п’ять", "пʼять", "punctuation"),
        ("U.S.A.", "USA", "punctuation"),
        ("anti–war", "anti-war", "punctuation"),
        ("anti—war", "anti-war", "punctuation"),
        ("its", "it's", "wording"),
        ("oclock", "o'clock", "punctuation"),
        ("Qur'an", "Quran", "punctuation"),
        ("می\u200cرود", "میرود", "spacing"),
        ("ﬁre", "fire", "spelling"),
    ],
)
def test_marks_are_letters_and_apostrophes_are_signs(left: str, right: str, kind: str) -> None:
    assert seen(f"1 {left} 2", f"1 {right} 2") == [(kind, left, right)]
    assert seen(f"1 {right} 2", f"1 {left} 2") == [(kind, right, left)]
