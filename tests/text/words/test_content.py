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
