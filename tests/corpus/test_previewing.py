"""What a rule would make equal, counted before it stands."""

from typing import Any

import pytest

from tests.conftest import Team
from tests.factories import make_work, passage_of
from workbench.corpus import previewing
from workbench.corpus.actions import add_equivalence, undo_equivalence
from workbench.corpus.errors import Invalid, NotAllowed
from workbench.corpus.measuring import measure_waiting
from workbench.corpus.models import Equivalence, Translation, Work
from workbench.corpus.previewing import RulePreview, preview_equivalence

TEXTS = {
    "A": ("mat came in.", "mat wrote it.", "Nobody came.", "The cat sat on the mat."),
    "B": ("rug came in.", "mat wrote it.", "Nobody came.", "The cat lay on the rug."),
    "C": ("mat came in.", "rug wrote it.", "Somebody came.", "The cat lay on the rug."),
}
NAMES: dict[str, Any] = {"left": "mat", "right": "rug"}


@pytest.fixture
def work(team: Team) -> Work:
    return make_work(team.owner, team.workspace, TEXTS, title="Letter")


def test_a_preview_counts_the_differences_that_vanish_and_those_that_become_smaller(team: Team, work: Work) -> None:
    preview = preview_equivalence(actor=team.editor, workspace=team.workspace, work=work, **NAMES)
    assert preview == RulePreview(gone=4, narrowed=2, passages=3, is_whole=True)
    assert not Equivalence.objects.exists()


def test_a_rule_that_stands_makes_nothing_equal_any_more(team: Team, work: Work) -> None:
    add_equivalence(actor=team.editor, workspace=team.workspace, work=work, **NAMES)
    preview = preview_equivalence(actor=team.editor, workspace=team.workspace, work=work, **NAMES)
    assert (preview.gone, preview.narrowed, preview.passages) == (0, 0, 0)


def test_what_follows_from_rules_that_stand_is_counted_and_measured(team: Team) -> None:
    work = make_work(team.owner, team.workspace, {"A": ["mat came."], "B": ["carpet came."]}, title="Chain")
    for left, right in (("mat", "rug"), ("Runner", "carpet")):
        add_equivalence(actor=team.editor, workspace=team.workspace, work=work, left=left, right=right)
    joining: dict[str, Any] = {"workspace": team.workspace, "work": work, "left": "Rug", "right": "runner"}
    assert preview_equivalence(actor=team.editor, **joining) == RulePreview(0, 0, 0, is_whole=True)
    joining |= {"left": "rug", "right": "Runner"}
    assert preview_equivalence(actor=team.editor, **joining) == RulePreview(1, 0, 1, is_whole=True)
    measure_waiting(work)
    rule = add_equivalence(actor=team.editor, **joining)
    assert measure_waiting(work) == 1
    assert passage_of(work).variation == 0
    undo_equivalence(actor=team.editor, equivalence=rule)
    assert measure_waiting(work) == 1
    assert passage_of(work).variation


def test_only_the_place_that_the_rule_is_for_is_counted(team: Team, work: Work) -> None:
    make_work(team.owner, team.workspace, {sigil: TEXTS[sigil][:1] for sigil in "AB"}, title="Another")
    passage = passage_of(work, "1")
    scopes: tuple[dict[str, Any], ...] = ({"passage": passage}, {"work": work}, {})
    counts = [
        preview_equivalence(actor=team.editor, workspace=team.workspace, **NAMES, **scope).gone for scope in scopes
    ]
    assert counts == [2, 4, 5]


def test_translations_into_different_languages_are_not_compared(team: Team, work: Work) -> None:
    Translation.objects.filter(work=work, siglum="B").update(language="de")
    preview = preview_equivalence(actor=team.editor, workspace=team.workspace, work=work, **NAMES)
    assert preview == RulePreview(gone=1, narrowed=1, passages=2, is_whole=True)


def test_texts_that_hold_only_one_side_of_the_rule_are_not_counted(team: Team) -> None:
    make_work(team.owner, team.workspace, {"A": ["The LORD came."], "B": ["The Lord came."], "C": ["Jehovah came."]})
    preview = preview_equivalence(actor=team.editor, workspace=team.workspace, left="LORD", right="Jehovah")
    assert preview == RulePreview(gone=0, narrowed=1, passages=1, is_whole=True)


@pytest.mark.parametrize(("bound", "most"), [("MOST_PASSAGES", 1), ("MOST_CHARACTERS", 50), ("MOST_READ", 50)])
def test_a_preview_that_stops_says_so(
    team: Team, work: Work, monkeypatch: pytest.MonkeyPatch, bound: str, most: int
) -> None:
    monkeypatch.setattr(previewing, bound, most)
    preview = preview_equivalence(actor=team.editor, workspace=team.workspace, work=work, **NAMES)
    assert (preview.gone, preview.is_whole) == (2, False)


def test_what_could_not_be_added_is_not_counted(team: Team) -> None:
    with pytest.raises(Invalid):
        preview_equivalence(actor=team.editor, workspace=team.workspace, left="mat", right="mat")
    with pytest.raises(NotAllowed):
        preview_equivalence(actor=team.reviewer, workspace=team.workspace, left="mat", right="rug")
