from itertools import accumulate

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from workbench.text import tokenise
from workbench.text.words import tokens
from workbench.text.words.boundaries import _COMMON, FAST_TEXT, FAST_TOKEN, FAST_WORD, LONGEST, SPACES, TOKEN, WORD
from workbench.text.words.segmentation import split_words
from workbench.text.words.tokens import kind_of, scan


def words_of(text: str) -> list[str]:
    return [token.text for token in tokenise(text) if token.kind != "space"]


@given(st.text())
def test_joining_the_tokens_gives_the_text(text: str) -> None:
    assert "".join(token.text for token in tokenise(text)) == text


@given(st.text())
def test_every_token_stands_where_it_says(text: str) -> None:
    assert all(text[token.start : token.end] == token.text for token in tokenise(text))


@given(st.text(alphabet=st.sampled_from(_COMMON)) | st.text(alphabet="aBcIЯж.'’- \u00a01,2"))
def test_the_fast_pattern_cuts_as_the_full_one(text: str) -> None:
    assert FAST_TEXT(text)
    assert FAST_TOKEN.findall(text) == TOKEN.findall(text)


@given(st.text() | st.text(alphabet="aBcIЯж.'’-, \n\u200d\u0301漢ก"))
def test_the_word_pattern_finds_what_is_not_space(text: str) -> None:
    assert WORD.findall(text) == [piece for piece in TOKEN.findall(text) if piece[0] not in SPACES]


@given(st.text(alphabet=st.sampled_from(_COMMON)) | st.text(alphabet="aBcIЯж.'’- \n1,2"))
def test_the_fast_word_pattern_finds_what_is_not_space(text: str) -> None:
    assert FAST_WORD.findall(text) == [token.text for token in tokenise(text) if token.kind != "space"]


@given(st.text(alphabet=st.sampled_from(sorted(SPACES)) | st.characters()))
def test_only_space_tokens_hold_space_first(text: str) -> None:
    assert all((token.kind == "space") == SPACES.issuperset(token.text) for token in tokenise(text))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("don't l’homme to-day", ["don't", "l’homme", "to-day"]),
        ("N. I. Yezhov", ["N.", "I.", "Yezhov"]),
        ("Н.И.Ежов", ["Н.", "И.", "Ежов"]),
        ("U.S.A. today", ["U.", "S.", "A.", "today"]),
        ("It was I. He went.", ["It", "was", "I", ".", "He", "went", "."]),
        ("see e.g. т.е. this", ["see", "e.g.", "т.е.", "this"]),
        ("go to work.It rained", ["go", "to", "work", ".", "It", "rained"]),
        ("1.The first", ["1", ".", "The", "first"]),
        ("wait...what", ["wait", "...", "what"]),
        ("1,000.5 at 10:30", ["1,000.5", "at", "10:30"]),
        ("the 19th, 1960s, 20-го", ["the", "19th", ",", "1960s", ",", "20-го"]),
        ("TsK [Central Committee]", ["TsK", "[", "Central", "Committee", "]"]),
        ("’tis the dogs’ a—b--c", ["’", "tis", "the", "dogs", "’", "a", "—", "b", "--", "c"]),
        ("cafe\u0301 noir", ["cafe\u0301", "noir"]),
        ("हिन्दी क्षत्रिय", ["हिन्दी", "क्षत्रिय"]),
        ("בְּרֵאשִׁית צה״ל", ["בְּרֵאשִׁית", "צה״ל"]),
        ("می\u200cخواهم کتاب", ["می\u200cخواهم", "کتاب"]),
        ("a\u200bb", ["a", "b"]),
    ],
)
def test_words_are_cut_where_a_reader_would(text: str, words: list[str]) -> None:
    assert words_of(text) == words


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("word", "word"),
        ("1,000", "number"),
        ("½", "number"),
        ("—", "punctuation"),
        (" \n", "space"),
        ("\u200e", "space"),
    ],
)
def test_a_token_has_a_kind(text: str, kind: str) -> None:
    assert [token.kind for token in tokenise(text)] == [kind]


def test_a_letter_run_of_a_megabyte_is_cut() -> None:
    assert max(token.end - token.start for token in tokenise("x" * 10_000)) <= LONGEST + 1


@pytest.mark.parametrize(
    "word",
    [
        *("EU:s", "USA:n", "ἀλλ᾽", "ἀλλ’", "ἀλλʼ", "δ'", "Hawaiʻi", "Gorʹkiĭ", "Qurʾān", "don`t", 'צה"ל', "ինչո՞ւ"),
        *("፲፪", "exam-\nple", "👨\u200d👩\u200d👧", "🇩🇪", "1️⃣", "👍🏽", "ශ්\u200dරී", "മനുഷ്യന്\u200d"),
    ],
)
def test_a_word_is_not_cut(word: str) -> None:
    assert words_of(f"1 {word} 2") == ["1", word, "2"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("grace² and grace¹²", ["grace", "²", "and", "grace", "¹²"]),
        ("ʻokina samāʾ Kazanʹ", ["ʻ", "okina", "samā", "ʾ", "Kazan", "ʹ"]),
        ("he said:Go", ["he", "said", ":", "Go"]),
        ('"שלום"', ['"', "שלום", '"']),
        ("🇩🇪🇫🇷", ["🇩🇪", "🇫🇷"]),
        ("word—word", ["word", "—", "word"]),
    ],
)
def test_what_does_not_belong_to_a_word_is_cut_off(text: str, words: list[str]) -> None:
    assert words_of(text) == words


CHARACTERS = [
    *(
        "a",
        "Δ",
        "д",
        "漢",
        "ก",
        "e\u0301",
        "कि",
        "க்",
        "കാ\u0d4d\u200d",
        "ශ්\u200dරී",
        "می\u200c",
        "²",
        "1",
        "-",
        "'",
        "’",
        ".",
    ),
    *("👨\u200d👩\u200d👧", "👍🏽", "🇩🇪", "🇫🇷", "1\ufe0f\u20e3", "☃\ufe0f", "葛\U000e0100", "2\u0308", " ", "\n"),
]


@given(st.lists(st.sampled_from(CHARACTERS)).map("".join))
def test_no_token_cuts_what_a_reader_takes_for_one_character(text: str) -> None:
    ends = set(accumulate(map(len, regex.findall(r"\X", text))))
    assert {token.end for token in tokenise(text)} <= ends


@pytest.mark.parametrize(
    ("piece", "kind"),
    [
        ("_x", "word"),
        ("ʼ", "punctuation"),
        ("-5", "number"),
        ("−½", "number"),
        ("+7", "number"),
        ("-", "punctuation"),
        ("-x", "punctuation"),
        ("*5", "punctuation"),
        ("5x", "number"),
        ("漢", "word"),
        ("\u200b", "space"),
    ],
)
def test_the_first_characters_tell_the_kind(piece: str, kind: str) -> None:
    assert kind_of(piece) == kind


@pytest.mark.parametrize("text", ["漢字 ab。", "ab", "ελ ab\u0301", ""])
def test_a_text_is_scanned_as_it_is_split(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    without = scan(text)
    monkeypatch.setattr(tokens, "SEGMENTER", str.split)
    assert scan(text) == [piece for piece in split_words(text) if piece]
    assert "".join(without) == text
