"""What an import does to a work, what it refuses, and that a dry run says the same."""

from dataclasses import replace
from typing import Any

import pytest
from django.db import connection

from tests.conftest import Team
from tests.factories import passage_of, variant_of
from workbench.corpus.models import Passage, Revision, Translation, Variant, Work
from workbench.interchange.document import (
    AnchorRecord,
    CommentRecord,
    Document,
    PassageRecord,
    RevisionRecord,
    SuggestionRecord,
    ThreadRecord,
    TranslationRecord,
    VariantRecord,
    WorkRecord,
)
from workbench.review.actions import open_thread, revise_variant
from workbench.review.anchoring import AnchorRequest
from workbench.review.errors import Conflict, Invalid, NotAllowed
from workbench.review.models import Anchor, Suggestion, Thread
from workbench.review.transfer import ImportOptions, WorkReport, export_work, import_document, plan_import

CAT = "The cat sat on the mat."
RAIN = "It was raining outside."


def document_of(siglum: str, texts: dict[str | None, str] | list[str], title: str = "New") -> Document:
    """Return a document of one translation; a list has passages without references."""
    pairs = list(texts.items()) if isinstance(texts, dict) else [(None, text) for text in texts]
    passages = tuple(PassageRecord(reference, (VariantRecord(siglum, text),)) for reference, text in pairs)
    return Document((WorkRecord(title=title, translations=(TranslationRecord(siglum),), passages=passages),))


def bring(team: Team, document: Document, *, into: Work | None = None, **options: Any) -> WorkReport:
    """Import as the editor, see that the dry run says the same, and return the report of the first work."""
    place: dict[str, Any] = {"actor": team.editor, "workspace": team.workspace, "document": document, "work": into}
    chosen = ImportOptions(**options)
    planned = plan_import(**place, options=chosen).works[0]
    done = import_document(**place, options=chosen).report.works[0]
    assert planned == replace(done, slug=planned.slug)
    return done


def everything() -> dict[str, int]:
    """Count the rows that an import may write."""
    models = (Work, Passage, Translation, Variant, Revision, Thread, Anchor)
    return {model.__name__: model.objects.count() for model in models}


def texts_of(work: Work, siglum: str) -> dict[str, str]:
    rows = Variant.objects.filter(work=work, translation__siglum=siglum).order_by("passage__position")
    return dict(rows.values_list("passage__reference", "text"))


def test_a_new_work_has_its_passages_in_the_order_of_the_file(team: Team) -> None:
    report = bring(team, document_of("A", {"2": "two", "1": "one"}))
    work = Work.objects.get(title="New")
    assert list(work.passages.order_by("position").values_list("reference", "position")) == [("2", 1), ("1", 2)]
    assert (report.is_new, report.slug, report.passages_made, report.variants_made) == (True, "new", 2, 2)


def test_every_text_has_a_first_revision_signed_by_who_imported_it(team: Team) -> None:
    bring(team, document_of("A", {"1": "one"}), reason="First edition")
    revision = Revision.objects.get(variant__work__title="New")
    assert (revision.number, revision.text, revision.reason) == (1, "one", "First edition")
    assert (revision.author, revision.attributed_to) == (team.editor, "")
    assert revision.created_at == revision.variant.updated_at


def test_passages_without_references_are_numbered(team: Team) -> None:
    bring(team, document_of("A", ["one", "two"]))
    assert texts_of(Work.objects.get(title="New"), "A") == {"1": "one", "2": "two"}


def test_another_translation_joins_the_passages_by_reference(team: Team) -> None:
    report = bring(team, document_of("C", {"2": "Draußen regnete es.", "9": "Ende."}), into=team.work)
    assert texts_of(team.work, "C") == {"2": "Draußen regnete es.", "9": "Ende."}
    assert (report.passages_matched, report.passages_made, report.unmatched) == (1, 1, ("1",))
    assert report.translations_made == ("C",)
    assert report.warnings == ("1 new passages are put at the end of the work, from 9 on.",)


def test_another_translation_joins_the_passages_by_order(team: Team) -> None:
    report = bring(team, document_of("C", ["eins", "zwei"]), into=team.work)
    assert texts_of(team.work, "C") == {"1": "eins", "2": "zwei"}
    assert (report.passages_matched, report.alignment[1]) == (2, ("2", "matched", "zwei"))


def test_numbers_that_disagree_are_not_matched_by_order_unasked(team: Team) -> None:
    with pytest.raises(Invalid, match="The file has 1 passages without references, the work has 2"):
        bring(team, document_of("C", ["eins"]), into=team.work)
    assert bring(team, document_of("C", ["eins"]), into=team.work, match="order").unmatched == ("2",)


def test_more_passages_than_the_work_has_are_added_when_matched_by_order(team: Team) -> None:
    bring(team, document_of("C", ["eins", "zwei", "drei"]), into=team.work, match="order")
    assert texts_of(team.work, "C") == {"1": "eins", "2": "zwei", "3": "drei"}


