"""Marks of the MQM campaigns: each on its words, by its rater; quotation marks are text."""

import json
import os
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.interchange.contract import TextContract
from tests.interchange.documents import is_storable, names
from workbench.interchange.document import Document
from workbench.interchange.errors import FormatError
from workbench.interchange.formats import mqm
from workbench.interchange.formats.mqm.labels import category_of, label_of
from workbench.interchange.formats.mqm.spans import mark, unmark
from workbench.interchange.options import ReadOptions
from workbench.interchange.registry import FORMATS, recognise_format
from workbench.interchange.vocabulary import CATEGORIES

DATA = Path(os.environ.get("WORKBENCH_DATA", Path(__file__).parents[3] / "../shared/data"))
HEADER = "system\tdoc\tdoc_id\tseg_id\trater\tsource\ttarget\tcategory\tseverity\tcomment\n"
SAMPLE = HEADER + (
    "Alpha\tferry\t1\t1\tanna\tThe boat leaves.\tDas <v>Schiff</v> fährt.\tAccuracy/Mistranslation\tMajor\tToo big\n"
    'Beta\tferry\t1\t1\tben\tThe boat leaves.\tDas "Boot BREAK legt ab.\tNo-error\tNo-error\t\n'
    "Alpha\tferry\t2\t2\tanna\tIt <v>never</v> waits.\tEs wartet.\tAccuracy/Omission\tCritical\t\n"
    "refA\tferry\t2\t2\tben\tIt never waits.\tEs wartet <v>nie</v>.\tStyle/Awkward\tNeutral\t\n"
)


def read(text: str, **options: str) -> Document:
    return mqm.read(text.encode(), ReadOptions(**options))  # type: ignore[arg-type]


def row(**cells: str) -> str:
    """Return a header and a row."""
    usual = {"system": "Alpha", "doc": "d", "doc_id": "1", "seg_id": "1", "source": "x", "target": "One two three."}
    usual |= {"rater": "r", "category": "Style/Awkward", "severity": "Minor", "comment": ""}
    return HEADER + "\t".join({**usual, **cells}[name] for name in HEADER.strip().split("\t")) + "\n"


WORDS = (
    st.text(st.characters(categories=("L", "N", "P", "Zs")), max_size=20)
    .filter(is_storable)
    .map(lambda text: text.replace("<", ""))
)


@st.composite
def marked(draw: st.DrawFn) -> str:
    before, words, after = draw(WORDS), draw(WORDS.filter(str.strip)), draw(WORDS)
    return f"{before}<v>{words}</v>{after}"


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """Documents as files of one row a text give them."""
    systems = draw(st.lists(names(15).filter(lambda name: name != "source"), min_size=1, max_size=3, unique=True))
    rows = []
    for segment in range(1, draw(st.integers(1, 3)) + 1):
        source = draw(WORDS)
        for system in systems:
            if draw(st.booleans()):
                said = (draw(names(9)), source, draw(marked()), "Fluency/Grammar", "Minor", draw(WORDS).strip())
            else:
                said = ("", source, draw(WORDS), "No-error", "No-error", "")
            rows.append("\t".join((system, "d", "1", str(segment), *said)))
    return read(HEADER + "\n".join(rows) + "\n")


class TestMqm(TextContract):
    name = "mqm"
    carried = documents()
    sample = SAMPLE.encode()


class TestMqmJson(TextContract):
    name = "mqm-json"
    carried = documents()
    sample = FORMATS["mqm-json"].write(FORMATS["mqm"].read(SAMPLE.encode(), ReadOptions()))


def test_marks_as_json_are_rows_of_the_table_and_known_by_their_content() -> None:
    document = FORMATS["mqm"].read(SAMPLE.encode(), ReadOptions())
    written = FORMATS["mqm-json"].write(document)
    assert FORMATS["mqm-json"].read(written, ReadOptions()) == document
    recognised = recognise_format("marks.json", written)
    assert recognised
    assert recognised.format.name == "mqm"


def test_systems_become_translations_and_segments_passages() -> None:
    work = read(SAMPLE, language="de").works[0]
    assert [(one.siglum, one.role, one.language, one.translator) for one in work.translations] == [
        ("source", "original", "", ""),
        ("Alpha", "machine", "de", "Alpha"),
        ("Beta", "machine", "de", "Beta"),
        ("refA", "translation", "de", "refA"),
    ]
    texts = {one.reference: {said.siglum: said.text for said in one.variants} for one in work.passages}
    assert texts == {
        "ferry:1": {"source": "The boat leaves.", "Alpha": "Das Schiff fährt.", "Beta": 'Das "Boot BREAK legt ab.'},
        "ferry:2": {"source": "It never waits.", "Alpha": "Es wartet.", "refA": "Es wartet nie."},
    }


