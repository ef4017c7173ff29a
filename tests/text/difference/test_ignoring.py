"""What is ignored is gone, and ignoring more never shows more: in every script, however words are written."""

from itertools import product

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from workbench.text import IGNORABLE, Ignorable, diff

# Each line is one thing written in several ways.
WAYS = [
    ["U.S.A.", "USA", "U. S. A.", "usa"],
    ["e.g.", "eg", "e. g."],
    ["A.D.", "AD", "Ad"],
    ["5,000", "5000", "5’000"],
    ["2.5", "25", "2,5"],
    ["10:30", "1030"],
    ["well-known", "well known", "wellknown", "well–known", "well‑known"],
    ["every one", "everyone", "every\u00a0one", "every-one", "Every one"],
    ["don’t", "don't", "donʼt", "don`t", "dont"],
    ["its", "it's", "its'"],
    ["Qurʾan", "Qur'an", "Qurʿan", "Quran", "Qurʾān"],
    ["ἀλλ᾽", "ἀλλ’", "ἀλλ̓", "ἀλλʼ", "αλλ"],
    ["п'ять", "п’ять", "пʼять", "пять"],
    ["می\u200cرود", "میرود", "می رود"],
    ["كتـــاب", "كتاب", "كِتَاب"],
    ["co\u00adoperate", "cooperate", "co-operate", "coöperate"],
    ["word\u2060er", "worder", "wor-\nder"],
    ["１２", "12"],
    ["Ⅷ", "VIII", "viii"],
    ["ﬁre", "fire", "Fire"],
    ["ज़मीन", "जमीन", "जमीऩ"],
    ["सम्बन्ध", "संबंध"],
    ["मैं", "में"],
    ["葛\U000e0100城", "葛城", "葛、城"],
    ["മനുഷ്യൻ", "മനുഷ്യന്\u200d"],
    ["உள்ளது", "உளது"],
    ["בְּרֵאשִׁית", "בראשית"],
    ['צה"ל', "צה״ל", "צהל"],
    ["ինչո՞ւ", "ինչու"],
    ["´", "", "′"],
    ["…", "...", ""],
    ["Straße", "Strasse", "STRASSE"],
    ["[gloss]", ""],
    ["cafe\u0301", "café", "cafe", "CAFÉ"],
    ["king", "kings", "king's"],
    ["👨\u200d👩\u200d👧", "👨\u200d👩", ""],
]
FORMS = [form for ways in WAYS for form in ways if form]
GAPS = st.sampled_from([" ", " ", " ", "  ", "\n", ", ", "—", "; ", ""])
IGNORES = st.frozensets(st.sampled_from(sorted(IGNORABLE)))
TYPES: dict[Ignorable, str] = {
    "case": "case",
    "punctuation": "punctuation",
    "spacing": "spacing",
    "diacritics": "diacritics",
    "glosses": "gloss",
}


@st.composite
def versions(draw: st.DrawFn) -> tuple[str, str]:
    """Draw two versions of one sentence, the same things written in two ways."""
    left, right = "", ""
    for ways in draw(st.lists(st.sampled_from(WAYS), max_size=6)):
        gap = draw(GAPS)
        left += draw(st.sampled_from(ways)) + gap
        right += draw(st.sampled_from(ways)) + draw(st.sampled_from([gap, gap, gap, draw(GAPS)]))
    return left, right


TEXTS = versions() | st.tuples(*2 * [st.lists(st.sampled_from(FORMS), max_size=5).map(" ".join)])


@given(TEXTS, IGNORES)
def test_no_difference_is_of_a_type_that_is_ignored(texts: tuple[str, str], ignore: frozenset[Ignorable]) -> None:
    comparison = diff(*texts, ignore=ignore)
    assert {d.type for d in comparison.differences}.isdisjoint(TYPES[name] for name in ignore if name in TYPES)


@given(TEXTS, IGNORES, IGNORES)
@example(("it is 5 ´ long", "it is 5 long"), frozenset({"punctuation"}), frozenset({"form"}))
@example(("the mark ™ here", "the mark here"), frozenset({"punctuation"}), frozenset({"form"}))
def test_ignoring_more_never_shows_more(
    texts: tuple[str, str], ignore: frozenset[Ignorable], more: frozenset[Ignorable]
) -> None:
    if diff(*texts, ignore=ignore).verdict in {"identical", "equal"}:
        assert diff(*texts, ignore=ignore | more).verdict in {"identical", "equal"}


@pytest.mark.parametrize("ignorable", sorted(TYPES))
def test_what_is_written_in_two_ways_is_gone_with_their_difference(ignorable: Ignorable) -> None:
    for left, right in (pair for ways in WAYS for pair in product(ways, ways)):
        comparison = diff(f"so {left} then", f"so {right} then", ignore={ignorable})
        assert TYPES[ignorable] not in {d.type for d in comparison.differences}, (left, right)


@pytest.mark.parametrize(
    ("left", "right"),
    [("2.5", "25"), ("10:30", "1030"), ("its", "it's"), ("मैं", "में"), ("king", "king's")],
)
def test_what_is_ignored_hides_nothing_else(left: str, right: str) -> None:
    assert diff(f"so {left} then", f"so {right} then", ignore={"punctuation", "diacritics"}).verdict == "different"


@pytest.mark.parametrize(("left", "right"), [("The U.S.A. won", "The USA won"), ("well-known", "well known")])
def test_what_is_the_same_under_what_is_ignored_is_one_segment_of_both_texts(left: str, right: str) -> None:
    comparison = diff(left, right, ignore={"punctuation", "spacing"})
    assert comparison.verdict == "equal"
    assert [(s.left.of(left), s.right.of(right), s.difference) for s in comparison.segments] == [(left, right, None)]
