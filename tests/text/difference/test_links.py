"""Which word answers which; what two near words have in common; when texts say the same thing at all."""

import pytest

from workbench.text import diff
from workbench.text.difference.kinship import are_kin
from workbench.text.difference.links import link
from workbench.text.difference.opcodes import Row, swap_sides
from workbench.text.difference.relatedness import are_related
from workbench.text.words.keys import read_keys
from workbench.text.words.nearness import plain_form


def linked(left: str, right: str, rows: list[Row]) -> list[tuple[str, str, str]]:
    return [(one.left.of(left), one.right.of(right), one.kind) for one in link(rows, read_keys(left), read_keys(right))]


def test_words_are_linked_one_by_one_and_a_changed_phrase_as_a_whole() -> None:
    rows: list[Row] = [
        (True, 0, 2, 0, 2, False, None),
        (False, 2, 4, 2, 3, False, None),
        (False, 4, 4, 3, 4, False, None),
        (False, 4, 5, 4, 4, False, None),
    ]
    assert linked("a b x y z", "a b w v", rows) == [("a", "a", "equal"), ("b", "b", "equal"), ("x y", "w", "near")]
    assert linked("a b w v", "a b x y z", swap_sides(rows)) == [
        ("a", "a", "equal"),
        ("b", "b", "equal"),
        ("w", "x y", "near"),
    ]


def test_what_moved_is_linked_at_its_left_end() -> None:
    rows: list[Row] = [
        (False, 0, 2, 0, 0, False, 0),
        (False, 2, 3, 0, 0, True, 1),
        (True, 3, 4, 0, 1, False, None),
        (False, 4, 4, 1, 3, False, 0),
        (False, 4, 4, 3, 4, True, 1),
    ]
    assert linked("a b C d", "d a b c", rows) == [
        ("a", "a", "moved"),
        ("b", "b", "moved"),
        ("C", "c", "near"),
        ("d", "d", "equal"),
    ]


def test_the_links_of_a_comparison_are_of_its_words() -> None:
    left, right = "Then the king rode", "Then a king  rode"
    assert [(one.left.of(left), one.right.of(right), one.kind) for one in diff(left, right).links] == [
        ("Then", "Then", "equal"),
        ("the", "a", "near"),
        ("king", "king", "equal"),
        ("rode", "rode", "equal"),
    ]


@pytest.mark.parametrize(
    ("left", "right", "is_kin"),
    [
        ("resign", "resignation", True),
        ("resign", "resignations", True),
        ("nation", "nationalist", True),
        ("nation", "nationalists", True),
        ("nation", "nationalistic", False),  # an ending of seven letters
        ("deserter", "desertion", True),
        ("quick", "quickly", True),
        ("brake", "break", True),
        ("senate", "sent", False),
        ("war", "warm", False),
        ("send", "sends", True),
        ("men", "man", True),
        ("Duilius", "Duillius", True),
        ("zidonian", "sidonian", True),
        ("colour", "color", True),
        ("Thal", "Tal", True),
        ("plane", "plate", False),
        ("made", "make", False),
        ("walk", "walking", True),
        ("река", "руками", True),
        ("same", "same", True),
        ("preach", "praise", False),
    ],
)
def test_two_near_words_are_of_one_kin(left: str, right: str, is_kin: bool) -> None:
    assert are_kin(left, right, plain_form(left), plain_form(right)) is is_kin
    assert are_kin(right, left, plain_form(right), plain_form(left)) is is_kin


LEFT = ["stone", "river", "cloud", "amber", "eagle", "ivory", "night", "ocean", "plant", "quiet"]
RIGHT = ["tiger", "urban", "vivid", "wheat", "youth", "zebra", "bread", "dance", "flame", "grape"]


def are_told_related(left: list[str], right: list[str], shared: int = 0) -> bool:
    runs = [(0, 0, shared)] if shared else []
    return are_related(read_keys(" ".join(left)), read_keys(" ".join(right)), runs)


@pytest.mark.parametrize(
    ("left", "right", "is_related"),
    [
        (LEFT[:3], RIGHT[:9], True),  # fewer than four content words tell nothing
        (LEFT[:4], RIGHT[:3], True),
        (LEFT[:4], [*RIGHT[:3], "the", "of", ","], True),
        (LEFT[:4], [*RIGHT[:3], "12"], False),
        (LEFT[:4], RIGHT[:4], False),  # 1 < 0.13 * 8
        ([*LEFT, *LEFT[:2]], RIGHT, False),
        # one word that answers, by its first four letters: 3 >= 0.13 * 20; not with others beside
        ([*LEFT[:9], "flames"], RIGHT, True),
        ([*LEFT[:9], "flow"], RIGHT, False),
        ([*LEFT[:9], "FLAMING"], RIGHT, True),
        ([*LEFT[:9], "flames", *["abode", "aboard", "abrupt", "absent"]], RIGHT, False),
        # an abridgement: half of the shorter side
        ([*LEFT * 5, "tiger", "urban"], RIGHT[:4], True),
        ([*LEFT * 5, "urban", "tiger"], RIGHT[:4], False),
        # the same words in whatever order
        (list(reversed(RIGHT[:6])) + LEFT[:4], RIGHT, True),
        (list(reversed(RIGHT)), RIGHT, True),
        (LEFT * 6 + list(reversed(RIGHT)), LEFT[::-1] * 6 + RIGHT, True),
    ],
)
def test_texts_are_related_by_the_words_that_answer_in_order(
    left: list[str], right: list[str], is_related: bool
) -> None:
    assert are_told_related(left, right) is is_related
    assert are_told_related(right, left) is is_related


def test_much_that_agrees_needs_no_counting() -> None:
    assert are_told_related(["stone", *["the", "of", "and"], *LEFT[1:6]], ["stone", *RIGHT[:9]], shared=4)
    assert not are_told_related(LEFT[:5] + LEFT[:5], RIGHT, shared=3)
    assert are_told_related(LEFT[:5] + LEFT[:5], RIGHT, shared=4)
