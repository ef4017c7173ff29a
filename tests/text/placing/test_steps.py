"""Putting a proposed placing right: what each step does, what it refuses, and that the text always stays whole."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.text import Distribution, Placement, Span
from workbench.text.placing import CannotStep, Piece, Placing, UnknownStep, propose, take_step, take_steps

TEXT = "Menu. The barn is full. The hens lay well. Your nephew fell. Reply."


def place(*words: str, text: str = TEXT) -> Placing:
    """Propose the placing in which each passage has these words, "" for none; the rest is boilerplate."""
    placements, unplaced, last = [], [], 0
    for one in words:
        at = text.index(one, last) if one else last
        if text[last:at].strip():
            unplaced.append(Span(at - len(text[last:at].lstrip()), at))
        placements.append(Placement(Span(at, at + len(one)) if one else Span(0, 0), 0.5))
        last = at + len(one)
    if text[last:].strip():
        unplaced.append(Span(len(text) - len(text[last:].lstrip()), len(text)))
    return propose(text, Distribution(tuple(placements), tuple(unplaced), same_language=True))


def words(placing: Placing) -> list[str]:
    return [placing.text_of(passage) or placing.states[passage] for passage in range(len(placing.states))]


def loose(placing: Placing) -> list[str]:
    return [placing.text[span.start : span.end] for span in placing.boilerplate()]


@pytest.fixture
def farm() -> Placing:
    return place("The barn is full.", "The hens lay well.", "Your nephew fell.")


def test_a_proposal_holds_the_whole_text(farm: Placing) -> None:
    assert words(farm) == ["The barn is full.", "The hens lay well.", "Your nephew fell."]
    assert loose(farm) == ["Menu.", "Reply."]
    assert "".join(TEXT[one.start : one.end] for one in farm.pieces) == TEXT


def test_a_passage_without_words_is_omitted_inside_and_unentered_outside() -> None:
    assert place("", "Menu.", "", "Reply.", "").states == ("unentered", "present", "omitted", "present", "unentered")


def test_a_text_without_words_leaves_all_passages_unentered() -> None:
    assert words(place("", "", text=" \n")) == ["unentered", "unentered"]


def test_a_start_moves_by_a_word_and_the_word_goes_to_the_passage_before(farm: Placing) -> None:
    assert words(take_step(farm, "move 1 start word 1"))[:2] == ["The barn is full. The", "hens lay well."]
    assert words(take_step(farm, "move 1 start word -1"))[:2] == ["The barn is", "full. The hens lay well."]


def test_an_end_moves_by_a_sentence(farm: Placing) -> None:
    grown = take_step(farm, "move 2 end sentence 1")
    assert (words(grown)[2], loose(grown)) == ("Your nephew fell. Reply.", ["Menu."])


def test_words_given_up_at_the_ends_of_the_text_are_boilerplate() -> None:
    whole = place("Menu. The barn is full.", "The hens lay well. Your nephew fell. Reply.")
    assert loose(take_step(whole, "move 0 start sentence 1")) == ["Menu."]
    assert loose(take_step(whole, "move 1 end word -1")) == ["Reply."]


def test_a_passage_keeps_its_last_words(farm: Placing) -> None:
    with pytest.raises(CannotStep, match="last words"):
        take_step(farm, "move 1 end sentence -1")
    with pytest.raises(CannotStep, match="no words before"):
        take_step(place("Menu."), "move 0 start word -1")


def test_a_moved_cut_is_sure_and_confirmed(farm: Placing) -> None:
    assert farm.doubtful() == [0, 1, 2]
    assert take_step(farm, "move 1 start word 1").doubtful() == [0, 2]
    assert take_step(farm, "confirm 0").doubtful() == [1, 2]


def test_a_passage_begins_at_a_word_of_the_passage_before_or_its_own(farm: Placing) -> None:
    assert words(take_step(farm, f"begin 1 {TEXT.index('full') + 2}"))[:2] == [
        "The barn is",
        "full. The hens lay well.",
    ]
    assert words(take_step(farm, f"begin 1 {TEXT.index('hens')}"))[:2] == ["The barn is full. The", "hens lay well."]
    with pytest.raises(CannotStep, match="right before it"):
        take_step(farm, f"begin 2 {TEXT.index('barn')}")


def test_a_passage_without_words_begins_inside_another_or_in_boilerplate() -> None:
    split = place("The barn is full. The hens lay well.", "", "Your nephew fell.")
    assert words(take_step(split, f"begin 1 {TEXT.index('The hens')}")) == [
        "The barn is full.",
        "The hens lay well.",
        "Your nephew fell.",
    ]
    assert words(take_step(split, "begin 1 0"))[1] == "Menu."
    with pytest.raises(CannotStep, match="Swap"):
        take_step(split, f"begin 1 {TEXT.index('The barn')}")


def test_merging_joins_the_next_passage_and_splitting_parts_them_again(farm: Placing) -> None:
    merged = take_step(farm, "merge 0")
    assert words(merged) == ["The barn is full. The hens lay well.", "joined", "Your nephew fell."]
    assert words(take_step(merged, f"begin 1 {TEXT.index('The hens')}")) == words(farm)
    with pytest.raises(CannotStep, match="after the last"):
        take_step(farm, "merge 2")
    with pytest.raises(CannotStep, match="beside each other"):
        take_steps(farm, ["swap 1 2", "merge 0"])


def test_merging_takes_boilerplate_between_along() -> None:
    assert (
        words(take_step(place("Menu.", "The hens lay well."), "merge 0"))[0]
        == "Menu. The barn is full. The hens lay well."
    )


def test_an_omitted_passage_leaves_its_words_as_boilerplate(farm: Placing) -> None:
    left_out = take_step(farm, "mark 0 omitted")
    assert (words(left_out)[0], loose(left_out)) == ("omitted", ["Menu. The barn is full.", "Reply."])
    assert take_step(farm, "drop 0").states[0] == "unentered"


def test_a_joined_passage_gives_its_words_to_the_one_before(farm: Placing) -> None:
    assert take_step(farm, "mark 1 joined") == take_step(farm, "merge 0")
    assert words(take_steps(farm, ["drop 1", "mark 1 joined"]))[:2] == ["The barn is full.", "joined"]
    with pytest.raises(CannotStep, match="before the first"):
        take_step(farm, "mark 0 joined")


def test_two_passages_swap_their_words_or_their_states(farm: Placing) -> None:
    assert words(take_step(farm, "swap 0 2")) == ["Your nephew fell.", "The hens lay well.", "The barn is full."]
    assert words(take_steps(farm, ["mark 2 omitted", "swap 2 1"])) == [
        "The barn is full.",
        "omitted",
        "The hens lay well.",
    ]
    with pytest.raises(CannotStep, match="different"):
        take_step(farm, "swap 1 1")


def test_boilerplate_is_taken_in(farm: Placing) -> None:
    at = farm.pieces[-1].start
    assert words(take_step(farm, f"absorb {at} before"))[2] == "Your nephew fell. Reply."
    assert words(take_step(farm, "absorb 0 after"))[0] == "Menu. The barn is full."
    with pytest.raises(CannotStep, match="no passage after"):
        take_step(farm, f"absorb {at} after")


@pytest.mark.parametrize(
    "step",
    [
        "",
        "dance 1",
        "merge",
        "merge 3",
        "merge -1",
        "merge ¹",
        "merge 1 1",
        "mark 1 present",
        "begin 1 67",
        "move 1 start word 2",
    ],
)
def test_what_is_no_step_is_refused(farm: Placing, step: str) -> None:
    with pytest.raises(UnknownStep):
        take_step(farm, step)


NUMBERS = st.integers(0, 4).map(str)
OFFSETS = st.integers(0, 66).map(str)
STEPS = st.one_of(
    st.builds(
        "move {} {} {} {}".format,
        NUMBERS,
        st.sampled_from(["start", "end"]),
        st.sampled_from(["word", "sentence"]),
        st.sampled_from(["1", "-1"]),
    ),
    st.builds("begin {} {}".format, NUMBERS, OFFSETS),
    st.builds("{} {}".format, st.sampled_from(["merge", "drop", "confirm"]), NUMBERS),
    st.builds("mark {} {}".format, NUMBERS, st.sampled_from(["omitted", "joined", "unentered"])),
    st.builds("swap {} {}".format, NUMBERS, NUMBERS),
    st.builds("absorb {} {}".format, OFFSETS, st.sampled_from(["before", "after"])),
)


@given(st.lists(STEPS, max_size=12))
def test_whatever_is_done_the_text_stays_whole_and_every_word_in_one_piece(steps: list[str]) -> None:
    placing = place("Menu.", "The barn is full.", "", "The hens lay well.", "Your nephew fell.")
    for step in steps:
        try:
            placing = take_step(placing, step)
        except CannotStep:
            continue
        check_whole(placing)


def check_whole(placing: Placing) -> None:
    assert "".join(TEXT[one.start : one.end] for one in placing.pieces) == TEXT
    assert all(TEXT[one.start : one.end].strip() for one in placing.pieces)
    owners = [one.passage for one in placing.pieces if one.passage is not None]
    assert len(owners) == len(set(owners))
    assert set(owners) == {number for number, state in enumerate(placing.states) if state == "present"}
    neighbours = zip(placing.pieces, placing.pieces[1:], strict=False)
    assert not any(before.passage is None and after.passage is None for before, after in neighbours)
    assert placing.states[0] != "joined"


@given(NUMBERS, NUMBERS)
def test_swapping_twice_is_not_swapping(left: str, right: str) -> None:
    placing = place("Menu.", "The barn is full.", "", "The hens lay well.", "Your nephew fell.")
    if left != right:
        again = take_steps(placing, [f"swap {left} {right}", f"swap {right} {left}"])
        assert (words(again), loose(again)) == (words(placing), loose(placing))


def test_a_piece_is_a_value() -> None:
    assert replace(Piece(0, 2, 1), end=3) == Piece(0, 3, 1)
