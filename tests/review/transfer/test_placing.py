"""Placing a text on a work: proposed, put right step by step, confirmed; nothing is written before."""

from dataclasses import replace
from typing import Any

import pytest

from tests.conftest import Team
from tests.factories import make_work, variant_of
from tests.text.alignment.test_align import LETTER, RETOLD
from workbench.accounts.errors import NotAllowed
from workbench.accounts.models import User
from workbench.corpus import limits
from workbench.corpus.actions import add_passage
from workbench.corpus.models import Import, Revision, Translation, Upload, Variant, Work
from workbench.corpus.transfer.uploads import keep_upload
from workbench.review.errors import Conflict, Invalid
from workbench.review.transfer.draft_steps import redo_step, take_draft_step, undo_step
from workbench.review.transfer.drafts import (
    PlacingWishes,
    read_draft,
    read_drafts,
    read_text_to_place,
    start_draft,
    start_new_draft,
)
from workbench.review.transfer.new_works import read_new_work
from workbench.review.transfer.placed import confirm_placing
from workbench.review.transfer.proposals import Ground, choose_voices, propose_placing

TEXT = "Home. The cat reclined on the mat. It rained outside. Reply."


@pytest.fixture
def draft(team: Team) -> Upload:
    return begin(team, team.editor)


def begin(team: Team, actor: User, text: str = TEXT, **wishes: Any) -> Upload:
    kept = keep_upload(actor=team.editor, workspace=team.workspace, file_name="cat.txt", data=text.encode())
    said = replace(PlacingWishes("C", "en"), **wishes)
    return start_draft(actor=actor, upload=kept, work=team.work, wishes=said)


def put_right(team: Team, upload: Upload) -> int:
    """Place both sentences exactly, whatever was proposed; return the number of steps."""
    steps = ["mark 1 unentered", "drop 0", f"begin 0 {TEXT.index('The')}", f"begin 1 {TEXT.index('It')}"]
    for number, step in enumerate(steps):
        take_draft_step(actor=team.editor, upload=upload, seen=number, step=step)
    return len(steps)


def test_a_proposal_is_kept_with_the_upload_and_writes_no_text(team: Team, draft: Upload) -> None:
    before = Variant.objects.count()
    placing = read_draft(Upload.objects.get(pk=draft.pk)).placing
    assert "".join(TEXT[one.start : one.end] for one in placing.pieces) == TEXT
    assert "The cat reclined on the mat." in placing.text_of(0)
    assert (Variant.objects.count(), Translation.objects.filter(siglum="C").exists()) == (before, False)


def test_steps_are_kept_undone_and_done_again(team: Team, draft: Upload) -> None:
    first = read_draft(draft).placing
    after = take_draft_step(actor=team.editor, upload=draft, seen=0, step="drop 0").placing
    assert after.states[0] == "unentered"
    back = undo_step(actor=team.editor, upload=draft, seen=1)
    assert (back.placing, back.undone) == (first, ("drop 0",))
    assert redo_step(actor=team.editor, upload=draft, seen=0).placing == after
    with pytest.raises(Invalid):
        redo_step(actor=team.editor, upload=draft, seen=1)


def test_a_window_that_has_not_seen_the_last_step_is_refused(team: Team, draft: Upload) -> None:
    take_draft_step(actor=team.editor, upload=draft, seen=0, step="drop 0")
    with pytest.raises(Conflict):
        take_draft_step(actor=team.editor, upload=draft, seen=0, step="drop 1")
    with pytest.raises(Conflict):
        confirm_placing(actor=team.editor, upload=Upload.objects.get(pk=draft.pk), work=team.work, seen=[0])
    assert read_draft(Upload.objects.get(pk=draft.pk)).taken == ("drop 0",)


