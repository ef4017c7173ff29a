"""Texts of a megabyte and texts made to be slow: the answer is whole, and says when it is approximate."""

import random

import pytest

from workbench.text import Comparison, diff

pytestmark = pytest.mark.slow  # left out of `make check`


def is_whole(comparison: Comparison, left: str, right: str) -> bool:
    lefts = "".join(segment.left.of(left) for segment in comparison.segments)
    return lefts == left and "".join(segment.right.of(right) for segment in comparison.segments) == right


def test_a_small_comparison_is_exact() -> None:
    assert not diff("one two three", "one four three").approximate


def test_an_edit_in_a_long_text_is_found_without_anything_else() -> None:
    words = [f"word{n}" for n in range(30_000)]
    left, right = " ".join(words), " ".join([*words[:20_000], "added", *words[20_000:]])
    comparison = diff(left, right)
    assert [(d.type, d.right.of(right)) for d in comparison.differences] == [("addition", "added")]
    assert comparison.approximate


def test_an_edit_in_a_long_text_of_phrases_that_return_is_found_without_anything_else() -> None:
    draw = random.Random(1)
    phrases = [[f"w{min(int(draw.paretovariate(0.7)), 300)}" for _ in range(7)] for _ in range(500)]
    words = [word for _ in range(17_000) for word in draw.choice(phrases)]
    left, right = " ".join(words), " ".join([*words[:60_000], "added", *words[60_000:]])
    assert [(d.type, d.right.of(right)) for d in diff(left, right).differences] == [("addition", "added")]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("a b " * 20_000, "b a " * 20_001),
        ("x" * 300_000, "y" + "x" * 300_000),
        ("a" + "\u0301" * 50_000, "a" + "\u0301" * 50_001),
        (" " * 100_000, " " * 99_999),
        ("word " * 50_000, "Word " * 50_000),
        ("word " * 50_000, "word  " * 50_000),
        ("[a] " * 30_000, "[b] " * 30_000),
        ("a'" * 100_000, "a'" * 99_999),
    ],
)
def test_a_text_made_to_be_slow_is_compared_whole(left: str, right: str) -> None:
    assert is_whole(diff(left, right), left, right)


def test_two_long_shuffled_texts_are_compared_whole() -> None:
    words = [f"word{n}" for n in range(25_000)]
    left = " ".join(words)
    random.Random(7).shuffle(words)
    right = " ".join(words)
    comparison = diff(left, right)
    assert is_whole(comparison, left, right)
    assert comparison.approximate


def test_a_long_comparison_mirrors_too() -> None:
    draw = random.Random(3)
    left, right = (" ".join(draw.choice("abcdefgh") for _ in range(25_000)) for _ in range(2))
    there, back = diff(left, right), diff(right, left)
    assert [(s.right, s.left, s.kind) for s in there.segments] == [(s.left, s.right, s.kind) for s in back.segments]


def test_texts_that_share_too_little_are_unrelated() -> None:
    left = "The delegates rejected every candidate from the Moscow list yesterday."
    right = "Rain fell upon vineyards while shepherds gathered their frightened sheep."
    comparison = diff(left, right)
    assert (comparison.verdict, len(comparison.differences), comparison.links) == ("unrelated", 1, ())


def test_short_texts_are_never_unrelated() -> None:
    assert diff("old king", "young queen").verdict == "different"
