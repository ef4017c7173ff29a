"""The critical apparatus."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.text import Entry, Reading, Span, apparatus, collate

texts = st.lists(st.sampled_from(["the", "cat", "Cat", "sat", ",", "a"]), max_size=8).map(" ".join)


def test_an_entry_has_the_words_of_the_base_and_what_others_read() -> None:
    texts = ["the old cat sat", "the young cat sat", "the young cat sat", "the cat sat"]
    assert apparatus(collate(texts), texts, 0) == (
        Entry(Span(4, 7), (0,), (Reading("young", (1, 2)), Reading("", (3,)))),
    )


def test_added_words_stand_where_they_would_follow_in_the_base() -> None:
    texts = ["the cat sat", "the old cat sat down"]
    assert apparatus(collate(texts), texts, 0) == (
        Entry(Span(3, 3), (0,), (Reading("old", (1,)),)),
        Entry(Span(11, 11), (0,), (Reading("down", (1,)),)),
    )


def test_a_reading_is_quoted_as_most_of_its_witnesses_write_it() -> None:
    texts = ["a cat", "a Dog", "a DOG", "a Dog"]
    (entry,) = apparatus(collate(texts, ignore=frozenset({"case"})), texts, 0)
    assert entry.readings == (Reading("Dog", (1, 2, 3)),)


def test_witnesses_that_all_agree_make_no_entry() -> None:
    assert apparatus(collate(["a b", "a b"]), ["a b", "a b"], 1) == ()


def test_a_base_that_is_not_there_is_refused() -> None:
    with pytest.raises(IndexError, match="no text 1"):
        apparatus(collate(["a"]), ["a"], 1)


@given(st.lists(texts, min_size=1, max_size=5), st.data())
def test_the_base_with_a_witness_s_readings_is_that_witness(texts: list[str], data: st.DataObject) -> None:
    base, witness = (data.draw(st.integers(0, len(texts) - 1)) for _ in range(2))
    rebuilt, end = [], 0
    for entry in apparatus(collate(texts), texts, base):
        if witness not in entry.agreeing:
            (said,) = [reading.text for reading in entry.readings if witness in reading.witnesses]
            rebuilt += [texts[base][end : entry.lemma.start], " ", said, " "]
            end = entry.lemma.end
    rebuilt.append(texts[base][end:])
    assert "".join(rebuilt).split() == texts[witness].split()


@given(st.lists(texts, min_size=1, max_size=5))
def test_entries_stand_in_the_order_of_the_base(texts: list[str]) -> None:
    lemmas = [entry.lemma for entry in apparatus(collate(texts), texts, 0)]
    assert all(before.end <= after.start for before, after in pairwise(lemmas))


def test_a_text_is_silent_where_its_words_are_lost() -> None:
    texts = ("the lamp upon the quay burns", "the lamp upon", "the lamp upon the wall burns")
    whole = apparatus(collate(texts, base=0), texts, 0)
    assert ("", (1,)) in [(one.text, one.witnesses) for entry in whole for one in entry.readings]
    torn = apparatus(collate(texts, base=0), texts, 0, ((), (13,), ()))
    assert [(one.text, one.witnesses) for entry in torn for one in entry.readings] == [("wall", (2,))]
    assert all(1 not in entry.agreeing for entry in torn)


def test_a_base_whose_words_are_lost_says_nothing_of_what_others_have() -> None:
    texts = ("the lamp upon", "the lamp upon the quay", "a lamp upon the quay")
    torn = apparatus(collate(texts, base=0), texts, 0, ((13,), (), ()))
    assert [(one.text, one.witnesses) for entry in torn for one in entry.readings] == [("a", (2,))]