@pytest.mark.parametrize("step", ["dance", "merge 1", "confirm 9", ""])
def test_a_step_that_does_not_go_is_refused_and_not_kept(team: Team, draft: Upload, step: str) -> None:
    with pytest.raises(Invalid):
        take_draft_step(actor=team.editor, upload=draft, seen=0, step=step)
    assert read_draft(Upload.objects.get(pk=draft.pk)).taken == ()


def test_confirming_writes_the_texts_with_revisions_and_how_they_were_placed(team: Team, draft: Upload) -> None:
    seen = put_right(team, draft)
    fresh = Upload.objects.get(pk=draft.pk)
    done = confirm_placing(actor=team.editor, upload=fresh, work=team.work, seen=[seen], reason="From the web")
    texts = [variant_of(team.work, reference, "C") for reference in "12"]
    assert [one.text for one in texts] == ["The cat reclined on the mat.", "It rained outside. Reply."]
    assert [one.alignment for one in texts] == ["confirmed", "confirmed"]
    revision = Revision.objects.get(variant=texts[0])
    assert (revision.number, revision.author, revision.reason) == (1, team.editor, "From the web")
    assert (done.file_name, done.work, Upload.objects.exists()) == ("cat.txt", team.work, False)
    assert Translation.objects.get(siglum="C").language == "en"


def test_what_nobody_looked_at_is_marked_auto_and_what_was_left_out_is_omitted_or_not_entered(team: Team) -> None:
    work = make_work(team.owner, team.workspace, {"A": LETTER}, title="Letter")
    kept = keep_upload(
        actor=team.editor,
        workspace=team.workspace,
        file_name="x.txt",
        data=" ".join([*RETOLD[:3], *RETOLD[4:-1]]).encode(),
    )
    start_draft(actor=team.editor, upload=kept, work=work, wishes=PlacingWishes("C"))
    states = read_draft(kept).placing.states
    confirm_placing(actor=team.editor, upload=kept, work=work, seen=[0])
    rows = Variant.objects.filter(work=work, translation__siglum="C").order_by("passage__position")
    assert states == ("present",) * 3 + ("omitted",) + ("present",) * (len(LETTER) - 5) + ("unentered",)
    assert [row.presence for row in rows] == list(states[:-1])
    assert [row.alignment for row in rows] == ["" if state == "omitted" else "auto" for state in states[:-1]]


def test_a_translation_that_has_texts_is_changed_only_if_that_is_wished(team: Team) -> None:
    upload = begin(team, team.editor, siglum="B")
    with pytest.raises(Conflict):
        confirm_placing(actor=team.editor, upload=upload, work=team.work, seen=[0])
    assert variant_of(team.work, "1", "B").text == "The cat lay on the rug."
    confirm_placing(actor=team.editor, upload=upload, work=team.work, seen=[0], existing="revise")
    assert "reclined" in variant_of(team.work, "1", "B").text
    assert variant_of(team.work, "1", "B").version == 2


def test_texts_that_are_kept_are_not_called_placed(team: Team) -> None:
    confirm_placing(
        actor=team.editor, upload=begin(team, team.editor, siglum="B"), work=team.work, seen=[0], existing="keep"
    )
    assert {one.alignment for one in Variant.objects.all()} == {""}


def test_a_work_that_has_other_passages_since_is_refused(team: Team, draft: Upload) -> None:
    add_passage(actor=team.editor, work=team.work, reference="3")
    with pytest.raises(Conflict, match="anew"):
        confirm_placing(actor=team.editor, upload=draft, work=team.work, seen=[0])
    assert not Import.objects.exists()


@pytest.mark.parametrize(
    ("text", "wishes", "field"),
    [
        ("x" * (limits.PLACED_TEXT + 1), {}, "text"),
        (" \n", {}, "text"),
        (TEXT, {"siglum": ""}, "siglum"),
        (TEXT, {"language": "not a tag"}, "language"),
        (TEXT, {"beside": "Z"}, "beside"),
        (TEXT, {"siglum": "A", "beside": "A"}, "beside"),
    ],
)
def test_what_cannot_be_placed_is_refused_at_its_field(
    team: Team, text: str, wishes: dict[str, str], field: str
) -> None:
    with pytest.raises(Invalid) as refused:
        begin(team, team.editor, text, **wishes)
    assert list(refused.value.fields) == [field]


