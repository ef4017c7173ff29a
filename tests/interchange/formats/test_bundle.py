"""The bundle: complete, canonical, and strict about what it reads."""

import contextlib
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from tests.interchange.contract import TextContract
from tests.interchange.documents import full_documents
from workbench.interchange.document import Document, PassageRecord, VariantRecord, WorkRecord
from workbench.interchange.errors import FormatError
from workbench.interchange.formats import bundle
from workbench.interchange.formats.bundle.schema import describe_bundle
from workbench.interchange.options import ReadOptions

pytestmark = pytest.mark.slow  # left out of `make check`

ROOT = Path(__file__).parents[3]
SCHEMA = json.loads((ROOT / "workbench/interchange/formats/bundle.schema.json").read_text())
WORKS = sorted((ROOT / "fixtures/works").glob("*.json"))


def small_bundle() -> dict[str, Any]:
    """A bundle with one of everything."""
    suggestion = {"anchor": 0, "text": "a"}
    return {
        "format": "translation-workbench/bundle",
        "version": 2,
        "works": [
            {
                "title": "Letter",
                "slug": "letter",
                "translations": [{"siglum": "A", "language": "en"}],
                "passages": [
                    {
                        "reference": "1",
                        "variants": [
                            {"siglum": "A", "text": "the end", "revisions": [{"number": 1, "text": "the end"}]}
                        ],
                    }
                ],
                "threads": [
                    {
                        "passage": "1",
                        "anchors": [{"siglum": "A", "revision": 1, "start": 0, "end": 3, "quote": "the"}],
                        "comments": [{"author": "mira", "body": "Why?", "suggestion": suggestion}],
                    }
                ],
            }
        ],
    }


def read(value: Any) -> Document:
    return bundle.read(json.dumps(value).encode(), ReadOptions())


def problems_of(data: bytes) -> list[tuple[str, str]]:
    with pytest.raises(FormatError) as caught:
        bundle.read(data, ReadOptions())
    return [(problem.where, problem.message) for problem in caught.value.problems]


def problems_after(path: str, value: Any) -> list[tuple[str, str]]:
    """Say what is wrong with the small bundle once `value` stands at the JSON Pointer `path`."""
    changed = small_bundle()
    *parents, last = [int(part) if part.isdigit() else part for part in path.split("/")[1:]]
    place: Any = changed
    for part in parents:
        place = place[part]
    if isinstance(place, list) and last == len(place):
        place.append(value)
    else:
        place[last] = value
    return problems_of(json.dumps(changed).encode())


class TestBundle(TextContract):
    name = "bundle"
    carried = full_documents()
    sample = (
        b'{"format": "translation-workbench/bundle",\n"version": 1, "works": [\n'
        b'{"title": "BREAK", "slug": "letter"}]}\n'
    )


@pytest.mark.parametrize("path", WORKS, ids=lambda path: path.name)
def test_a_demo_work_is_written_back_byte_for_byte(path: Path) -> None:
    data = path.read_bytes()
    assert bundle.write(bundle.read(data, ReadOptions())) == data


def test_keys_that_say_nothing_may_be_left_out_and_are_written() -> None:
    written = json.loads(bundle.write(read(small_bundle())))
    assert list(written["works"][0]["threads"][0]["comments"][0]["suggestion"]) == [
        "anchor",
        "text",
        "state",
        "reason",
        "decided_by",
        "decided_at",
        "revision",
    ]


def test_what_came_later_is_written_only_where_it_says_something() -> None:
    placed = Document((WorkRecord(passages=(PassageRecord("1", (VariantRecord("A", "x", alignment="auto"),)),)),))
    variant = json.loads(bundle.write(placed))["works"][0]["passages"][0]["variants"][0]
    assert list(variant) == ["siglum", "text", "presence", "alignment", "revisions"]
    assert b"alignment" not in bundle.write(read(small_bundle()))


