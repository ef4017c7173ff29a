"""What a text states that no translator is free to change."""

from workbench.text.words.facts import Fact, read_facts, stem_of
from workbench.text.words.spans import Span

TEXT = "Ivan's men did not see 205 ships. The NKVD wrote: “Stop.” Then Anna’s son, two hundred and five times, said no."


def said(facts: tuple[Fact, ...], text: str = TEXT) -> list[tuple[str, str]]:
    return [(fact.value, fact.span.of(text)) for fact in facts]


def test_a_number_has_one_value_however_it_is_written() -> None:
    assert said(read_facts(TEXT, "en").numbers) == [("205", "205"), ("205", "two hundred and five")]
    german = "Im Jahre 1938 und dreizehn Tage"
    assert said(read_facts(german, "de").numbers, german) == [("1938", "1938"), ("13", "dreizehn")]


def test_a_name_has_a_capital_that_no_sentence_asks_for() -> None:
    assert said(read_facts(TEXT, "en").names) == [("nkvd", "NKVD"), ("anna", "Anna’s")]
    assert said(read_facts("He saw the Volga. Moscow slept.", "en").names, "He saw the Volga. Moscow slept.") == [
        ("volga", "Volga")
    ]


def test_capitals_alone_are_a_name_at_the_beginning_too_but_not_one_letter() -> None:
    text = "NKVD men. A man; said (Then) I saw The X."
    assert said(read_facts(text, "en").names, text) == [("nkvd", "NKVD")]


def test_after_a_comma_a_capital_is_a_name() -> None:
    text = "We saw him, Peter, and (Anna) there."
    assert said(read_facts(text, "en").names, text) == [("peter", "Peter")]


def test_a_word_that_is_seldom_a_number_states_none() -> None:
    assert read_facts("Only one of them had a second look.", "en").numbers == ()


def test_german_nouns_have_capitals_and_are_no_names() -> None:
    for tag in ("de", "de-AT", "ger", "nds", "lb"):
        assert read_facts("Der König sah Peter.", tag).names == ()
    assert len(read_facts("Der König sah Peter.", "nl").names) == 2


def test_what_denies_is_found_by_the_language() -> None:
    assert said(read_facts(TEXT, "en").negations) == [("not", "not"), ("no", "no")]
    assert read_facts(TEXT, "fr").negations == ()
    assert said(read_facts("Er kam NICHT.", "de").negations, "Er kam NICHT.") == [("nicht", "NICHT")]


def test_content_is_the_beginning_of_each_word_that_carries_sense() -> None:
    text = "Deserters and 5 of 12 desertions, the 3rd a storm"
    assert said(read_facts(text, "en").content, text) == [
        ("deser", "Deserters"),
        ("deser", "desertions"),
        ("storm", "storm"),
    ]
    assert stem_of("desertion") == "deser"
    assert stem_of("sun") == "sun"


def test_a_text_without_words_states_nothing() -> None:
    facts = read_facts(" … ", "en")
    assert facts.text == " … "
    assert (facts.numbers, facts.names, facts.negations, facts.content) == ((), (), (), ())
    assert Span(0, 0).of("abc") == ""
