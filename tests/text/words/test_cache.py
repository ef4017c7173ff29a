"""What is remembered is what would be answered, and no more of it than was said."""

from hypothesis import given
from hypothesis import strategies as st

from workbench.text.words.cache import Cache

WORDS = st.lists(st.text("abc", max_size=3))
KNOWN = {"a": "A", "b": "B"}


@given(WORDS)
def test_a_cache_answers_as_the_function_does(words: list[str]) -> None:
    cache = Cache(str.upper, most=5, known=KNOWN)
    assert [cache[word] for word in words] == [word.upper() for word in words]


@given(WORDS)
def test_no_more_is_kept_than_was_said_beside_what_was_known(words: list[str]) -> None:
    cache = Cache(str.upper, most=5, known=KNOWN)
    for word in words:
        assert cache[word] == word.upper()
        assert len(cache) <= 5 + 2
        assert dict(list(cache.items())[:2]) == KNOWN


def test_what_was_answered_is_not_asked_again_until_it_is_forgotten() -> None:
    asked: list[str] = []

    def answer(word: str) -> str:
        asked.append(word)
        return word.upper()

    cache = Cache(answer, most=5)
    assert [cache["x"], cache["x"], cache["y"]] == ["X", "X", "Y"]
    assert asked == ["x", "y"]
    cache.forget()
    assert (cache["x"], asked) == ("X", ["x", "y", "x"])


def test_an_overlong_word_is_answered_and_not_kept() -> None:
    cache = Cache(str.upper, most=5)
    assert cache["x" * 101] == "X" * 101
    assert not cache


@given(WORDS, WORDS)
def test_what_is_learnt_at_once_is_kept_within_bounds_beside_what_was_known(
    first: list[str], second: list[str]
) -> None:
    cache = Cache(str.upper, most=5, known=KNOWN)
    for words in (first, second):
        cache.learn({word: word.upper() for word in words if word not in cache})
        assert len(cache) <= 5 + 2
        assert dict(list(cache.items())[:2]) == KNOWN
        assert [cache[word] for word in words] == [word.upper() for word in words]


@given(WORDS)
def test_no_more_is_kept_of_what_was_worked_out_in_another_way(words: list[str]) -> None:
    cache = Cache(str.upper, most=5, known=KNOWN)
    for word in words:
        cache.keep(word, word.upper())
        assert cache[word] == word.upper()
        assert len(cache) <= 5 + 2
