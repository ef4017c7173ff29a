"""What discussions are classified by: default lists, a workspace's own, and threads that keep what they were called."""

from dataclasses import replace
from typing import Any

import pytest

from tests.conftest import Team
from tests.factories import make_user, make_workspace, passage_of
from workbench.accounts.errors import Invalid, NotAllowed, Stale
from workbench.review.actions import change_thread, classify_by, open_thread
from workbench.review.classification import DEFAULT, CategoryTerm, Lists, SeverityTerm, lists_of
from workbench.review.filters import ThreadFilter, find_threads
from workbench.review.models import Classification, Thread

MINE = [CategoryTerm("rhyme", "Reim"), CategoryTerm("sound/metre", "")]
SCALE = [SeverityTerm("hint", "Hint", 0.1), SeverityTerm("fault", "Fault", 10)]


def put(team: Team, version: int = 1, **lists: Any) -> Lists:
    chosen = {"categories": MINE, "severities": SCALE, **lists}
    return classify_by(actor=team.owner, workspace=team.workspace, version=version, **chosen)


def opened(team: Team, **names: Any) -> Thread:
    return open_thread(actor=team.reviewer, passage=passage_of(team.work), body="Hm.", **names)


def test_a_workspace_without_lists_has_those_of_mqm(team: Team) -> None:
    lists = lists_of(team.workspace.pk)
    assert lists is DEFAULT
    assert lists.weights == {"neutral": 0, "minor": 1, "major": 5, "critical": 25}
    assert {one.name: one.parent for one in lists.categories}["accuracy/omission"] == "accuracy"
    assert lists.label_of("accuracy/omission") == "Omission"


def test_an_owner_puts_others_in_their_place_for_this_workspace_alone(team: Team) -> None:
    lists = put(team)
    assert (lists.version, lists.weights) == (2, {"hint": 0.1, "fault": 10})
    assert lists.category_choices == [("rhyme", "Reim"), ("sound/metre", "sound/metre")]
    assert lists_of(team.workspace.pk) == lists
    assert lists_of(make_workspace(make_user()).pk) is DEFAULT
    assert opened(team, category="rhyme", severity="fault").severity == "fault"
    with pytest.raises(Invalid) as refused:
        opened(team, category="style")
    assert refused.value.fields == {"category": "One of rhyme, sound/metre is expected."}


def test_threads_keep_what_they_were_called(team: Team) -> None:
    thread = opened(team, category="style", severity="minor")
    put(team)
    changes = {"category": "style", "severity": "fault"}
    changed = change_thread(actor=team.reviewer, thread=thread, version=1, changes=changes)  # type: ignore[arg-type]
    assert (changed.category, changed.severity) == ("style", "fault")


def test_only_owners_change_the_lists_and_only_those_they_saw(team: Team) -> None:
    with pytest.raises(NotAllowed):
        classify_by(actor=team.editor, workspace=team.workspace, version=1, categories=MINE, severities=SCALE)
    put(team)
    with pytest.raises(Stale) as late:
        put(team, severities=[replace(SCALE[0], weight=7)])
    assert (lists_of(team.workspace.pk).weights["hint"], late.value.current) == (0.1, Classification.objects.get())


@pytest.mark.parametrize(
    ("field", "terms", "code"),
    [
        ("categories", [CategoryTerm("Rhyme", "")], "invalid_name"),
        ("categories", [CategoryTerm("a//b", "")], "invalid_name"),
        ("categories", [CategoryTerm("a/", "")], "invalid_name"),
        ("categories", [CategoryTerm("a", ""), CategoryTerm("a", "B")], "repeated"),
        ("categories", [CategoryTerm(f"c{n}", "") for n in range(201)], "too_many"),
        ("categories", [CategoryTerm("a", "two\nlines")], "not_a_line"),
        ("severities", [SeverityTerm("a", "", -1)], "invalid_weight"),
        ("severities", [SeverityTerm("a", "", float("nan"))], "invalid_weight"),
        ("severities", [], "required"),
    ],
)
def test_lists_that_mean_nothing_are_refused(team: Team, field: str, terms: Any, code: str) -> None:
    with pytest.raises(Invalid) as refused:
        put(team, **{field: terms})
    assert (refused.value.code, list(refused.value.fields)) == (code, [field])
    assert lists_of(team.workspace.pk) is DEFAULT


def test_the_gravest_come_first_by_the_scale_of_their_own_workspace(team: Team) -> None:
    put(team)
    hint, fault, none = opened(team, severity="hint"), opened(team, severity="fault"), opened(team)
    Thread.objects.filter(pk=none.pk).update(severity="minor")  # from before: heavier than a hint, lighter than a fault
    found = find_threads(team.reader, ThreadFilter(order="severity"))
    assert [one.pk for one in found] == [fault.pk, none.pk, hint.pk]