@pytest.mark.parametrize(
    ("language", "length", "voices"),
    [
        ("", 1_000, "abcde"),
        ("en", 1_000, "acebd"),
        ("de-CH", 1_000, "abdec"),
        ("DE", 1_000, "abdec"),
        ("ru", 100_000, "ae"),
        ("en", 100_000, "ace"),
        ("en", 260_000, "a"),
        ("ru", 500_000, "a"),
    ],
)
def test_who_speaks_the_texts_language_is_asked_first_and_nobody_for_too_long(
    language: str, length: int, voices: str
) -> None:
    spoken = [("A", "en"), ("B", "de"), ("C", "en-GB"), ("D", "de"), ("E", ""), ("F", "fr")]
    translations = [Translation(siglum=siglum, language=tag) for siglum, tag in spoken]
    ground = Ground([], translations, ["a", "b", "c", "d", "e", "f"])
    assert "".join("".join(column) for column in choose_voices(ground, language, length)) == voices


def test_readers_and_reviewers_may_not_place(team: Team) -> None:
    for person in (team.reader, team.reviewer, team.outsider, team.former):
        with pytest.raises(NotAllowed):
            propose_placing(actor=person, work=team.work, text=TEXT)


def test_nobody_steps_in_anothers_draft(team: Team, draft: Upload) -> None:
    with pytest.raises(Conflict):
        take_draft_step(actor=team.owner, upload=draft, seen=0, step="drop 0")


@pytest.mark.parametrize(
    ("end", "start"), [("", "\ufeff\ufeff"), ("\u0301" * 200, "\u0301" * 200), ("\r", "\n"), ("", "\n")]
)
def test_texts_of_a_new_work_stay_apart_whatever_they_begin_and_end_with(team: Team, end: str, start: str) -> None:
    first = b"The cat sat.\n\nIt rained."
    new = read_new_work(title="Cats", siglum="A", language="en", data=first, encoding=None, split="paragraphs")
    brought = [
        read_text_to_place(name="b.txt", data=f"{start}{TEXT}{end}".encode(), wishes=PlacingWishes(siglum))
        for siglum in ("B", "C", "D")
    ]
    upload = start_new_draft(actor=team.editor, workspace=team.workspace, new=new, texts=brought)
    drafts = read_drafts(Upload.objects.get(pk=upload.pk))
    assert [draft.placing.text for draft in drafts] == [one.text for one in brought]


def test_what_is_confirmed_twice_is_written_once(team: Team) -> None:
    new = read_new_work(title="Cats", siglum="A", language="en", data=b"The cat.", encoding=None, split="paragraphs")
    brought = read_text_to_place(name="b.txt", data=b"A cat.", wishes=PlacingWishes("B"))
    upload = start_new_draft(actor=team.editor, workspace=team.workspace, new=new, texts=[brought])
    windows = [Upload.objects.get(pk=upload.pk) for _ in range(2)]
    confirm_placing(actor=team.editor, upload=windows[0], work=None, seen=[0])
    with pytest.raises(Conflict, match="already"):
        confirm_placing(actor=team.editor, upload=windows[1], work=None, seen=[0])
    assert Work.objects.filter(title="Cats").count() == 1


def test_a_step_taken_while_somebody_confirms_is_not_lost(team: Team, draft: Upload) -> None:
    window = Upload.objects.get(pk=draft.pk)
    take_draft_step(actor=team.editor, upload=draft, seen=0, step="merge 0")
    with pytest.raises(Conflict, match="another window"):
        confirm_placing(actor=team.editor, upload=window, work=team.work, seen=[0])
    assert len(read_draft(Upload.objects.get(pk=draft.pk), 0).taken) == 1