def test_a_mark_is_a_thread_on_its_words_by_its_rater() -> None:
    first, omission, neutral = read(SAMPLE).works[0].threads
    (anchor,) = first.anchors
    assert (first.passage, first.author, first.category, first.severity) == (
        "ferry:1",
        "anna",
        "accuracy/mistranslation",
        "major",
    )
    assert first.comments[0].body == "Accuracy/Mistranslation\n\nToo big"
    assert (anchor.siglum, anchor.start, anchor.end, anchor.quote) == ("Alpha", 4, 10, "Schiff")
    assert (anchor.prefix, anchor.suffix) == ("Das ", " fährt.")
    assert [(one.siglum, one.quote) for one in omission.anchors] == [("Alpha", "Es wartet."), ("source", "never")]
    assert (neutral.category, neutral.severity) == ("style", "neutral")


def test_what_is_not_kept_is_said() -> None:
    assert read(SAMPLE).warnings == (
        "1 rows say that a rater found nothing: their texts are kept, that they were looked at is not.",
    )
    assert "The column mood is not read." in read(SAMPLE.replace("comment\n", "mood\n")).warnings


def test_what_was_read_is_written_as_it_was_but_for_who_found_nothing() -> None:
    written = mqm.write(read(SAMPLE)).decode()
    assert Counter(written.split("\n")) == Counter(SAMPLE.replace("\tben\tThe boat", "\t\tThe boat").split("\n"))


@pytest.mark.parametrize(
    ("cell", "text", "words"),
    [
        ("One <v>two</v> three.", "One two three.", ["two"]),
        ("<v>One</v> two <v>three.</v>", "One two three.", ["One", "three."]),
        ("One <v>two three.", "One two three.", ["two three."]),
        ("One two</v> three.", "One two three.", ["One two"]),
        ("One <v></v>two three.", "One two three.", ["two"]),
        ("One two three.<v></v>", "One two three.", ["three."]),
        ("<v></v>", "", []),
        ("One <v>two <v>three</v>.</v>", "One two three.", ["two three.", "three"]),
        ("One <b>two</b> & &amp; “three”", "One <b>two</b> & &amp; “three”", []),
    ],
)
def test_marks_are_taken_out_and_their_words_found(cell: str, text: str, words: list[str]) -> None:
    found, spans, _ = unmark(cell)
    assert (found, [found[start:end] for start, end in spans]) == (text, words)


@given(WORDS, st.data())
def test_unmarking_undoes_marking(text: str, data: st.DataObject) -> None:
    places = sorted(data.draw(st.sets(st.integers(0, len(text)), max_size=6)))
    spans = list(zip(places[::2], places[1::2], strict=False))
    assert unmark(mark(text, spans)) == (text, spans, True)


def test_segments_that_were_sorted_like_words_come_in_order() -> None:
    lines = [row(seg_id=number).split("\n")[1] for number in ("1", "10", "2")]
    assert [one.reference for one in read(HEADER + "\n".join(lines)).works[0].passages] == ["d:1", "d:2", "d:10"]
    lines = [row(seg_id=number).split("\n")[1] for number in ("3", "1", "2")]
    assert [one.reference for one in read(HEADER + "\n".join(lines)).works[0].passages] == ["d:3", "d:1", "d:2"]


def test_a_system_with_a_long_name_keeps_it_as_translator() -> None:
    lines = [row(system=f"A-system-with-a-long-name-{end}").split("\n")[1] for end in "xy"]
    document = read(HEADER + "\n".join(lines))
    assert [(one.siglum, one.translator) for one in document.works[0].translations[1:]] == [
        ("A-system-with-a-long", "A-system-with-a-long-name-x"),
        ("A-system-with-a-lo 2", "A-system-with-a-long-name-y"),
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("system\ttarget\n", r"line 1: Expected columns named seg_id, source, category, severity\."),
        (HEADER, "There is no row in the table"),
        (row() + "one\ttwo\n", r"line 3: 2 cells\. Expected 10"),
        (row(severity="Awful"), "line 2: 'Awful' is no severity"),
        (row(category=""), "line 2: A mark without category"),
        (row(system=""), "line 2: The system has no name"),
        (row(seg_id=""), "line 2: The segment has no number"),
        (row() + row(source="y").split("\n")[1], "line 3: The source of d:1 is another here"),
        (row() + row(target="y").split("\n")[1], "line 3: The target of Alpha of d:1 is another here"),
    ],
)
def test_what_is_wrong_is_said_with_its_line(text: str, message: str) -> None:
    with pytest.raises(FormatError, match=message):
        read(text)


