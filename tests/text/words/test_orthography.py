"""One word in two orthographies of its script is spelling; two words that look alike are not."""

import pytest

from workbench.text import diff

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