@pytest.mark.parametrize(
    ("path", "value", "message"),
    [
        ("/works/0/title", 5, "Expected a string, not a number."),
        ("/works/0/title", None, "Expected a string, not null."),
        ("/works/0/title", "x" * 301, "301 characters. Expected at most 300."),
        ("/works/0/slug", "A b", "Expected lower-case letters and digits, joined by hyphens."),
        (
            "/works/0/language",
            "english!",
            "'english!' is not a language tag. Expected one like en or zh-Hant, or a language's name.",
        ),
        ("/works/0/passages", {}, "Expected an array, not an object."),
        ("/works/0/passages/0", [], "Expected an object, not an array."),
        ("/works/0/translations/0/siglum", "", "Empty. Expected a name."),
        ("/works/0/passages/0/variants/0/revisions/0/number", True, "Expected a whole number, not true or false."),
        ("/works/0/passages/0/variants/0/revisions/0/number", 1.0, "Expected a whole number, not a number."),
        ("/works/0/threads/0/anchors/0/start", -1, "Expected a number from 0 to 2147483647."),
        ("/works/0/threads/0/anchors/0/start", 10**400, "Expected a number from 0 to 2147483647."),
        (
            "/works/0/threads/0/state",
            "shut",
            "'shut' is not known. Expected one of open, in_progress, resolved, wont_fix.",
        ),
        ("/works/0/threads/0/created_at", "yesterday", "Expected a time like 2026-10-05T09:12:00Z."),
        ("/works/0/threads/0/created_at", "2026-10-05", "Expected a time in UTC like 2026-10-05T09:12:00Z."),
        ("/works/0/threads/0/created_at", "2026-10-05T09:12:00+02:00",
         "Expected a time in UTC like 2026-10-05T09:12:00Z."),
        ("/works/0/shelf", "3", "This member is not known here."),
    ],
)  # fmt: skip
def test_a_value_that_does_not_fit_is_refused_with_its_pointer(path: str, value: Any, message: str) -> None:
    assert problems_after(path, value) == [(path, message)]


