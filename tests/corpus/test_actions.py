"""Works and texts: every write is a revision, nobody overwrites anybody, roles bound everything."""

import pytest

from tests.conftest import Room
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


def write(room: Room, variant: Variant, text: str, version: int) -> Variant:
    return write_revision(
        actor=room.editor, variant=variant, version=version, text=text, presence="present", reason="why"
    )


def test_a_first_text_is_revision_one(room: Room) -> None:
    variant = variant_of(room.work, "1", "A")
    assert list(variant.revisions.values_list("number", "text")) == [(1, "The cat sat on the mat.")]


def test_a_write_appends_a_revision_and_counts_the_version_up(room: Room) -> None:
    variant = write(room, variant_of(room.work, "1", "A"), "The cat slept.", 1)
    assert (variant.version, variant.text) == (2, "The cat slept.")
    assert list(variant.revisions.order_by("number").values_list("number", "text", "author__username", "reason")) == [
        (1, "The cat sat on the mat.", "owner", ""),
        (2, "The cat slept.", "editor", "why"),
    ]


def test_a_stale_write_changes_nothing_and_carries_the_present_text(room: Room) -> None:
    variant = variant_of(room.work, "1", "A")
    write(room, variant_of(room.work, "1", "A"), "First.", 1)
    with pytest.raises(Stale) as refusal:
        write(room, variant, "Second.", 1)
    assert isinstance(refusal.value.current, Variant)
    assert refusal.value.current.text == "First."
    assert Revision.objects.filter(variant=variant).count() == 2


def test_writing_what_stands_there_makes_no_revision(room: Room) -> None:
    variant = write(room, variant_of(room.work, "1", "A"), "The cat sat on the mat.", 1)
    assert (variant.version, variant.revisions.count()) == (1, 1)


def test_an_omitted_passage_has_no_text(room: Room) -> None:
    variant = variant_of(room.work, "1", "A")
    with pytest.raises(Invalid):
        write_revision(actor=room.editor, variant=variant, version=1, text="x", presence="omitted", reason="")
    omitted = write_revision(actor=room.editor, variant=variant, version=1, text="", presence="omitted", reason="")
    assert (omitted.text, omitted.presence) == ("", "omitted")


@pytest.mark.parametrize("person", ["reviewer", "reader", "former", "outsider"])
def test_only_editors_write(room: Room, person: str) -> None:
    actor = getattr(room, person)
    with pytest.raises(NotAllowed):
        write_revision(
            actor=actor, variant=variant_of(room.work, "1", "A"), version=1, text="x", presence="present", reason=""
        )
    with pytest.raises(NotAllowed):
        create_work(actor=actor, workspace=room.workspace, title="Mine")


def test_a_variant_is_entered_once(room: Room) -> None:
    translation = Translation.objects.get(work=room.work, siglum="A")
    with pytest.raises(Conflict):
        enter_variant(actor=room.editor, passage=passage_of(room.work), translation=translation, text="again")


def test_a_variant_belongs_to_one_work(room: Room) -> None:
    other = make_work(room.owner, room.workspace, title="Another")
    with pytest.raises(Invalid):
        enter_variant(
            actor=room.editor,
            passage=passage_of(room.work),
            translation=Translation.objects.get(work=other, siglum="A"),
            text="x",
        )


def test_titles_make_free_slugs(room: Room) -> None:
    slugs = [create_work(actor=room.editor, workspace=room.workspace, title="A Small Work").slug for _ in range(3)]
    assert slugs == ["a-small-work-2", "a-small-work-3", "a-small-work-4"]


def test_a_title_without_latin_letters_still_has_a_slug(room: Room) -> None:
    assert create_work(actor=room.editor, workspace=room.workspace, title="道德經").slug == "work"


def test_the_same_slug_in_two_workspaces_tells_nobody_anything(room: Room) -> None:
    elsewhere = make_workspace(room.outsider)
    assert create_work(actor=room.outsider, workspace=elsewhere, title="x", slug=room.work.slug).slug == room.work.slug


