"""References taken apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.interchange.books import BOOKS, book_of
from workbench.interchange.references import (
    ReferenceRange,
    find_label,
    guess_levels,
    parse_path,
    parse_range,
    place_of,
    read_paths,
    same_label,
)


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("Ps 23", ("Ps", "23")),
        ("Ps\u00a023", ("Ps", "23")),
        ("Ps. 23", ("Ps", "23")),
        ("John 3:16", ("John", "3", "16")),
        ("John\u202f3\u00a0:\u00a016", ("John", "3", "16")),
        ("Joh 3,16", ("Joh", "3", "16")),
        ("1 John 3:16", ("1 John", "3", "16")),
        ("1. Mose 3,16", ("1. Mose", "3", "16")),
        ("Song of Songs 2:1", ("Song of Songs", "2", "1")),
        ("Ps.23.1", ("Ps", "23", "1")),
        ("1John.3.16", ("1John", "3", "16")),
        ("P.160.1", ("P", "160", "1")),
        ("2.1", ("2", "1")),
        ("3:16", ("3", "16")),
        ("3:16a", ("3", "16a")),
        ("12", ("12",)),
        ("Пс 22:1", ("Пс", "22", "1")),
        ("Genesis", ("Genesis",)),
        ("preface", ("preface",)),
        ("", ()),
    ],
)
def test_a_reference_has_its_labels(text: str, path: tuple[str, ...]) -> None:
    assert parse_path(text) == path


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("Ps 23", ("Ps", "23"), ("Ps", "23")),
        ("John 3:16-18", ("John", "3", "16"), ("John", "3", "18")),
        ("John 3:16–18", ("John", "3", "16"), ("John", "3", "18")),
        ("John 3:16-4:2", ("John", "3", "16"), ("John", "4", "2")),
        ("2.1-2.3", ("2", "1"), ("2", "3")),
        ("2.1-3", ("2", "1"), ("2", "3")),
        ("Gen 1-3", ("Gen", "1"), ("Gen", "3")),
        ("3-5", ("3",), ("5",)),
        ("Gen.1.1-Gen.1.5", ("Gen", "1", "1"), ("Gen", "1", "5")),
        ("Ps 23 - Ps 24", ("Ps", "23"), ("Ps", "24")),
        ("Jean-Luc", ("Jean-Luc",), ("Jean-Luc",)),
        ("3-", ("3-",), ("3-",)),
    ],
)
def test_a_range_fills_in_what_its_end_leaves_out(text: str, first: tuple[str, ...], last: tuple[str, ...]) -> None:
    assert parse_range(text) == ReferenceRange(first, last)


def test_references_of_one_kind_make_a_tree() -> None:
    assert read_paths(["Gen.1.1", "Gen.1.2", "Exod.1.1"]) == [("Gen", "1", "1"), ("Gen", "1", "2"), ("Exod", "1", "1")]
    assert read_paths(["1.1", "1.2", "2.1"]) == [("1", "1"), ("1", "2"), ("2", "1")]
    assert guess_levels([("Gen", "1", "1")]) == ("book", "chapter", "verse")
    assert guess_levels([("1", "2")]) == ("chapter", "section")


@pytest.mark.parametrize(
    "references",
    [["1", "2", "3"], ["1.1", "1.2", "preface"], ["1.1", "Gen 1:1"], ["1.1", "2.1"], ["1.1", "1:1", "1.2"], [None], []],
)
def test_others_make_none(references: list[str | None]) -> None:
    assert read_paths(references) is None


def test_a_book_is_found_by_any_of_its_names() -> None:
    labels = ["Gen", "Ps", "John", "1John"]
    assert find_label("Psalm", labels) == "Ps"
    assert find_label("ps.", labels) == "Ps"
    assert find_label("I John", labels) == "1John"
    assert find_label("Joh", labels) == "John"
    assert find_label("Ge", ["Gen", "Exod"]) == "Gen"
    assert find_label("J", labels) is None
    assert find_label("2", ["2", "20"]) == "2"
    assert find_label("2", ["20"]) is None


def test_every_book_is_found_by_its_code_and_its_name() -> None:
    assert [book_of(code) for code in BOOKS] == list(BOOKS)
    assert [book_of(name) for name in BOOKS.values()] == list(BOOKS)
    assert same_label("PSA", "Psalms")
    assert book_of("Preface") == ""


@given(st.text(max_size=20))
def test_anything_can_be_asked_for(text: str) -> None:
    path = parse_path(text)
    assert all(label.strip() == label for label in path)
    parse_range(text)
    find_label(text, ["Gen", text])


@pytest.mark.parametrize("text", ["Gen 1:1", "Gen.1.1", "Genesis 1,1", "GEN 1:1", "Gn. 1:01", "1.Mose 1:1"])
def test_a_place_is_the_same_however_it_is_written(text: str) -> None:
    expected = ("1mose", "1", "1") if "Mose" in text else ("GEN", "1", "1")
    assert place_of(text) == expected
    assert place_of("other words", ("Gen", "1", "1")) == ("GEN", "1", "1")


@pytest.mark.parametrize("text", ["", "Gen", "12", "preface", "Gen 1:1-3", "talk.1:x"])
def test_what_has_no_numbers_behind_its_beginning_is_no_place(text: str) -> None:
    assert place_of(text) == ()


def test_parts_and_bare_numbers_are_places() -> None:
    assert place_of("Gen.1.4a") == place_of("Gen 1:4A") == ("GEN", "1", "4a")
    assert place_of("1.1") == place_of("1:1") == ("1", "1")
