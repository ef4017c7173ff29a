"""The places where a running text may be cut, and what a cut there would be."""

import pytest

from workbench.text.alignment.places import BRACKET, CLAUSE, COMMA, INSIDE, PARAGRAPH, SENTENCE, find_places
from workbench.text.alignment.words import read_words


@pytest.mark.parametrize(
    ("gap", "kind"),
    [
        (" ", INSIDE),
        (", ", COMMA),
        ("، ", COMMA),
        ("; ", CLAUSE),
        (": ", CLAUSE),
        ("\N{EM DASH}", CLAUSE),
        (". ", SENTENCE),
        (".\n\n", PARAGRAPH),
    ],
)
def test_a_place_has_the_kind_of_what_stands_before_it(gap: str, kind: int) -> None:
    text = f"The barn is full{gap}Nobody came"
    assert find_places(text, read_words(text)).kinds.tolist() == [PARAGRAPH, *[INSIDE] * 3, kind, INSIDE, PARAGRAPH]


def test_between_brackets_is_the_last_place_to_cut() -> None:
    text = "The barn (full, at last) burned"
    assert find_places(text, read_words(text)).kinds.tolist()[3:5] == [BRACKET, BRACKET]
