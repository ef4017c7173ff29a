"""Web annotations: discussions out and in again, and those that other programs wrote."""

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import strategies as st

from tests.interchange.contract import TextContract
from tests.interchange.documents import documents_of_texts
from workbench.interchange.document import (
    AnchorRecord,
    CommentRecord,
    Document,
    MoveRecord,
    PassageRecord,
    SuggestionRecord,
    ThreadRecord,
    TranslationRecord,
    VariantRecord,
    WorkRecord,
)
from workbench.interchange.errors import FormatError
from workbench.interchange.options import ReadOptions
from workbench.interchange.registry import FORMATS, recognise_format

ANNOTATIONS = FORMATS["annotations"]
ANN, BOB = "2026-01-02T03:04:05Z", "2026-01-03T03:04:05Z"
CAT = AnchorRecord("A", 1, 4, 7, "cat", "The ", " sat")
THREADS = (
    ThreadRecord(
        "1",
        (
            CommentRecord("Ann", "Why?\nReally.", ANN, BOB, suggestion=SuggestionRecord(1, "Kater", "rejected", "No.")),
            CommentRecord("Bob", "Because", BOB),
        ),
        (CAT, AnchorRecord("B", 1, 4, 9, "Katze")),
        state="wont_fix",
        category="style",
        severity="minor",
        author="Ann",
        assignee="Bob",
        created_at=ANN,
        updated_at=BOB,
        labels=("a", "b"),
        due_on="2026-12-24",
    ),
    ThreadRecord("2", (CommentRecord("", "Missing"),)),
)
WORK = WorkRecord(
    translations=(TranslationRecord("A", "en", "original"), TranslationRecord("B", "de")),
    passages=(
        PassageRecord("1", (VariantRecord("A", "The cat sat."), VariantRecord("B", "Die Katze saß.")), "A heading"),
        PassageRecord("2", (VariantRecord("A", "", "omitted"),)),
    ),
    threads=THREADS,
)
ONE = Document((WORK,))


@st.composite
def documents_with_threads(draw: st.DrawFn) -> Document:
    document = draw(documents_of_texts(least=1))
    (work,) = document.works
    threads = tuple(draw(_threads(passage)) for passage in work.passages for _ in range(draw(st.integers(0, 2))))
    return Document((replace(work, threads=threads),))


@st.composite
def _threads(draw: st.DrawFn, passage: PassageRecord) -> ThreadRecord:
    anchors: list[AnchorRecord] = []
    for variant in passage.variants:
        if variant.text and draw(st.integers(0, 1)):
            start = draw(st.integers(0, len(variant.text) - 1))
            end = draw(st.integers(start + 1, len(variant.text)))
            anchors.append(AnchorRecord(variant.siglum, 1, start, end, variant.text[start:end]))
    is_suggesting = draw(st.booleans())
    suggestion = SuggestionRecord(0, draw(st.text("ab\n"))) if anchors and is_suggesting else None
    first = CommentRecord("Ann", draw(st.sampled_from(("", "Why?\n\n*So*"))), ANN, suggestion=suggestion)
    replies = (CommentRecord("Bob", "So.", BOB),) * draw(st.integers(0, 2))
    return ThreadRecord(passage.reference or "", (first, *replies), tuple(anchors), author="Ann", created_at=ANN)


def read(*annotations: Any, **page: Any) -> Document:
    context = "http://www.w3.org/ns/anno.jsonld"
    value = {"@context": context, "type": "AnnotationPage", "items": list(annotations), **page}
    return ANNOTATIONS.read(json.dumps(value).encode(), ReadOptions())


class TestAnnotations(TextContract):
    name = "annotations"
    carried = documents_with_threads()
    sample = b'{"type": "Annotation",\n"target": "http://example.org/a#1",\n"bodyValue": "BREAK"}\n'


def test_discussions_come_back_with_their_authors_dates_places_and_states() -> None:
    assert ANNOTATIONS.losses(ONE) == ()
    assert ANNOTATIONS.read(ANNOTATIONS.write(ONE), ReadOptions()) == ONE


def test_an_annotation_is_as_the_model_has_it() -> None:
    page = json.loads(ANNOTATIONS.write(ONE))
    first, reply, _ = page["items"]
    assert (page["@context"][0], page["type"]) == ("http://www.w3.org/ns/anno.jsonld", "AnnotationPage")
    assert {key: first[key] for key in ("type", "motivation", "creator", "created", "modified")} == {
        "type": "Annotation",
        "motivation": "editing",
        "creator": {"type": "Person", "name": "Ann"},
        "created": ANN,
        "modified": BOB,
    }
    assert first["target"][0] == {
        "type": "SpecificResource",
        "source": "urn:x-workbench:1:A",
        "selector": [
            {"type": "TextPositionSelector", "start": 4, "end": 7},
            {"type": "TextQuoteSelector", "exact": "cat", "prefix": "The ", "suffix": " sat"},
        ],
    }
    assert [(one["purpose"], one["value"]) for one in first["body"]] == [
        ("commenting", "Why?\nReally."),
        ("editing", "Kater"),
        ("classifying", "style"),
        ("assessing", "minor"),
        ("tagging", "a"),
        ("tagging", "b"),
    ]
    assert (reply["motivation"], reply["target"]) == ("replying", first["id"])


