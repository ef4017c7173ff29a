"""One word in two spellings, or two words: by what differs, not by how much."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.text import diff
from workbench.text.words.nearness import plain_form
from workbench.text.words.spellings import are_spellings

SPELLINGS = [
    ("colour", "color"),
    ("neighbour’s", "neighbor’s"),
    ("connexion", "connection"),
    ("realise", "realize"),
    ("civilised", "civilized"),
    ("theatre", "theater"),
    ("defence", "defense"),
    ("enquiry", "inquiry"),
    ("traveller", "traveler"),
    ("adviser", "advisor"),
    ("judgement", "judgment"),
    ("musick", "music"),
    ("pigmy", "pygmy"),
    ("mediaeval", "medieval"),
    ("phænomenon", "phenomenon"),
    ("burned", "burnt"),
    ("turn’d", "turned"),
    ("turn'd", "turned"),
    ("shew", "show"),
    ("grey", "gray"),
    ("to-day", "today"),
    ("loue", "love"),
    ("Thal", "Tal"),
    ("daß", "dass"),
    ("Potential", "Potenzial"),
    ("unseren", "unsren"),
    ("parloit", "parlait"),
    ("acto", "ato"),
    ("протнвъ", "протнв"),
    ("Zhuravelev", "Zhuravlev"),
    ("Ezhov", "Yezhov"),
    ("Ivanoff", "Ivanov"),
    ("Sidonians", "Zidonians"),
    ("Jonah", "Jonas"),
    ("Peiraeus", "Piraeus"),
    ("bourgeosie", "bourgeoisie"),
]
WORDINGS = [
    ("operational", "operations"),
    ("resign", "resignation"),
    ("form", "from"),
    ("came", "come"),
    ("Came", "Come"),
    ("send", "sent"),
    ("sing", "sung"),
    ("made", "make"),
    ("answered", "answereth"),
    ("king", "kings"),
    ("king", "king's"),
    ("divided", "divides"),
    ("considerable", "considerably"),
    ("complained", "complaint"),
    ("either", "neither"),
    ("read", "real"),
    ("understanding", "undertaking"),
    ("adopted", "adapted"),
    ("Roman", "Romans"),
    ("Athens", "Athenians"),
    ("Tarquin", "Tarquinius"),
    ("sacrifice", "sacrifices"),
    ("Sacrifice", "Sacrifices"),
    ("großen", "größeren"),
    ("dieser", "dieses"),
    ("Blume", "Blumen"),
    ("Dank", "Danke"),
    ("erreichen", "erreichten"),
    ("todo", "toda"),
    ("Ежов", "Ежова"),
    ("Ежову", "Ежова"),
]


def kind_of(left: str, right: str) -> str:
    (difference,) = diff(f"so {left} then", f"so {right} then").differences
    return difference.type


@pytest.mark.parametrize(("left", "right"), SPELLINGS)
def test_one_word_in_two_spellings_is_spelling(left: str, right: str) -> None:
    assert (kind_of(left, right), kind_of(right, left)) == ("spelling", "spelling")


@pytest.mark.parametrize(("left", "right"), WORDINGS)
def test_another_word_or_another_form_of_it_is_wording(left: str, right: str) -> None:
    assert (kind_of(left, right), kind_of(right, left)) == ("wording", "wording")


def test_the_characters_of_another_form_are_marked_all_the_same() -> None:
    left, right = "asked to resign now", "asked their resignation now"
    difference = diff(left, right).differences[-1]
    assert [(c.left.of(left), c.right.of(right)) for c in difference.characters] == [("", "ation")]


@given(st.text("abcdehiorsuyz", min_size=1, max_size=9), st.text("abcdehiorsuyz", min_size=1, max_size=9))
def test_whether_two_words_are_spellings_does_not_depend_on_their_order(left: str, right: str) -> None:
    there = are_spellings(left, right, (plain_form(left), plain_form(right)))
    assert there == are_spellings(right, left, (plain_form(right), plain_form(left)))
