"""One word in two orthographies of its script is spelling; two words that look alike are not."""

import pytest

from workbench.text import diff
from workbench.text.words.orthography import are_written_alike, modern_form

SPELLINGS = [
    ("على", "علي"),
    ("ٱلله", "الله"),
    ("کتاب", "كتاب"),
    ("مدرسة", "مدرسه"),
    ("كتـــاب", "كتاب"),
    ("Всѣ", "Все"),
    ("тамъ", "там"),
    ("ѿ", "отъ"),
    ("ꙗзыкъ", "язык"),
    ("русскія", "русские"),
    ("добраго", "доброго"),
    ("Россія", "Россия"),
    ("разсказъ", "рассказ"),
    ("міръ", "мир"),
    ("τῶι", "τῷ"),
    ("ἅιδης", "ᾅδης"),
    ("τὴν", "τη"),
    ("στὴν", "στη"),
    ("δεν", "δε"),
    ("εἶπεν", "εἶπε"),
    ("λέγουσιν", "λέγουσι"),
    ("lý", "lí"),
    ("quý", "quí"),
    ("vnto", "unto"),
    ("haue", "have"),
    ("iudge", "judge"),
    ("seuen", "seven"),
    ("iuvat", "juvat"),
    ("Œdipus", "Oedipus"),
    ("œuvre", "oeuvre"),
    ("Æneas", "Aeneas"),
]
WORDINGS = [
    ("міръ", "миръ"),
    ("кіт", "кит"),
    ("учения", "учение"),
    ("кров", "кровь"),
    ("على", "علا"),
    ("τῶν", "τῷ"),
    ("τὸν", "τὸ"),
    ("δέν", "δὲ"),
    ("οὐδέν", "οὐδέ"),
    ("μέν", "με"),
    ("Ian", "Jan"),
    ("king's", "kings"),
]


def type_of(left: str, right: str) -> str:
    (difference,) = diff(f"1 {left} 2", f"1 {right} 2").differences
    return difference.type


@pytest.mark.parametrize(("left", "right"), SPELLINGS)
def test_one_word_in_two_orthographies_is_spelling(left: str, right: str) -> None:
    assert (type_of(left, right), type_of(right, left)) == ("spelling", "spelling")


@pytest.mark.parametrize(("left", "right"), WORDINGS)
def test_two_words_are_wording(left: str, right: str) -> None:
    assert (type_of(left, right), type_of(right, left)) == ("wording", "wording")


@pytest.mark.parametrize(
    ("left", "right"),
    [("Diyarbakır", "Diyarbakir"), ("hoà", "hòa"), ("İstanbul", "Istanbul")],
)
def test_a_dot_or_tone_written_elsewhere_is_of_the_accents(left: str, right: str) -> None:
    assert type_of(left, right) == "diacritics"


@pytest.mark.parametrize(
    ("word", "modern"),
    [
        ("Всѣ", "все"),
        ("тамъ", "там"),
        ("ѿ", "от"),
        ("ꙗзыкъ", "язык"),
        ("русскія", "русские"),
        ("выя", "вые"),
        ("добраго", "доброго"),
        ("синяго", "синего"),
        ("разсказъ", "рассказ"),
        ("возсталъ", "восстал"),
        ("Россія", "россия"),
        ("міръ", "мир"),
        ("міра", "мира"),
        ("учитель", "учитель"),
        ("τῷ", "τωι"),
        ("τῶι", "τωι"),
        ("کتاب", "كتاب"),
        ("مدرسة", "مدرسه"),
        ("Café", "cafe"),
        ("O'Neill", "oneill"),
    ],
)
def test_a_word_has_one_form_in_the_orthography_of_now(word: str, modern: str) -> None:
    assert modern_form(word) == modern
    assert modern_form(modern) == modern


@pytest.mark.parametrize(
    ("left", "right", "are_one"),
    [
        ("τὴν", "τη", True),
        ("τὸν", "τὸ", False),
        ("δεν", "δε", True),
        ("δέν", "δὲ", False),
        ("εἶπεν", "εἶπε", True),
        ("λέγουσιν", "λέγουσι", True),
        ("οὐδέν", "οὐδέ", False),
        ("νῦν", "νῦ", False),
        ("lý", "lí", True),
        ("quý", "quí", True),
        ("lý", "lì", False),
        ("ly", "li", False),
        ("iudge", "judge", True),
        ("juste", "iuste", True),
        ("Iane", "Jane", True),
        ("Ian", "Jan", False),
        ("jus", "ius", False),
        ("vnto", "unto", True),
        ("VNTO", "unto", True),
        ("міръ", "мир", True),
        ("міръ", "миръ", False),
        ("same", "same", False),
        ("Été", "été", False),
        ("König", "Konig", False),
        ("vér", "uér", True),
    ],
)
def test_two_words_are_one_in_two_orthographies_from_either_side(left: str, right: str, are_one: bool) -> None:
    assert are_written_alike(left, right) is are_one
    assert are_written_alike(right, left) is are_one
