import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.benchmarks.diff_pairs import DATA
from workbench.text import Anchor, InvalidRange, Outcome, follow_all, make_anchor

OLD = "In the morning the abbot rang the bell. The gate, she wrote, was barred. Few answered."
WORDS = st.lists(st.sampled_from(["the", "king", "of", "old", "said", ",", "mountain"]), max_size=20).map(" ".join)
UNIQUE = "seven lanterns"


def _follow(quote: str, new: str, old: str = OLD) -> Outcome:
    start = old.index(quote)
    return follow_all([make_anchor(old, start, start + len(quote))], old, new)[0]


def _is(outcome: Outcome) -> tuple[str, str]:
    return outcome.kind, outcome.new


@pytest.mark.parametrize(
    ("quote", "new", "words"),
    [
        ("rang the bell", OLD.replace("Few answered", "Few answered it"), "rang the bell"),
        ("gate, she wrote", OLD.replace("gate, she wrote,", "gate she wrote"), "gate she wrote"),
        ("the abbot rang", OLD.replace("abbot", "Abbot"), "the Abbot rang"),
        ("the abbot rang", OLD.replace("the abbot", "the\nabbot"), "the\nabbot rang"),
        ("was barred.", OLD.replace("barred.", "barred!"), "was barred!"),
        ("the bell", f"Before noon the bell was mended. {OLD}", "the bell"),
    ],
)
def test_words_are_kept_whatever_signs_capitals_and_spaces_become(quote: str, new: str, words: str) -> None:
    assert _is(_follow(quote, new)) == ("kept", words)


def test_another_form_of_the_same_letters_is_kept() -> None:
    assert _is(_follow("café noir", "Un cafe\u0301 noir, vite.", "Un café noir, vite.")) == ("kept", "cafe\u0301 noir")


@pytest.mark.parametrize(
    ("quote", "new", "words"),
    [
        ("rang the bell", OLD.replace("bell", "gong"), "rang the gong"),
        ("was barred", OLD.replace("was barred", "was not barred"), "was not barred"),
        ("abbot rang", OLD.replace("abbot", "prior"), "prior rang"),
        ("The gate, she wrote", OLD.replace(", she wrote", ""), "The gate,"),
    ],
)
def test_words_among_which_others_stand_are_changed(quote: str, new: str, words: str) -> None:
    assert _is(_follow(quote, new)) == ("changed", words)


def test_words_of_which_a_beginning_is_left_where_much_was_taken_out_are_an_orphan() -> None:
    assert _follow("The gate, she wrote", OLD.replace(", she wrote, was barred. Few answered", "")).kind == "orphan"


def test_the_score_of_changed_words_is_the_share_that_stayed() -> None:
    assert _follow("rang the bell", OLD.replace("bell", "gong")).score == pytest.approx(2 * 2.5 / 6)


def test_words_that_went_elsewhere_with_their_sentence_are_moved() -> None:
    moved = "Few answered. In the morning the abbot rang the bell. The gate, she wrote, was barred."
    outcome = _follow("answered", moved)
    assert (*_is(outcome), outcome.anchor and outcome.anchor.start) == ("moved", "answered", 4)


def test_words_go_with_their_sentence_though_some_of_its_words_seem_to_have_stayed() -> None:
    first = "The captain counted four hundred men and six hundred horses."
    moved = "In the harbour lay four hundred ships and six hundred boats of the king."
    left = "Nobody answered the letter of the old king that winter."
    last = "The men of the harbour and the horses of the captain were hungry."
    outcome = _follow("lay four hundred ships", f"{first} {last} {left} {moved}", f"{first} {moved} {left} {last}")
    assert _is(outcome) == ("moved", "lay four hundred ships")


@pytest.mark.parametrize(
    "new",
    [
        "In the morning the abbot rang the bell. The gate, she wrote, was barred.",
        "At sunrise a monk struck his gong; since nobody came, all doors stayed shut.",
        OLD.replace("Few answered", "Many came"),
        "",
    ],
)
def test_words_that_are_gone_are_an_orphan(new: str) -> None:
    assert _follow("Few answered", new) == Outcome("orphan", None, "Few answered", "", 0.0)


