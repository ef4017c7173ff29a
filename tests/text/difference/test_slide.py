"""An added or omitted run stands where a reader would cut, of all the places where it could stand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.text.difference.edits import read, slid, write

WORD = st.sampled_from(["king", "boat", "the", ",", ".", "—", "(", "¶ king", "¶ the"])
WORDS = st.lists(WORD, max_size=4)


@st.composite
def insertions(draw: st.DrawFn) -> tuple[list[str], list[str], list[str]]:
    """Draw an addition with what is before and behind it, in a text that says a phrase several times."""
    phrase = draw(st.lists(WORD, min_size=1, max_size=5))
    said = phrase * draw(st.integers(2, 4))
    start = draw(st.integers(0, len(said) - len(phrase)))
    end = start + len(phrase)
    return ["old", *draw(WORDS), *said[:start]], said[start:end], [*said[end:], *draw(WORDS), "new"]


@pytest.mark.parametrize(
    ("edit", "readable"),
    [
        pytest.param("He slept {|. He ate} . He left", "He slept . {|He ate .} He left", id="sentence ends, forward"),
        pytest.param("He slept . He {|ate . He} left", "He slept . {|He ate .} He left", id="sentence ends, backward"),
        pytest.param("the red {|, the white} , the blue", "the red , {|the white ,} the blue", id="comma"),
        pytest.param("and the boat {|and the net} and the oar", None, id="before a light word"),
        pytest.param(
            "and the boat and the {|net and the} oar",
            "and the boat and {|the net and} the oar",
            id="the nearest of equals",
        ),
        pytest.param("and the boat and {|the net and} the oar", None, id="no move for nothing"),
        pytest.param("zed , anna {|, anna} , yak", "zed , anna , {|anna ,} yak", id="of equally near ones, the later"),
        pytest.param("Stay . {|Go ¶ now .} Go ¶ soon", "Stay . Go {|¶ now . Go} ¶ soon", id="line before sentence"),
        pytest.param("Run {|. ¶ Go} . ¶ Stop now", "Run . {|¶ Go .} ¶ Stop now", id="line end"),
        pytest.param("said ( yes {|) ( yes} ) and", "said ( yes ) {|( yes )} and", id="brackets kept together"),
        pytest.param("the {|king —} king — came", "the king — {|king —} came", id="behind a dash"),
        pytest.param("the {|boat the} boat sank", "{|the boat} the boat sank", id="beginning of the text"),
        pytest.param("they sank the {|boat and the} boat", "they sank the boat {|and the boat}", id="end of the text"),
        pytest.param("He slept {. He ate|} . He left", "He slept . {He ate .|} He left", id="omitted"),
        pytest.param("the {. the old|. the young} . the", None, id="both sides have words"),
        pytest.param("{|the boat} the boat sank", None, id="at the beginning it stays"),
        pytest.param("it sank , it {|sank , it}", None, id="at the end it stays"),
        pytest.param("a king {|and a boat} sank", None, id="it could stand nowhere else"),
        pytest.param(
            "He slept {|. He ate} . He left {|. He ran} . He came",
            "He slept . {|He ate .} He left . {|He ran .} He came",
            id="each of two",
        ),
        pytest.param(
            "one {|. two} . {old|new} . four {five|six}",
            "one . {old|two . new} . four {five|six}",
            id="up to a change",
        ),
        pytest.param("one {|. two} . {. four|} . five", "one . {|two .} . {four .|} five", id="up to another"),
        pytest.param("king * {|, *} , ) boat", "king {|* ,} * , ) boat", id="before a star, not a comma"),
        pytest.param("", None, id="nothing"),
        pytest.param("the king", None, id="no change"),
    ],
)
def test_a_run_is_moved_to_the_best_borders(edit: str, readable: str | None) -> None:
    assert slid(edit) == write(read(edit if readable is None else readable))


@given(insertions(), st.booleans())
def test_of_all_places_the_best_is_chosen_and_of_equals_the_nearest(
    insertion: tuple[list[str], list[str], list[str]], is_added: bool
) -> None:
    before, run, after = insertion
    words = [*before, *run, *after]
    rest = _values([*before, *after])
    best = max(
        (_border(words, start) + _border(words, start + len(run)), -abs(start - len(before)), start)
        for start in range(len(words) - len(run) + 1)
        if _values([*words[:start], *words[start + len(run) :]]) == rest
    )[2]
    parts = words[:best], words[best : best + len(run)], words[best + len(run) :]
    assert _values(slid(_write(insertion, is_added=is_added)).split()) == _values(
        _write(parts, is_added=is_added).split()
    )


def _write(parts: tuple[list[str], list[str], list[str]], *, is_added: bool) -> str:
    before, run, after = ([part for word in words for part in word.split()] for words in parts)
    return write([(before, None), ([], run) if is_added else (run, []), (after, None)])


def _values(words: list[str]) -> list[str]:
    """Return the words without the ends of lines."""
    return [word.strip("{|}¶ ") for word in words if word.strip("{|}¶ ")]


def _border(words: list[str], place: int) -> float:
    """Rate a border: text, line, sentence, clause; rather before a light word, never before a comma."""
    if place in {0, len(words)}:
        return 5
    before, after = words[place - 1].removeprefix("¶ "), words[place]
    if after in {",", ".", "—"}:
        return 0.5 if after == "—" else 0
    ratings = {".": 3.0, ",": 2.0, "—": 2.0, "(": 2.0}
    return 4 if after.startswith("¶") else ratings.get(before, 1.25 if after == "the" else 1)
