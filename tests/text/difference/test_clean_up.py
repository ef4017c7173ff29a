"""Light words that agree between two changes belong to the change, where they weigh less than what is around them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.text.difference.edits import Pieces, clean, read, write
from workbench.text.words.weights import weigh

ELEVEN = "one two three four five six seven eight nine ten eleven"
EIGHT = "the of and to the of and to"
WORDS = ["king", "the", "of", "and", ".", ";"]
RUN = st.lists(st.sampled_from([*WORDS, "¶ of"]), min_size=1, max_size=4)
SIDE = st.lists(st.sampled_from(WORDS), max_size=3)
CHANGE = st.tuples(SIDE, SIDE).filter(any)


@st.composite
def edits(draw: st.DrawFn) -> str:
    """Draw an edit of runs and changes in turn; lines end in runs alone."""
    pieces: Pieces = [(draw(RUN), None)]
    for _ in range(draw(st.integers(0, 5))):
        pieces += [draw(CHANGE), (draw(RUN), None)]
    return write(pieces[draw(st.integers(0, 1)) : len(pieces) - draw(st.integers(0, 1))])


@pytest.mark.parametrize(
    ("edit", "readable"),
    [
        pytest.param("a {red|blue} the {green|white} house", "a {red the green|blue the white} house", id="the"),
        pytest.param("a {red|blue} , {green|white} house", "a {red , green|blue , white} house", id="comma"),
        pytest.param("a {red|} , {|white} house", "a {red ,|, white} house", id="out and in"),
        pytest.param("{red|blue} the {green|white}", "{red the green|blue the white}", id="changes at the ends"),
        pytest.param("a {red|blue} king {green|white} house", None, id="content word"),
        pytest.param("a {red|blue} of king of {green|white} house", None, id="content word amid light ones"),
        pytest.param("a {red|blue} king of {green|white} house", None, id="content word first"),
        pytest.param("a {red|blue} of king {green|white} house", None, id="content word last"),
        pytest.param("the {red|blue}", None, id="first run"),
        pytest.param("{red|blue} the", None, id="last run"),
        pytest.param("the {red|blue} of", None, id="first and last run"),
        pytest.param("the {red|blue} , {of|to} king", "the {red , of|blue , to} king", id="behind the first run"),
        pytest.param("a {of|to} the {to|of} house", None, id="as heavy as both changes"),
        pytest.param("a {of|to} , {to|of} house", "a {of , to|to , of} house", id="lighter than both"),
        pytest.param(
            "a {red|blue} the {of|to} house", "a {red the of|blue the to} house", id="as heavy as the lighter"
        ),
        pytest.param(
            "a {of|to} the {red|blue} house", "a {of the red|to the blue} house", id="and the other way round"
        ),
        pytest.param("a {red|blue} the of {of|to} house", None, id="heavier than the lighter"),
        pytest.param("a {of|to} the of {red|blue} house", None, id="and the other way round, too"),
        pytest.param("a {|red} the {|blue} house", "a {the|red the blue} house", id="a change weighs its heavier side"),
        pytest.param("a {red|} the {blue|} house", "a {red the blue|the} house", id="whichever that is"),
        pytest.param("a {of|red} the of {blue|to} house", "a {of the of blue|red the of to} house", id="of each"),
        pytest.param("a {red|blue} . {x|of} . {green|white} house", None, id="a stop is half a word"),
        pytest.param(
            f"a {{{ELEVEN}|}} {EIGHT} {{|{ELEVEN}}} house",
            f"a {{{ELEVEN} {EIGHT}|{EIGHT} {ELEVEN}}} house",
            id="eight light words",
        ),
        pytest.param(f"a {{{ELEVEN}|}} {EIGHT} . {{|{ELEVEN}}} house", None, id="nine"),
        pytest.param(
            f"a {{{', ' * 60}|}} {EIGHT} {{|{', ' * 60}}} house",
            f"a {{{', ' * 60}{EIGHT}|{EIGHT}{' ,' * 60}}} house",
            id="long changes",
        ),
        pytest.param("a {red|blue} ¶ the {green|white} house", None, id="a line begins"),
        pytest.param("a {red|blue} the {¶ green|¶ white} house", None, id="a line ends"),
        pytest.param("{|king} ¶ of {|king} king", None, id="a line ends before the first word"),
        pytest.param("a {red|blue} the ¶ of {green|white} house", None, id="a line ends inside"),
        pytest.param(
            "a ¶ {red|blue} the {green|white} ¶ house",
            "a {¶ red the green|¶ blue the white} ¶ house",
            id="a line about",
        ),
        pytest.param(
            "a {of|to} the {to|of} , {red|blue} house",
            "a {of the to , red|to the of , blue} house",
            id="what was joined draws in what is before",
        ),
        pytest.param(
            "a {red|blue} , {to|of} the {of|to} house",
            "a {red , to the of|blue , of the to} house",
            id="what was joined draws in what is behind",
        ),
        pytest.param(
            "a {red|blue} , {to|of} the of {of|to} king {red|blue} , {old|new} house",
            "a {red , to|blue , of} the of {of|to} king {red , old|blue , new} house",
            id="each by itself",
        ),
        pytest.param("", None, id="nothing"),
        pytest.param("the king", None, id="no change"),
        pytest.param("{|the king}", None, id="nothing else"),
    ],
)
def test_light_words_between_heavier_changes_join_them(edit: str, readable: str | None) -> None:
    assert clean(edit) == write(read(edit if readable is None else readable))


@given(edits())
def test_the_words_are_the_same_and_a_run_stays_whole_or_goes(edit: str) -> None:
    cleaned = clean(edit)
    assert [_side(cleaned, side) for side in (0, 1)] == [_side(edit, side) for side in (0, 1)]
    runs, kept = ([piece for piece in read(text) if piece[1] is None] for text in (edit, cleaned))
    rest = iter(runs)
    assert all(run in rest for run in kept)


@given(edits())
def test_in_whatever_order_changes_are_joined_the_outcome_is_the_same(edit: str) -> None:
    assert clean(edit) == write(_join_last_first(read(edit)))


def _side(edit: str, side: int) -> list[str]:
    both = [(mine, mine if theirs is None else theirs) for mine, theirs in read(edit)]
    return [word for words in both for word in words[side] if word != "¶"]


def _join_last_first(pieces: Pieces) -> Pieces:
    """Join by the rule as it is said, from the end, until nothing can be joined."""
    weights = [_weigh(piece) for piece in pieces]
    while (n := _last_to_join(pieces, weights)) is not None:
        around = [(mine, mine if theirs is None else theirs) for mine, theirs in pieces[n - 1 : n + 2]]
        mine, theirs = ([word for words in around for word in words[side]] for side in (0, 1))
        pieces = [*pieces[: n - 1], (mine, theirs), *pieces[n + 2 :]]
        weights = [*weights[: n - 1], weights[n - 1] + weights[n + 1], *weights[n + 2 :]]
    return pieces


def _last_to_join(pieces: Pieces, weights: list[float]) -> int | None:
    for n in range(len(pieces) - 2, 0, -1):
        words, change = pieces[n]
        following = [word for mine, _ in pieces[n + 1 :] for word in mine]
        beside = weights[n - 1], weights[n + 1]
        is_lightest = change is None and weights[n] <= min(beside) and weights[n] < max(beside)
        if is_lightest and "¶" not in [*words, *following[:1]] and max(map(weigh, words)) < 1:
            return n
    return None


def _weigh(piece: tuple[list[str], list[str] | None]) -> float:
    return max(sum(weigh(word) for word in words if word != "¶") for words in (piece[0], piece[1] or []))