def test_importing_twice_changes_nothing(team: Team) -> None:
    document = document_of("A", {"1": CAT, "2": RAIN})
    before = everything()
    report = bring(team, document, into=team.work)
    assert (report.variants_unchanged, report.variants_made, report.variants_changed) == (2, 0, 0)
    assert everything() == before


def test_texts_that_differ_are_refused_with_their_places(team: Team) -> None:
    before = everything()
    with pytest.raises(Conflict) as caught:
        bring(team, document_of("A", {"1": "Another cat.", "2": RAIN, "3": "New."}), into=team.work)
    assert caught.value.code == "texts_differ"
    assert caught.value.fields == {"1/A": "The work has another text here."}
    assert everything() == before


def test_texts_that_differ_are_kept_when_asked_for(team: Team) -> None:
    document = document_of("A", {"1": "Another cat.", "3": "New."})
    report = bring(team, document, into=team.work, existing="keep")
    assert (report.conflicts, report.differing, report.variants_made) == (1, ("1/A",), 1)
    assert texts_of(team.work, "A") == {"1": CAT, "2": RAIN, "3": "New."}


def test_texts_that_differ_are_revised_when_asked_for(team: Team) -> None:
    report = bring(team, document_of("A", {"1": "A cat."}), into=team.work, existing="revise", reason="Proof")
    variant = variant_of(team.work, "1", "A")
    assert (report.variants_changed, variant.version, variant.text) == (1, 2, "A cat.")
    history = list(variant.revisions.order_by("number").values_list("number", "text", "reason", "author__username"))
    assert history == [(1, CAT, "", "owner"), (2, "A cat.", "Proof", "editor")]


def test_anchors_are_carried_along_when_a_text_is_revised(team: Team) -> None:
    variant = variant_of(team.work, "1", "A")
    for start, end in ((4, 7), (19, 22)):  # cat, mat
        request = AnchorRequest(variant, start, end)
        open_thread(actor=team.reviewer, passage=variant.passage, body="?", anchors=[request])
    bring(team, document_of("A", {"1": "So the cat sat on the rug."}), into=team.work, existing="revise")
    states = Anchor.objects.order_by("pk").values_list("quote", "state", "revision", "start")
    assert list(states) == [("cat", "placed", 2, 7), ("mat", "orphaned", 1, 19)]


def test_the_measures_of_touched_passages_wait(team: Team) -> None:
    Passage.objects.update(variation=None)  # as where a passage has a single text so far
    bring(team, document_of("C", {"1": "eins"}), into=team.work)
    assert list(Passage.objects.order_by("position").values_list("is_measured", flat=True)) == [False, True]


def test_presences_are_kept(team: Team) -> None:
    document = document_of("C", {"1": ""})
    passage = PassageRecord("1", (VariantRecord("C", "", "omitted"),))
    bring(team, replace(document, works=(replace(document.works[0], passages=(passage,)),)), into=team.work)
    assert variant_of(team.work, "1", "C").presence == "omitted"


@pytest.mark.parametrize("who", ["reader", "reviewer", "outsider", "former"])
def test_only_editors_import(team: Team, who: str) -> None:
    before = everything()
    for door in (plan_import, import_document):
        with pytest.raises(NotAllowed):
            door(
                actor=getattr(team, who),
                workspace=team.workspace,
                document=document_of("A", {"1": "one"}),
                work=None,
                options=ImportOptions(),
            )
    assert everything() == before


def test_a_work_of_another_workspace_is_refused(team: Team) -> None:
    elsewhere = team.outsider.memberships.get().workspace
    with pytest.raises(Invalid, match="A work of this workspace is expected"):
        import_document(
            actor=team.outsider,
            workspace=elsewhere,
            document=document_of("A", {"1": "one"}),
            work=team.work,
            options=ImportOptions(),
        )


def test_a_new_work_needs_a_title(team: Team) -> None:
    with pytest.raises(Invalid) as caught:
        bring(team, document_of("A", {"1": "one"}, title=""))
    assert caught.value.fields == {"title": "A title for the new work is expected."}


@pytest.mark.parametrize(
    ("field", "value"),
    [("title", "a\x00b"), ("title", "x" * 301), ("slug", "A b"), ("reason", "a\ud800"), ("reason", "x" * 1001)],
)
def test_options_that_cannot_be_stored_are_refused_by_the_dry_run_too(team: Team, field: str, value: str) -> None:
    for door in (plan_import, import_document):
        with pytest.raises(Invalid) as caught:
            door(
                actor=team.editor,
                workspace=team.workspace,
                document=document_of("A", {"1": "one"}),
                work=None,
                options=ImportOptions(**{field: value}),  # type: ignore[arg-type]
            )
        assert list(caught.value.fields) == [field]


def test_a_slug_that_is_taken_is_refused(team: Team) -> None:
    with pytest.raises(Conflict) as caught:
        bring(team, document_of("A", {"1": "one"}), slug=team.work.slug)
    assert caught.value.code == "taken"


