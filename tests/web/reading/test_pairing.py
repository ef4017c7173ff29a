"""From a difference to the rule that would make its words equal."""

import pytest

from workbench.text import diff
from workbench.web.reading.pairing import Suggested, list_suggestions, suggest_rule, trim_words
from workbench.web.typesetting.comparing import compare
from workbench.web.typesetting.differences import Pair


@pytest.mark.parametrize(
    ("given", "trimmed"),
    [
        (("Ezhov,", "“Yezhov”;"), ("Ezhov", "Yezhov")),
        (("TsK [Central Committee],", "Central Committee"), ("TsK [Central Committee]", "Central Committee")),
        (("the  cat,", "the cat;"), ("the cat,", "the cat;")),
        (("—", "-"), ("—", "-")),
        (("N. I.", "Nikolai"), ("N. I.", "Nikolai")),
        (("to day", "today"), ("to day", "today")),
    ],
)
def test_signs_at_the_ends_are_left_out_where_words_remain_that_differ(
    given: tuple[str, str], trimmed: tuple[str, str]
) -> None:
    assert trim_words(*given) == trimmed


def suggestions(left: str, right: str) -> list[tuple[str, str] | None]:
    return [suggest_rule(one, left, right) for one in diff(left, right).differences]


def test_two_words_that_answer_each_other_can_be_a_rule() -> None:
    assert suggestions("Then Ezhov came into the room.", "Then Yezhov came into the room.") == [("Ezhov", "Yezhov")]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Nobody came at all.", "Nobody came."),
        ("Nobody came.", "Nobody ever came."),
        ("Nobody  came.", "Nobody came."),
        ("Nobody " + "x" * 201 + " came here.", "Nobody " + "y" * 201 + " came here."),
    ],
)
def test_words_of_one_side_white_space_and_very_long_words_can_be_no_rule(left: str, right: str) -> None:
    assert suggestions(left, right) == [None]


def test_the_same_words_of_several_translations_are_listed_once() -> None:
    base, other = "Then Ezhov came into the room.", "Then Yezhov came into the room."
    third = "Then Yezhov came into the hall."
    pairs = [Pair(f"d{key}", "A", key, base, text, compare(base, text)) for key, text in (("B", other), ("C", third))]
    assert list_suggestions(pairs) == [
        Suggested("Ezhov", "Yezhov", "spelling", ("B", "C")),
        Suggested("room", "hall", "wording", ("C",)),
    ]


def test_long_groups_of_words_are_not_listed() -> None:
    base, other = "It is plain that I answer for this.", "Clearly all of this must be laid upon me and you."
    assert suggestions(base, other)
    assert list_suggestions([Pair("d1", "A", "B", base, other, compare(base, other))]) == []
