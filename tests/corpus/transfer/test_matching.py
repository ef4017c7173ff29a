"""References of a file that the work writes otherwise."""

from typing import Any

import pytest

from tests.conftest import Team
from workbench.corpus.actions import add_passage, create_work
from workbench.corpus.models import Passage, Variant, Work
from workbench.corpus.transfer import ImportOptions
from workbench.interchange.document import (
    CommentRecord,
    Document,
    PassageRecord,
    RuleRecord,
    ThreadRecord,
    TranslationRecord,
    VariantRecord,
    WorkRecord,
)
from workbench.review.models import Thread
from workbench.review.transfer import import_document, plan_import

pytestmark = pytest.mark.django_db


@pytest.fixture
def work(team: Team) -> Work:
    work = create_work(actor=team.editor, workspace=team.workspace, title="A Bible")
    for reference in ("Gen.1.1", "Gen.1.2", "Exod.1.1", "preface"):
        add_passage(actor=team.editor, work=work, reference=reference)
    return work


def said(team: Team, work: Work, references: list[str], **more: Any) -> dict[str, Any]:
    passages = tuple(PassageRecord(one, (VariantRecord("Z", f"Text {one}."),)) for one in references)
    record = WorkRecord(translations=(TranslationRecord("Z"),), passages=passages, **more)
    who = {"actor": team.editor, "workspace": team.workspace, "work": work, "options": ImportOptions()}
    return {"document": Document((record,)), **who}


def test_a_reference_finds_the_passage_that_it_means(team: Team, work: Work) -> None:
    done = import_document(**said(team, work, ["Gen 1:1", "Genesis 1,2", "Exod.1.1", "Gen 1:3"]))
    rows = Variant.objects.filter(work=work).order_by("passage__position")
    assert list(rows.values_list("passage__reference", "text")) == [
        ("Gen.1.1", "Text Gen 1:1."),
        ("Gen.1.2", "Text Genesis 1,2."),
        ("Gen 1:3", "Text Gen 1:3."),
        ("Exod.1.1", "Text Exod.1.1."),
    ]
    (told,) = done.report.works
    assert "2 references are written otherwise in the work: Gen 1:1 is Gen.1.1." in told.warnings
    assert (told.passages_matched, told.passages_made) == (3, 1)


def test_what_is_said_of_it_goes_to_the_passage(team: Team, work: Work) -> None:
    thread = ThreadRecord("Gen 1:1", (CommentRecord("Ann", "Why?"),))
    rule = RuleRecord("colour", "color", "Gen 1:1")
    import_document(**said(team, work, ["Gen 1:1"], threads=(thread,), rules=(rule,)))
    assert Thread.objects.get().passage.reference == "Gen.1.1"  # type: ignore[union-attr]
    assert work.equivalences.get().passage.reference == "Gen.1.1"  # type: ignore[union-attr]


def test_what_two_could_mean_is_left_alone(team: Team, work: Work) -> None:
    import_document(**said(team, work, ["Gen 1:1", "Genesis 1:1"]))
    assert Passage.objects.filter(work=work).count() == 6


def test_the_very_reference_goes_before_another_way_to_write_it(team: Team, work: Work) -> None:
    (told,) = plan_import(**said(team, work, ["Gen.1.1", "Gen 1:1"])).works
    assert (told.passages_matched, told.passages_made) == (1, 1)
