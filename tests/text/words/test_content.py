"""What is noted of many words at a glance is what is found of each by itself."""

from hypothesis import given
from hypothesis import strategies as st

from workbench.text.words import content
from workbench.text.words.cache import forget
from workbench.text.words.nearness import plain_form
from workbench.text.words.number_words import DOUBTFUL, NUMBER_WORDS
from workbench.text.words.numerals import holds_number, is_numeral
from workbench.text.words.weights import weigh

WORDS = st.lists(
    st.text("aeinMxVtwohr'é-", min_size=1)
    | st.sampled_from(sorted(NUMBER_WORDS | DOUBTFUL | {"Mix", "XVI", "the", "İ", "word" * 30})),
    min_size=1,
)


@given(WORDS)
def test_words_learnt_together_are_known_as_when_asked_one_by_one(words: list[str]) -> None:
    forget()
    content.learn(words)
    learnt = [
        (content.form_of(word), content.content_form(word), content.is_sure_number(word), weigh(word)) for word in words
    ]
    forget()
    assert learnt == [(plain_form(word), content.content_form(word), is_numeral(word), weigh(word)) for word in words]


@given(WORDS)
def test_numbers_among_words_learnt_together_are_not_lost(words: list[str]) -> None:
    forget()
    content.learn(words)
    assert content.may_hold_numbers(words) == any(map(holds_number, words))


def test_words_that_carry_sense_are_listed_with_their_places() -> None:
    words = ["the", "Old", "_x_", "—", "7", "人", "boat", "ab", "Été"]
    assert content.content_words(words) == [(1, "old"), (4, "7"), (6, "boat"), (8, "ete")]
    assert [content.content_form(word) for word in words] == ["", "old", "", "", "7", "", "boat", "", "ete"]
    assert content.list_forms(words) == ["the", "old", "x", "", "7", "人", "boat", "ab", "ete"]


def test_a_name_between_underscores_may_answer_another_word() -> None:
    assert content.content_words(["_abc_"]) == [(0, "abc")]


def test_sure_numbers_are_listed_where_they_stand() -> None:
    assert content.list_numerals(["seven", "the", "XIV", "two", "one"]) == [0, 2, 3]
    assert content.list_numerals(["boat", "one"]) == []
    assert content.list_numerals([]) == []


def test_what_is_learnt_is_not_worked_out_again() -> None:
    forget()
    content.learn(["stone", "zz", "x" * 101, "seven", "été", "a-b"])
    assert content._forms.get("stone") == content._senses.get("stone") == content._contents.get("stone") == "stone"
    assert (content._forms.get("zz"), content._contents.get("zz")) == ("zz", None)
    assert content._forms.get("x" * 101) is content._forms.get("été") is content._forms.get("a-b") is None
    assert (content._numbers.get("stone"), content.is_sure_number("stone")) == (False, False)
    assert "stone" not in content._numerals  # what holds no number is not asked whether it is one
    assert content._numbers.get("seven") is None
    content.learn(["stone"])
    content.learn([])
    assert content.form_of("stone") == "stone"
