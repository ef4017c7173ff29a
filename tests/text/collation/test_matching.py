"""Which words of a reading stand in the table already."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import LCSseq

from workbench.text.collation.matching import match_words
from workbench.text.collation.places import Place

words = st.lists(st.integers(0, 4), max_size=12).map(tuple)


def hold(row: tuple[int, ...]) -> list[Place]:
    """A table of one reading."""
    return [Place(False, {0: at}, {word: 1}) for at, word in enumerate(row)]


@given(words, words, st.integers(1, 60))
def test_the_subsequence_is_common_and_longest_however_little_is_kept(
    left: tuple[int, ...], right: tuple[int, ...], bits: int
) -> None:
    pairs = match_words(left, hold(right), bits=bits)
    assert all(left[word] == right[place] for word, place in pairs)
    assert all(a[0] < b[0] and a[1] < b[1] for a, b in pairwise(pairs))
    assert len(pairs) == LCSseq.similarity(left, right)
    assert pairs == match_words(left, hold(right))


def test_a_place_answers_every_word_it_holds() -> None:
    places = [Place(False, {}, {1: 1, 2: 1}), Place(False, {}, {3: 2})]
    assert match_words((2, 3), places) == [(0, 0), (1, 1)]
    assert match_words((1, 1, 3), places)[-1] == (2, 1)