@pytest.mark.parametrize(
    ("path", "value", "where", "message"),
    [
        ("/works/0/translations/1", {"siglum": "A"}, "/works/0/translations/1/siglum",
         "A stands at /works/0/translations/0/siglum already."),
        ("/works/0/passages/1", {"reference": "1"}, "/works/0/passages/1/reference",
         "1 stands at /works/0/passages/0/reference already."),
        ("/works/0/passages/0/variants/1", {"siglum": "A", "text": ""}, "/works/0/passages/0/variants/1/siglum",
         "A stands at /works/0/passages/0/variants/0/siglum already."),
        ("/works/0/passages/0/variants/1", {"siglum": "Q", "text": ""}, "/works/0/passages/0/variants/1/siglum",
         "No translation is called Q."),
        ("/works/0/passages/0/variants/0/revisions/0/number", 2, "/works/0/passages/0/variants/0/revisions/0/number",
         "Expected 1: revisions count from 1."),
        ("/works/0/passages/0/variants/0/text", "an end", "/works/0/passages/0/variants/0/revisions/0",
         "The last revision is not the variant."),
        ("/works/0/threads/0/passage", "9", "/works/0/threads/0/passage", "No passage has the reference 9."),
        ("/works/0/threads/0/comments", [], "/works/0/threads/0/comments",
         "Expected at least one comment: it opens the thread."),
        ("/works/0/threads/0/anchors/0/quote", "end", "/works/0/threads/0/anchors/0/quote",
         "These words do not stand at start:end of the revision."),
        ("/works/0/threads/0/anchors/0/end", 8, "/works/0/threads/0/anchors/0/end",
         "Expected start < end <= 7, the length of the text."),
        ("/works/0/threads/0/anchors/0/end", 0, "/works/0/threads/0/anchors/0/end",
         "Expected start < end <= 7, the length of the text."),
        ("/works/0/threads/0/anchors/0/revision", 2, "/works/0/threads/0/anchors/0/revision",
         "Expected a revision from 1 to 1."),
        ("/works/0/threads/0/anchors/0/siglum", "B", "/works/0/threads/0/anchors/0/siglum",
         "The passage has no variant of B."),
        ("/works/0/threads/0/comments/0/suggestion/anchor", 1, "/works/0/threads/0/comments/0/suggestion/anchor",
         "The thread has 1 anchors, counted from 0."),
        ("/works/0/threads/0/comments/0/suggestion/state", "rejected",
         "/works/0/threads/0/comments/0/suggestion/reason", "A rejection has a reason."),
        ("/works/0/threads/0/comments/0/suggestion/decided_at", "2026-10-05T09:12:00Z",
         "/works/0/threads/0/comments/0/suggestion/decided_at", "An open suggestion was not decided yet."),
        ("/works/0/threads/0/comments/0/suggestion/revision", 2,
         "/works/0/threads/0/comments/0/suggestion/revision", "Expected a revision from 1 to 1."),
        ("/works/0/threads/0/comments/0/suggestion/superseded_by", 1,
         "/works/0/threads/0/comments/0/suggestion/superseded_by", "Only what is superseded says by what."),
        ("/works/0/threads/0/comments/0/suggestion",
         {"anchor": 0, "text": "a", "state": "superseded", "superseded_by": 1},
         "/works/0/threads/0/comments/0/suggestion/superseded_by",
         "Expected another comment of the thread that has a suggestion, counted from 1."),
        ("/works/0/threads/0/comments/0/deleted_at", "2026-10-05T09:12:00Z", "/works/0/threads/0/comments/0/body",
         "A deleted comment has no body."),
        ("/works/0/threads/0/passage", "", "/works/0/threads/0/passage", "Anchors stand in a passage."),
    ],
)  # fmt: skip
def test_what_contradicts_itself_is_refused_with_its_pointer(path: str, value: Any, where: str, message: str) -> None:
    assert problems_after(path, value)[0] == (where, message)


SPAN = {"kind": "emphasis", "start": 0, "end": 3}
MARKUP = "/works/0/passages/0/variants/0/markup"
RELATED = [{"siglum": "B", "source": "A"}, {"siglum": "A", "source": "B"}]


@pytest.mark.parametrize(
    ("path", "value", "where", "message"),
    [
        (MARKUP, [SPAN | {"kind": "blink"}], f"{MARKUP}/0/kind", "'blink' is not known. Expected one of emphasis, "),
        (MARKUP, [SPAN | {"end": 8}], f"{MARKUP}/0", "Expected start <= end <= 7, the length of the text."),
        (MARKUP, [SPAN | {"end": 0}], f"{MARKUP}/0", "Expected words: only code, lacuna, note, page may stand between"),
        (MARKUP, [SPAN, SPAN | {"end": 4}], f"{MARKUP}/1", "Expected spans by their starts, the longer one first."),
        (MARKUP, [SPAN], "/works/0/passages/0/variants/0/revisions/0", "The last revision is not the variant."),
        ("/works/0/passages/0/path", ["1"], "/works/0/passages/0/path", "Expected a label for each of 0 levels."),
        ("/works/0/passages/0/path", [""], "/works/0/passages/0/path/0", "Empty. Expected a name."),
        ("/works/0/groups", [{"siglum": "A", "members": []}], "/works/0/groups/0/siglum",
         "A is the siglum of something else already."),
        ("/works/0/groups", [{"siglum": "g", "members": ["Q"]}], "/works/0/groups/0/members/0",
         "No translation is called Q."),
        ("/works/0/groups", [{"siglum": "g", "members": ["A", "A"]}], "/works/0/groups/0/members/1",
         "A stands in the group already."),
        ("/works/0/derivations", [{"siglum": "A", "source": "A"}], "/works/0/derivations/0/source",
         "A was itself made from A."),
        ("/works/0/derivations", [{"siglum": "A", "source": "Q"}], "/works/0/derivations/0/source",
         "No translation is called Q."),
        ("/works/0/rules", [{"left": "a", "right": "b", "passage": "9"}], "/works/0/rules/0/passage",
         "No passage has the reference 9."),
        ("/works/0/rules", [{"left": "a", "right": " "}], "/works/0/rules/0/right", "Expected words."),
        ("/works/0/passages/1", {"reference": "2", "variants": [{"siglum": "A", "text": "", "order": 0}]},
         "/works/0/passages/1/variants/0/order", "Expected a number from 1 to 2147483647."),
        ("/works/0/threads/0/anchors/0/moves",
         [{"kind": "kept", "from_revision": 1, "from_quote": "", "to_revision": 2}],
         "/works/0/threads/0/anchors/0/moves/0/to_revision", "Expected a revision from 1 to 1."),
    ],
)  # fmt: skip
def test_what_came_with_version_2_has_to_mean_something(path: str, value: Any, where: str, message: str) -> None:
    found, said = problems_after(path, value)[0]
    assert (found, said[: len(message)]) == (where, message)


