"""Counts of differences by type, of every two versions of a passage."""

from workbench.text.difference.counting import KINDS, count_kinds
from workbench.text.words.joining import JOINED


def counts(columns: list[tuple[object, ...]]) -> list[tuple[int, int, dict[str, int]]]:
    found = count_kinds(columns, "en")  # type: ignore[arg-type]
    return [(one.left, one.right, {k: n for k, n in zip(KINDS, one.counts, strict=True) if n}) for one in found]


def test_each_pair_is_counted_by_type_and_by_what_it_matters_for() -> None:
    texts: list[tuple[object, ...]] = [("He had 5 cats.",), ("He had 6 cats.",), ("He had 5 cats, not dogs.",)]
    assert counts(texts) == [
        (0, 1, {"number": 1}),
        (0, 2, {"addition": 1, "negation": 1}),
        (1, 2, {"number": 1, "addition": 1, "negation": 1}),
    ]


def test_equal_texts_have_no_differences_and_no_weight() -> None:
    (one,) = count_kinds([("The same.",), ("The same.",)], "en")
    assert (sum(one.counts), one.weight) == (0, 0.0)


def test_what_is_joined_is_compared_in_the_first_passage_alone() -> None:
    columns: list[tuple[object, ...]] = [("One. Two.", JOINED), ("One.", "Two.")]
    assert counts(columns) == [(0, 1, {})]
    assert counts([(JOINED,), ("Two.",)]) == []
