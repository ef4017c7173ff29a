"""What the checks find in versions of a passage: the one against the many, slips of a text by itself, names."""

import pytest

from workbench.text.checking import (
    Finding,
    Version,
    check_alone,
    compare_versions,
    count_names,
    count_renderings,
    find_other_spellings,
    is_usual,
)
from workbench.text.checking.closeness import closeness_of

SAID = "On the 19 November the committee heard that Peter did not leave the house, and wrote it down in the book."
CHANGED = {
    "number": SAID.replace("19", "18"),
    "name": SAID.replace("Peter", "Andrew"),
    "negation": SAID.replace("did not leave", "left"),
    "omission": SAID.replace(", and wrote it down in the book", ""),
    "end": SAID.rstrip("."),
}


def versions(*texts: str, language: str = "en") -> list[Version]:
    return [Version(number, language, text) for number, text in enumerate(texts)]


def alone(text: str, *others: str) -> list[Finding]:
    one, *rest = versions(text, *others)
    return check_alone(one, rest)


@pytest.mark.parametrize("kind", CHANGED)
def test_one_version_against_two_others_is_found_and_they_are_not(kind: str) -> None:
    found = compare_versions(versions(SAID, CHANGED[kind], SAID))
    assert [(one.kind, one.witness) for one in found] == [(kind, 1)]


@pytest.mark.parametrize("kind", CHANGED)
def test_of_two_versions_none_is_said_to_err(kind: str) -> None:
    assert compare_versions(versions(SAID, CHANGED[kind])) == []


def test_a_finding_has_its_place_and_what_the_others_say() -> None:
    found = compare_versions(versions(SAID, CHANGED["number"], SAID))[0]
    assert (found.span.of(CHANGED["number"]), found.words) == ("18", "18")
    assert [says.words for says in found.others] == ["19", "19"]


def test_versions_that_agree_show_nothing() -> None:
    assert compare_versions(versions(SAID, SAID, SAID)) == []


def test_numbers_written_otherwise_are_the_same() -> None:
    texts = versions("She is seventy years old.", "She is 70 years old.", "She is 70 years old.")
    assert compare_versions(texts) == []


def test_versions_in_another_language_are_no_witnesses() -> None:
    mixed = [*versions(SAID, CHANGED["number"]), Version(2, "de", "Am 19. November.")]
    assert [one.kind for one in compare_versions(mixed)] == []


def test_a_clause_counts_less_where_the_versions_are_worded_freely() -> None:
    freely = (
        "It was heard by the committee, on 19 November, how Peter stayed at home, and someone put this on paper there."
    )
    one, close, loose = versions(SAID, CHANGED["omission"], freely)
    assert closeness_of(one, [loose]) < closeness_of(one, [close]) < closeness_of(one, [one]) == 1.0


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("He said [so and went.", "brackets", "["),
        ("He said so) and went.", "brackets", ")"),
        ("He went to the the house.", "doubled", "the the"),
        ("He went  home.", "doubled", "  "),
        ("The c\u0430t sat.", "script", "c\u0430t"),
        ("The cat sat on it. It rained. The cat sat on it.", "pasted", "The cat sat on it."),
    ],
)
def test_slips_of_a_text_by_itself(text: str, kind: str, words: str) -> None:
    assert [(one.kind, one.words) for one in alone(text)] == [(kind, words)]


@pytest.mark.parametrize("text", ["a) first, b) second", "He said that that was so.", "Lord, Lord, open.", "(a [b] c)"])
def test_what_is_no_slip(text: str) -> None:
    assert alone(text) == []


def test_words_that_others_say_twice_too_are_meant() -> None:
    assert alone("Verily verily I say.", "Truly, verily, verily he says.") == []


def test_words_of_another_language_were_left() -> None:
    german = Version(1, "de", "Er sagte: die Katze saß auf der Matte.")
    one = Version(0, "en", "He said: die Katze saß auf der Matte.")
    assert [(one.kind, one.words) for one in check_alone(one, [german])] == [
        ("untranslated", ": die Katze saß auf der Matte.")
    ]


