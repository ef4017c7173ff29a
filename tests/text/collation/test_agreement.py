"""The collation and the comparison of two texts say the same: where they part, and whether at all."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.text.difference.test_ignoring import FORMS, GAPS, IGNORES, TEXTS
from workbench.text import Ignorable, apparatus, collate, diff

SENTENCES = st.lists(st.tuples(st.sampled_from(FORMS), GAPS), max_size=5).map(
    lambda rows: "".join(form + gap for form, gap in rows)
)
PAIRS = TEXTS | st.tuples(SENTENCES, SENTENCES)


@given(PAIRS, IGNORES)
@example(("a  b", "a b"), frozenset())
@example(("every one came", "everyone came"), frozenset({"spacing"}))
@example(("ab c", "a bc"), frozenset({"spacing"}))
@example(("a ba", "ab a"), frozenset({"spacing"}))
@example((" a", "a"), frozenset())
@example(("a\n", "a"), frozenset({"case"}))
def test_two_texts_have_a_variant_place_where_they_have_a_difference(
    texts: tuple[str, str], ignore: frozenset[Ignorable]
) -> None:
    table = collate(texts, ignore=ignore)
    if not table.columns:
        return
    is_variant = any(column.is_variant for column in table.columns)
    assert is_variant == bool(diff(*texts, ignore=ignore).differences)
    for view in (table.joined(), table.regions()):
        assert any(column.is_variant for column in view.columns) == is_variant
    assert bool(apparatus(table, texts, 0)) == is_variant


@pytest.mark.parametrize(
    ("texts", "ignore"),
    [
        (["every one came", "everyone came", "every one came"], {"spacing"}),
        (["The U.S.A. won", "The USA won", "The USA. won"], {"punctuation"}),
        (["a well-known man", "a well known man", "a wellknown man"], {"punctuation"}),
    ],
)
def test_what_is_written_together_or_apart_is_one_reading(texts: list[str], ignore: set[Ignorable]) -> None:
    assert not any(column.is_variant for column in collate(texts, ignore=frozenset(ignore)).columns)


def test_other_words_beside_stay_places_of_their_own() -> None:
    texts = ["every one came soon", "everyone came late", "each one came soon"]
    table = collate(texts, ignore=frozenset({"spacing"}))
    assert [column.groups for column in table.columns] == [((0, 1), (2,)), ((0, 1, 2),), ((0, 2), (1,))]


def test_white_space_parts_those_that_have_other() -> None:
    table = collate(["the old king", "the  old king", "the old king"])
    assert [column.groups for column in table.columns] == [((0, 1, 2),), ((0, 2), (1,)), ((0, 1, 2),)]
