"""Which words of a change may answer each other, and which of the pairs go together best."""

from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.text.difference import candidates
from workbench.text.difference.candidates import Pair, are_near, best_pairs
from workbench.text.words.content import list_forms

NEAR = """
colour color|came come|seven nine|7 nine|19 9|, ;|— -|Ezhov Jeschow|vnto unto|haue have|the thee|men man|міръ мир
Colour colour|don't dont|dayes days|of off|Peter peter
"""
FAR = "was has|form from|seven boats|Ian Jan|to on|he she|a ,|, a|king queen"


@pytest.mark.parametrize("words", NEAR.strip().replace("\n", "|").split("|"))
def test_a_reader_takes_the_one_for_the_other(words: str) -> None:
    left, right = words.split()
    assert are_near(left, right)
    assert are_near(right, left)


@pytest.mark.parametrize("words", FAR.split("|"))
def test_a_reader_does_not(words: str) -> None:
    left, right = words.split()
    assert not are_near(left, right)
    assert not are_near(right, left)


def pairs_of(left: str, right: str) -> list[Pair]:
    mine, theirs = left.split(), right.split()
    found = best_pairs((mine, list_forms(mine)), (theirs, list_forms(theirs)))
    return [(a, b, c, d, round(worth, 3)) for a, b, c, d, worth in found]


@pytest.mark.parametrize(
    ("left", "right", "pairs"),
    [
        ("colour", "color", [(0, 1, 0, 1, 0.833)]),
        # the further apart in the change, the less near: a fifth from the first word to the last
        ("comrade Zhuravelev was", "they nominated comrade Zhuravlev", [(0, 1, 2, 3, 0.9), (1, 2, 3, 4, 0.8)]),
        ("resigned quickly", "quick resignation", [(1, 2, 0, 1, 0.614)]),  # not both: they cross
        ("the enquiry begins", "an inquiry starts", [(1, 2, 1, 2, 0.857)]),  # their ends alone are the same
        # numbers against numbers
        ("seven boats", "nine ships", [(0, 1, 0, 1, 0.6)]),
        ("12 boats sank", "on 19 boats", [(0, 1, 1, 2, 0.533), (1, 2, 2, 3, 0.933)]),
        # two words written together
        ("to day we", "today they", [(0, 2, 0, 1, 1.5)]),
        ("today they", "to day we", [(0, 1, 0, 2, 1.5)]),
        ("well - known men", "wellknown people", [(0, 3, 0, 1, 1.5)]),
        ("in to it", "into it", [(0, 2, 0, 1, 1.5)]),
        ("every one else", "everyone other", [(0, 2, 0, 1, 1.5)]),
        ("we go to day", "go today there", [(2, 4, 1, 2, 1.5)]),
        # one name, or one word in other letters
        ("Chruschtschow said", "then Khrushchev spoke", [(0, 1, 1, 2, 0.9)]),
        ("Petrov Ivanov", "Ivanov Petrov", [(0, 1, 1, 2, 0.9)]),
        ("Всѣ люди", "люди все", [(1, 2, 0, 1, 0.9)]),
        ("Русь шла", "Россія шли", [(1, 2, 1, 2, 0.667)]),
        # nothing
        ("the of", "of the", []),
        ("red river", "green valley", []),
        ("no", "now", []),
        ("a b", "b a", []),
    ],
)
def test_the_pairs_of_a_change_keep_the_order_and_are_as_near_as_can_be(
    left: str, right: str, pairs: list[Pair]
) -> None:
    assert pairs_of(left, right) == pairs


PAIRS = st.lists(
    st.tuples(st.integers(0, 5), st.integers(1, 2), st.integers(0, 5), st.integers(1, 2), st.integers(1, 9)),
    min_size=2,
    max_size=7,
    unique_by=lambda row: row[:4],
).map(lambda rows: [(a, a + i, c, c + j, worth / 10) for a, i, c, j, worth in rows])


def follow_each_other(chain: tuple[Pair, ...]) -> bool:
    return all(a[1] <= b[0] and a[3] <= b[2] for a, b in pairwise(chain))


@given(PAIRS)
def test_no_other_pairs_that_keep_the_order_are_worth_more(pairs: list[Pair]) -> None:
    chosen = candidates._best_chain(list(pairs))
    assert follow_each_other(tuple(chosen))
    assert set(chosen) <= set(pairs)
    in_order = sorted(pairs, key=lambda pair: (pair[1], pair[3]))
    best = max(
        sum(pair[4] for pair in chain)
        for n in range(1, len(pairs) + 1)
        for chain in combinations(in_order, n)
        if follow_each_other(chain)
    )
    assert sum(pair[4] for pair in chosen) == pytest.approx(best)


def test_of_too_many_pairs_the_nearest_are_looked_at() -> None:
    near = [(n, n + 1, n, n + 1, 0.9) for n in range(200)]
    assert candidates._best_chain([*near, (200, 201, 200, 201, 0.5)]) == near
    assert len(candidates._best_chain([*near[1:], (200, 201, 200, 201, 0.5)])) == 200
    far = (500, 501, 500, 501, 1.0)
    assert candidates._best_chain([*near, far]) == [*near[:199], far]


@pytest.mark.parametrize(
    ("many", "one", "joins"),
    [
        (["to", "day"], ["today"], [(0, 2, 0)]),
        (["x", "to", "day"], ["y", "today"], [(1, 3, 1)]),
        (["to", "", "day"], ["today"], [(0, 3, 0)]),
        (["to", "x", "day"], ["today"], []),
        (["to", "", "", "day"], ["today"], []),
        (["to", "day", "to", "day"], ["today"], [(0, 2, 0), (2, 4, 0)]),
        (["", "today"], ["today"], []),
        (["to"], ["today"], []),
        (["to", "day"], ["today", "today"], [(0, 2, 1)]),
    ],
)
def test_words_written_together_are_found_with_a_sign_between(
    many: list[str], one: list[str], joins: list[tuple[int, int, int]]
) -> None:
    assert candidates._joins(many, one) == joins


def test_names_that_read_alike_are_pairs_whatever_script_stands_beside_them() -> None:
    found = candidates._named_pairs(["Khrushchev", "é"], ["Chruschtschow"], [])
    assert [pair[:4] for pair in found] == [(0, 1, 0, 1)]
    assert candidates._named_pairs(["khrushchev", "é"], ["chruschtschow"], []) == []
