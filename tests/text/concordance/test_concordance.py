"""What somebody looks for, and where a text has it."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from workbench.text import Rule
from workbench.text.concordance import FOLDS, BadQuery, Matcher, parse_query, read_terms, with_rules

LETTERS = st.text(st.sampled_from("abcéñßабвйёαβάקשرسकखिं是我ทไ'’-.,;:!?\"« \n\u00ad12٣"), max_size=40)


def found(line: str, text: str, fold: frozenset[str] = FOLDS) -> list[str]:
    """Return the words at which a text has what a line asks for."""
    return [span.of(text) for span in Matcher(parse_query(line), FOLDS & fold).find(text)]


@given(LETTERS)
@example("b’1\xad1")
def test_every_word_of_a_text_is_found_where_it_stands(text: str) -> None:
    terms = read_terms(text)
    for start, end in zip(terms.starts, terms.ends, strict=True):
        word = text[start:end]
        if read_terms(word).keys:
            places = [tuple(span) for span in Matcher(parse_query(f'"{word}"')).find(text)]
            assert any(first <= start and end <= last for first, last in places), (word, places)


@given(LETTERS)
def test_terms_stand_in_order_and_none_in_another(text: str) -> None:
    terms = read_terms(text)
    edges = [edge for place in zip(terms.starts, terms.ends, strict=True) for edge in place]
    assert edges == sorted(edges)
    assert all(terms.keys)


@given(LETTERS, st.text(st.sampled_from("abcé"), min_size=1, max_size=3))
def test_a_text_has_a_word_or_is_without_it(text: str, word: str) -> None:
    whole = f"zebra {text}"
    assert bool(found(word, whole)) != bool(found(f"zebra -{word}", whole))


@given(LETTERS, st.sets(st.sampled_from(sorted(FOLDS))))
def test_folding_less_never_finds_more(text: str, fold: set[str]) -> None:
    query = parse_query("abc")
    every = set(Matcher(query).find(text))
    assert set(Matcher(query, FOLDS & fold).find(text)) <= every


@pytest.mark.parametrize(
    ("line", "text", "words"),
    [
        ("cat", "The cat; a CAT.", ["cat", "CAT"]),
        ("the cat", "A cat and the dog", ["cat", "the"]),
        ('"the cat"', "the cat, the big cat", ["the cat"]),
        ("“the cat”", "the cat", ["the cat"]),
        ("«le chat»", "le chat", ["le chat"]),
        ('"the cat s*"', "the cat sat, the cat ran", ["the cat sat"]),
        ("wellknown", "well-known", ["well-known"]),
        ("well-known", "well known", ["well known"]),
        ("homme", "l’homme", ["homme"]),
        ("l'homme", "l’homme", ["l’homme"]),
        ("lhomme", "l’homme", ["l’homme"]),
        ("usa", "the U.S.A.", ["U.S.A"]),
        ("5000", "5,000 men", ["5,000"]),
        ("25", "2.5 men", []),
        ('"cat dog"~1', "dog and cat", ["dog", "cat"]),
        ('"cat dog"~0', "dog and cat", []),
        ('"cat cat"~1', "one cat only", []),
        ("-dog cat", "cat and dog", []),
        ("--", "cat", None),
        ("-cat", "cat", None),
        ('"cat', "cat", None),
        ("c*t", "cat", None),
        ('"a b"~101', "a b", None),
    ],
)
def test_a_line_finds_what_it_says(line: str, text: str, words: list[str] | None) -> None:
    if words is None:
        with pytest.raises(BadQuery):
            parse_query(line)
    else:
        assert found(line, text) == words


def test_rules_lead_to_all_their_equals() -> None:
    query = with_rules(parse_query("Yezhov"), [Rule("Yezhov", "Ezhov"), Rule("Ezhov", "the commissar")])
    text = "Ezhov, Yezhov and the commissar"
    assert [span.of(text) for span in Matcher(query).find(text)] == ["Ezhov", "Yezhov", "the commissar"]
