"""Verses of one numbering in another."""

import pytest

from workbench.interchange.numberings import NUMBERINGS, Verse, convert


@pytest.mark.parametrize(
    ("verse", "source", "target", "found"),
    [
        (("PSA", 22, "1"), "rso", "org", [("PSA", 23, "1")]),
        (("PSA", 22, "4"), "rso", "eng", [("PSA", 23, "4")]),
        (("PSA", 3, "1"), "rso", "eng", [("PSA", 3, "0")]),
        (("PSA", 3, "2"), "rso", "eng", [("PSA", 3, "1")]),
        (("PSA", 50, "3"), "rso", "eng", [("PSA", 51, "1")]),
        (("PSA", 51, "0"), "eng", "org", [("PSA", 51, "1"), ("PSA", 51, "2")]),
        (("GEN", 31, "55"), "eng", "org", [("GEN", 32, "1")]),
        (("GEN", 32, "1"), "org", "eng", [("GEN", 31, "55")]),
        (("MAT", 5, "3"), "vul", "eng", [("MAT", 5, "3")]),
        (("GEN", 1, "1"), "eng", "eng", [("GEN", 1, "1")]),
    ],
)
def test_a_verse_is_found_where_it_stands(verse: Verse, source: str, target: str, found: list[Verse]) -> None:
    assert list(convert(verse, source, target)) == found


@pytest.mark.parametrize("numbering", NUMBERINGS)
def test_a_verse_goes_to_the_original_and_comes_back_among_others(numbering: str) -> None:
    for chapter in range(1, 151):
        for number in range(1, 6):
            verse = ("PSA", chapter, str(number))
            for original in convert(verse, numbering, "org"):
                assert verse in convert(original, "org", numbering)


def test_a_numbering_that_is_not_known_is_an_error() -> None:
    with pytest.raises(KeyError):
        convert(("GEN", 1, "1"), "eng", "nowhere")
