"""What is ignored is folded away, and nothing else is touched."""

from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.text.words.folding import IGNORABLE, Ignorable, folder

NBSP, SHY, ZWJ, ACUTE = "\u00a0", "\u00ad", "\u200d", "\u0301"
IGNORED = st.frozensets(st.sampled_from(sorted(IGNORABLE)))
PIECES = st.text("aE'’-.,1\n\u00ad\u200d\u0301éøй½ﬁ٬", max_size=8)


def folded(piece: str, *ignored: str) -> str:
    return folder(cast("frozenset[Ignorable]", frozenset(ignored)))(piece)


@pytest.mark.parametrize(
    ("piece", "kept"),
    [
        ("exam-\nple", "exam-ple"),
        ("exam-\n  ple", "exam-ple"),
        (f"co{SHY}op", "coop"),
        (f"exam‐ \n{SHY}ple", "exam‐ple"),
        (SHY, SHY),  # a token of nothing else stays
        ("a\nb", "a\nb"),
        ("ab", "ab"),
        ("É", "É"),
    ],
)
def test_spacing_drops_what_shows_nothing_inside_a_word(piece: str, kept: str) -> None:
    assert folded(piece, "spacing") == kept


@pytest.mark.parametrize(
    ("piece", "kept"),
    [
        ("ﬁre", "fire"),
        (f"cafe{ACUTE}", "café"),
        (f"co{SHY}op", "coop"),
        ("كتـــاب", "كتاب"),
        ("☃\ufe0f", "☃"),
        ("ൻ", "ന്"),
        ("ৎ", "ত্"),
        ("½", "1⁄2"),
        ("a\nb", "a\nb"),
    ],
)
def test_form_composes_and_drops_what_only_chooses_a_shape(piece: str, kept: str) -> None:
    assert folded(piece, "form") == kept


@pytest.mark.parametrize(
    ("piece", "kept"),
    [
        ("—", ""),
        ("...", ""),
        ("ʼ", ""),
        ("", ""),
        ("don’t", "dont"),
        ("Qurʾan", "Quran"),
        ("dogs'", "dogs"),
        ("to-day", "today"),
        ("exam-\nple", "example"),
        ("U.", "U"),
        ("its", "its"),
        ("it’s", "it's"),
        ("ἀλλ\u0313", "ἀλλ"),
        ("ἀ\u0313α", "ἀ\u0313α"),
        ("1,000", "1000"),
        ("12,000,000", "12000000"),
        ("1.000.000", "1000000"),
        ("1.000", "1.000"),
        ("2.5", "2.5"),
        ("1,00", "1,00"),
        ("1,0000", "1,0000"),
        ("1234,567", "1234,567"),
        ("1'000", "1000"),
        ("1,000'000", "1000'000"),
        ("20-го", "20го"),
        ("5-6", "5-6"),
        ("-5", "-5"),
        ("word", "word"),
    ],
)
def test_punctuation_drops_signs_and_what_parts_thousands(piece: str, kept: str) -> None:
    assert folded(piece, "punctuation") == kept


@pytest.mark.parametrize(
    ("piece", "kept"),
    [
        ("Été", "Ete"),
        (f"e{ACUTE}", "e"),
        ("Łódź", "Lodz"),
        ("øı", "oi"),
        ("ǿ", "o"),
        ("ёй", "ей"),
        ("ЙИ", "ЙИ"),
        ("И\u0306и\u0306", "Йй"),
        ("בְּרֵ", "בר"),
        ("सम्बन्ध", "संबंध"),
        ("हिन्दी", "हिंदी"),
        ("क़", "क"),
        ("कि", "कि"),
        ("が", "が"),
        ("ငံ့", "ငံ့"),
        ("ꪀꪰ", "ꪀꪰ"),  # the vowels of Tai Viet are no accents
        ("葛\U000e0100", "葛"),
        ("ab", "ab"),
    ],
)
def test_diacritics_drops_accents_of_letters_that_have_their_own(piece: str, kept: str) -> None:
    assert folded(piece, "diacritics") == kept


@pytest.mark.parametrize(("piece", "kept"), [("Straße", "strasse"), ("ΛΟΓΟΣ", "λογοσ"), ("É", "é"), ("1", "1")])
def test_case_is_folded_in_full(piece: str, kept: str) -> None:
    assert folded(piece, "case") == kept


def test_a_sign_that_a_form_brings_to_light_goes_with_the_signs() -> None:
    assert folded("aŉb", "form") == "aʼnb"
    assert folded("aŉb", "form", "punctuation") == "anb"
    assert folded("aŉb", "punctuation") == "aŉb"


@given(PIECES)
def test_nothing_ignored_nothing_is_folded(piece: str) -> None:
    assert folded(piece) == piece


@given(IGNORED, PIECES)
def test_folding_what_is_folded_alters_nothing(ignored: frozenset[Ignorable], piece: str) -> None:
    once = folder(ignored)(piece)
    assert folder(ignored)(once) == once
