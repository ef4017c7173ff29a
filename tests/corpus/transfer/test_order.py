"""New passages among those of a work, and passages moved."""

from typing import Any

import pytest

from tests.conftest import Team
from workbench.corpus.actions import add_passage, create_work, edit_passage
from workbench.corpus.errors import Invalid
from workbench.corpus.models import Passage, Work
from workbench.corpus.transfer import ImportOptions
from workbench.interchange.document import Document, PassageRecord, TranslationRecord, VariantRecord, WorkRecord
from workbench.review.transfer import import_document, plan_import

pytestmark = pytest.mark.django_db


@pytest.fixture
def work(team: Team) -> Work:
    return create_work(actor=team.editor, workspace=team.workspace, title="Ordered")


def fill(team: Team, work: Work, references: list[str]) -> None:
    for reference in references:
        add_passage(actor=team.editor, work=work, reference=reference)


def document(references: list[str]) -> Document:
    passages = tuple(PassageRecord(one, (VariantRecord("Z", f"Text {one}."),)) for one in references)
    return Document((WorkRecord(translations=(TranslationRecord("Z"),), passages=passages),))


def order(work: Work) -> list[str]:
    return list(Passage.objects.filter(work=work).order_by("position").values_list("reference", flat=True))


@pytest.mark.parametrize(
    ("stored", "brought", "expected"),
    [
        (["1", "2", "4", "10"], ["3"], ["1", "2", "3", "4", "10"]),
        (["1", "2", "10"], ["9", "3", "11"], ["1", "2", "3", "9", "10", "11"]),
        (["Ruth 1:1", "Ruth 1:10"], ["Ruth 1:2"], ["Ruth 1:1", "Ruth 1:2", "Ruth 1:10"]),
        (["Gen 1:1", "Ruth 1:1"], ["Gen 1:2"], ["Gen 1:1", "Gen 1:2", "Ruth 1:1"]),
        (["b", "a"], ["b", "c", "a"], ["b", "c", "a"]),
        (["2", "1"], ["2", "3"], ["2", "3", "1"]),
        (["1"], ["preface", "1"], ["preface", "1"]),
        (["1"], ["0"], ["0", "1"]),
        (["a"], ["x", "y"], ["a", "x", "y"]),
    ],
)
def test_new_passages_are_put_where_their_references_belong(
    team: Team, work: Work, stored: list[str], brought: list[str], expected: list[str]
) -> None:
    fill(team, work, stored)
    said: dict[str, Any] = {"actor": team.editor, "workspace": team.workspace, "work": work, "options": ImportOptions()}
    import_document(document=document(brought), **said)
    assert order(work) == expected
    positions = list(Passage.objects.filter(work=work).order_by("position").values_list("position", flat=True))
    assert positions == list(range(1, len(expected) + 1))


def test_where_they_are_put_is_said_before(team: Team, work: Work) -> None:
    fill(team, work, ["1", "2", "4"])
    said: dict[str, Any] = {"actor": team.editor, "workspace": team.workspace, "work": work, "options": ImportOptions()}
    (report,) = plan_import(document=document(["0", "3"]), **said).works
    assert report.warnings == ("2 new passages are put where their references belong: 0 at the beginning, 3 after 2.",)


@pytest.mark.parametrize(
    ("position", "expected"),
    [
        (1, ["3", "1", "2", "4"]),
        (2, ["1", "3", "2", "4"]),
        (3, ["1", "2", "3", "4"]),
        (4, ["1", "2", "4", "3"]),
    ],
)
def test_a_passage_is_moved_and_those_between_close_up(
    team: Team, work: Work, position: int, expected: list[str]
) -> None:
    fill(team, work, ["1", "2", "3", "4"])
    passage = Passage.objects.get(work=work, reference="3")
    moved = edit_passage(actor=team.editor, passage=passage, version=1, changes={}, position=position)
    assert (moved.position, moved.version) == (position, 2)
    assert order(work) == expected


@pytest.mark.parametrize("position", [0, 3])
def test_a_position_beyond_the_work_is_refused(team: Team, work: Work, position: int) -> None:
    fill(team, work, ["1", "2"])
    passage = Passage.objects.get(work=work, reference="1")
    with pytest.raises(Invalid, match="A position from 1 to 2 is expected"):
        edit_passage(actor=team.editor, passage=passage, version=1, changes={}, position=position)
