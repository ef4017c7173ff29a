"""The collation table: its laws, and what readers expect of it."""

import random
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.text.collation import Collation, collate
from workbench.text.words.keys import Rule

words = st.sampled_from(["the", "cat", "cats", "Cat", "sat", "on", "19", "9", ",", ".", "a", "mat", "[", "é"])
texts = st.lists(words, max_size=9).map(" ".join)
witnesses = st.lists(texts, min_size=1, max_size=6)


def rows_of(collation: Collation, texts: list[str]) -> list[list[str]]:
    """The table as a reader sees it: a row for each witness, - for an empty cell."""
    return [
        [cell.of(text) if (cell := column.cells[index]) else "-" for column in collation.columns]
        for index, text in enumerate(texts)
    ]


@given(witnesses)
def test_the_cells_of_a_witness_hold_all_of_its_text_in_order(texts: list[str]) -> None:
    for table in (collate(texts), collate(texts).joined()):
        for index, text in enumerate(texts):
            spans = [cell for column in table.columns if (cell := column.cells[index]) is not None]
            assert all(before.end <= after.start for before, after in pairwise(spans))
            assert "".join(span.of(text) for span in spans).replace(" ", "") == text.replace(" ", "")


@given(witnesses.flatmap(lambda texts: st.tuples(st.just(texts), st.permutations(range(len(texts))))))
def test_the_order_of_the_witnesses_changes_nothing_but_the_order_of_the_cells(
    case: tuple[list[str], list[int]],
) -> None:
    texts, order = case
    plain, shuffled = collate(texts), collate([texts[index] for index in order])
    assert [column.cells for column in shuffled.columns] == [
        tuple(column.cells[index] for index in order) for column in plain.columns
    ]
    assert [[{order[w] for w in group} for group in column.groups] for column in shuffled.columns] == [
        [set(group) for group in column.groups] for column in plain.columns
    ]


@given(witnesses)
def test_every_witness_is_in_one_group_and_groups_read_the_same(texts: list[str]) -> None:
    for column in collate(texts).joined().columns:
        assert sorted(w for group in column.groups for w in group) == list(range(len(texts)))
        for group in column.groups:
            cells = [column.cells[w] for w in group]
            assert len({span and span.of(texts[w]) for w, span in zip(group, cells, strict=True)}) == 1


@given(witnesses)
def test_no_column_is_empty(texts: list[str]) -> None:
    assert all(any(column.cells) for column in collate(texts).columns)


@given(witnesses, st.data())
def test_a_base_changes_no_cell_and_comes_first(texts: list[str], data: st.DataObject) -> None:
    base = data.draw(st.integers(0, len(texts) - 1))
    chosen, plain = collate(texts, base=base), collate(texts)
    assert [column.cells for column in chosen.columns] == [column.cells for column in plain.columns]
    assert all(base in column.groups[0] for column in [*chosen.columns, *chosen.joined().columns])


@given(witnesses)
def test_neighbours_in_the_joined_table_part_differently(texts: list[str]) -> None:
    joined = collate(texts).joined()
    assert all(set(a.groups) != set(b.groups) for a, b in pairwise(joined.columns))


@given(witnesses)
def test_regions_of_agreement_and_of_variation_take_turns(texts: list[str]) -> None:
    regions = collate(texts).regions().columns
    assert all(a.is_variant != b.is_variant for a, b in pairwise(regions))
    for index, text in enumerate(texts):
        said = [cell.of(text) for column in regions if (cell := column.cells[index])]
        assert "".join(said).replace(" ", "") == text.replace(" ", "")


def test_a_region_holds_whole_phrases() -> None:
    texts = ["and the LORD said", "and Jehovah said"]
    assert rows_of(collate(texts).regions(), texts) == [["and", "the LORD", "said"], ["and", "Jehovah", "said"]]


@given(witnesses.flatmap(lambda texts: st.tuples(st.just(texts), st.permutations(range(len(texts))))))
def test_what_is_ignored_does_not_bring_the_order_back(case: tuple[list[str], list[int]]) -> None:
    texts, order = case
    loose: dict[str, Any] = {"ignore": frozenset({"case", "punctuation"}), "rules": (Rule("cat", "a mat"),)}
    plain, shuffled = collate(texts, **loose), collate([texts[index] for index in order], **loose)
    assert [column.cells for column in shuffled.columns] == [
        tuple(column.cells[index] for index in order) for column in plain.columns
    ]


