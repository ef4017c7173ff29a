"""What went elsewhere is one difference with two ends, where there is evidence that it did."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.text import diff
from workbench.text.difference.moves import Move, find_moves

HARBOUR = (
    "In the spring the pilots of the lower harbour refused to work, and the council, which had promised them boats, "
    "sent a clerk with a letter; nobody on the quay could read it."
)


def moves(left: str, right: str) -> list[tuple[str, str]]:
    return [(d.left.of(left), d.right.of(right)) for d in diff(left, right).differences if d.type == "move"]


def test_a_moved_phrase_is_found_once() -> None:
    moved = HARBOUR.replace(" of the lower harbour", "").replace("; nobody", " of the lower harbour; nobody")
    assert moves(HARBOUR, moved) == [("of the lower harbour", "of the lower harbour")]


def test_a_moved_phrase_with_a_changed_word_in_it_is_found_on_both_sides_of_the_change() -> None:
    left = (
        "With boats promised by council nobody was content, and the pilots of the harbour refused to work all spring."
    )
    right = (
        "Nobody was content, and the pilots of the harbour refused to work all spring with boats offered by council."
    )
    assert moves(left, right) == [("boats", "boats"), ("by council", "by council")]


def test_a_single_word_that_crossed_many_others_is_no_move() -> None:
    left = "Yesterday the pilots of the lower harbour refused to work and the council sent a clerk with a letter"
    right = "The pilots of the lower harbour refused to work and the council sent a clerk with a letter yesterday"
    assert moves(left, right) == []


def test_a_phrase_that_was_said_once_more_has_not_moved() -> None:
    left = "by order of council they met and went home"
    right = "by order of council they met, and by order of council went home"
    assert moves(left, right) == []


def test_words_of_grammar_do_not_move() -> None:
    assert moves("so it was that in the end of it they came", "in the end they came and so it was that of it") == []


def test_another_number_beside_a_moved_phrase_is_a_number_that_changed_on_the_way() -> None:
    left = "On 19 November 1938 the board of the lower harbour discussed what the pilots had written."
    right = "What the pilots had written was discussed by the board of the lower harbour on 9 November 1938."
    comparison = diff(left, right)
    number = next(d for d in comparison.differences if d.type == "number")
    assert (number.left.of(left), number.right.of(right)) == ("19", "9")
    assert sum(segment.difference == comparison.differences.index(number) for segment in comparison.segments) == 2
    assert ("19", "9", "near") in [(x.left.of(left), x.right.of(right), x.kind) for x in comparison.links]


def test_a_month_alone_is_evidence_with_the_day_beside_it() -> None:
    left = "On 19 November, the pilots of the lower harbour having refused to work, the whole board met in haste."
    right = "The pilots of the lower harbour having refused to work, the whole board met in haste on 9 November."
    assert moves(left, right) == [("November", "November")]
    assert [d.left.of(left) for d in diff(left, right).differences if d.type == "number"] == ["19"]


def test_a_name_spelled_otherwise_beside_a_moved_phrase_is_a_spelling() -> None:
    left = "The letter of comrade Zhuravelev from Ivanovo was read to the pilots of the lower harbour in the morning."
    right = "In the morning the pilots of the lower harbour were read a letter by comrade Zhuravlev from Ivanovo."
    assert ("spelling", "Zhuravelev", "Zhuravlev") in [
        (d.type, d.left.of(left), d.right.of(right)) for d in diff(left, right).differences
    ]


def test_a_clause_moved_to_the_other_end_is_a_move_and_its_first_word_another_case() -> None:
    left = "In the morning the old man went down to the river with his dog."
    right = "The old man went down to the river with his dog in the morning."
    comparison = diff(left, right)
    assert [(d.type, d.left.of(left), d.right.of(right)) for d in comparison.differences] == [
        ("case", "In", "in"),
        ("move", "the morning", "the morning"),
        ("case", "the", "The"),
    ]


@pytest.mark.parametrize(
    ("left", "right", "moved"),
    [
        ("Slowly he rose from his chair.", "He rose from his chair slowly.", ("Slowly", "slowly")),
        ("Suddenly the door opened.", "The door suddenly opened.", ("Suddenly", "suddenly")),
        ("Медленно старик встал со стула.", "Старик встал со стула медленно.", ("Медленно", "медленно")),
        ("It rained. Slowly he rose. He left.", "It rained. He rose slowly. He left.", ("Slowly", "slowly")),
        ("The enemy advanced quickly to the city.", "Quickly the enemy advanced to the city.", ("quickly", "Quickly")),
    ],
)
def test_a_word_that_went_to_or_from_the_beginning_of_its_sentence_moved(
    left: str, right: str, moved: tuple[str, str]
) -> None:
    assert moves(left, right) == [moved]
    assert moves(right, left) == [moved[::-1]]
    assert {difference.type for difference in diff(left, right).differences} <= {"move", "case"}


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Mark said that the pilots rested.", "The pilots rested, which was a mark."),
        ("He saw Rose in the garden.", "Rose, he saw, in the garden rose."),
        ("The pilots of May saw it.", "The pilots saw that it may."),
    ],
)
def test_a_capital_that_begins_no_sentence_makes_another_word(left: str, right: str) -> None:
    assert [ends for ends in moves(left, right) if ends[0] != ends[1]] == []


def test_two_names_that_changed_places_are_one_move() -> None:
    left, right = "Paul, a servant of Christ Jesus, wrote.", "Paul, a servant of Jesus Christ, wrote."
    assert len(moves(left, right)) == 1


def test_a_single_word_with_another_in_its_place_has_not_moved() -> None:
    left = "The pilots, having taken the harbour also, rested."
    right = "The pilots, having captured the harbour, taken food, rested."
    assert moves(left, right) == []


def test_a_single_word_among_other_changes_has_not_moved() -> None:
    left = "The letter was written by a clerk of the council, whom the pilots of the harbour had never seen before."
    right = "A man whom the pilots of the harbour had never met before signed what the council wrote in a letter."
    assert moves(left, right) == []


@given(st.integers(0, 11), st.integers(0, 11))
def test_a_moved_phrase_taken_out_of_both_sides_leaves_the_comparison_of_the_rests(here: int, there: int) -> None:
    left = [f"stone{n}" for n in range(12)]
    right = [{"stone2": "gravel", "stone7": "sand"}.get(word, word) for word in left]
    phrase = ["yesterday", "evening"]
    whole = [" ".join(words[:place] + phrase + words[place:]) for words, place in ((left, here), (right, there))]
    found = moves(*whole)
    if found == [("yesterday evening", "yesterday evening")]:
        alone = [(d.type, d.left.of(whole[0]), d.right.of(whole[1])) for d in diff(*whole).differences]
        rests = [" ".join(left), " ".join(right)]
        assert [row for row in alone if row[0] != "move"] == [
            (d.type, d.left.of(rests[0]), d.right.of(rests[1])) for d in diff(*rests).differences
        ]
    else:
        assert found == [] or found[0][0].startswith("stone")


def test_very_many_moves_are_set_apart_as_few_are() -> None:
    verses = [f"verse{n} tells{n} of{n} king{n} David{n}" for n in range(1000)]
    turned = [verse for n in range(0, 1000, 4) for verse in (verses[n + 2], *verses[n : n + 2], verses[n + 3])]
    types = [difference.type for difference in diff(" ".join(verses), " ".join(turned)).differences]
    assert types == ["move"] * 250


def test_a_moved_phrase_is_widened_to_both_sides_as_far_as_the_changes_reach() -> None:
    left = ["of", "the", "harbour", "gale", "of", "the", "boats", "promised", "pilots", "refused", "gale"]
    right = ["harbour", "pilots", "refused", "gale", "of", "the", "boats", "promised", "gale"]
    rows = [
        (False, 0, 2, 0, 0, False, None),
        (True, 2, 3, 0, 1, False, None),
        (False, 3, 8, 1, 1, False, None),
        (True, 8, 11, 1, 4, False, None),
        (False, 11, 11, 4, 9, False, None),
    ]
    assert find_moves(rows, left, right) == [Move(4, 4, 4)]  # "of the" is said twice; the gale before it stayed