def test_a_bundle_of_a_work_that_is_there_makes_another_under_another_title(team: Team) -> None:
    document = document_of("A", {"1": "one"})
    again = replace(document, works=(replace(document.works[0], slug=team.work.slug),))
    with pytest.raises(Conflict, match="give the new one another title"):
        bring(team, again)
    done = bring(team, again, title="Another one")
    assert Work.objects.get(title="Another one").slug == "another-one"
    assert done


def test_an_import_that_breaks_off_leaves_nothing(team: Team) -> None:
    before = everything()

    def break_off(done: int, total: int) -> None:
        assert (done, total) == (2, 2)
        raise RuntimeError("power cut")

    with pytest.raises(RuntimeError):
        import_document(
            actor=team.editor,
            workspace=team.workspace,
            document=document_of("A", {"1": "one", "2": "two"}),
            work=None,
            options=ImportOptions(),
            progress=break_off,
        )
    assert everything() == before


def test_the_number_of_queries_does_not_grow_with_the_passages(team: Team, django_assert_max_num_queries: Any) -> None:
    counts = []
    for size in (3, 300):
        with django_assert_max_num_queries(60) as counted:
            document = document_of("A", [f"Text {number}" for number in range(size)], title=f"{size}")
            import_document(
                actor=team.editor,
                workspace=team.workspace,
                document=document,
                work=None,
                options=ImportOptions(),
            )
        counts.append(len(counted))
    assert counts[0] == counts[1]
    assert connection.in_atomic_block


# --- discussions ------------------------------------------------------------------------------------
def discussed(text: str = CAT, author: str = "vera") -> Document:
    """Return a document in which somebody discusses the cat of A and suggests another."""
    suggestion = SuggestionRecord(0, "dog", "rejected", "No.", decided_by="mira", decided_at="2026-10-06T10:00:00Z")
    thread = ThreadRecord(
        "1",
        (CommentRecord(author, "Why *cat*?", "2026-10-05T09:12:00Z", suggestion=suggestion),),
        (AnchorRecord("A", 1, 4, 7, text[4:7]),),
        author=author,
        created_at="2026-10-05T09:12:00Z",
    )
    revision = RevisionRecord(1, text, author=author, created_at="2026-10-01T08:00:00Z")
    passage = PassageRecord("1", (VariantRecord("A", text, revisions=(revision,)),))
    work = WorkRecord(title="New", translations=(TranslationRecord("A"),), passages=(passage,), threads=(thread,))
    return Document((work,))


def test_names_in_a_file_never_become_signatures(team: Team) -> None:
    bring(team, discussed(author="owner"))
    thread = Thread.objects.get()
    comment = thread.comments.get()
    suggestion = Suggestion.objects.get()
    assert (thread.created_by, thread.attributed_to) == (team.editor, "owner")
    assert (comment.author, comment.attributed_to) == (team.editor, "owner")
    assert (suggestion.decided_by, suggestion.decider_attributed_to) == (team.editor, "mira")
    revision = Revision.objects.get(variant__work=thread.work)
    assert (revision.author, revision.attributed_to) == (team.editor, "owner")


def test_discussions_join_the_same_words_of_a_work_that_is_there(team: Team) -> None:
    report = bring(team, discussed(), into=team.work)
    anchor = Anchor.objects.get()
    assert (report.threads_made, report.comments_made, report.variants_unchanged) == (1, 1, 1)
    assert (anchor.variant, anchor.revision, anchor.quote, anchor.state) == (
        variant_of(team.work, "1", "A"),
        1,
        "cat",
        "placed",
    )


def test_discussions_that_are_there_already_are_not_doubled(team: Team) -> None:
    bring(team, discussed(), into=team.work)
    report = bring(team, discussed(), into=team.work)
    assert (report.threads_made, report.threads_unchanged, Thread.objects.count()) == (0, 1, 1)


def test_a_discussion_of_an_earlier_revision_arrives_as_an_orphan_there(team: Team) -> None:
    variant = variant_of(team.work, "1", "A")
    revise_variant(actor=team.editor, variant=variant, version=1, text="No animals.", presence="present", reason="")
    bring(team, discussed(), into=team.work, existing="keep")
    anchor = Anchor.objects.get()
    assert (anchor.state, anchor.revision, anchor.quote) == ("orphaned", 1, "cat")


def test_a_discussion_whose_words_are_nowhere_is_left_out_and_said(team: Team) -> None:
    report = bring(team, discussed("The dog sat."), into=team.work, existing="keep")
    assert Thread.objects.count() == 0
    assert report.warnings == ("A thread of vera on 1 is left out: its words are not in the work.",)


def test_a_discussion_comes_with_the_text_it_speaks_of(team: Team) -> None:
    bring(team, discussed("The dog sat."), into=team.work, existing="revise")
    anchor = Anchor.objects.get()
    assert (anchor.state, anchor.revision, anchor.quote) == ("placed", 2, "dog")


def test_only_members_export(team: Team) -> None:
    with pytest.raises(NotAllowed):
        export_work(actor=team.outsider, work=team.work)
    assert (
        passage_of(team.work).reference == export_work(actor=team.reader, work=team.work).works[0].passages[0].reference
    )
