"""What came with version 2 of the bundle goes through the database and comes out as it came in."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Team
from tests.factories import variant_of
from workbench.corpus.models import Correction, Equivalence, Variant, Work
from workbench.interchange.document import Document, SpanRecord
from workbench.interchange.options import ReadOptions
from workbench.interchange.registry import FORMATS
from workbench.review.actions import restore_revision, revise_variant
from workbench.review.errors import Invalid
from workbench.review.models import AnchorMove, Thread
from workbench.review.transfer import ImportOptions, SourceFile, export_file, import_file

SKELETON = Path(__file__).parents[3].joinpath("docs/formats.md").read_text().split("```json\n")[1].split("```")[0]
MOVE = {
    "kind": "kept",
    "from_passage": "",
    "from_revision": 1,
    "from_quote": "Teh",
    "to_revision": 1,
    "to_quote": "The",
    "author": "mira",
    "created_at": "2026-10-05T09:12:00Z",
}


def rich_bundle() -> dict[str, Any]:
    """The skeleton of the documentation, with what it leaves empty."""
    bundle: dict[str, Any] = json.loads(SKELETON)
    (work,) = bundle["works"]
    work |= {"series": "Psalms of many lands", "numbering": "eng", "slug": "book"}
    work["translations"][0] |= {"title": "The Psalter", "source": "https://example.org/psalter", "numbering": "rsc"}
    variant = work["passages"][0]["variants"][0]
    variant["order"] = 7
    note = {"kind": "note", "start": 12, "end": 12, "value": "a", "text": "Or: herdsman.", "language": "en"}
    variant["markup"] = variant["revisions"][0]["markup"] = [*variant["markup"], note]
    variant["revisions"][0] |= {"author": "mira", "created_at": "2026-10-05T09:12:00Z"}
    lost = {"siglum": "B", "text": "", "presence": "lacunose"}
    work["passages"][0]["variants"].append(
        lost | {"revisions": [lost | {"number": 1, "author": "mira", "created_at": "2026-10-05T09:12:00Z"}]}
    )
    del work["passages"][0]["variants"][1]["revisions"][0]["siglum"]
    thread = work["threads"][0]
    thread |= {"assignee": "anton", "author": "mira"}
    thread |= {"created_at": "2026-10-05T09:12:00Z", "updated_at": "2026-10-05T09:12:00Z"}
    thread["comments"][0] |= {"author": "mira", "created_at": "2026-10-05T09:12:00Z"}
    thread["anchors"][0]["moves"] = [MOVE]
    work["rules"][0] |= {"author": "mira", "created_at": "2026-10-05T09:12:00Z", "passage": "Ps 23:1"}
    work["corrections"][0] |= {"reason": "Two.", "author": "mira", "created_at": "2026-10-05T09:12:00Z"}
    limited = {"left": "u", "right": "v", "of": "letters", "translations": ["A", "B"]}
    work["rules"].append(work["rules"][0] | limited)
    return bundle


def written(bundle: dict[str, Any]) -> bytes:
    """Return the bundle as it is written."""
    return FORMATS["bundle"].write(FORMATS["bundle"].read(json.dumps(bundle).encode(), ReadOptions()))


def brought_in(team: Team, data: bytes, **options: Any) -> Work:
    """Import the bundle as a new work."""
    file, chosen = SourceFile("book.json", data), ImportOptions(**options)
    work = import_file(actor=team.editor, workspace=team.workspace, work=None, file=file, options=chosen).work
    assert work
    return work


def test_everything_comes_out_as_it_came_in(team: Team) -> None:
    data = written(rich_bundle())
    assert export_file(actor=team.reader, work=brought_in(team, data), format_name="bundle").data == data


def test_the_documented_skeleton_can_be_imported(team: Team) -> None:
    work = brought_in(team, SKELETON.encode())
    assert work.passages.get().path == ("Ps", "23", "1")
    assert work.levels == ["book", "chapter", "verse"]


def test_names_in_a_bundle_sign_nothing(team: Team) -> None:
    brought_in(team, written(rich_bundle()))
    rule, thread, move = Equivalence.objects.get(is_limited=False), Thread.objects.get(), AnchorMove.objects.get()
    correction = Correction.objects.get()
    assert (correction.created_by, correction.attributed_to, correction.reason) == (team.editor, "mira", "Two.")
    assert (rule.created_by, rule.attributed_to) == (team.editor, "mira")
    assert (thread.assignee, thread.meant_for) == (None, "anton")
    assert (move.actor, move.attributed_to) == (team.editor, "mira")


def test_a_rule_that_cannot_stand_is_refused_before_anything_is_written(team: Team) -> None:
    bundle = rich_bundle()
    bundle["works"][0]["rules"][0]["right"] = "colour"
    with pytest.raises(Invalid) as caught:
        brought_in(team, written(bundle))
    assert caught.value.code == "wrong_rule"
    assert not Work.objects.filter(slug="book").exists()


def test_what_stands_in_a_work_already_is_not_doubled(team: Team) -> None:
    data = written(rich_bundle())
    work = brought_in(team, data)
    file = SourceFile("book.json", data)
    import_file(actor=team.editor, workspace=team.workspace, work=work, file=file, options=ImportOptions())
    assert (work.groups.count(), work.derivations.count(), Equivalence.objects.count()) == (1, 1, 2)
    assert export_file(actor=team.reader, work=work, format_name="bundle").data == data


def test_markup_goes_along_with_an_edit_and_comes_back_with_its_revision(team: Team) -> None:
    work = brought_in(team, written(rich_bundle()))
    variant = variant_of(work, "Ps 23:1", "A")
    edited = revise_variant(actor=team.editor, variant=variant, version=1, text="Look: the shepherd")
    assert [(span.kind, span.start, span.end) for span in edited.spans] == [("emphasis", 10, 18), ("note", 18, 18)]
    bare = revise_variant(actor=team.editor, variant=edited, version=2, text="Somebody", markup=())
    assert bare.spans == ()
    back = restore_revision(actor=team.editor, variant=bare, version=3, number=2)
    assert back.spans == edited.spans


def test_other_markup_of_the_same_words_is_a_revision_of_its_own(team: Team) -> None:
    variant = variant_of(team.work, "1", "A")
    spans = (SpanRecord("strong", 0, 3),)
    marked = revise_variant(actor=team.editor, variant=variant, version=1, text=variant.text, markup=spans)
    assert (marked.version, marked.spans) == (2, spans)
    again = revise_variant(actor=team.editor, variant=marked, version=2, text=variant.text, markup=spans)
    assert again.version == 2


def test_markup_that_does_not_lie_in_the_text_is_refused(team: Team) -> None:
    variant = variant_of(team.work, "1", "A")
    spans = (SpanRecord("strong", 0, 3_000),)
    with pytest.raises(Invalid) as caught:
        revise_variant(actor=team.editor, variant=variant, version=1, text=variant.text, markup=spans)
    assert caught.value.code == "wrong_markup"


def test_a_file_that_says_nothing_of_markup_leaves_it_on_its_words(team: Team) -> None:
    work = brought_in(team, written(rich_bundle()))
    table = SourceFile("book.csv", b"reference,A\nPs 23:1,My good shepherd\n")
    options = ImportOptions(existing="revise")
    import_file(actor=team.editor, workspace=team.workspace, work=work, file=table, options=options)
    spans = variant_of(work, "Ps 23:1", "A").spans
    assert ("shepherd", "emphasis") in [("My good shepherd"[span.start : span.end], span.kind) for span in spans]


def test_a_table_names_what_it_cannot_say(team: Team) -> None:
    work = brought_in(team, written(rich_bundle()))
    losses = export_file(actor=team.reader, work=work, format_name="csv").losses
    assert "Markup is not carried: emphasis, 1 times." in losses
    assert "Markup is not carried: note, 1 times." in losses
    assert "The reference that 1 variants print themselves is not carried." in losses


def test_a_document_is_the_same_with_its_first_revision_written_out(team: Team) -> None:
    document = FORMATS["bundle"].read(written(rich_bundle()), ReadOptions())
    (work,) = document.works
    (passage,) = work.passages
    bare = replace(passage, variants=tuple(replace(one, revisions=()) for one in passage.variants))
    data = FORMATS["bundle"].write(Document((replace(work, passages=(bare,), threads=()),)))
    made = brought_in(team, data, slug="bare")
    assert Variant.objects.get(work=made, translation__siglum="A").spans == passage.variants[0].markup
