"""What a translation left out, and what stands beside the wrong passage; with an encoder that knows one letter."""

from hypothesis import given
from hypothesis import strategies as st

from tests.text.alignment.test_align import LETTER
from tests.text.alignment.test_meanings import GERMAN, Ignorant, Knowing
from workbench.text.meaning import Displaced, find_displaced, find_omissions, knows


def test_the_sentence_without_a_counterpart_is_found_and_no_other() -> None:
    for number in range(6):
        found = find_omissions(GERMAN, [*LETTER[:number], *LETTER[number + 1 :]], Knowing())
        assert [one.sentence for one in found] == [number]


def test_a_sentence_whose_counterpart_was_joined_with_its_neighbours_is_not_missing() -> None:
    assert find_omissions(GERMAN, [LETTER[0], f"{LETTER[1]} {LETTER[2]}", *LETTER[3:]], Knowing()) == ()


def test_nothing_is_said_of_one_sentence_nor_of_a_passage_without_translation() -> None:
    assert find_omissions(GERMAN[:1], LETTER[1:2], Knowing()) == ()
    assert find_omissions(GERMAN, [], Knowing()) == ()
    assert find_omissions(GERMAN, ["", " "], Knowing()) == ()


@given(st.lists(st.sampled_from([*GERMAN, "", "?"]), max_size=6), st.lists(st.sampled_from([*LETTER, ""]), max_size=6))
def test_the_evidence_names_sentences_that_are_there(original: list[str], translation: list[str]) -> None:
    for one in find_omissions(original, translation, Knowing()):
        assert original[one.sentence].strip()
        assert one.nearest == tuple(range(one.nearest[0], one.nearest[-1] + 1))
        assert 0 <= one.nearest[0] <= one.nearest[-1] < len(translation)
        assert one.taken_by is None or one.taken_by in set(range(len(original))) - {one.sentence}


def test_texts_that_changed_places_are_said_to_answer_each_other() -> None:
    swapped = [LETTER[0], LETTER[2], LETTER[1], *LETTER[3:]]
    assert find_displaced(GERMAN, swapped, Knowing()) == (Displaced(1, 2), Displaced(2, 1))
    assert find_displaced(GERMAN, LETTER, Knowing()) == ()


def test_what_knows_the_languages_finds_texts_alike_that_answer_each_other() -> None:
    assert knows(GERMAN, LETTER, Knowing())
    assert not knows(GERMAN, LETTER[3:] + LETTER[:3], Knowing())
    assert not knows([], [], Ignorant())
