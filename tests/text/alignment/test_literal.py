"""A text placed on itself, in every script, and boundaries whose words stand there letter by letter."""

from pathlib import Path
from random import Random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.benchmarks.diff_pairs import DATA
from tests.text.alignment.test_align import LETTER
from workbench.text import distribute
from workbench.text.alignment.literal import pin_boundaries
from workbench.text.alignment.words import count_sides

# Words of scripts with and without spaces, with and without an end of the sentence.
SAID = ("the barn roof and Tobias дом и крыша", "სახლი და บ้าน ที่ 房 子 ဘ က घर और")
WORDS = st.sampled_from(" ".join(SAID).split())
PASSAGES = st.lists(st.lists(WORDS, min_size=1, max_size=9).map(" ".join), min_size=1, max_size=9)


@settings(max_examples=80)
@given(PASSAGES, st.sampled_from([" ", "\n", "\n\n"]))
def test_a_text_placed_on_itself_is_right_everywhere(passages: list[str], gap: str) -> None:
    text = gap.join(passages)
    assert [text[one.span.start : one.span.end] for one in distribute(passages, text).placements] == passages


@pytest.mark.parametrize("gap", [" ", "\n"])
def test_passages_without_any_end_are_placed_on_themselves(gap: str) -> None:
    passages = [f"{line.rstrip('.').lower()}" for line in LETTER]
    text = gap.join(passages)
    assert [text[one.span.start : one.span.end] for one in distribute(passages, text).placements] == passages


def pins(passages: list[str], text: str) -> list[int]:
    units = [one.split() for one in passages]
    source, whole = count_sides(units, passages, [text.split()], [text])
    found: list[int] = pin_boundaries(source, whole.words).tolist()
    return found


def test_a_boundary_with_the_same_words_around_it_is_certain() -> None:
    assert pins(["a b c d e", "f g h i j"], "x y b c d e f g h i y") == [-1, 6, -1]


def test_a_boundary_with_another_word_beside_it_is_not() -> None:
    assert pins(["a b c d e", "f g h i j"], "x y b c d e F g h i y") == [-1, -1, -1]


def test_equal_texts_are_certain_throughout() -> None:
    assert pins(["a", "a a", "a"], "a a a a") == [0, 1, 3, 4]


@given(st.lists(st.sampled_from("abc"), min_size=1, max_size=30), st.lists(st.sampled_from("abc"), max_size=30))
def test_pins_rise(left: list[str], right: list[str]) -> None:
    found = np.array(pins([" ".join(left[n : n + 3]) for n in range(0, len(left), 3)], " ".join(right)))
    assert (np.diff(found[found >= 0]) > 0).all()


SCRIPTS = sorted((DATA / "udhr").glob("[a-z]*.tsv"))


def read_declaration(path: Path) -> list[str]:
    return [line.partition("\t")[2] for line in path.read_text(encoding="utf-8").splitlines()[1:]]


@pytest.mark.slow
@pytest.mark.data
@pytest.mark.skipif(not SCRIPTS, reason="the real texts are not at hand")
def test_the_declaration_of_human_rights_placed_on_itself_is_right_in_every_script() -> None:
    for path in SCRIPTS:
        passages = read_declaration(path)
        text = " ".join(passages)
        placed = [text[one.span.start : one.span.end] for one in distribute(passages, text).placements]
        assert placed == [passage.strip() for passage in passages], path.stem


@pytest.mark.slow
@pytest.mark.data
@pytest.mark.skipif(not SCRIPTS, reason="the real texts are not at hand")
def test_of_passages_called_left_out_for_sure_97_in_100_are() -> None:
    called = right = 0
    for path in SCRIPTS:
        passages = read_declaration(path)
        gone = set(Random(path.stem).sample(range(len(passages)), len(passages) // 4))
        text = " ".join(passage for n, passage in enumerate(passages) if n not in gone)
        for n, one in enumerate(distribute(passages, text).placements):
            if one.span.start == one.span.end and one.confidence >= 0.8:
                called, right = called + 1, right + (n in gone)
    assert called > 200
    assert right / called >= 0.97
