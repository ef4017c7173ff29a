"""What went elsewhere is one difference with two ends, where there is evidence that it did."""

from workbench.text import diff

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
