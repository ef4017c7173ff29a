"""The same two texts give the same comparison in every process, wherever they stand, whichever is called the left."""

import json
import os
import subprocess
import sys

import pytest

from workbench.text import diff

EARLIER = (
    "On 19 November the pilots of the lower harbour [Nizhnyaya] refused to work; comrade Zhuravelev, whom the TsK "
    "had sent, read them the letter twice, and they laughed at him. Then snow came, and the colour went out of it."
)
LATER = (
    "The pilots refused to work in the lower harbour on 9 November; the TsK [Central Committee] had sent comrade "
    "Zhuravlev, and twice he read them its letter. They laughed! Then it was snowing and the color went out of it."
)
PAIRS = [
    (EARLIER, LATER),
    ("a b a c a b b a c c a b " * 40, "b a c a b a a c b b a c " * 41),
    ("Пришли пятью лодками, и никто не спал.", "Никто не спал: пришли шестью лодками."),
    ("他在河邊等了三天。", "他在河边等了五天，没有人来。"),
]
SCRIPT = """
import json, sys
from workbench.text import diff
for left, right in json.load(sys.stdin):
    comparison = diff(left, right)
    print(comparison.verdict, comparison.similarity, comparison.differences, comparison.segments, comparison.links)
"""


def compare_in_a_process(**environment: str) -> str:
    run = subprocess.run(
        [sys.executable, "-c", SCRIPT],
        input=json.dumps(PAIRS),
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=True,
    )
    return run.stdout


def test_the_comparison_does_not_depend_on_the_seed_of_hashes_nor_on_the_locale() -> None:
    first = compare_in_a_process(PYTHONHASHSEED="0", LC_ALL="C.UTF-8")
    second = compare_in_a_process(PYTHONHASHSEED="4711", LC_ALL="C.UTF-8", LANG="tr_TR.UTF-8", TZ="Asia/Kolkata")
    assert first == second
    assert first.count("\n") == len(PAIRS)


@pytest.mark.parametrize(("left", "right"), PAIRS)
def test_the_comparison_does_not_depend_on_how_many_words_were_seen_before(left: str, right: str) -> None:
    alone = diff(left, right).differences
    other = " ".join(f"w{n}" for n in range(3_000))
    diff(other, left)
    assert diff(left, right).differences == alone


@pytest.mark.parametrize(("left", "right"), PAIRS)
def test_the_differences_are_the_same_behind_a_paragraph_that_both_begin_with(left: str, right: str) -> None:
    before = " ".join(f"stone{n}" for n in range(400)) + ".\n\n"
    shifted = diff(before + left, before + right)
    assert [(d.type, d.left.start - len(before), d.right.start - len(before)) for d in shifted.differences] == [
        (d.type, d.left.start, d.right.start) for d in diff(left, right).differences
    ]


@pytest.mark.parametrize(("left", "right"), PAIRS)
def test_the_order_of_the_sides_changes_the_sides_and_nothing_else(left: str, right: str) -> None:
    there, back = diff(left, right), diff(right, left)
    assert there.similarity == back.similarity
    assert sorted((d.right, d.left) for d in there.differences) == sorted((d.left, d.right) for d in back.differences)
