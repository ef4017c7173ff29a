"""Forms of one word, where the extra is there."""

import pytest

from workbench.text.alignment.renderings import rendering_key
from workbench.text.words.lemmas import LEMMAS, knows_forms, lemma_of

known = pytest.mark.skipif(LEMMAS == "off", reason="the extra `lemmas` is not installed")


@known
@pytest.mark.parametrize(
    ("form", "tag", "lemma"),
    [("Traitors", "en", "traitor"), ("betrayed", "en-GB", "betray"), ("went", "en", "go"), ("ging", "de", "gehen")],
)
def test_a_form_is_of_its_word(form: str, tag: str, lemma: str) -> None:
    assert lemma_of(form, tag) == lemma


@known
def test_renderings_that_are_forms_of_one_word_are_one() -> None:
    assert rendering_key("the Traitors", "en") == rendering_key("the traitor", "en") == "the traitor"


def test_a_language_that_is_not_known_keeps_its_forms() -> None:
    assert not knows_forms("tlh")
    assert (lemma_of("Traitors", "tlh"), rendering_key("Traitors", "tlh")) == ("traitors", "traitors")


def test_without_a_language_forms_stay_apart() -> None:
    assert rendering_key("Traitors") != rendering_key("traitor")
