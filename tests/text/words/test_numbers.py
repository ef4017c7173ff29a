"""A number is known by its value, in figures, letters and words, and is one word of a comparison."""

from fractions import Fraction

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.text.words.speaking import SENTENCES, SPEAKERS
from workbench.text import collate, diff
from workbench.text.words.keys import keys_of, read_keys
from workbench.text.words.numbers.compounds import may_say, ways_to_read
from workbench.text.words.numbers.forms import COMPOUNDING, list_pieces
from workbench.text.words.numbers.meaning import meaning_of, opens_number
from workbench.text.words.numbers.phrases import list_openings
from workbench.text.words.tokens import tokenise

LANGUAGES = sorted(SPEAKERS)
VALUES = {
    "two hundred and five": 205,
    "threescore and ten": 70,
    "three score and ten": 70,
    "an hundred and fourscore and five thousand": 185_000,
    "six hundred thousand, and three thousand, and five hundred and fifty": 603_550,
    "five and twenty": 25,
    "six-and-thirty": 36,
    "nineteen seventeen": 1917,
    "nineteen hundred and seventeen": 1917,
    "half a million": 500_000,
    "two and a half million": 2_500_000,
    "one half": Fraction(1, 2),
    "three quarters": Fraction(3, 4),
    "half a dozen": 6,
    "twenty-first": 21,
    "zweihundert und fünf": 205,
    "hundert zwanzig": 120,
    "dreieinhalb": Fraction(7, 2),
    "anderthalb": Fraction(3, 2),
    "eine halbe Million": 500_000,
    "neunzehnhundertsiebzehn": 1917,
    "einundzwanzigsten": 21,
    "tweeënhalf": Fraction(5, 2),
    "honderd vier en veertig duizend": 144_000,
    "mil neuf cent dix-sept": 1917,
    "six-vingts": 120,
    "vingt-deuxième": 22,
    "deux et demi": Fraction(5, 2),
    "diez y seis": 16,
    "mil millones": 10**9,
    "vigésimo quinto": 25,
    "centouno": 101,
    "cento e cinque": 105,
    "ventunesimo": 21,
    "mil e duzentos": 1200,
    "quinque et viginti": 25,
    "millesimo nongentesimo": 1900,
    "duodeviginti": 18,
    "двадцать первого": 21,
    "тысяча девятьсот семнадцатый": 1917,
    "два с половиной": Fraction(5, 2),
    "100 000": 100_000,
    "1,000.5": Fraction(2001, 2),
    "5.000": 5000,
    "1,00,000": 100_000,
    "−5": -5,
    "10⁵": 100_000,
    "5½": Fraction(11, 2),
    "3/4": Fraction(3, 4),
    "١٫٥": Fraction(3, 2),
    "12 thousand": 12_000,
    "3.5 Millionen": 3_500_000,
    "19th": 19,
    "XVIe": 16,
    "XIXᵉ": 19,
    "XIX-м": 19,
    "IInd": 2,
    "viij": 8,
    "Ⅷ": 8,
    "κεʹ": 25,
    "͵αωκαʹ": 1821,
    "ט״ו": 15,
    "ה׳תש״ח": 5708,
    "፲፪": 12,
    "፲፱፻፸": 1970,
    "二千五百": 2500,
    "一九一七": 1917,
    "十萬": 100_000,
}
NO_NUMBERS = "two three|three or four|ten thousand, two|one and the same|hundreds|twenty and the|and five|a|und|צה״ל"


def part(left: str, right: str, ignore: str = "") -> bool:
    table = collate([left, right], ignore=frozenset(ignore.split()))  # type: ignore[arg-type]
    return any(column.is_variant for column in table.columns)


def found(left: str, right: str, ignore: str = "") -> list[tuple[str, str, str, str]]:
    comparison = diff(left, right, ignore=frozenset(ignore.split()))  # type: ignore[arg-type]
    return [(d.type, d.left.of(left), d.right.of(right), d.note) for d in comparison.differences]


@pytest.mark.parametrize(("written", "value"), VALUES.items())
def test_the_value_of_a_number_is_known(written: str, value: int | Fraction) -> None:
    meaning = meaning_of(written)
    assert meaning
    assert value in meaning.values


@pytest.mark.parametrize("phrase", NO_NUMBERS.split("|"))
def test_what_makes_no_number_has_no_value(phrase: str) -> None:
    assert meaning_of(phrase) is None


@pytest.mark.parametrize("language", LANGUAGES)
@settings(max_examples=40)
@given(st.integers(2, 999_999))
def test_a_number_in_words_against_figures_is_one_difference_of_equal_value(language: str, n: int) -> None:
    sentence, said = SENTENCES[language], SPEAKERS[language](n)
    assert found(sentence.format(said), sentence.format(n)) == [("number", said, str(n), "the same value")]