def test_a_name_spelt_otherwise_than_elsewhere_is_found() -> None:
    texts = [f"Then Zhuravlev spoke {n} times." for n in range(4)]
    counts = count_names(versions(*texts, "Then Zhuravlyev spoke."))
    odd = Version(0, "en", "Then Zhuravlyev spoke.")
    found = find_other_spellings(odd, versions("Then Zhuravlev spoke."), counts)
    assert [(one.kind, one.words, one.others[0].words) for one in found] == [("spelling", "Zhuravlyev", "Zhuravlev")]
    usual = Version(0, "en", "Then Zhuravlev spoke.")
    assert find_other_spellings(usual, versions("Then Zhuravlyev spoke."), counts) == []


def test_a_name_that_a_translation_always_renders_so_is_no_slip() -> None:
    said, other = "And Jehovah came down.", "And Elohim came down."
    row = versions(said, other, said)
    (found,) = compare_versions(row)
    assert found.kind == "name"
    assert not is_usual(found, count_renderings([row]))
    assert is_usual(found, count_renderings([row, row, row]))


def test_how_a_name_is_rendered_is_learned_where_nobody_stands_alone_too() -> None:
    """Two say "the Lord" and two "Jehovah": that one of them errs is no reason to suspect the other."""
    row = versions("And the Lord spoke.", "And the LORD spoke.", "And Jehovah spoke.", "And Jehovah said.")
    assert not [one for one in compare_versions(row) if one.kind == "name"]
    odd = versions("And the Lord spoke.", "And the Nadab spoke.", "And Jehovah spoke.", "And Jehovah said.")
    usual = count_renderings([row, row, row, odd])
    found = [one for one in compare_versions(odd) if one.kind == "name" and not is_usual(one, usual)]
    assert [(one.witness, one.words) for one in found] == [(1, "Nadab")]


def test_a_name_that_stands_for_many_others_is_how_none_of_them_is_rendered() -> None:
    rows = [
        versions("To Alba came they.", f"To {name} came they.") for name in ("Tyre", "Gath", "Zoar", "Dan", "Sheba")
    ]
    row = versions("To Alba came they.", "To Tyre came they.", "To Tyre came they.")
    (found,) = [one for one in compare_versions(row) if one.witness == 0]
    assert found.words == "Alba"
    assert not is_usual(found, count_renderings([*rows, *rows, row]))


def test_a_short_text_from_which_a_clause_is_gone_is_worded_as_closely_as_before() -> None:
    whole = "Honour and majesty are before him: strength and beauty are in his sanctuary."
    short = whole.replace(": strength and beauty are in his sanctuary", "")
    (found,) = [one for one in compare_versions(versions(short, whole, whole)) if one.kind == "omission"]
    assert (found.witness, found.weight >= 0.8) == (0, True)


def test_a_number_left_out_counts_as_the_words_it_is_written_in() -> None:
    whole = "Sons of Lod, Hadid, and Ono, seven hundred twenty and five."
    found = compare_versions(versions("Sons of Lod, Hadid, and Ono.", whole, whole))
    assert "omission" in [one.kind for one in found]


def test_a_word_with_a_capital_here_alone_is_no_other_name() -> None:
    texts = ("The house, Sitting on the throne of Saul.", "The house of Dan, sitting on the throne of Saul.")
    assert not [one for one in compare_versions(versions(*texts, texts[1])) if one.weight > 0.4 and one.kind == "name"]


def test_two_names_that_stand_side_by_side_in_one_version_alone_are_found() -> None:
    others = (
        "Under the daily leadership of the TsK, the NKVD smashed the enemies.",
        "Led day by day by the TsK, our NKVD gave the enemies a beating.",
    )
    found = compare_versions(versions("Under daily leadership the TsK NKVD smashed the enemies.", *others))
    assert [(one.kind, one.words) for one in found if one.witness == 0 and one.kind == "name"] == [("name", "TsK NKVD")]
    assert not [one for one in compare_versions(versions(others[0], *others)) if one.kind == "name"]
