"""Readers are told of discussions in words, of each state there is."""

import pytest

from workbench.review.models import Suggestion, Thread
from workbench.web.publishing.words import outcome_words, state_words


@pytest.mark.parametrize("state", Thread.State.values)
def test_each_state_of_a_discussion_has_words(state: str) -> None:
    assert state_words(state) == Thread.State(state).label.lower()


@pytest.mark.parametrize("state", Suggestion.State.values)
def test_each_state_of_a_suggestion_has_words(state: str) -> None:
    assert outcome_words(state) == Suggestion.State(state).label.lower()