def test_words_that_were_taken_out_are_not_sought_in_what_stood_there_before() -> None:
    old = f"{OLD} Few answered the second call."
    assert _follow("Few answered.", old.replace("Few answered. ", ""), old).kind == "orphan"


def test_an_anchor_that_lies_outside_its_text_is_refused() -> None:
    with pytest.raises(InvalidRange):
        follow_all([make_anchor(OLD, 50, 60)], OLD[:55], OLD)


def test_words_found_elsewhere_on_thin_evidence_are_asked_about() -> None:
    new = "the the king the seven lanterns"
    assert _is(_follow(UNIQUE, new, "seven lanterns the the king")) == ("changed", UNIQUE)


@given(WORDS, WORDS, WORDS, WORDS)
def test_words_that_stand_nowhere_else_are_never_lost(before: str, after: str, now: str, then: str) -> None:
    old, new = f"{before} {UNIQUE} {after}", f"{now} {UNIQUE} {then}"
    assert _follow(UNIQUE, new, old).new == UNIQUE


@given(WORDS, WORDS)
def test_what_was_taken_out_is_an_orphan(before: str, after: str) -> None:
    old = f"{before} {UNIQUE} {after}"
    assert _follow(UNIQUE, f"{before} {after}", old).kind == "orphan"


@given(WORDS, WORDS, st.integers(0, 80), st.integers(1, 30))
def test_kept_words_are_where_they_were_after_going_there_and_back(old: str, new: str, start: int, length: int) -> None:
    if start + length > len(old):
        return
    anchor = make_anchor(old, start, start + length)
    (there,) = follow_all([anchor], old, new)
    if there.kind == "kept" and there.new == there.old and there.anchor:
        (back,) = follow_all([there.anchor], new, old)
        assert back.kind != "kept" or letters_of(back.anchor) == letters_of(anchor)  # kept words may lose a space


def letters_of(anchor: Anchor | None) -> tuple[int, int] | None:
    """Return where an anchor's words begin and end, without the white space at its edges."""
    if anchor is None:
        return None
    quote = anchor.quote
    start = anchor.start + len(quote) - len(quote.lstrip())
    return start, start + len(quote.strip())


@given(WORDS, WORDS, st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=8))
def test_anchors_are_followed_together_as_one_by_one(old: str, new: str, ranges: list[tuple[int, int]]) -> None:
    anchors = [make_anchor(old, start, end) for start, end in ranges if start < end <= len(old)]
    assert follow_all(anchors, old, new) == [follow_all([anchor], old, new)[0] for anchor in anchors]


@given(WORDS, WORDS, st.integers(0, 80), st.integers(1, 30))
def test_an_outcome_says_what_stands_there(old: str, new: str, start: int, length: int) -> None:
    if start + length > len(old):
        return
    (outcome,) = follow_all([make_anchor(old, start, start + length)], old, new)
    assert outcome.old == old[start : start + length]
    assert 0 <= outcome.score <= 1
    if outcome.anchor is None:
        assert _is(outcome) == ("orphan", "")
    else:
        assert outcome.new == new[outcome.anchor.start : outcome.anchor.end] != ""


@pytest.mark.data
@pytest.mark.skipif(not (DATA / "reported/anchors.tsv").exists(), reason="../shared/data is not there")
def test_reported_edits_have_their_outcomes() -> None:
    assert list(_reported(DATA / "reported/anchors.tsv")) == []


def _reported(path: Path) -> list[tuple[str, str, str]]:
    """List the cases with another outcome than expected, with what came out."""
    wrong = []
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            old, new = (row[name].replace("\\n", "\n") for name in ("before", "after"))
            outcome = _follow(row["quote"], new, old)
            kind, _, rest = row["expected"].replace(",", "").partition(" ")
            words = rest[1 : rest.index(")")] if rest.startswith("(") else outcome.new
            if _is(outcome) != (kind, words):
                wrong.append((row["what"], *_is(outcome)))
    return wrong