def test_what_two_translations_were_made_from_does_not_go_round() -> None:
    changed = small_bundle()
    changed["works"][0]["translations"].append({"siglum": "B"})
    changed["works"][0]["derivations"] = RELATED
    assert problems_of(json.dumps(changed).encode()) == [("/works/0/derivations/1/source", "B was itself made from A.")]


def test_two_texts_of_a_translation_have_no_one_place_in_its_order() -> None:
    changed = small_bundle()
    variants = [{"siglum": "A", "text": "", "order": 4}]
    changed["works"][0]["passages"] += [{"reference": name, "variants": variants} for name in ("2", "3")]
    (where, message), *_ = problems_of(json.dumps(changed).encode())
    assert where == "/works/0/passages/2/variants/0/order"
    assert message == "A has its number 4 at /works/0/passages/1/variants/0/order already."


def test_a_bundle_of_version_1_is_read_and_written_as_version_2() -> None:
    first = small_bundle() | {"version": 1}
    assert read(first) == read(small_bundle())
    assert json.loads(bundle.write(read(first)))["version"] == 2


def test_a_move_is_read_by_its_former_name_and_written_by_the_present_one() -> None:
    move = {"kind": "realigned", "from_revision": 1, "from_quote": "the", "to_revision": 1}
    before = small_bundle()
    before["works"][0]["threads"][0]["anchors"][0]["moves"] = [move]
    Draft202012Validator(SCHEMA).validate(before)
    written = json.loads(bundle.write(read(before)))
    (moved,) = written["works"][0]["threads"][0]["anchors"][0]["moves"]
    assert moved["kind"] == "resegmented"


def test_the_documented_skeleton_is_a_bundle() -> None:
    described = (ROOT / "docs/formats.md").read_text().split("```json\n")[1].split("```")[0]
    (work,) = bundle.read(described.encode(), ReadOptions()).works
    assert work.passages[0].variants[0].markup[0].kind == "emphasis"
    Draft202012Validator(SCHEMA).validate(json.loads(described))


def test_keys_of_version_2_are_not_known_in_version_1() -> None:
    first = small_bundle() | {"version": 1}
    first["works"][0]["levels"] = ["chapter"]
    assert problems_of(json.dumps(first).encode()) == [
        ("/works/0/levels", "This member came with version 2. Is the bundle one?")
    ]


def test_a_missing_key_is_named() -> None:
    assert problems_after("/works/0/translations/0", {}) == [
        ("/works/0/translations/0", "The member siglum is missing.")
    ]


