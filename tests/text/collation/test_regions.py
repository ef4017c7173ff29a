"""Regions: the laws that hold for any number of witnesses, and what many of them must not do."""

from itertools import groupby

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.text.collation import Collation, collate

words = st.sampled_from(["the", "cat", "Cat", "sat", "on", ",", "a", "mat", "é"])
texts = st.lists(words, max_size=7).map(" ".join)
many = st.tuples(texts, st.lists(texts, max_size=4), st.integers(8, 24)).map(
    lambda drawn: [*drawn[1], *[drawn[0]] * drawn[2]]
)


def read(table: Collation, texts: list[str]) -> list[str]:
    """The readings of each region, parted by /, those of most witnesses first, - for none."""
    firsts = [[(column.cells[group[0]], texts[group[0]]) for group in column.groups] for column in table.columns]
    return ["/".join(cell.of(text) if cell else "-" for cell, text in groups) for groups in firsts]


@given(many)
def test_regions_hold_every_text_in_order(texts: list[str]) -> None:
    regions = collate(texts).regions().columns
    for index, text in enumerate(texts):
        said = [cell.of(text) for column in regions if (cell := column.cells[index])]
        assert "".join(said).replace(" ", "") == text.replace(" ", "")


@given(many)
def test_regions_of_agreement_are_all_that_stands_between_two_variants(texts: list[str]) -> None:
    table = collate(texts)
    runs = [len(list(run)) for agrees, run in groupby(table.columns, lambda c: not c.is_variant) if agrees]
    agreed = [len(region.keys[0]) for region in table.regions().columns if not region.is_variant]
    rest = iter(runs)
    assert all(length in rest for length in agreed)
    if len(texts) > 9:
        assert agreed == runs


@given(many, st.data())
def test_the_order_of_many_witnesses_changes_no_region(texts: list[str], data: st.DataObject) -> None:
    order = data.draw(st.permutations(range(len(texts))))
    plain, shuffled = collate(texts).regions(), collate([texts[index] for index in order]).regions()
    assert [column.cells for column in shuffled.columns] == [
        tuple(column.cells[index] for index in order) for column in plain.columns
    ]


@given(many)
def test_joined_columns_are_never_cut(texts: list[str]) -> None:
    table = collate(texts)
    assert len(table.regions().columns) <= len(table.joined().columns)
    assert table.regions().joined().witnesses == len(texts)


@pytest.mark.parametrize("witnesses", [10, 26])
def test_slips_of_single_witnesses_do_not_make_one_region_of_all(witnesses: int) -> None:
    words = "abcdefghij"
    texts = [" ".join(words.replace(words[n], words[n].upper()) if n < 10 else words) for n in range(witnesses)]
    assert read(collate(texts).regions(), texts) == [f"{letter}/{letter.upper()}" for letter in words]


@pytest.mark.parametrize(
    ("left", "right", "regions"),
    [
        (
            "the old boats of the north",
            "the young men of the south",
            ["the", "old boats of the north/young men of the south"],
        ),
        ("a boat of wood", "a boat, of iron", ["a boat", "-/,", "of", "wood/iron"]),
        ("He went. The boat", "He left. A ferry", ["He", "went/left", ".", "The boat/A ferry"]),
        ("old boats came north", "new ships came south", ["old boats/new ships", "came", "north/south"]),
        (
            "old boats of the and at the north",
            "new ships of the and at the south",
            ["old boats/new ships", "of the and at the", "north/south"],
        ),
    ],
    ids=["light between heavy", "not lighter", "a sentence ends", "a content word", "many"],
)
def test_light_words_between_heavier_variants_belong_to_them(left: str, right: str, regions: list[str]) -> None:
    assert read(collate([left, right], base=0).regions(), [left, right]) == regions


def test_light_words_part_variants_in_which_others_agree() -> None:
    texts = ["old boats of the north", "new ships of the north coast", "new ships of the south coast"]
    assert read(collate(texts).regions(), texts) == ["new ships/old boats", "of the", "north/north coast/south coast"]
    texts[1] = "new ships of the south coast"
    assert read(collate(texts).regions(), texts) == ["new ships of the south coast/old boats of the north"]


def test_a_region_does_not_become_longer_than_one_can_read() -> None:
    texts = [" of ".join(f"{letter}{n}{n} {letter}{n}x" for n in range(12)) for letter in ("old", "new")]
    longest = [len(region.keys[0]) for region in collate(texts).regions().columns if region.is_variant]
    assert len(longest) > 3
    assert max(longest) <= 8


def test_nine_witnesses_with_slips_are_one_region() -> None:
    texts = [" ".join("abcdefghi".replace("abcdefghi"[n], "x")) for n in range(9)]
    assert len(collate(texts).regions().columns) == 1


def test_what_one_of_many_says_otherwise_is_one_reading() -> None:
    texts = ["and the LORD God said"] * 11 + ["and Jehovah said"]
    assert read(collate(texts).regions(), texts) == ["and", "the LORD God/Jehovah", "said"]


def test_where_many_part_among_many_words_the_region_is_whole() -> None:
    texts = ["and the LORD said"] * 6 + ["and Jehovah said"] * 5 + ["and he said"]
    assert read(collate(texts).regions(), texts) == ["and", "the LORD/Jehovah/he", "said"]


def test_fragments_are_not_counted_where_they_say_nothing() -> None:
    whole = "in the beginning was the word and the word was good"
    texts = [whole] * 8 + [whole.replace("good", "God")] * 5 + ["in the beginning", "the word was good"]
    assert read(collate(texts).regions(), texts)[-1] == "good/God/-"
