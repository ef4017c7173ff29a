"""What scholars say against a collation, and the transpositions that an apparatus names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.text import Span, apparatus, collate
from workbench.text.collation import CORRECTIONS, Collation, Correction, Mark, correct

words = st.sampled_from(["the", "cat", "Cat", "sat", "on", ",", "a", "mat"])
texts = st.lists(st.lists(words, min_size=1, max_size=7).map(" ".join), min_size=1, max_size=5)
marks = st.tuples(st.integers(0, 4), st.integers(0, 20), st.integers(1, 8), st.integers(0, 1))
corrections = st.lists(st.tuples(st.sampled_from(CORRECTIONS), st.lists(marks, max_size=5)), max_size=4)


def mark(texts: list[str], witness: int, words: str, side: int = 0) -> Mark:
    start = texts[witness].index(words)
    return Mark(witness, Span(start, start + len(words)), side)


def read(table: Collation, texts: list[str]) -> list[str]:
    """The cells of each column, parted by /, - for nothing."""
    rows = [[cell.of(text) if cell else "-" for cell, text in zip(c.cells, texts, strict=True)] for c in table.columns]
    return ["/".join(row) for row in rows]


@given(texts, corrections)
def test_a_corrected_table_holds_every_text_in_order(texts: list[str], drawn: list[tuple[str, list[tuple]]]) -> None:  # type: ignore[type-arg]
    said = [
        Correction(kind, tuple(Mark(n % len(texts), Span(a, a + size), side) for n, a, size, side in ends))  # type: ignore[arg-type]
        for kind, ends in drawn
    ]
    table = correct(collate(texts), said)
    for one in (table, table.joined(), table.regions()):
        for index, text in enumerate(texts):
            cells = [cell for column in one.columns if (cell := column.cells[index])]
            assert "".join(cell.of(text) for cell in cells).replace(" ", "") == text.replace(" ", "")
        assert all(any(column.cells) for column in one.columns)
        assert all(sorted(n for group in c.groups for n in group) == list(range(len(texts))) for c in one.columns)


def test_without_corrections_nothing_changes() -> None:
    table = collate(["a b", "a c"])
    assert correct(table, []) is table


def test_places_that_are_joined_are_one_at_every_grain() -> None:
    texts = ["the old cat sat", "the young cat slept"]
    said = Correction("joined", (mark(texts, 0, "old cat sat"), mark(texts, 1, "young cat slept")))
    table = correct(collate(texts), [said])
    assert read(table, texts) == ["the/the", "old cat sat/young cat slept"]
    assert read(table.regions(), texts) == ["the/the", "old cat sat/young cat slept"]
    assert [column.corrected for column in table.columns] == [(), (0,)]
    (entry,) = apparatus(table, texts, 0)
    assert (entry.lemma.of(texts[0]), entry.corrected) == ("old cat sat", (0,))


def test_a_place_that_is_parted_is_two_entries() -> None:
    texts = ["the LORD said", "Jehovah spake"]
    assert read(collate(texts).regions(), texts) == ["the LORD said/Jehovah spake"]
    first = (mark(texts, 0, "the LORD"), mark(texts, 1, "Jehovah"))
    said = Correction("parted", (*first, mark(texts, 0, "said", 1), mark(texts, 1, "spake", 1)))
    table = correct(collate(texts), [said]).regions()
    assert read(table, texts) == ["the LORD/Jehovah", "said/spake"]
    assert [entry.lemma.of(texts[0]) for entry in apparatus(table, texts, 0)] == ["the LORD", "said"]


def test_a_place_is_parted_where_the_words_were_aligned_otherwise() -> None:
    texts = ["a dog cat ran", "a cat mouse ran"]
    first = (mark(texts, 0, "dog"), mark(texts, 1, "cat"))
    said = Correction("parted", (*first, mark(texts, 0, "cat", 1), mark(texts, 1, "mouse", 1)))
    assert read(correct(collate(texts), [said]), texts) == ["a/a", "dog/cat", "cat/mouse", "ran/ran"]


def test_the_later_correction_goes_before_the_earlier() -> None:
    texts = ["old cat", "young dog"]
    joined = Correction("joined", (mark(texts, 0, "old cat"), mark(texts, 1, "young dog")))
    halves = (mark(texts, 0, "old"), mark(texts, 1, "young"), mark(texts, 0, "cat", 1), mark(texts, 1, "dog", 1))
    table = collate(texts)
    assert read(correct(table, [joined, Correction("parted", halves)]), texts) == ["old/young", "cat/dog"]
    assert read(correct(table, [Correction("parted", halves), joined]), texts) == ["old cat/young dog"]


def test_readings_that_count_as_the_same_are_no_variant() -> None:
    texts = ["the LORD said", "Jehovah said", "God said"]
    said = Correction("same", (mark(texts, 0, "the LORD"), mark(texts, 1, "Jehovah")))
    (entry,) = apparatus(correct(collate(texts), [said]).regions(), texts, 0)
    assert (entry.agreeing, [one.text for one in entry.readings]) == ((0, 1), ["God"])


def test_readings_that_are_apart_are_two_though_they_read_the_same() -> None:
    texts = ["a lead pipe", "a lead pipe", "a lead pipe"]
    said = Correction("apart", (mark(texts, 0, "lead"), mark(texts, 1, "lead", 1), mark(texts, 2, "lead", 1)))
    table = correct(collate(texts, base=0), [said])
    assert [column.groups for column in table.columns] == [((0, 1, 2),), ((0,), (1, 2)), ((0, 1, 2),)]
    assert len(table.regions().columns) == 3


def test_a_reading_that_is_moved_stands_under_what_it_answers() -> None:
    texts = ["he spoke loud words", "he spoke then"]
    table = collate(texts)
    at = Correction("moved", (mark(texts, 1, "then"), mark(texts, 0, "words", 1)))
    assert read(correct(table, [at]), texts)[-2:] == ["loud/-", "words/then"]
    back = Correction("moved", (mark(texts, 1, "then"), mark(texts, 0, "loud", 1)))
    assert read(correct(table, [at, back]), texts)[-2:] == ["loud/then", "words/-"]


def test_a_reading_that_cannot_go_there_is_a_transposition() -> None:
    texts = ["swiftly the king went home", "the king went home with haste"]
    said = Correction("moved", (mark(texts, 1, "with haste"), mark(texts, 0, "swiftly", 1)))
    table = correct(collate(texts), [said])
    assert read(table, texts) == read(collate(texts), texts)
    first, last = apparatus(table, texts, 0)
    assert [(one.transposed, one.entry) for one in first.readings] == [("away", 1)]
    assert [(one.text, one.transposed, one.entry) for one in last.readings] == [("with haste", "here", 0)]
    assert first.corrected == last.corrected == (0,)


@pytest.mark.parametrize("kind", CORRECTIONS)
def test_what_speaks_of_words_that_are_not_here_alters_nothing(kind: str) -> None:
    texts = ["a b", "a c"]
    said = Correction(kind, (Mark(0, Span(40, 50)), Mark(1, Span(40, 50), 1)))  # type: ignore[arg-type]
    assert correct(collate(texts), [said]).columns == collate(texts).columns


def test_words_at_another_place_are_moved_not_left_out_and_added() -> None:
    texts = ["Yesterday the old man came.", "The old man came yesterday.", "The old man came."]
    entries = apparatus(collate(texts, ignore=frozenset({"case"})), texts, 0)
    told = [(one.text, one.witnesses, one.transposed, one.entry) for entry in entries for one in entry.readings]
    assert told == [("", (1,), "away", 1), ("", (2,), "", None), ("yesterday", (1,), "here", 0)]


def test_words_in_another_order_at_one_place_are_told() -> None:
    texts = ["quick and brown he ran", "brown and quick he ran"]
    entries = apparatus(collate(texts), texts, 0)
    assert [(one.text, one.transposed) for entry in entries for one in entry.readings] == [
        ("", "away"),
        ("and quick", "here"),
    ]
    said = Correction("joined", (mark(texts, 0, "quick and brown"), mark(texts, 1, "brown and quick")))
    (entry,) = apparatus(correct(collate(texts), [said]), texts, 0)
    assert [(one.text, one.transposed) for one in entry.readings] == [("brown and quick", "order")]


def test_a_light_word_at_another_place_says_nothing() -> None:
    texts = ["the man went", "man the went"]
    kinds = {one.transposed for entry in apparatus(collate(texts), texts, 0) for one in entry.readings}
    assert kinds <= {"", "order", "away", "here"}
    texts = ["of cats he spoke", "cats he spoke of"]
    assert {one.transposed for entry in apparatus(collate(texts), texts, 0) for one in entry.readings} == {""}