def test_a_passage_put_in_the_middle_moves_the_later_ones(room: Room) -> None:
    add_passage(actor=room.editor, work=room.work, reference="1a", position=2)
    assert list(room.work.passages.order_by("position").values_list("reference", "position")) == [
        ("1", 1),
        ("1a", 2),
        ("2", 3),
    ]


def test_passages_are_added_before_all_others_again_and_again(room: Room) -> None:
    before = room.work.passages.count()
    for number in range(5):
        add_passage(actor=room.editor, work=room.work, reference=f"new {number}", position=1)
    rows = list(room.work.passages.order_by("position").values_list("reference", "position"))
    assert [reference for reference, _ in rows[:5]] == [f"new {number}" for number in (4, 3, 2, 1, 0)]
    assert [position for _, position in rows] == list(range(1, before + 6))


def test_a_reference_and_a_siglum_are_unique_in_a_work(room: Room) -> None:
    with pytest.raises(Conflict):
        add_passage(actor=room.editor, work=room.work, reference="2")
    with pytest.raises(Conflict):
        add_translation(actor=room.editor, work=room.work, siglum="B")
    with pytest.raises(Conflict):
        edit_passage(actor=room.editor, passage=passage_of(room.work), version=1, changes={"reference": "2"})


def test_edits_count_versions_and_refuse_stale_ones(room: Room) -> None:
    work = edit_work(actor=room.editor, work=room.work, version=1, changes={"title": "New"})
    assert (work.title, work.version) == ("New", 2)
    with pytest.raises(Stale):
        edit_work(actor=room.editor, work=room.work, version=1, changes={"title": "Newer"})
    translation = Translation.objects.get(work=room.work, siglum="A")
    edit_translation(actor=room.editor, translation=translation, version=1, changes={"language": "de"})
    with pytest.raises(Stale):
        edit_translation(actor=room.editor, translation=translation, version=1, changes={"language": "fr"})


def test_unknown_fields_are_refused(room: Room) -> None:
    with pytest.raises(Invalid):
        edit_work(actor=room.editor, work=room.work, version=1, changes={"workspace": "elsewhere"})


def test_what_is_discussed_cannot_be_deleted_by_itself(room: Room) -> None:
    passage = passage_of(room.work)
    open_thread(actor=room.reviewer, passage=passage, body="Hm.")
    with pytest.raises(Conflict):
        delete_passage(actor=room.owner, passage=passage, version=1)
    assert Passage.objects.get(pk=passage.pk).version == 1


def test_a_translation_without_threads_can_be_deleted_by_owners_only(room: Room) -> None:
    translation = Translation.objects.get(work=room.work, siglum="B")
    with pytest.raises(NotAllowed):
        delete_translation(actor=room.editor, translation=translation, version=1)
    delete_translation(actor=room.owner, translation=translation, version=1)
    assert not Variant.objects.filter(work=room.work, translation__siglum="B").exists()


def test_a_work_is_deleted_with_its_threads_by_owners_only(room: Room) -> None:
    open_thread(actor=room.reviewer, passage=passage_of(room.work), body="Hm.")
    with pytest.raises(NotAllowed):
        delete_work(actor=room.editor, work=room.work, version=1)
    with pytest.raises(Stale):
        delete_work(actor=room.owner, work=room.work, version=7)
    delete_work(actor=room.owner, work=room.work, version=1)
    assert not Work.objects.filter(pk=room.work.pk).exists()


def test_rows_are_seen_by_members_only(room: Room) -> None:
    for model in (Work, Passage, Translation, Variant, Revision):
        for person in (room.owner, room.editor, room.reviewer, room.reader):
            assert model.objects.visible_to(person).count() == model.objects.count()
        for person in (room.former, room.outsider):
            assert model.objects.visible_to(person).count() == 0
