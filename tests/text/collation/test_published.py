"""What CollateX publishes as its expected tables: small facts of the trade that any collation should find."""

import pytest

from workbench.text import collate

PANGRAM = (
    "The quick brown fox jumps over the dog.",
    "The brown fox jumps over the lazy dog.",
)


def read(texts: tuple[str, ...], *, joined: bool = False) -> list[str]:
    """The table, a line for each witness, cells parted by |."""
    table = collate(texts).joined() if joined else collate(texts)
    return [
        "|".join(cell.of(text) if cell else "" for cell in (column.cells[index] for column in table.columns))
        for index, text in enumerate(texts)
    ]


def test_the_fox_is_quick_in_one_witness_and_the_dog_lazy_in_the_other() -> None:
    assert read(PANGRAM, joined=True) == [
        "The|quick|brown fox jumps over the||dog.",
        "The||brown fox jumps over the|lazy|dog.",
    ]


@pytest.mark.parametrize("count", [2, 4])
def test_words_between_the_same_neighbours_share_a_column(count: int) -> None:
    texts = ("A X1 Z", "A H2 Z", "A K3 Z", "A Y4 Z")[:count]
    assert read(texts) == [text.replace(" ", "|") for text in texts]


def test_a_grey_koala_is_a_gray_one_not_a_big_one() -> None:
    assert read(("The big gray koala", "The grey koala")) == ["The|big|gray|koala", "The||grey|koala"]


def test_cats_of_three_colours_share_the_column_of_the_colour() -> None:
    texts = ("the black cat", "the red cat", "the black and red cat")
    assert read(texts) == ["the|black|||cat", "the|||red|cat", "the|black|and|red|cat"]


def test_one_word_moved_over_the_others_is_left_out_once() -> None:
    assert read(("a b c d", "b c d a")) == ["a|b|c|d|", "|b|c|d|a"]


def test_where_two_words_cross_the_one_that_more_witnesses_have_stands_in_one_column() -> None:
    assert read(("x b", "b x", "y b x", "x")) == ["||x|b", "|b|x|", "y|b|x|", "||x|"]