def test_a_key_that_stands_twice_is_refused() -> None:
    data = b'{"format": "translation-workbench/bundle", "version": 1, "works": [{"title": "a", "title": "b"}]}'
    assert problems_of(data) == [("/works/0/title", "This member stands twice in its object.")]


@pytest.mark.parametrize("depth", [1_000, 100_000])
@pytest.mark.parametrize("opening", ["[", '{"a":'])
def test_deep_nesting_is_refused(depth: int, opening: str) -> None:
    (where, _), *_ = problems_of((opening * depth).encode())
    assert where in {"", "/format"} or where.startswith("line ")


def test_a_deep_value_in_its_place_is_refused() -> None:
    data = json.dumps(small_bundle()).replace('"Letter"', "[" * 100_000 + "]" * 100_000)
    assert problems_of(data.encode()) == [("", "This is nested too deep. Expected a bundle.")]


@pytest.mark.parametrize("constant", ["NaN", "Infinity", "-Infinity"])
def test_numbers_that_are_not_json_are_refused(constant: str) -> None:
    data = json.dumps(small_bundle()).replace('"start": 0', f'"start": {constant}')
    assert problems_of(data.encode()) == [("", f"A number cannot be read: {constant} is not JSON.")]


def test_a_number_of_ten_thousand_digits_is_refused() -> None:
    data = json.dumps(small_bundle()).replace('"start": 0', f'"start": {"9" * 10_000}')
    assert problems_of(data.encode())[0][1].startswith("A number cannot be read")


@pytest.mark.parametrize("escape", [r"\ud800", r"\u0000", r"\uffff"])
def test_escaped_characters_that_cannot_be_stored_are_refused(escape: str) -> None:
    data = json.dumps(small_bundle()).replace("Letter", f"ab{escape}")
    (where, message), *rest = problems_of(data.encode())
    assert (where, rest) == ("/works/0/title", [])
    assert "at position 2 may not be stored" in message


@pytest.mark.parametrize(
    ("data", "where"),
    [
        (b"[]", "/format"),
        (b"null", "/format"),
        (b'{"format": "translation-workbench/bundle", "version": 3, "works": []}', "/version"),
        (b'{"format": "translation-workbench/bundle", "version": true, "works": []}', "/version"),
        (b'{"format": "translation-workbench/bundle", "version": 1}', ""),
        (b'{"format": ', "line 1, column 12"),
    ],
)
def test_what_is_not_a_bundle_of_this_version_is_refused(data: bytes, where: str) -> None:
    assert [place for place, _ in problems_of(data)] == [where]


JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=3),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=3), inner, max_size=2),
    max_leaves=4,
)


def places_in(value: Any) -> list[tuple[Any, Any]]:
    """Return every place of a JSON value as its container and the name in it."""
    keys = list(value) if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ()
    return [place for key in keys for place in [(value, key), *places_in(value[key])]]


@settings(max_examples=200)
@given(st.data(), JSON_VALUES)
def test_any_value_anywhere_is_read_or_refused(data: st.DataObject, value: Any) -> None:
    changed = small_bundle()
    container, key = data.draw(st.sampled_from(places_in(changed)))
    container[key] = value
    with contextlib.suppress(FormatError):
        assert bundle.write(read(changed))


def test_problems_are_bounded() -> None:
    assert len(problems_after("/works/0/passages", [{}] * 1000)) == 50


def test_the_schema_says_what_the_shapes_say() -> None:
    assert (ROOT / "workbench/interchange/formats/bundle.schema.json").read_text() == describe_bundle()


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)


@settings(max_examples=30)
@given(full_documents())
def test_what_is_written_follows_the_schema(document: Document) -> None:
    Draft202012Validator(SCHEMA).validate(json.loads(bundle.write(document)))


@pytest.mark.parametrize("path", WORKS, ids=lambda path: path.name)
def test_a_demo_work_follows_the_schema(path: Path) -> None:
    Draft202012Validator(SCHEMA).validate(json.loads(path.read_bytes()))