@pytest.mark.parametrize(
    ("label", "category"),
    [
        ("Accuracy/Omission", "accuracy/omission"),
        ("Accuracy/Untranslated text", "accuracy/mistranslation"),
        ("Terminology/Inappropriate for context", "terminology"),
        ("Fluency/Register", "style"),
        ("Fluency/Inconsistency", "other"),
        ("Locale convention/Date format", "locale"),
        ("Source error", "other"),
    ],
)
def test_each_category_has_the_nearest_of_ours(label: str, category: str) -> None:
    assert category_of(label) == category


def test_our_categories_come_back_by_the_names_they_are_written_with() -> None:
    assert [one for one in CATEGORIES if category_of(label_of(one)) not in {one, "other"}] == []


def test_discussions_of_our_own_are_written_as_marks_and_what_is_lost_is_said() -> None:
    document = read(SAMPLE)
    (work,) = document.works
    talked = replace(work.threads[0], state="resolved", comments=work.threads[0].comments * 2)
    changed = Document((replace(work, title="T", threads=(talked, *work.threads[1:])),))
    assert mqm.losses(changed) == (
        "What is said of the work itself is not carried.",
        "1 threads come back in part, or not at all: a mark has one comment, and no state.",
    )


@pytest.mark.data
@pytest.mark.skipif(not DATA.exists(), reason="the real texts in ../shared/data are not here")
def test_the_marks_of_a_campaign_are_all_at_their_words() -> None:
    data = (DATA / "mqm/mqm_ted_ende.tsv").read_bytes()
    document = mqm.read(data, ReadOptions(language="de"))
    (work,) = document.works
    assert (len(work.passages), len(work.translations), len(work.threads)) == (529, 15, 4031)
    texts = {(one.reference, said.siglum): said.text for one in work.passages for said in one.variants}
    anchors = [(thread, anchor) for thread in work.threads for anchor in thread.anchors]
    assert all(texts[one.passage, at.siglum][at.start : at.end] == at.quote for one, at in anchors)
    assert Counter(one.author for one in work.threads).keys() == {"rater1", "rater2", "rater3", "rater4"}
    lines = {
        line
        for line in data.decode().split("\n")
        if "\tNo-error\t" not in line and line.count("<v>") == line.count("</v>")
    }
    assert lines <= set(mqm.write(document).decode().split("\n"))


OBJECT = {"system": "X", "doc": "d", "seg_id": 1, "source": "A cat", "translation": "Eine Katze", "rater": "r"}


@pytest.mark.parametrize(
    "value",
    [
        [{**OBJECT, "annotations": [{"start": 5, "end": 10, "category": "Style", "severity": "Minor", "note": "n"}]}],
        [{**OBJECT, "translation": "Eine <v>Katze</v>", "category": "Style", "severity": "Minor", "note": "n"}],
    ],
)
@pytest.mark.parametrize("separator", ["list", "lines"])
def test_marks_as_json_say_what_the_table_says(value: list[dict[str, object]], separator: str) -> None:
    data = json.dumps(value) if separator == "list" else "\n".join(map(json.dumps, value))
    found = recognise_format("a.json", data.encode())
    assert found is not None
    document = found.format.read(data.encode(), ReadOptions(language="de"))
    assert document.warnings == ("The column note is not read.",)
    (work,) = document.works
    assert (found.format.name, [variant.text for variant in work.passages[0].variants]) == (
        "mqm",
        ["A cat", "Eine Katze"],
    )
    (thread,) = work.threads
    assert (thread.passage, thread.author, thread.category, thread.severity, thread.anchors[0].quote) == (
        "d:1",
        "r",
        "style",
        "minor",
        "Katze",
    )


def test_a_text_with_no_marks_is_a_text_that_was_looked_at() -> None:
    document = mqm.read(json.dumps([{**OBJECT, "errors": []}]).encode(), ReadOptions())
    assert (document.works[0].threads, document.warnings[0][:6]) == ((), "1 rows")


@pytest.mark.parametrize("mark", [{"start": 5, "end": 11}, {"start": 5, "end": 5}, {"start": "0", "end": 1}, 3])
def test_a_mark_that_stands_on_no_words_is_refused_with_its_object(mark: object) -> None:
    with pytest.raises(FormatError, match=r"object 1: Expected marks with 0 <= start < end <= 10"):
        mqm.read(json.dumps([{**OBJECT, "mqm": [mark]}]).encode(), ReadOptions())
