"""What scholars correct in a collation: kept with who and why, carried through edits, lapsing in sight, taken back."""

import pytest

from tests.conftest import Team
from tests.factories import make_work, passage_of, variant_of
from workbench.corpus.actions import MarkedWords, correct_collation, undo_correction
from workbench.corpus.corrections import corrections_of, read_corrections, take
from workbench.corpus.errors import Conflict, Invalid, NotAllowed, Stale
from workbench.corpus.models import Correction, Work
from workbench.corpus.units import UnitText
from workbench.journal.kinds import Kind
from workbench.journal.models import Event
from workbench.review.actions import revise_variant
from workbench.text import Span, collate
from workbench.text.collation import correct

TEXTS = {"A": ["The LORD said so."], "B": ["Jehovah spake so."]}


@pytest.fixture
def work(team: Team) -> Work:
    return make_work(team.owner, team.workspace, TEXTS, title="Names")


def words(work: Work, siglum: str, quote: str, side: int = 0) -> MarkedWords:
    variant = variant_of(work, "1", siglum)
    start = variant.text.index(quote)
    return MarkedWords(variant, variant.version, Span(start, start + len(quote)), side)


def part(team: Team, work: Work) -> Correction:
    first, second = (("A", "The LORD"), ("B", "Jehovah")), (("A", "said"), ("B", "spake"))
    marks = [words(work, *one, side) for side, half in enumerate((first, second)) for one in half]
    return correct_collation(
        actor=team.editor, passage=passage_of(work), kind="parted", marks=marks, reason="A name and a verb."
    )


def regions(work: Work) -> list[str]:
    """The places of the collation as it is corrected, longer readings as one."""
    variants = [variant_of(work, "1", siglum) for siglum in "AB"]
    said = [UnitText(one.text, ((one, Span(0, len(one.text))),)) for one in variants]
    table = correct(collate([one.text for one in variants]), take(read_corrections(variants), said).said).regions()
    cells = [
        [cell.of(one.text) if cell else "-" for cell, one in zip(c.cells, said, strict=True)] for c in table.columns
    ]
    return ["/".join(column) for column in cells]


def test_what_is_corrected_is_kept_with_who_and_why(team: Team, work: Work) -> None:
    assert regions(work)[0] == "The LORD said/Jehovah spake"
    made = part(team, work)
    assert regions(work)[:2] == ["The LORD/Jehovah", "said/spake"]
    (row,) = corrections_of(passage_of(work))
    assert (row.author, row.reason, row.state) == (team.editor.signature(""), "A name and a verb.", "standing")
    event = Event.objects.get(kind=Kind.CORRECTION_MADE)
    assert (event.actor, event.subject, event.after["reason"]) == (team.editor, made.pk, "A name and a verb.")
    assert event.after["words"] == "The LORD · Jehovah · said · spake"


def test_an_edit_that_leaves_its_words_alone_takes_it_along(team: Team, work: Work) -> None:
    made = part(team, work)
    variant = variant_of(work, "1", "A")
    revise_variant(actor=team.editor, variant=variant, version=1, text="Then The LORD said so.")
    assert [(mark.quote, mark.start, mark.revision) for mark in made.marks.filter(variant=variant).order_by("pk")] == [
        ("The LORD", 5, 2),
        ("said", 14, 2),
    ]
    assert regions(work)[:2] == ["Then The LORD/Jehovah", "said/spake"]


def test_words_that_go_elsewhere_in_the_text_take_it_along(team: Team, work: Work) -> None:
    variant = variant_of(work, "1", "A")
    revise_variant(
        actor=team.editor, variant=variant, version=1, text="Thus it stands written. The LORD said so truly."
    )
    made = part(team, work)
    text = "The LORD said so truly. Thus it stands written."
    revise_variant(actor=team.editor, variant=variant_of(work, "1", "A"), version=2, text=text)
    made.refresh_from_db()
    assert made.state == "standing"


def test_an_edit_of_its_words_lets_it_lapse_in_sight(team: Team, work: Work) -> None:
    made = part(team, work)
    variant = variant_of(work, "1", "B")
    revise_variant(actor=team.owner, variant=variant, version=1, text="Jehovah spoke so.")
    made.refresh_from_db()
    assert made.state == "lapsed"
    assert regions(work)[0] == "The LORD said/Jehovah spoke"
    event = Event.objects.get(kind=Kind.CORRECTION_LAPSED)
    assert (event.actor, event.subject) == (team.owner, made.pk)
    assert Event.objects.get(kind=Kind.VARIANT_REVISED).after["corrections_lost"] == 1
    assert [mark.quote for mark in made.marks.order_by("pk")] == ["The LORD", "Jehovah", "said", "spake"]


def test_what_is_taken_back_counts_no_longer_and_stays_on_record(team: Team, work: Work) -> None:
    made = part(team, work)
    undo_correction(actor=team.editor, correction=made)
    assert regions(work)[0] == "The LORD said/Jehovah spake"
    assert corrections_of(passage_of(work)).get().undone_by == team.editor
    with pytest.raises(Conflict, match="undone already"):
        undo_correction(actor=team.editor, correction=made)
    assert Event.objects.get(kind=Kind.CORRECTION_UNDONE).subject == made.pk


def test_it_shows_whoever_else_is_collated(team: Team, work: Work) -> None:
    part(team, work)
    variant = variant_of(work, "1", "A")
    said = [UnitText(variant.text, ((variant, Span(0, len(variant.text))),))]
    found = take(read_corrections([variant]), said)
    assert [[(mark.witness, mark.side) for mark in one.marks] for one in found.said] == [[(0, 0), (0, 1)]]


def test_a_reader_and_a_reviewer_may_not_correct(team: Team, work: Work) -> None:
    for person in (team.reader, team.reviewer):
        with pytest.raises(NotAllowed):
            correct_collation(actor=person, passage=passage_of(work), kind="joined", marks=[words(work, "A", "LORD")])


def test_words_of_a_revision_that_is_gone_are_refused(team: Team, work: Work) -> None:
    seen = words(work, "A", "LORD")
    revise_variant(actor=team.editor, variant=seen.variant, version=1, text="The Lord said so.")
    now = MarkedWords(variant_of(work, "1", "A"), seen.revision, seen.span)
    with pytest.raises(Stale):
        correct_collation(actor=team.editor, passage=passage_of(work), kind="joined", marks=[now])


@pytest.mark.parametrize(
    ("kind", "marks"),
    [
        ("knotted", [("A", "LORD", 0)]),
        ("joined", []),
        ("joined", [("A", "LORD", 1)]),
        ("same", [("A", "LORD", 0)]),
        ("apart", [("A", "LORD", 0)]),
        ("parted", [("A", "LORD", 1)]),
        ("moved", [("A", "LORD", 0), ("B", "Jehovah", 0), ("B", "spake", 1)]),
        ("joined", [("A", " LORD", 0)]),
    ],
)
def test_what_says_nothing_is_refused(team: Team, work: Work, kind: str, marks: list[tuple[str, str, int]]) -> None:
    with pytest.raises(Invalid):
        correct_collation(
            actor=team.editor, passage=passage_of(work), kind=kind, marks=[words(work, *one) for one in marks]
        )
    assert not Correction.objects.exists()


def test_words_of_another_work_are_refused(team: Team, work: Work) -> None:
    with pytest.raises(Invalid, match="work"):
        correct_collation(
            actor=team.editor, passage=passage_of(work), kind="joined", marks=[words(team.work, "A", "cat")]
        )
