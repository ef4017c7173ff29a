"""Where words are after an edit, and how far they are the same: case by case, by what was done around them."""

import pytest

from workbench.text import follow_all, make_anchor

SNOW, ABBOT, LAST = (
    "Snow fell on all seven hills that night. ",
    "The abbot hid the golden chalice below. ",
    "Nobody spoke of it again. ",
)
TALE = SNOW + ABBOT + LAST
SHIPS = "The old king sent seven ships to the far island in spring."
MANY = " ".join(f"word{n}" for n in range(40))
TAKEN = MANY.replace("word19 word20 word21 ", "")


def check(quote: str, old: str, case: tuple[str, str, str, int | None, float], nth: int = 0) -> None:
    """Follow the nth place of a quote into `new`; compare kind, words, place and score."""
    new, kind, words, start, score = case
    at = -1
    for _ in range(nth + 1):
        at = old.index(quote, at + 1)
    (outcome,) = follow_all([make_anchor(old, at, at + len(quote))], old, new)
    assert (outcome.kind, outcome.new, outcome.anchor and outcome.anchor.start) == (kind, words, start)
    assert outcome.score == pytest.approx(score, abs=0.001)
    assert outcome.old == quote


@pytest.mark.parametrize(
    ("quote", "new", "kind", "words", "start", "score"),
    [
        ("golden chalice", ABBOT + SNOW + LAST, "moved", "golden chalice", 18, 1.0),
        # the words alone, without their sentence, are asked about; two such places are none
        (
            "golden chalice",
            f"{SNOW}The abbot hid it below. {LAST}Golden chalice.",
            "changed",
            "Golden chalice",
            91,
            1.0,
        ),
        (
            "golden chalice",
            f"{SNOW}The abbot hid it below. {LAST}A golden chalice shone; one golden chalice broke.",
            "orphan",
            "",
            None,
            0.0,
        ),
        # light words are never sought elsewhere, nor is one word alone
        ("of it", f"{SNOW}{ABBOT}Nobody spoke again. Of it we say.", "orphan", "", None, 0.0),
        ("it", f"{SNOW}{ABBOT}Nobody spoke again of him; it rained.", "orphan", "", None, 0.0),
        ("hid", f"Hid. {SNOW}The abbot took the golden chalice below. {LAST}", "orphan", "", None, 0.0),
        (
            "abbot hid the golden chalice",
            f"Abbot hid the golden chalice. {SNOW}The men sat below. {LAST}",
            "moved",
            "Abbot hid the golden chalice",
            0,
            1.0,
        ),
    ],
)
def test_words_are_sought_elsewhere_by_what_goes_with_them(
    quote: str, new: str, kind: str, words: str, start: int | None, score: float
) -> None:
    check(quote, TALE, (new, kind, words, start, score))


def test_a_run_that_was_taken_whole_and_came_whole_is_sure() -> None:
    check("word20", MANY, (MANY.replace("word20 ", "") + " word20", "orphan", "", None, 0.0))
    check(
        "word20",
        f"{MANY} tail",
        (f"{TAKEN} tail word19 word20 word21", "moved", "word20", len(f"{TAKEN} tail word19 "), 1.0),
    )


def test_the_same_word_in_another_place_stays_there() -> None:
    old, new = f"{MANY} tail word20 end", f"{TAKEN} tail word20 end word19 word20 word21"
    check("word20", old, (new, "moved", "word20", len(f"{TAKEN} tail word20 end word19 "), 1.0))
    check("word20", old, (new, "kept", "word20", len(f"{TAKEN} tail "), 1.0), nth=1)


@pytest.mark.parametrize(
    ("quote", "was", "now", "kind", "words", "score"),
    [
        # one word for one word counts half, others nothing
        ("seven ships", "seven", "nine", "changed", "nine ships", 3 / 4),
        ("sent seven ships", "seven", "nine fine", "changed", "sent nine fine ships", 5 / 7),
        ("king sent seven ships", "sent seven", "took nine", "changed", "king took nine ships", 6 / 8),
        ("ships to the far", "to the", "toward some", "changed", "ships toward some far", 1 / 2),
        ("The old king", "The old", "An aged", "changed", "An aged king", 1 / 3),
        ("the far island", "the far island", "an island", "changed", "an island", 2 / 5),
        ("seven ships to the", "ships to the far", "boats", "changed", "seven boats", 1 / 3),
        ("ships to the far island", "to the far ", "", "changed", "ships island", 4 / 7),
        ("island in spring.", "in spring", "in the early spring", "changed", "island in the early spring.", 3 / 4),
        ("old king", "old king sent", "king, old, sent", "changed", "king", 2 / 3),
        ("seven ships to the", "seven ships to the far", "the far", "changed", "the", 2 / 5),
        # nothing of them is left, or a shred beside what was taken out
        ("seven ships", "seven ships", "nine boats", "orphan", "", 0.0),
        ("seven ships", "sent seven ships to the far island", "", "orphan", "", 0.0),
        ("ships to", "ships to the far island in spring", "ships", "orphan", "", 0.0),
        ("king", "king", "kingdom", "orphan", "", 0.0),
        # the same words, whatever is around them
        ("the far island", " in spring", "", "kept", "the far island", 1.0),
        ("sent", "sent seven", "sent, seven", "kept", "sent", 1.0),
        ("seven", "seven", " seven ", "kept", "seven", 1.0),
        ("spring.", "spring.", "spring!”", "kept", "spring!", 1.0),
        ("spring", "spring.", "the spring", "kept", "spring", 1.0),
        ("far island", "far island", "far, island", "kept", "far, island", 1.0),
        ("to", "to the", "to all the", "kept", "to", 1.0),
    ],
)
def test_words_some_of_which_were_replaced_score_by_what_is_the_same(
    quote: str, was: str, now: str, kind: str, words: str, score: float
) -> None:
    new = SHIPS.replace(was, now)
    start = new.index(words, 1 if words == "the" else 0) if words else None
    check(quote, SHIPS, (new, kind, words, start, score))
