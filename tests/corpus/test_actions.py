"""Works and texts: every write is a revision, nobody overwrites anybody, roles bound everything."""

import pytest

from tests.conftest import Team
from tests.factories import make_work, make_workspace, passage_of, variant_of
from workbench.corpus.actions import (
    add_passage,
    add_translation,
    create_work,
    delete_passage,
    delete_translation,
    delete_work,
    edit_passage,
    edit_translation,
    edit_work,
    enter_variant,
    write_revision,
)
from workbench.corpus.errors import Conflict, Invalid, NotAllowed, Stale
from workbench.corpus.models import Passage, Revision, Translation, Variant, Work
from workbench.review.actions import open_thread


def write(team: Team, variant: Variant, text: str, version: int) -> Variant:
    return write_revision(
        actor=team.editor, variant=variant, version=version, text=text, presence="present", reason="why"
    )


def test_a_first_text_is_revision_one(team: Team) -> None:
    variant = variant_of(team.work, "1", "A")
    assert list(variant.revisions.values_list("number", "text")) == [(1, "The cat sat on the mat.")]


def test_a_write_appends_a_revision_and_counts_the_version_up(team: Team) -> None:
    variant = write(team, variant_of(team.work, "1", "A"), "The cat slept.", 1)
    assert (variant.version, variant.text) == (2, "The cat slept.")
    assert list(variant.revisions.order_by("number").values_list("number", "text", "author__username", "reason")) == [
        (1, "The cat sat on the mat.", "owner", ""),
        (2, "The cat slept.", "editor", "why"),
    ]


def test_a_stale_write_changes_nothing_and_carries_the_present_text(team: Team) -> None:
    variant = variant_of(team.work, "1", "A")
    write(team, variant_of(team.work, "1", "A"), "First.", 1)
    with pytest.raises(Stale) as refusal:
        write(team, variant, "Second.", 1)
    assert isinstance(refusal.value.current, Variant)
    assert refusal.value.current.text == "First."
    assert Revision.objects.filter(variant=variant).count() == 2


def test_writing_what_stands_there_makes_no_revision(team: Team) -> None:
    variant = write(team, variant_of(team.work, "1", "A"), "The cat sat on the mat.", 1)
    assert (variant.version, variant.revisions.count()) == (1, 1)


def test_an_omitted_passage_has_no_text(team: Team) -> None:
    variant = variant_of(team.work, "1", "A")
    with pytest.raises(Invalid):
        write_revision(actor=team.editor, variant=variant, version=1, text="x", presence="omitted", reason="")
    omitted = write_revision(actor=team.editor, variant=variant, version=1, text="", presence="omitted", reason="")
    assert (omitted.text, omitted.presence) == ("", "omitted")


@pytest.mark.parametrize("person", ["reviewer", "reader", "former", "outsider"])
def test_only_editors_write(team: Team, person: str) -> None:
    actor = getattr(team, person)
    with pytest.raises(NotAllowed):
        write_revision(
            actor=actor, variant=variant_of(team.work, "1", "A"), version=1, text="x", presence="present", reason=""
        )
    with pytest.raises(NotAllowed):
        create_work(actor=actor, workspace=team.workspace, title="Mine")


def test_a_variant_is_entered_once(team: Team) -> None:
    translation = Translation.objects.get(work=team.work, siglum="A")
    with pytest.raises(Conflict):
        enter_variant(actor=team.editor, passage=passage_of(team.work), translation=translation, text="again")


def test_a_variant_belongs_to_one_work(team: Team) -> None:
    other = make_work(team.owner, team.workspace, title="Another")
    with pytest.raises(Invalid):
        enter_variant(
            actor=team.editor,
            passage=passage_of(team.work),
            translation=Translation.objects.get(work=other, siglum="A"),
            text="x",
        )


def test_titles_make_free_slugs(team: Team) -> None:
    slugs = [create_work(actor=team.editor, workspace=team.workspace, title="A Small Work").slug for _ in range(3)]
    assert slugs == ["a-small-work-2", "a-small-work-3", "a-small-work-4"]


