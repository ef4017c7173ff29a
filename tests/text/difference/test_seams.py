"""Passages read as one: the same words part nowhere, wherever the passages are cut."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.text import diff, distance_matrix
from workbench.text.difference.seams import read_unit
from workbench.text.words.joining import JOINED, Said, join_parts, unit_around

SENTENCES = st.lists(st.sampled_from(["One came.", "Two went.", "三。", "It rained"]), min_size=2, max_size=4)


def test_the_fewest_passages_are_read_as_one() -> None:
    columns: list[list[Said]] = [["a", "b", "c", "d"], ["a", "b c", JOINED, "d"]]
    assert [unit_around(columns, row) for row in range(4)] == [range(1), range(1, 3), range(1, 3), range(3, 4)]
    assert unit_around(columns[:1], 1) == range(1, 2)


def test_units_that_touch_are_one() -> None:
    columns: list[list[Said]] = [["a b", JOINED, "c"], ["a", "b c", JOINED]]
    rows, (left, right) = read_unit(columns, 1)
    assert rows == range(3)
    assert [text and text.text for text in (left, right)] == ["a b c", "a b c"]
    assert left is not None
    assert [(part.row, part.span.of(left.text)) for part in left.parts] == [(0, "a b"), (2, "c")]


def test_who_leaves_one_of_the_passages_out_has_the_others() -> None:
    rows, texts = read_unit([[None, "b"], ["a b", JOINED]], 1)
    assert (rows, [text and text.text for text in texts]) == (range(2), ["b", "a b"])
    assert read_unit([[None, None], ["a b", JOINED]], 0)[1][0] is None


@given(SENTENCES, st.sampled_from([" ", "\n", "\n\n", "", "  "]))
def test_the_same_words_in_passages_and_in_one_part_nowhere(sentences: list[str], seam: str) -> None:
    joined: list[Said] = [seam.join(sentences), *[JOINED] * (len(sentences) - 1)]
    _, (left, right) = read_unit([sentences, joined], 0)
    assert left is not None
    assert right is not None
    if seam or all(one[-1] in ".。" for one in sentences):
        assert diff(left.text, right.text).verdict == "identical"
    assert [part.span.of(left.text) for part in left.parts] == sentences


@pytest.mark.parametrize("ending", ["", " ", "\n"])
def test_white_space_that_a_passage_ends_with_stays_its_own(ending: str) -> None:
    text = join_parts([f"One.{ending}", "Two."], range(2))
    assert text is not None
    assert text.text == (f"One.{ending}Two." if ending else "One. Two.")
    assert [part.span.of(text.text) for part in text.parts] == [f"One.{ending}", "Two."]


@given(st.lists(st.lists(st.sampled_from("abc"), min_size=1, max_size=4), min_size=2, max_size=4))
def test_joining_what_all_join_is_cutting_the_work_elsewhere(passages: list[list[str]]) -> None:
    texts = [" ".join(words) for words in passages]
    other = ["a b", *["c"] * (len(texts) - 1)]
    apart = distance_matrix([[" ".join(texts), " ".join(other)]])
    joined: list[Said] = [" ".join(texts), *[JOINED] * (len(texts) - 1)]
    assert distance_matrix(list(zip(joined, other, strict=True))) == apart
    assert distance_matrix(list(zip(other, joined, strict=True))) == apart
