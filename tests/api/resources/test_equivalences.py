"""Equivalent words, by a script."""

from typing import Any

import pytest

from tests.api.conftest import places
from tests.conftest import Team
from tests.factories import make_work, passage_of
from workbench.corpus.actions import add_equivalence
from workbench.corpus.models import Equivalence

RULE = {"work": "a-small-work", "left": "mat", "right": "rug"}


@pytest.fixture
def editor(team: Team, script: Any) -> Any:
    return script(team.editor)


def test_a_rule_is_tried_added_read_and_undone(editor: Any, team: Team) -> None:
    tried = editor.post("equivalences/preview/", RULE)
    assert (tried.status_code, tried.json()) == (
        200,
        {"left": "mat", "right": "rug", "differences": 0, "smaller": 1, "passages": 1, "is_complete": True},
    )
    assert not Equivalence.objects.exists()
    made = editor.post("equivalences/", RULE)
    assert made.status_code == 201
    assert editor.get(made["Location"]).json() == made.json()
    assert [row["id"] for row in editor.get("equivalences/?work=a-small-work").json()["results"]] == [made.json()["id"]]
    undone = editor.post(f"{made['Location']}undo/")
    assert undone.json()["undone_by"]["username"] == "editor"
    assert editor.get("equivalences/").json()["results"] == []
    assert editor.post(f"{made['Location']}undo/").status_code == 409


def test_a_rule_makes_the_difference_smaller(editor: Any, team: Team) -> None:
    address = f"passages/{passage_of(team.work).pk}/diff/?left=A&right=B"

    def differing() -> list[str]:
        return [one["left"]["text"] for one in editor.get(address).json()["differences"]]

    assert differing() == ["sat on the mat"]
    editor.post("equivalences/", {"passage": passage_of(team.work).pk, "left": "mat", "right": "rug"})
    assert differing() == ["sat"]


def test_a_list_has_the_rules_that_count_in_a_work_or_a_passage(editor: Any, team: Team) -> None:
    other = make_work(team.owner, team.workspace, title="Another")
    scopes: dict[str, dict[str, Any]] = {
        "everywhere": {},
        "work": {"work": team.work},
        "first": {"passage": passage_of(team.work, "1")},
        "other": {"work": other},
    }
    for name, scope in scopes.items():
        add_equivalence(actor=team.editor, workspace=team.workspace, left=name, right="x", **scope)

    def listed(query: str) -> list[str]:
        return [row["left"] for row in editor.get(f"equivalences/?{query}").json()["results"]]

    assert listed("work=a-small-work") == ["everywhere", "work", "first"]
    assert listed(f"passage={passage_of(team.work, '1').pk}") == ["everywhere", "work", "first"]
    assert listed(f"passage={passage_of(team.work, '2').pk}") == ["everywhere", "work"]
    assert listed("workspace=room") == ["everywhere", "work", "first", "other"]
    assert listed("work=nothing") == listed("passage=987654321") == []


@pytest.mark.parametrize(
    ("body", "status", "place"),
    [
        ({"left": "a", "right": "b"}, 422, ("/workspace", "required")),
        ({**RULE, "passage": 1}, 422, ("/passage", "several_scopes")),
        ({**RULE, "work": "nothing"}, 422, ("/work", "unknown_work")),
        ({"workspace": "elsewhere", "left": "a", "right": "b"}, 422, ("/workspace", "unknown_workspace")),
        ({"passage": 987654321, "left": "a", "right": "b"}, 422, ("/passage", "unknown_id")),
        ({**RULE, "right": "mat"}, 422, ("/right", "no_change")),
        ({**RULE, "right": 1}, 400, ("/right", "type")),
    ],
)
@pytest.mark.parametrize("address", ["equivalences/", "equivalences/preview/"])
def test_what_is_no_rule_is_refused(
    editor: Any, address: str, body: dict[str, Any], status: int, place: tuple[str, str]
) -> None:
    answer = editor.post(address, body)
    assert (answer.status_code, places(answer)) == (status, [place])


def test_outsiders_see_no_rule_and_reviewers_make_none(editor: Any, team: Team, script: Any) -> None:
    address = editor.post("equivalences/", RULE)["Location"]
    outsider, reviewer = script(team.outsider), script(team.reviewer)
    assert outsider.get("equivalences/").json()["results"] == []
    assert [outsider.get(address).status_code, outsider.post(f"{address}undo/").status_code] == [404, 404]
    assert reviewer.get(address).status_code == 200
    statuses = [
        reviewer.post(one, body).status_code
        for one, body in (("equivalences/", RULE), ("equivalences/preview/", RULE), (f"{address}undo/", {}))
    ]
    assert statuses == [403, 403, 403]


def test_a_rule_for_one_passage_counts_there_alone(editor: Any, team: Team) -> None:
    work = make_work(team.owner, team.workspace, {"A": ["A mat."] * 2, "B": ["A rug."] * 2}, title="Twice")
    first, second = passage_of(work, "1").pk, passage_of(work, "2").pk
    editor.post("equivalences/", {"passage": first, "left": "mat", "right": "rug"})

    def verdict(passage: int) -> tuple[str, int]:
        answer = editor.get(f"passages/{passage}/diff/?left=A&right=B").json()
        columns = editor.get(f"passages/{passage}/collation/").json()["columns"]
        return answer["verdict"], sum(column["is_variant"] for column in columns)

    assert (verdict(first)[1], verdict(second)[1]) == (0, 1)
    assert (verdict(first)[0] != "different", verdict(second)[0]) == (True, "different")
    found = editor.get(f"works/{work.slug}/variation/").json()["passages"]
    assert [(row["variation"] or 0) > 0 for row in found] == [False, True]


def test_a_rule_of_letters_says_so(editor: Any, team: Team) -> None:
    body = {**RULE, "left": "u", "right": "v", "of": "letters"}
    assert editor.post("equivalences/preview/", body).status_code == 200
    made = editor.post("equivalences/", body)
    assert (made.status_code, made.json()["of"]) == (201, "letters")
    assert editor.post("equivalences/", {**body, "left": "2"}).status_code == 422


def test_a_rule_between_chosen_translations_counts_where_only_these_are_compared(editor: Any, team: Team) -> None:
    made = editor.post("equivalences/", {**RULE, "translations": ["B", "A"]})
    assert made.json()["translations"] == ["A", "B"]
    passage = passage_of(team.work).pk
    alike = editor.get(f"passages/{passage}/diff/?left=A&right=B").json()["differences"]
    assert [one["left"]["text"] for one in alike] == ["sat"]
    assert editor.post("equivalences/preview/", {**RULE, "translations": ["A", "B"]}).json()["smaller"] == 0
    assert editor.post("equivalences/", RULE).json()["translations"] is None


@pytest.mark.parametrize(
    "given",
    [
        {**RULE, "translations": ["A"]},
        {**RULE, "translations": ["A", "Z"]},
        {"workspace": "room", "left": "mat", "right": "rug", "translations": ["A", "B"]},
    ],
)
def test_translations_that_cannot_be_chosen_are_refused(editor: Any, team: Team, given: dict[str, Any]) -> None:
    answer = editor.post("equivalences/", given)
    assert (answer.status_code, Equivalence.objects.exists()) == (422, False)
    assert "translations" in str(answer.json())