def test_no_text_and_texts_without_words_make_no_column() -> None:
    assert collate([]).columns == ()
    assert collate(["", "  "]).columns == ()


def test_a_base_that_is_not_there_is_refused() -> None:
    with pytest.raises(IndexError, match="no text 2"):
        collate(["a", "b"], base=2)


def test_a_substitution_is_one_column() -> None:
    texts = ["the black cat", "the white cat", "the white cat"]
    assert rows_of(collate(texts), texts) == [
        ["the", "black", "cat"],
        ["the", "white", "cat"],
        ["the", "white", "cat"],
    ]
    assert [column.groups for column in collate(texts).columns] == [((0, 1, 2),), ((1, 2), (0,)), ((0, 1, 2),)]


def test_a_word_and_a_mark_never_share_a_column() -> None:
    texts = ["the cat, black", "the cat and black"]
    assert rows_of(collate(texts), texts) == [
        ["the", "cat", ",", "-", "black"],
        ["the", "cat", "-", "and", "black"],
    ]


def test_words_of_grammar_face_words_of_grammar() -> None:
    texts = ["bring it unto the king there", "bring it unto Pharaoh there"]
    assert rows_of(collate(texts), texts) == [
        ["bring", "it", "unto", "the", "king", "there"],
        ["bring", "it", "unto", "-", "Pharaoh", "there"],
    ]


def test_near_equal_words_share_a_column() -> None:
    texts = ["Zhuravelev was there", "comrade Zhuravlev was there", "one comrade Zhuravlyov was there"]
    assert rows_of(collate(texts), texts) == [
        ["-", "-", "Zhuravelev", "was", "there"],
        ["-", "comrade", "Zhuravlev", "was", "there"],
        ["one", "comrade", "Zhuravlyov", "was", "there"],
    ]


def test_ignored_differences_make_no_group() -> None:
    texts = ["The Cat, sat", "the cat sat"]
    loose = collate(texts, ignore=frozenset({"case", "punctuation"}))
    assert [column.groups for column in loose.columns] == [((0, 1),)] * 3
    assert rows_of(loose, texts) == [["The", "Cat,", "sat"], ["the", "cat", "sat"]]


def test_an_ignored_opening_mark_stays_with_the_word_after_it() -> None:
    texts = ['he said "yes" (again)', "he said yes again"]
    assert rows_of(collate(texts, ignore=frozenset({"punctuation"})), texts)[0] == ["he", "said", '"yes"', "(again)"]


def test_several_words_may_answer_one_by_a_rule() -> None:
    texts = ["the TsK met", "the Central Committee met"]
    table = collate(texts, rules=(Rule("TsK", "Central Committee"),))
    assert rows_of(table, texts) == [["the", "TsK", "met"], ["the", "Central Committee", "met"]]
    assert [column.groups for column in table.columns] == [((0, 1),)] * 3


def test_joined_columns_are_longer_readings() -> None:
    texts = ["this is the old house of mine", "this is a new and big house of mine"]
    assert rows_of(collate(texts).joined(), texts) == [
        ["this is", "the old", "house of mine"],
        ["this is", "a new and big", "house of mine"],
    ]


def test_a_table_that_was_refined_to_the_end_is_not_approximate() -> None:
    assert not collate(["the cat sat", "the dog sat", "a cat sat down"]).approximate


@pytest.mark.parametrize(
    "texts",
    [
        [" ".join(f"w{witness}x{place}" for place in range(1_500)) for witness in range(3)],
        [" ".join(random.Random(witness).sample([f"w{n}" for n in range(800)], 800)) for witness in range(6)],
    ],
    ids=["too many different words to compare", "too many places to look at"],
)
def test_a_table_that_is_too_large_to_be_refined_says_so(texts: list[str]) -> None:
    table = collate(texts)
    assert (table.approximate, table.joined().approximate, table.regions().approximate) == (True, True, True)
