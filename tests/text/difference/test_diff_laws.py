"""Laws that hold for every two texts, whatever they say."""

from collections import Counter
from itertools import pairwise

from hypothesis import example, given
from hypothesis import strategies as st

from workbench.text import IGNORABLE, Comparison, Ignorable, Link, Rule, Span, diff
from workbench.text.words.cache import forget

VOCABULARY = [
    "the",
    "The",
    "of",
    "and",
    "king",
    "kings",
    "King",
    "Ezhov",
    "Yezhov",
    "19",
    "9",
    ",",
    ".",
    "[gloss]",
    "naïve",
    "naive",
    *[f"delegate{n}" for n in range(12)],
]
SENTENCES = st.lists(st.tuples(st.sampled_from(VOCABULARY), st.sampled_from([" ", "", "  ", "\n"])), max_size=40).map(
    lambda rows: "".join(word + gap for word, gap in rows)
)
TEXTS = SENTENCES | st.text(max_size=40)
IGNORES = st.frozensets(st.sampled_from(sorted(IGNORABLE)))
OPPOSITE = {"addition": "omission", "omission": "addition"}


@given(TEXTS, TEXTS, IGNORES)
def test_the_segments_give_back_both_texts(left: str, right: str, ignore: frozenset[Ignorable]) -> None:
    segments = diff(left, right, ignore=ignore).segments
    assert "".join(s.left.of(left) for s in segments) == left
    assert "".join(s.right.of(right) for s in segments) == right


@given(TEXTS, TEXTS)
def test_agreeing_segments_are_equal_character_by_character(left: str, right: str) -> None:
    segments = diff(left, right).segments
    assert all(s.left.of(left) == s.right.of(right) for s in segments if s.kind == "equal")


@given(TEXTS, TEXTS)
def test_taking_every_difference_from_the_right_gives_the_right_text(left: str, right: str) -> None:
    segments = diff(left, right).segments
    assert "".join(s.left.of(left) if s.kind == "equal" else s.right.of(right) for s in segments) == right


@given(TEXTS, TEXTS, IGNORES)
def test_swapping_the_sides_gives_the_mirror_image(left: str, right: str, ignore: frozenset[Ignorable]) -> None:
    there, back = diff(left, right, ignore=ignore), diff(right, left, ignore=ignore)
    assert (there.verdict, there.similarity) == (back.verdict, back.similarity)
    assert sorted(
        (d.right.start, d.right.end, d.left.start, d.left.end, OPPOSITE.get(d.type, d.type)) for d in there.differences
    ) == sorted((d.left.start, d.left.end, d.right.start, d.right.end, d.type) for d in back.differences)
    assert [(s.right, s.left, s.kind) for s in there.segments] == [(s.left, s.right, s.kind) for s in back.segments]
    assert sorted(map(_turned, there.links), key=_place) == sorted(back.links, key=_place)


@given(TEXTS, IGNORES)
def test_a_text_is_identical_to_itself(text: str, ignore: frozenset[Ignorable]) -> None:
    comparison = diff(text, text, ignore=ignore)
    assert (comparison.verdict, comparison.similarity, comparison.differences) == ("identical", 1.0, ())


@given(TEXTS, TEXTS, IGNORES)
def test_only_different_texts_have_differences(left: str, right: str, ignore: frozenset[Ignorable]) -> None:
    comparison = diff(left, right, ignore=ignore)
    assert bool(comparison.differences) == (comparison.verdict in {"different", "unrelated"})
    assert (comparison.verdict == "identical") == (left == right)


@given(TEXTS, TEXTS, IGNORES)
def test_the_ends_of_the_differences_are_in_range_and_do_not_overlap(
    left: str, right: str, ignore: frozenset[Ignorable]
) -> None:
    comparison = diff(left, right, ignore=ignore)
    assert _are_apart([d.left for d in comparison.differences], len(left))
    assert _are_apart(sorted((d.right for d in comparison.differences), key=_ends), len(right))
    ends = Counter(segment.difference for segment in comparison.segments)
    assert _are_apart([d.right for n, d in enumerate(comparison.differences) if ends[n] == 1], len(right))


@given(TEXTS, TEXTS, IGNORES)
def test_every_difference_stands_in_the_segments_that_carry_its_index(
    left: str, right: str, ignore: frozenset[Ignorable]
) -> None:
    comparison = diff(left, right, ignore=ignore)
    for index, difference in enumerate(comparison.differences):
        mine = [s for s in comparison.segments if s.difference == index]
        assert len(mine) == 2 if difference.type == "move" else len(mine) in {1, 2}
        assert any(s.left.start <= difference.left.start <= difference.left.end <= s.left.end for s in mine)
        assert any(s.right.start <= difference.right.start <= difference.right.end <= s.right.end for s in mine)


@given(TEXTS, TEXTS, IGNORES)
def test_links_join_each_word_once(left: str, right: str, ignore: frozenset[Ignorable]) -> None:
    links = diff(left, right, ignore=ignore).links
    assert _are_apart([link.left for link in links], len(left))
    assert _are_apart(sorted((link.right for link in links), key=_ends), len(right))
    assert all(link.left and link.right for link in links)


@given(SENTENCES, SENTENCES)
def test_an_addition_is_empty_on_the_left_and_an_omission_on_the_right(left: str, right: str) -> None:
    for difference in diff(left, right).differences:
        assert bool(difference.left) == (difference.type != "addition") or difference.type in {
            "spacing",
            "gloss",
            "punctuation",
        }
        assert bool(difference.right) == (difference.type != "omission") or difference.type in {
            "spacing",
            "gloss",
            "punctuation",
        }


@given(SENTENCES, SENTENCES, IGNORES)
@example("the the king", "the theking", frozenset({"spacing"}))
def test_a_rule_never_adds_a_difference_where_there_was_none(
    left: str, right: str, ignore: frozenset[Ignorable]
) -> None:
    plain: Comparison = diff(left, right, ignore=ignore)
    ruled = diff(left, right, ignore=ignore, rules=(Rule("Ezhov", "Yezhov"), Rule("the king", "King")))
    if plain.verdict in {"identical", "equal"}:
        assert ruled.verdict == plain.verdict


def _turned(link: Link) -> Link:
    return Link(link.right, link.left, link.kind)


def _place(link: Link) -> tuple[int, int, int]:
    return link.left.start, link.left.end, link.right.start


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end


def _are_apart(spans: list[Span], length: int) -> bool:
    inside = all(0 <= span.start <= span.end <= length for span in spans)
    return inside and all(first.end <= second.start for first, second in pairwise(spans))


@given(st.permutations([f"delegate{n}" for n in range(10)]))
def test_a_move_has_the_same_words_at_both_ends(words: list[str]) -> None:
    left, right = " ".join(sorted(words)), " ".join(words)
    moves = [difference for difference in diff(left, right).differences if difference.type == "move"]
    assert all(move.left.of(left) == move.right.of(right) for move in moves)


@given(TEXTS, TEXTS, IGNORES)
def test_what_is_remembered_of_words_changes_no_result(left: str, right: str, ignore: frozenset[Ignorable]) -> None:
    diff(right, left)
    again = diff(left, right, ignore=ignore)
    forget()
    assert diff(left, right, ignore=ignore) == again
