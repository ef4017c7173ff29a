"""The style guide: what a rule may be, who writes it, in which order rules stand, what becomes of those taken out."""

from typing import Any

import pytest

from tests.factories import make_work
from workbench.corpus import limits
from workbench.corpus.actions import add_style_rule, delete_style_rule, edit_style_rule
from workbench.corpus.errors import Conflict, Invalid, NotAllowed, Stale
from workbench.corpus.models import StyleRule, Work
from workbench.corpus.style import in_order, rules_of


def add(room: Any, mark: str, *, work: Work | None = None, **given: str) -> StyleRule:
    said = {"title": "Names", **given}
    return add_style_rule(actor=room.editor, workspace=room.workspace, work=work, mark=mark, **said)


def test_numbers_in_marks_count_as_numbers(room: Any) -> None:
    for mark in ("3.10", "names", "3.2", "3", "10"):
        add(room, mark, work=room.work)
    assert [rule.mark for rule in in_order(rules_of(room.work))] == ["3", "3.2", "3.10", "10", "names"]


def test_a_workspaces_rules_count_in_all_its_works_and_a_works_in_itself_alone(room: Any) -> None:
    add(room, "1")
    add(room, "1", work=room.work)
    assert [rule.work for rule in rules_of(room.work)] == [None, room.work]
    assert [rule.work for rule in rules_of(make_work(room.owner, room.workspace, title="Other"))] == [None]


@pytest.mark.parametrize("mark", ["", "a b", "3.", ".3", "3..2", "§", "a/b", "x" * (limits.MARK + 1)])
def test_what_is_no_mark_is_refused(room: Any, mark: str) -> None:
    with pytest.raises(Invalid) as refused:
        add(room, mark)
    assert set(refused.value.fields) == {"mark"}


def test_a_paragraph_sign_before_the_mark_is_not_part_of_it(room: Any) -> None:
    assert add(room, "§3.2").mark == "3.2"


def test_a_rule_has_a_title(room: Any) -> None:
    with pytest.raises(Invalid):
        add(room, "1", title=" ")


def test_a_mark_stands_once_in_letters_of_either_case(room: Any) -> None:
    add(room, "Names", work=room.work)
    with pytest.raises(Conflict):
        add(room, "names", work=room.work)
    other = add(room, "2", work=room.work)
    with pytest.raises(Conflict):
        edit_style_rule(actor=room.editor, rule=other, version=1, changes={"mark": "NAMES"})
    assert edit_style_rule(actor=room.editor, rule=other, version=1, changes={"title": "All"}).title == "All"


def test_a_guide_has_a_bound(room: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "STYLE_RULES", 1)
    add(room, "1", work=room.work)
    with pytest.raises(Invalid, match="At most 1"):
        add(room, "2", work=room.work)


def test_late_writers_are_told(room: Any) -> None:
    rule = add(room, "1")
    edit_style_rule(actor=room.editor, rule=rule, version=1, changes={"text": "First."})
    with pytest.raises(Stale):
        edit_style_rule(actor=room.editor, rule=rule, version=1, changes={"text": "Second."})
    with pytest.raises(Stale):
        delete_style_rule(actor=room.editor, rule=rule, version=1)


def test_reviewers_read_it_alone(room: Any) -> None:
    rule = add(room, "1")
    with pytest.raises(NotAllowed):
        add_style_rule(actor=room.reviewer, workspace=room.workspace, mark="2", title="Names")
    with pytest.raises(NotAllowed):
        edit_style_rule(actor=room.reviewer, rule=rule, version=1, changes={"title": "All"})
    with pytest.raises(NotAllowed):
        delete_style_rule(actor=room.reviewer, rule=rule, version=1)