def test_a_title_without_latin_letters_still_has_a_slug(team: Team) -> None:
    assert create_work(actor=team.editor, workspace=team.workspace, title="道德經").slug == "work"


def test_the_same_slug_in_two_workspaces_tells_nobody_anything(team: Team) -> None:
    elsewhere = make_workspace(team.outsider)
    assert create_work(actor=team.outsider, workspace=elsewhere, title="x", slug=team.work.slug).slug == team.work.slug


def test_a_passage_put_in_the_middle_moves_the_later_ones(team: Team) -> None:
    add_passage(actor=team.editor, work=team.work, reference="1a", position=2)
    assert list(team.work.passages.order_by("position").values_list("reference", "position")) == [
        ("1", 1),
        ("1a", 2),
        ("2", 3),
    ]


def test_passages_are_added_before_all_others_again_and_again(team: Team) -> None:
    before = team.work.passages.count()
    for number in range(5):
        add_passage(actor=team.editor, work=team.work, reference=f"new {number}", position=1)
    rows = list(team.work.passages.order_by("position").values_list("reference", "position"))
    assert [reference for reference, _ in rows[:5]] == [f"new {number}" for number in (4, 3, 2, 1, 0)]
    assert [position for _, position in rows] == list(range(1, before + 6))


def test_a_reference_and_a_siglum_are_unique_in_a_work(team: Team) -> None:
    with pytest.raises(Conflict):
        add_passage(actor=team.editor, work=team.work, reference="2")
    with pytest.raises(Conflict):
        add_translation(actor=team.editor, work=team.work, siglum="B")
    with pytest.raises(Conflict):
        edit_passage(actor=team.editor, passage=passage_of(team.work), version=1, changes={"reference": "2"})


def test_edits_count_versions_and_refuse_stale_ones(team: Team) -> None:
    work = edit_work(actor=team.editor, work=team.work, version=1, changes={"title": "New"})
    assert (work.title, work.version) == ("New", 2)
    with pytest.raises(Stale):
        edit_work(actor=team.editor, work=team.work, version=1, changes={"title": "Newer"})
    translation = Translation.objects.get(work=team.work, siglum="A")
    edit_translation(actor=team.editor, translation=translation, version=1, changes={"language": "de"})
    with pytest.raises(Stale):
        edit_translation(actor=team.editor, translation=translation, version=1, changes={"language": "fr"})


def test_unknown_fields_are_refused(team: Team) -> None:
    with pytest.raises(Invalid):
        edit_work(actor=team.editor, work=team.work, version=1, changes={"workspace": "elsewhere"})


def test_what_is_discussed_cannot_be_deleted_by_itself(team: Team) -> None:
    passage = passage_of(team.work)
    open_thread(actor=team.reviewer, passage=passage, body="Hm.")
    with pytest.raises(Conflict):
        delete_passage(actor=team.owner, passage=passage, version=1)
    assert Passage.objects.get(pk=passage.pk).version == 1


def test_a_translation_without_threads_can_be_deleted_by_owners_only(team: Team) -> None:
    translation = Translation.objects.get(work=team.work, siglum="B")
    with pytest.raises(NotAllowed):
        delete_translation(actor=team.editor, translation=translation, version=1)
    delete_translation(actor=team.owner, translation=translation, version=1)
    assert not Variant.objects.filter(work=team.work, translation__siglum="B").exists()


def test_a_work_is_deleted_with_its_threads_by_owners_only(team: Team) -> None:
    open_thread(actor=team.reviewer, passage=passage_of(team.work), body="Hm.")
    with pytest.raises(NotAllowed):
        delete_work(actor=team.editor, work=team.work, version=1)
    with pytest.raises(Stale):
        delete_work(actor=team.owner, work=team.work, version=7)
    delete_work(actor=team.owner, work=team.work, version=1)
    assert not Work.objects.filter(pk=team.work.pk).exists()


def test_rows_are_seen_by_members_only(team: Team) -> None:
    for model in (Work, Passage, Translation, Variant, Revision):
        for person in (team.owner, team.editor, team.reviewer, team.reader):
            assert model.objects.visible_to(person).count() == model.objects.count()
        for person in (team.former, team.outsider):
            assert model.objects.visible_to(person).count() == 0