@pytest.mark.parametrize("language", LANGUAGES)
@settings(max_examples=40)
@given(st.integers(2, 10_000), st.integers(2, 10_000))
@example(10, 1201)  # "dix" is ten in French, and 509 in Roman letters
def test_another_number_is_one_difference_and_its_value_is_not_called_equal(language: str, n: int, m: int) -> None:
    sentence, said, other = SENTENCES[language], SPEAKERS[language](n), SPEAKERS[language](m)
    expected = [] if n == m else [("number", said, other, "")]
    assert found(sentence.format(said), sentence.format(other)) == expected
    assert found(sentence.format(said), sentence.format(m))[:1] == [
        ("number", said, str(m), "the same value" if n == m else "")
    ]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("2.5", "25"),
        ("10:30", "1030"),
        ("1:15", "115"),
        ("-5", "5"),
        ("−5", "5"),
        ("+5", "-5"),
        ("10⁵", "105"),
        ("١٫٥", "١٥"),
        ("50 %", "50"),
        ("50%", "50"),
        ("3/4", "34"),
        ("2½", "21"),
        ("XVIe", "XVIIe"),
        ("XIX-м", "XX-м"),
        ("viij", "vij"),
        ("κε\u0374", "κϛ\u0374"),
        ("κε\u02b9", "κϛ\u02b9"),
        ("κε´", "κϛ´"),
        ("תש״ח", "תש״ט"),
        ("፲፪", "፲፫"),
        ("二千", "三千"),
        ("centouno", "centodue"),
    ],
)
@pytest.mark.parametrize(
    "ignore", ["", "punctuation", "spacing punctuation", "form", "case diacritics form punctuation"]
)
def test_another_value_is_a_number_whatever_is_ignored(left: str, right: str, ignore: str) -> None:
    before, after = f"there were {left} of them", f"there were {right} of them"
    assert [(kind, mine, other) for kind, mine, other, _ in found(before, after, ignore)] == [("number", left, right)]
    assert part(before, after, ignore)


@pytest.mark.parametrize(
    ("left", "right", "kind", "ignore"),
    [
        ("5,000", "5000", "punctuation", "punctuation"),
        ("5.000", "5,000", "punctuation", "punctuation"),
        ("100 000", "100,000", "punctuation", "punctuation"),
        ("100 000", "100000", "spacing", "spacing"),
        ("10.30", "10:30", "punctuation", "punctuation"),
        ("+5", "5", "punctuation", "punctuation"),
        ("50 %", "50%", "spacing", "spacing"),
        ("two hundred", "two  hundred", "spacing", "spacing"),
        ("twenty-five", "twenty five", "punctuation", "punctuation"),
        ("Two hundred", "two hundred", "case", "case"),
    ],
)
def test_one_value_written_with_other_signs_is_no_number_and_equal_without_them(
    left: str, right: str, kind: str, ignore: str
) -> None:
    before, after = f"came {left} men", f"came {right} men"
    assert [row[0] for row in found(before, after)] == [kind]
    assert found(before, after, ignore) == []
    assert not part(before, after, ignore)


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("a hundred men came", "100 men came", ("number", "a hundred", "100", "the same value")),
        ("half an hour passed", "½ an hour passed", ("number", "half", "½", "the same value")),
        ("it was fifty per cent here", "it was 50 % here", ("number", "fifty per cent", "50 %", "the same value")),
        ("on ¾ of it", "on three quarters of it", ("number", "¾", "three quarters", "the same value")),
        ("it cost six cents there", "it cost six dollars there", ("wording", "cents", "dollars", "")),
        ("et les six cents hommes", "et les 600 hommes", ("number", "six cents", "600", "the same value")),
        ("chapter i begins", "chapter 1 begins", ("number", "i", "1", "the same value")),
        ("then I came here", "then one came here", ("wording", "I", "one", "")),
        ("il vi trovò", "il di trovò", ("wording", "vi", "di", "")),
        ("in seuen days", "in seven days", ("spelling", "seuen", "seven", "")),
        ("an hundred men came", "a hundred men came", ("wording", "an hundred", "a hundred", "")),
    ],
)
def test_a_number_is_told_from_what_looks_like_one(left: str, right: str, expected: tuple[str, str, str, str]) -> None:
    assert found(left, right) == [expected]


def test_a_block_of_wording_that_holds_a_number_is_wording() -> None:
    left = "On the fall of the city some of the citizens fled."
    right = "(3) After the capture of the town some citizens fled."
    assert "number" not in {kind for kind, *_ in found(left, right)}


@given(
    st.lists(
        st.sampled_from(
            [
                "two",
                "hundred",
                "and",
                "five",
                "a",
                "5",
                "000",
                ",",
                "half",
                "%",
                "-",
                "½",
                "二",
                "千",
                "six",
                "cents",
                "score",
                "the",
            ]
        )
    )
)
def test_numbers_keep_their_places_and_tokens_have_the_keys_of_the_text(words: list[str]) -> None:
    text = " ".join(words)
    keys = read_keys(text)
    assert list(keys.values) == [text[start:end] for start, end in zip(keys.starts, keys.ends, strict=True)]
    assert [key.value for key in keys_of(tokenise(text))] == keys.values
    assert "".join("".join(keys.values).split()) == "".join(words)


@given(
    st.lists(
        st.text("unmtwohrefiv-", min_size=1).filter(lambda word: word[0] != "-")
        | st.sampled_from(["One", "tWo", "un-deux", "UM", "and", "a-five", "sixth", "Seuen", "thirds", "tree"])
    )
)
def test_words_that_open_a_number_are_told_by_how_they_begin(words: list[str]) -> None:
    assert list_openings(words) == [n for n, word in enumerate(words) if opens_number(word)]


@settings(max_examples=300)
@given(st.sampled_from(sorted(COMPOUNDING)), st.data())
def test_no_compound_is_taken_for_another_word_at_a_glance(language: str, data: st.DataObject) -> None:
    part = st.sampled_from([*list_pieces(language), "te", "ste", "esimo", "erste", "achtste", "siebte"])
    word = "".join(data.draw(st.lists(part, min_size=1, max_size=4)))
    assert may_say(word) or not ways_to_read(word)


@given(st.lists(st.sampled_from(["two", "thing", "Lord", "¶", "don’t", "100", "x2", "Second", "three"]), min_size=1))
def test_number_words_are_found_among_figures_and_other_signs_too(words: list[str]) -> None:
    expected = [n for n, word in enumerate(words) if word[0].isdecimal() or (word.isalpha() and opens_number(word))]
    assert list_openings(words) == expected
