"""Terms of a glossary in texts: where they stand, where words stand that are not wanted, where none is."""

import pytest

from workbench.text.checking import Entry, Glossary, Rendering, Version, check_terms

WRECKER = Entry(
    "вредител*",
    "ru",
    (
        Rendering("en", "wrecker*", "wanted"),
        Rendering("en", "saboteur*", "allowed"),
        Rendering("en", "spy", "forbidden"),
    ),
)
SOURCE = Version(1, "ru", "Он был вредителем и врагом.")
KEPT = Version(2, "en", "He was a Wrécker and an enemy.")


def places(glossary: Glossary, text: str, language: str) -> list[tuple[str, str]]:
    return [(one.span.of(text), one.status) for one in glossary.find(text, language)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Wreckers and a spy", [("Wreckers", "wanted"), ("spy", "forbidden")]),
        ("the SABOTEUR’s spying", [("SABOTEUR", "allowed")]),
        ("nothing", []),
    ],
)
def test_renderings_stand_where_their_words_do_whatever_the_case(text: str, found: list[tuple[str, str]]) -> None:
    assert places(Glossary([WRECKER]), text, "en") == found


def test_words_of_another_language_are_passed_over() -> None:
    assert places(Glossary([WRECKER]), "spy вредитель", "ru") == [("вредитель", "")]


def test_of_words_that_overlap_the_longest_stand() -> None:
    entry = Entry("committee", "en", (Rendering("en", "central committee", "wanted"),))
    assert places(Glossary([entry]), "the Central Committee", "en") == [("Central Committee", "wanted")]


def test_words_that_are_not_wanted_are_found_where_the_term_is_said() -> None:
    bad = Version(3, "en", "He was a spy and an enemy.")
    found = check_terms([SOURCE, KEPT, bad], Glossary([WRECKER]))
    assert [(one.kind, one.witness, one.words) for one in found] == [("term", 3, "spy")]
    assert "“wrecker” is" in found[0].note
    elsewhere = Version(1, "ru", "Он был шпионом.")
    assert check_terms([elsewhere, bad], Glossary([WRECKER])) == []


def test_none_of_the_words_is_found_where_the_term_is_said() -> None:
    bad = Version(3, "en", "He was a bad man and an enemy.")
    found = check_terms([SOURCE, KEPT, bad], Glossary([WRECKER]))
    assert [(one.witness, one.words, one.weight) for one in found] == [(3, "", 0.6)]
    assert dict(found[0].others)[2] == "Wrécker"


def test_without_the_source_most_others_have_to_keep_it() -> None:
    entry = Entry("traitor*", "en")
    texts = ("A traitor.", "The traitors.", "A bad man.")
    versions = [Version(number, "en", text) for number, text in enumerate(texts)]
    assert [one.witness for one in check_terms(versions, Glossary([entry]))] == [2]
    assert check_terms(versions[1:], Glossary([entry])) == []


def test_a_translation_that_keeps_its_terms_is_left_alone() -> None:
    assert check_terms([SOURCE, KEPT, Version(3, "en", "The saboteur.")], Glossary([WRECKER])) == []
