"""Words that a reader takes for each other, and their plain forms."""

import pytest

from workbench.text.keys import folder
from workbench.text.nearness import differing_characters, plain_form


@pytest.mark.parametrize(
    ("word", "plain"),
    [
        ("To-day", "today"),
        ("naïve", "naive"),
        ("Стоїть,", "стоіть"),
        ("Ёж", "еж"),
        ("Йод", "йод"),
        ("«Да»", "да"),
        ("漢字。", "漢字"),
        ("—", ""),
        ("Straße", "strasse"),
    ],
)
def test_the_plain_form_is_letters_and_digits_without_case_and_accents(word: str, plain: str) -> None:
    assert plain_form(word) == plain


def test_characters_that_need_no_folding_are_lowered_as_folding_would() -> None:
    fold = folder(frozenset({"case", "diacritics", "form"}))
    letters = [chr(code) for code in [*range(0x21, 0x2E80), *range(0x4E00, 0xA000)] if chr(code).isalnum()]
    plain = [c for c in fold("".join(letters)) if c.isalnum()]
    assert "".join(map(plain_form, letters)) == "".join(plain)


@pytest.mark.parametrize(
    ("left", "right", "runs"),
    [
        ("saith", "says", [(2, 5, 2, 4)]),
        ("ab", "axb", [(1, 1, 1, 2)]),
        ("naïve", "naive", [(2, 3, 2, 3)]),
        ("colour", "color", [(4, 5, 4, 4)]),
        ("abcd", "xbcy", [(0, 1, 0, 1), (3, 4, 3, 4)]),
    ],
)
def test_the_runs_of_characters_that_differ(left: str, right: str, runs: list[tuple[int, int, int, int]]) -> None:
    assert differing_characters(left, right) == runs
    assert differing_characters(right, left) == [(c, d, a, b) for a, b, c, d in runs]
