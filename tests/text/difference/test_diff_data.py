"""The comparison on real translations and against a human-checked collation."""

import pytest

from tests.benchmarks.diff_pairs import DATA, KINDS, chapters, verse_pairs
from tests.benchmarks.diff_peers import run_by_workbench
from tests.benchmarks.diff_quality import judge
from workbench.text import diff

pytestmark = [
    pytest.mark.data,
    pytest.mark.skipif(not DATA.exists(), reason=f"the real texts are not at {DATA}"),
]


@pytest.mark.parametrize("kind", KINDS)
def test_real_verses_are_compared_whole_and_mirror(kind: str) -> None:
    for left, right in verse_pairs(kind, 100):
        there, back = diff(left, right), diff(right, left)
        rebuilt = [s.left.of(left) if s.difference is None else s.right.of(right) for s in there.segments]
        assert "".join(s.left.of(left) for s in there.segments) == left
        assert "".join(rebuilt) == right
        assert [(s.right, s.left, s.kind) for s in there.segments] == [(s.left, s.right, s.kind) for s in back.segments]


def test_the_differences_are_where_the_human_collation_has_them() -> None:
    counts = [judge(run_by_workbench, units) for units in list(chapters())[:3]]
    found, differing, false, agreeing = (sum(column) for column in zip(*counts, strict=True))
    assert found / differing > 0.95
    assert false / agreeing < 0.01
