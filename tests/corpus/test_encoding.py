"""Terms as words that no database cuts."""

from hypothesis import given
from hypothesis import strategies as st

from workbench.corpus.concordance.encoding import encode

TERMS = st.text(min_size=1, max_size=30)


@given(TERMS, TERMS)
def test_terms_that_begin_alike_are_written_so_and_others_are_not(one: str, other: str) -> None:
    assert (encode(one) == encode(other)) == (one == other)
    assert encode(one + other).startswith(encode(one))


@given(TERMS)
def test_a_term_is_written_in_letters_and_private_use(term: str) -> None:
    assert not set(encode(term)) & set(" '\"\\:*&|!()<>\x00\n\t")
