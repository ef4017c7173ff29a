"""The page of words that count as the same."""

import json
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.conftest import Team
from tests.factories import make_work, passage_of
from tests.web.markup import fold
from workbench.corpus import previewing
from workbench.corpus.models import Equivalence

PAGE = "/works/room/a-small-work/equivalences/"
RULE = {"left": "mat", "right": "rug", "scope": "work"}


def test_an_editor_adds_a_rule_and_undoes_it(client: Client, team: Team) -> None:
    client.force_login(team.editor)
    client.post(PAGE, RULE)
    rule = Equivalence.objects.get(work=team.work, undone_at=None)
    assert (rule.left, rule.right) == ("mat", "rug")
    assert "in this work" in fold(client.get(PAGE).content.decode())
    client.post(f"{PAGE}{rule.pk}/undo/")
    assert not Equivalence.objects.filter(undone_at=None).exists()


def test_what_a_rule_makes_equal_is_counted_before_it_stands(client: Client, team: Team) -> None:
    client.force_login(team.editor)
    page = client.post(PAGE, {**RULE, "count": "1"})
    assert (page.status_code, Equivalence.objects.exists()) == (200, False)
    assert "This makes 0 differences equal and 1 smaller, in 1 passage. Nothing" in fold(page.content.decode())
    assert 'value="mat"' in fold(page.content.decode())
    assert client.post(PAGE, {**RULE, "right": "mat", "count": "1"}).status_code == 422


def test_a_rule_of_one_word_twice_is_refused_at_its_field(client: Client, team: Team) -> None:
    client.force_login(team.editor)
    answer = client.post(PAGE, {**RULE, "right": "mat"})
    assert answer.status_code == 422
    assert "Other words than those on the left" in fold(answer.content.decode())


def test_a_reviewer_reads_the_rules_and_changes_none(client: Client, team: Team) -> None:
    client.force_login(team.editor)
    client.post(PAGE, RULE)
    rule = Equivalence.objects.get()
    client.force_login(team.reviewer)
    assert "mat" in fold(client.get(PAGE).content.decode())
    assert client.post(PAGE, {**RULE, "left": "cat"}).status_code == 403
    assert client.post(f"{PAGE}{rule.pk}/undo/").status_code == 403
    client.force_login(team.outsider)
    assert client.post(f"{PAGE}{rule.pk}/undo/").status_code == 404
    assert Equivalence.objects.filter(undone_at=None).count() == 1


def test_a_rule_begun_at_a_difference_has_both_sides_filled_in_without_outer_signs(client: Client, team: Team) -> None:
    client.force_login(team.editor)
    passage = passage_of(team.work)
    begun: dict[str, Any] = {"left": "mat,", "right": "“rug”", "passage": passage.pk, "next": "/x/"}
    page = fold(client.get(PAGE, begun).content.decode())
    assert ('value="mat"' in page, 'value="rug"' in page) == (True, True)
    assert f'name="passage" value="{passage.pk}"' in page
    assert "only in passage 1" in page


def test_a_rule_for_one_passage_leads_back_to_where_it_began(client: Client, team: Team) -> None:
    client.force_login(team.editor)
    passage = passage_of(team.work)
    given = {**RULE, "scope": "passage", "passage": passage.pk, "next": f"/works/room/{team.work.slug}/compare/"}
    assert client.post(PAGE, given).headers["Location"] == given["next"]
    assert Equivalence.objects.get().passage == passage
    assert client.post(PAGE, {**given, "next": "https://elsewhere.example/"}).headers["Location"] == PAGE


def test_a_rule_for_a_passage_needs_one_of_this_work(client: Client, team: Team) -> None:
    client.force_login(team.editor)
    other = passage_of(make_work(team.owner, team.workspace, title="Another"))
    assert client.post(PAGE, {**RULE, "scope": "passage"}).status_code == 422
    for named in (other.pk, "x", "²"):
        assert client.post(PAGE, {**RULE, "scope": "passage", "passage": named}).status_code == 404
    assert not Equivalence.objects.exists()


def test_scripts_are_told_what_was_done_and_where_it_is_undone(client: Client, team: Team) -> None:
    client.force_login(team.editor)
    made = client.post(PAGE, RULE, headers={"HX-Request": "true"})
    event = json.loads(made.headers["HX-Trigger"])["rules-changed"]
    rule = Equivalence.objects.get()
    assert event == {
        "done": "“mat” and “rug” count as the same in this work.",
        "undo": f"{PAGE}{rule.pk}/undo/",
    }
    undone = client.post(event["undo"], headers={"HX-Request": "true"})
    said = json.loads(undone.headers["HX-Trigger"])["rules-changed"]
    assert said == {"done": "“mat” and “rug” are different words again.", "undo": ""}
    assert (made.status_code, undone.status_code) == (204, 204)


def test_the_line_beside_the_form_counts_and_writes_nothing(client: Client, team: Team) -> None:
    client.force_login(team.editor)
    asked = {"left": "mat", "right": "rug", "scope": "passage", "passage": passage_of(team.work).pk}
    assert "This makes 0 differences equal and 1 smaller, in 1 passage" in _counted(client, asked)
    assert "This makes no difference go away." in _counted(client, {**asked, "left": "dog"})
    assert "Other words than those on the left" in _counted(client, {**asked, "left": "rug"})
    assert not Equivalence.objects.exists()


def test_what_is_too_long_to_be_counted_is_said(client: Client, team: Team, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(previewing, "MOST_READ", 1)
    client.force_login(team.editor)
    asked = {**RULE, "passage": passage_of(team.work).pk}
    assert "The texts with these words are too long or too many to be counted here." in _counted(client, asked)


def _counted(client: Client, asked: dict[str, Any]) -> str:
    return fold(client.get(f"{PAGE}count/", asked).content.decode())


@pytest.mark.parametrize("person", ["reviewer", "editor"])
def test_the_passage_page_lists_words_to_treat_as_equal_for_editors(client: Client, team: Team, person: str) -> None:
    client.force_login(getattr(team, person))
    page = fold(client.get(f"/works/room/{team.work.slug}/passages/{passage_of(team.work).pk}/").content.decode())
    assert ("?left=sat+on+the+mat&amp;right=lay+on+the+rug&amp;passage=" in page) == (person == "editor")


def test_a_rule_is_limited_to_translations_and_says_so(client: Client, team: Team) -> None:
    client.force_login(team.editor)
    chosen = [one.pk for one in team.work.translations.all()]
    page = fold(client.post(PAGE, {**RULE, "translations": chosen, "count": "1"}).content.decode())
    assert "0 differences equal and 1 smaller" in page
    client.post(PAGE, {**RULE, "translations": chosen})
    assert Equivalence.objects.get().is_limited
    page = fold(client.get(PAGE).content.decode())
    assert "· only between" in page
    assert page.count('class="siglum"') >= len(chosen)
    answer = client.post(PAGE, {**RULE, "left": "cat", "translations": chosen[:1]})
    assert (answer.status_code, "Two translations of the work" in fold(answer.content.decode())) == (422, True)


def test_the_list_takes_as_many_queries_for_one_limited_rule_as_for_three(client: Client, team: Team) -> None:
    client.force_login(team.editor)
    chosen = [one.pk for one in team.work.translations.all()]
    client.post(PAGE, {**RULE, "translations": chosen})
    with CaptureQueriesContext(connection) as first:
        client.get(PAGE)
    for left in ("cat", "sat"):
        client.post(PAGE, {**RULE, "left": left, "translations": chosen})
    client.get(PAGE)
    with CaptureQueriesContext(connection) as then:
        client.get(PAGE)
    assert len(then) <= len(first)
