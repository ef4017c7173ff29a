"""Pairs of texts answered as a reader would, of the kinds that users of other tools report: `readers.tsv`.

What may be expected is said in `tests.benchmarks.reported`, which answers the pairs that were handed over.
"""

from itertools import groupby
from pathlib import Path

import pytest

from tests.benchmarks.answering import answer
from tests.benchmarks.reported import Case, is_right, read_cases

CASES = read_cases(Path(__file__).with_name("readers.tsv"))
KINDS = [(kind, list(cases)) for kind, cases in groupby(CASES, key=lambda case: case.kind)]


@pytest.mark.parametrize("cases", [cases for _, cases in KINDS], ids=[kind for kind, _ in KINDS])
def test_every_pair_is_answered_as_a_reader_would(cases: list[Case]) -> None:
    answers = [(case.question, case.expect, answer(case.question)) for case in cases]
    wrong = [found for case, found in zip(cases, answers, strict=True) if not is_right(case, found[2])]
    assert wrong == []


def test_every_answer_is_the_same_with_the_sides_swapped() -> None:
    turned = {"omission": "addition", "addition": "omission"}
    for case in CASES:
        left, right, ignored = case.question
        mirrored = [(turned.get(kind, kind), theirs, mine) for kind, mine, theirs in answer((right, left, ignored))]
        assert sorted(mirrored) == sorted(answer(case.question)), case.question


def test_a_pair_has_no_difference_where_it_is_set_against_itself() -> None:
    assert [case.question for case in CASES if answer((case.question[0], case.question[0], case.question[2]))] == []
