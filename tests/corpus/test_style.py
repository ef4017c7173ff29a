"""The style guide: what a rule may be, who writes it, in which order rules stand, what becomes of those taken out."""

from typing import Any

import pytest

from tests.factories import make_work
from workbench.corpus import limits
from workbench.corpus.actions import add_style_rule, delete_style_rule, edit_style_rule
from workbench.corpus.errors import Conflict, Invalid, NotAllowed, Stale
from workbench.corpus.models import StyleRule, Work
from workbench.corpus.style import in_order, rules_of


def add(team: Any, mark: str, *, work: Work | None = None, **given: str) -> StyleRule:
    said = {"title": "Names", **given}
    return add_style_rule(actor=team.editor, workspace=team.workspace, work=work, mark=mark, **said)


def test_numbers_in_marks_count_as_numbers(team: Any) -> None:
    for mark in ("3.10", "names", "3.2", "3", "10"):
        add(team, mark, work=team.work)
    assert [rule.mark for rule in in_order(rules_of(team.work))] == ["3", "3.2", "3.10", "10", "names"]


def test_a_workspaces_rules_count_in_all_its_works_and_a_works_in_itself_alone(team: Any) -> None:
    add(team, "1")
    add(team, "1", work=team.work)
    assert [rule.work for rule in rules_of(team.work)] == [None, team.work]
    assert [rule.work for rule in rules_of(make_work(team.owner, team.workspace, title="Other"))] == [None]


@pytest.mark.parametrize("mark", ["", "a b", "3.", ".3", "3..2", "§", "a/b", "x" * (limits.MARK + 1)])
def test_what_is_no_mark_is_refused(team: Any, mark: str) -> None:
    with pytest.raises(Invalid) as refused:
        add(team, mark)
    assert set(refused.value.fields) == {"mark"}


def test_a_paragraph_sign_before_the_mark_is_not_part_of_it(team: Any) -> None:
    assert add(team, "§3.2").mark == "3.2"


def test_a_rule_has_a_title(team: Any) -> None:
    with pytest.raises(Invalid):
        add(team, "1", title=" ")


def test_a_mark_stands_once_in_letters_of_either_case(team: Any) -> None:
    add(team, "Names", work=team.work)
    with pytest.raises(Conflict):
        add(team, "names", work=team.work)
    other = add(team, "2", work=team.work)
    with pytest.raises(Conflict):
        edit_style_rule(actor=team.editor, rule=other, version=1, changes={"mark": "NAMES"})
    assert edit_style_rule(actor=team.editor, rule=other, version=1, changes={"title": "All"}).title == "All"


def test_a_guide_has_a_bound(team: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "STYLE_RULES", 1)
    add(team, "1", work=team.work)
    with pytest.raises(Invalid, match="At most 1"):
        add(team, "2", work=team.work)


def test_late_writers_are_told(team: Any) -> None:
    rule = add(team, "1")
    edit_style_rule(actor=team.editor, rule=rule, version=1, changes={"text": "First."})
    with pytest.raises(Stale):
        edit_style_rule(actor=team.editor, rule=rule, version=1, changes={"text": "Second."})
    with pytest.raises(Stale):
        delete_style_rule(actor=team.editor, rule=rule, version=1)


def test_reviewers_read_it_alone(team: Any) -> None:
    rule = add(team, "1")
    with pytest.raises(NotAllowed):
        add_style_rule(actor=team.reviewer, workspace=team.workspace, mark="2", title="Names")
    with pytest.raises(NotAllowed):
        edit_style_rule(actor=team.reviewer, rule=rule, version=1, changes={"title": "All"})
    with pytest.raises(NotAllowed):
        delete_style_rule(actor=team.reviewer, rule=rule, version=1)