def test_annotations_of_others_stand_at_their_passages_with_the_words_that_they_quote() -> None:
    selector = {"type": "FragmentSelector", "refinedBy": {"type": "TextQuoteSelector", "exact": "two\nwords"}}
    document = read(
        {
            "type": ["Annotation"],
            "id": "http://example.org/1",
            "creator": "https://example.org/people/ann",
            "created": "2026-01-02T05:04:05.678+02:00",
            "body": [{"type": "TextualBody", "value": "Hm"}, "http://example.org/body"],
            "target": {"source": "http://example.org/text/Ruth%201", "selector": selector},
        },
        {"type": "Annotation", "motivation": "replying", "bodyValue": "So", "target": "http://example.org/1"},
    )
    assert document.works[0].threads == (
        ThreadRecord(
            "Ruth 1",
            (CommentRecord("ann", "> two\n> words\n\nHm\n\nhttp://example.org/body", ANN), CommentRecord("", "So")),
            author="ann",
            created_at=ANN,
        ),
    )
    assert document.warnings == ("1 places are not found in their texts; the words are quoted in the comments.",)


@pytest.mark.parametrize("date", ["0001-01-01T00:00:00Z", "1970-01-01T00:00:00Z", "0000-01-01T00:00:00Z", "soon", 7])
def test_dates_that_nobody_meant_are_unknown(date: Any) -> None:
    (thread,) = read({"type": "Annotation", "created": date, "bodyValue": "x", "target": "a"}).works[0].threads
    assert thread.created_at == ""


def test_words_that_moved_in_their_text_are_found_by_what_stands_around_them() -> None:
    page = json.loads(ANNOTATIONS.write(ONE))
    page["workbench:texts"][0]["texts"][0]["value"] = "A cat came. The cat sat."
    (thread, _) = ANNOTATIONS.read(json.dumps(page).encode(), ReadOptions()).works[0].threads
    assert [(one.siglum, one.start, one.quote) for one in thread.anchors] == [("A", 16, "cat"), ("B", 4, "Katze")]


def test_what_is_not_carried_is_named() -> None:
    changed = replace(CAT, state="changed", meant="a cat", moves=(MoveRecord("kept", 1, "cat", 1),))
    thread = ThreadRecord("1", (CommentRecord("Ann", "x"),), (changed, replace(CAT, state="orphaned")), author="Bob")
    document = Document((replace(ONE.works[0], threads=(thread,)),))
    assert ANNOTATIONS.losses(document) == (
        "1 places whose words are gone keep their words only.",
        "1 places lose that their words were changed.",
        "1 places lose what became of them before.",
        "1 threads take author and moment from their first comments.",
    )


def test_a_file_is_known_by_what_it_is() -> None:
    found = recognise_format("a.json", ANNOTATIONS.write(ONE))
    assert found is not None
    assert (found.format.name, found.remark) == (
        "annotations",
        "The name says .json; this is a page of web annotations (JSON-LD), and is read as one.",
    )


@pytest.mark.parametrize("data", ["[]", "{}", '{"type": "Annotation"', "[" * 700_000, '{"a": ' * 5_000, '{"items": 3}'])
def test_what_is_no_annotation_is_refused(data: str) -> None:
    with pytest.raises(FormatError):
        ANNOTATIONS.read(data.encode(), ReadOptions())


def test_a_siglum_that_no_translation_has_and_a_reference_that_stands_twice_are_refused() -> None:
    texts = [{"passage": "1", "texts": [{"siglum": "X", "value": "y"}]}] * 2
    with pytest.raises(FormatError) as caught:
        read(**{"workbench:texts": texts})
    assert [str(one) for one in caught.value.problems] == [
        "1: The reference, or a siglum in it, stands twice.",
        "passage 1: Expected a siglum that the translations have.",
    ]


def test_one_target_stands_alone_and_several_in_a_list() -> None:
    items = json.loads(ANNOTATIONS.write(ONE))["items"]
    assert [len(items[0]["target"]), items[2]["target"]] == [2, "urn:x-workbench:2"]
    alone = Document((replace(WORK, threads=(replace(THREADS[1], passage="1", anchors=(CAT,)),)),))
    assert json.loads(ANNOTATIONS.write(alone))["items"][0]["target"]["source"] == "urn:x-workbench:1:A"
