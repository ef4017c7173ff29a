"""What CollateX publishes as its expected tables, in its documentation and tests: facts that a collation should find.

Which word stands under which is theirs, the words are ours: a letter for a word, where it is only equal or not.
"""

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


def texts_of(table: list[str]) -> tuple[str, ...]:
    """The witnesses of a table, cells parted by |."""
    return tuple(" ".join(filter(None, row.split("|"))) for row in table)


def test_the_fox_is_quick_in_one_witness_and_the_dog_lazy_in_the_other() -> None:
    assert read(PANGRAM, joined=True) == [
        "The|quick|brown fox jumps over the||dog.",
        "The||brown fox jumps over the|lazy|dog.",
    ]


@pytest.mark.parametrize(
    "table",
    [
        pytest.param([], id="no witness"),
        pytest.param(["a|b|c"], id="one witness"),
        pytest.param(["a|b|c"] * 3, id="everything matches"),
        pytest.param(["a|u|c", "a|v|c", "a|w|c", "a|x|c", "a|y|c"], id="variants"),
        pytest.param(["a|b|c", "a||c", "a|b|c"], id="omission"),
        pytest.param(["a|b|c", "a||"], id="omission to the end"),
        pytest.param(["a|||d|e", "a|b|c|d|e"], id="addition"),
        pytest.param(["|b||d|", "a|b||d|", "|b|c|d|", "|b||d|e"], id="additions before, between and after"),
        pytest.param(["|||d||f|", "|b||d||f|", "|||d|e|f|", "a|b|c|d||f|g"], id="a longer addition before"),
        pytest.param(["a||", "a|b|", "|b|", "||c", "a|b|c"], id="single words of a longer witness"),
        pytest.param(["a|x", "y|b", "a|b"], id="two single variants"),
        pytest.param(["a|x", "|b", "a|b"], id="a variant and an omission"),
        pytest.param(["a|", "y|b", "a|b"], id="an omission and a variant"),
        pytest.param(["a|c|d|f", "b|c|e|f", "b|g|d|f"], id="each agrees with each somewhere"),
        pytest.param(["b|c|w|f|b|v|p", "b|v|w|f|b|c|p"], id="two words changed places"),
        pytest.param(["|y|x", "x|y|z", "z|y|"], id="words that change places in two pairs"),
        pytest.param(["u|a|z", "v|b|z", "v|a|u"], id="agreement in turn"),
    ],
)
def test_words_stand_under_their_equals(table: list[str]) -> None:
    assert read(texts_of(table)) == table


@pytest.mark.parametrize(
    "table",
    [
        pytest.param(["over|this||boat", "over|that|there|boat"], id="the first of two"),
        pytest.param(["|fish", "ferry|fist"], id="not the first word"),
        pytest.param(["abcd||0123||efgh", "abcd|0xxx|012x|01xx|efgh"], id="the one between"),
        pytest.param(["aaa|bbb|ccc|ddd", "aaa||cce|ddd", "aaa||cce|ddd"], id="two witnesses together"),
        pytest.param(["aaa|bbb|ccc|ddd", "aaa|cce||ddd", "aaa|cce|ccc|ddd"], id="not where an equal word stands"),
        pytest.param(["aaaa|bbbb|cccc|dddd|eeee|ffff", "aaaa|bbbb|||eeex|ffff"], id="the last of three"),
        pytest.param(
            [
                "abcd|||012345|||efgh",
                "abcd|0xxxxx|01xxxx|01234x|012xxx|0123xx|efgh",
                "abcd||01xxxx|||zz23xx|efgh",
            ],
            id="each its nearest",
        ),
    ],
)
def test_words_without_equals_stand_under_the_nearest(table: list[str]) -> None:
    assert read(texts_of(table)) == table


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
    assert read(("a b c", "b a c")) == ["|a|b|c", "b|a||c"]


def test_where_two_words_cross_the_one_that_more_witnesses_have_stands_in_one_column() -> None:
    assert read(("x b", "b x", "y b x", "x")) == ["||x|b", "|b|x|", "y|b|x|", "||x|"]


def test_a_phrase_that_changed_places_stands_under_itself_and_the_rest_in_columns_of_its_own() -> None:
    """CollateX lets words face each other there that are neither equal nor near; the equal ones are as many."""
    assert read(("a b c d e f g", "e f g d a b c", "e f g d a x c")) == [
        "a|b|c|d|e|f|g||||",
        "||||e|f|g|d|a|b|c",
        "||||e|f|g|d|a|x|c",
    ]


def test_what_one_adds_in_two_ways_stands_under_the_same_words_of_others() -> None:
    """CollateX shifts words to the left here, and says of its table that it could be nicer."""
    texts = ("a b g", "a b d f g", "a b e h g", "a b c e h g")
    assert [row.split("|")[-2:] for row in read(texts)[2:]] == [["h", "g"]] * 2
    assert [row.split("|")[-3] for row in read(texts)[2:]] == ["e", "e"]
