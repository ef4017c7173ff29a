"""Plain text: paragraphs, lines and numbered points."""

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.interchange.contract import TextContract
from tests.interchange.documents import first_translations, texts
from workbench.interchange.document import (
    Document,
    PassageRecord,
    TranslationRecord,
    VariantRecord,
    WorkRecord,
)
from workbench.interchange.errors import FormatError
from workbench.interchange.formats import plain
from workbench.interchange.options import ReadOptions
from workbench.interchange.points import split_points


def document_of(texts_of_passages: list[str], first: int | None = None) -> Document:
    passages = tuple(
        PassageRecord(None if first is None else str(first + step), (VariantRecord("A", text),))
        for step, text in enumerate(texts_of_passages)
    )
    return Document((WorkRecord(translations=(TranslationRecord("A"),), passages=passages),))


def read_texts(text: str, **options: object) -> list[tuple[str | None, str]]:
    document = plain.read(text.encode(), ReadOptions(siglum="A", **options))  # type: ignore[arg-type]
    return [(passage.reference, passage.variants[0].text) for passage in document.works[0].passages]


@st.composite
def carried_documents(draw: st.DrawFn) -> Document:
    drawn = draw(st.lists(texts(), min_size=1, max_size=4))
    document = document_of(drawn, draw(st.none() | st.integers(0, 200)))
    assume(plain.losses(document) == ())
    return document


class TestPlain(TextContract):
    name = "plain"
    carried = carried_documents()
    sample = b"The letter.\n\nHe asks to be BREAK relieved.\n\nThe end.\n"
    sample_options = ReadOptions(siglum="A")

    def options_for(self, document: Document) -> ReadOptions:
        is_numbered = all((one.reference or "").isdecimal() for one in document.works[0].passages)
        return ReadOptions(siglum="A", split="numbered" if is_numbered else "paragraphs")

    def fit(self, work: WorkRecord) -> WorkRecord:
        return first_translations(work, 1)


def test_paragraphs_end_at_blank_lines_and_keep_their_own_lines() -> None:
    text = "\n\none\n  indented\n \t\n\ntwo\n"
    assert read_texts(text) == [(None, "one\n  indented"), (None, "two")]


def test_lines_are_passages_when_asked_for() -> None:
    assert read_texts("one\n\ntwo\n", split="lines") == [(None, "one"), (None, "two")]


@pytest.mark.parametrize("second", ["2. The", "2.The", "2) The", "(2) The", "  2.  The"])
def test_points_are_known_by_their_numbers(second: str) -> None:
    text = f"To the Bureau\n\n1. A letter\nof two lines\n{second} end.\n\nSigned.\n"
    assert read_texts(text, split="numbered") == [
        ("0", "To the Bureau"),
        ("1", "A letter\nof two lines"),
        ("2", "The end.\n\nSigned."),
    ]


def test_numbers_that_do_not_go_on_are_words() -> None:
    text = "1937. In that year\n1. one\n1938. Then\n2. two\n2.5 percent\n12.10.1938 came\n3. three"
    assert read_texts(text, split="numbered") == [
        ("0", "1937. In that year"),
        ("1", "one\n1938. Then"),
        ("2", "two\n2.5 percent\n12.10.1938 came"),
        ("3", "three"),
    ]


def test_what_stands_before_point_0_is_the_preface() -> None:
    assert read_texts("Sir\n0. nought\n1. one", split="numbered")[0] == ("preface", "Sir")


def test_a_text_without_numbers_is_one_point() -> None:
    assert read_texts("no\n\nnumbers", split="numbered") == [("0", "no\n\nnumbers")]


def test_hard_wrapped_lines_are_joined_when_asked_for() -> None:
    assert read_texts("one\n  two \nthree\n\nfour", join_lines=True) == [(None, "one two three"), (None, "four")]


def test_chinese_lines_are_joined_without_a_space_and_korean_with_one() -> None:
    assert read_texts("中文\n在此\n\n한국\n말", join_lines=True) == [(None, "中文在此"), (None, "한국 말")]


def test_a_translation_without_siglum_is_asked_for() -> None:
    with pytest.raises(FormatError, match=r"siglum: Empty\. Expected a name\."):
        plain.read(b"text", ReadOptions())


def test_a_bad_language_is_refused() -> None:
    with pytest.raises(FormatError, match=r"language: 'eng!' is not a language tag"):
        plain.read(b"text", ReadOptions(siglum="A", language="eng!"))


def test_a_passage_too_long_to_be_stored_is_named_by_its_line() -> None:
    with pytest.raises(FormatError, match=r"line 3: 250,001 characters\."):
        plain.read(b"one\n\n" + b"x" * 250_001, ReadOptions(siglum="A"))


def test_several_translations_are_not_written() -> None:
    work = WorkRecord(translations=(TranslationRecord("A"), TranslationRecord("B")))
    with pytest.raises(FormatError, match="Plain text holds one translation, the work has 2"):
        plain.write(Document((work,)))


def test_counting_references_are_written_as_points() -> None:
    assert plain.write(document_of(["one", "two"], first=1)) == b"1. one\n\n2. two\n"


def test_other_references_are_named_as_a_loss() -> None:
    passage = PassageRecord("John 1:1", (VariantRecord("A", "By the river"),))
    document = Document((WorkRecord(translations=(TranslationRecord("A"),), passages=(passage,)),))
    assert plain.losses(document) == ("The references are not carried.",)


def test_an_omitted_passage_is_named_as_a_loss() -> None:
    passage = PassageRecord(None, (VariantRecord("A", "", "omitted"),))
    document = Document((WorkRecord(translations=(TranslationRecord("A"),), passages=(passage,)),))
    assert plain.losses(document) == ("1 passages without text are left out.",)


def test_a_blank_line_inside_a_passage_is_named_as_a_loss() -> None:
    assert plain.losses(document_of(["a\n\nb"])) == (
        "Passages with blank lines, or with numbers at line starts, read back otherwise.",
    )


@pytest.mark.parametrize("split", ["paragraphs", "lines", "numbered"])
def test_a_file_of_nothing_but_line_ends_is_refused(split: str) -> None:
    with pytest.raises(FormatError, match=r"Expected at most 2,000,000 lines\."):
        read_texts("\n" * 2_000_001, split=split)


@settings(max_examples=100, deadline=None)
@given(st.text(st.sampled_from("12.() \na"), max_size=40))
def test_the_words_of_points_are_the_words_of_the_text(text: str) -> None:
    units = split_points(text)
    words = "".join(f"{unit.reference}.{unit.text}" for unit in units)
    assert sorted(c for c in text if c == "a") == sorted(c for c in words if c == "a")
    assert len({unit.reference for unit in units}) == len(units)
