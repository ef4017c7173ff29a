"""A gloss that came or went is one difference, from bracket to bracket, whatever stands around it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.text import diff

WORDS = st.lists(st.sampled_from(["heads", "of", "stations", "the", "committee", "met", ","]), max_size=8)


def seen(left: str, right: str) -> list[tuple[str, str, str]]:
    return [(d.type, d.left.of(left), d.right.of(right)) for d in diff(left, right).differences]


@pytest.mark.parametrize(
    ("left", "right", "differences"),
    [
        (
            "all heads of stations met",
            "all heads of stations [directors of stations] met",
            [("gloss", "", "[directors of stations]")],
        ),
        (
            "the harbour board met",
            "the HB [harbour board] met",
            [("wording", "harbour board", "HB"), ("gloss", "", "[harbour board]")],
        ),
        (
            "they rode to the mill",
            "they walked [on foot] to the mill",
            [("wording", "rode", "walked"), ("gloss", "", "[on foot]")],
        ),
        (
            "he went to the mill and slept",
            "he went [on foot] to the mill [of Orsk] and slept",
            [("gloss", "", "[on foot]"), ("gloss", "", "[of Orsk]")],
        ),
        (
            "the board decided at once",
            "the guild [of boatmen] ruled at once",
            [("wording", "board", "guild"), ("gloss", "", "[of boatmen]"), ("wording", "decided", "ruled")],
        ),
        (
            "the old man spoke",
            "the very [extremely] old man spoke",
            [("addition", "", "very"), ("gloss", "", "[extremely]")],
        ),
        (
            "the members of the bureau came",
            "the members of the guild [bureau] came",
            [("wording", "bureau", "guild"), ("gloss", "", "[bureau]")],
        ),
        ("the harbour board met", "the [harbour board] met", [("gloss", "harbour board", "[harbour board]")]),
        ("the HB [harbour board met", "the HB [harbour board] met", [("gloss", "[harbour board", "[harbour board]")]),
        ("the HB [harbour board] met", "the HB [the board] met", [("gloss", "harbour", "the")]),
        (
            "the HB [harbour board] met",
            "the HB [board of pilots] met",
            [("gloss", "harbour", ""), ("gloss", "", "of pilots")],
        ),
        ("heads [of mills], heads [of farms]", "heads, heads [of farms]", [("gloss", "[of mills]", "")]),
    ],
)
def test_a_gloss_is_one_difference(left: str, right: str, differences: list[tuple[str, str, str]]) -> None:
    assert seen(left, right) == differences


def test_an_unclosed_bracket_is_a_sign_like_any_other() -> None:
    assert seen("the heads met", "the heads [met") == [("punctuation", "", "[")]


def test_a_long_passage_in_brackets_is_compared_word_by_word() -> None:
    note = " ".join(f"word{n}" for n in range(40))
    assert seen(f"so: {note}.", f"so: [{note}].") == [("gloss", "", "["), ("gloss", "", "]")]


@given(WORDS, WORDS, WORDS)
def test_an_inserted_gloss_is_never_cut_in_two(before: list[str], gloss: list[str], after: list[str]) -> None:
    left = " ".join([*before, "!", *after])
    right = " ".join([*before, "!", f"[{' '.join(gloss)}]", *after])
    assert seen(left, right) == [("gloss", "", f"[{' '.join(gloss)}]")]
