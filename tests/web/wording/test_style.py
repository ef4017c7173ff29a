"""The pages of a style guide, and remarks that lead to its rules."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.factories import make_work, passage_of
from workbench.accounts.models import Workspace
from workbench.corpus.actions import add_style_rule
from workbench.corpus.models import StyleRule
from workbench.review.actions import open_thread

STYLE = "/works/room/a-small-work/style/"
COMPARE = "/works/room/a-small-work/compare/?at=1"


@pytest.fixture
def editor(team: Any, client: Client) -> Client:
    client.force_login(team.editor)
    return client


def make(editor: Client, **given: str) -> Any:
    said = {"mark": "3.2", "title": "Patronymics", "text": "They are *kept*.", "scope": "work", **given}
    return editor.post(f"{STYLE}new/", said)


def text_of(client: Client, address: str) -> str:
    return str(client.get(address).content.decode())


def test_a_rule_is_made_and_read(editor: Client) -> None:
    assert make(editor, wanted="Nikolai Ivanovich", unwanted="Mr. Yezhov").status_code == 302
    page = text_of(editor, STYLE)
    assert all(words in page for words in ("Patronymics", "<em>kept</em>", "Nikolai Ivanovich", "Mr. Yezhov"))


def test_a_refusal_stands_at_its_field(editor: Client) -> None:
    refused = make(editor, mark="a b")
    assert (refused.status_code, "A short mark" in refused.content.decode()) == (422, True)


def test_a_late_writer_sees_the_form_again(editor: Client) -> None:
    make(editor)
    address = f"{STYLE}{StyleRule.objects.get().pk}/edit/"
    editor.post(address, {"mark": "3.2", "title": "First", "version": "1"})
    late = editor.post(address, {"mark": "3.2", "title": "Second", "version": "1"})
    assert (late.status_code, "It now reads: First" in late.content.decode()) == (412, True)


def test_a_remark_leads_to_the_rule_and_the_rule_to_the_remarks(editor: Client, team: Any) -> None:
    make(editor)
    rule = StyleRule.objects.get()
    for body in ("See §3.2.", "§3.21 is another."):
        open_thread(actor=team.reviewer, passage=passage_of(team.work, "1"), body=body)
    address = f"{STYLE}{rule.pk}/"
    assert f'<a class="cited" href="{address}" title="Patronymics">§3.2</a>.' in text_of(editor, COMPARE)
    page = text_of(editor, address)
    assert "review/?q=%C2%A73.2" in page
    assert "1 open discussion<" in page


def test_a_rule_taken_out_leaves_the_remark_its_words(editor: Client, team: Any) -> None:
    make(editor)
    rule = StyleRule.objects.get()
    open_thread(actor=team.reviewer, passage=passage_of(team.work, "1"), body="See §3.2.")
    assert editor.post(f"{STYLE}{rule.pk}/delete/", {"version": "1"}).status_code == 302
    page = text_of(editor, COMPARE)
    assert "See §3.2." in page
    assert 'class="cited"' not in page


def test_a_works_own_rule_goes_before_its_workspaces(editor: Client, team: Any) -> None:
    make(editor, scope="workspace", title="For all")
    open_thread(actor=team.reviewer, passage=passage_of(team.work, "1"), body="See §3.2.")
    assert 'title="For all"' in text_of(editor, COMPARE)
    make(editor, title="For this one")
    page = text_of(editor, COMPARE)
    assert ('title="For this one"' in page, 'title="For all"' in page) == (True, False)


def test_a_rule_of_another_work_or_workspace_is_no_link(editor: Client, team: Any) -> None:
    elsewhere = Workspace.objects.get(slug="elsewhere")
    add_style_rule(actor=team.outsider, workspace=elsewhere, mark="3.2", title="Theirs")
    other = make_work(team.owner, team.workspace, title="Other")
    add_style_rule(actor=team.editor, workspace=team.workspace, work=other, mark="3.2", title="Another's")
    open_thread(actor=team.reviewer, passage=passage_of(team.work, "1"), body="See §3.2.")
    assert 'class="cited"' not in text_of(editor, COMPARE)


def test_rules_cite_each_other(editor: Client) -> None:
    make(editor)
    make(editor, mark="4", title="Titles", text="As §3.2 says.")
    assert 'title="Patronymics">§3.2</a> says.' in text_of(editor, STYLE)


def test_readers_change_nothing(client: Client, team: Any) -> None:
    rule = add_style_rule(actor=team.editor, workspace=team.workspace, work=team.work, mark="1", title="Names")
    client.force_login(team.reader)
    assert "Add a rule" not in text_of(client, STYLE)
    assert client.post(f"{STYLE}{rule.pk}/delete/", {"version": "1"}).status_code == 403


def test_the_page_asks_as_much_for_forty_rules_as_for_one(editor: Client, team: Any) -> None:
    counts = []
    for number in range(40):
        said = {"mark": str(number + 1), "title": "Names", "text": "As §1 says."}
        add_style_rule(actor=team.editor, workspace=team.workspace, work=team.work, **said)
        if number in {0, 39}:
            with CaptureQueriesContext(connection) as queries:
                editor.get(STYLE)
            counts.append(len(queries))
    assert counts[0] == counts[1] <= 9


def test_the_sign_offers_the_rules_that_count_in_the_order_of_their_marks(editor: Client, team: Any) -> None:
    for mark, title in (("3.10", "Ranks"), ("3.2", "Patronymics"), ("names", "Names of places")):
        make(editor, mark=mark, title=title)
    make(editor, mark="3.2", title="Of all works", scope="workspace")
    other = make_work(team.owner, team.workspace, title="Other")
    add_style_rule(actor=team.editor, workspace=team.workspace, work=other, mark="3.3", title="Elsewhere")

    def offered(begun: str) -> list[tuple[str, str]]:
        rules = editor.get("/works/room/a-small-work/rules/", {"q": begun}).json()["rules"]
        return [(one["name"], one["shown"]) for one in rules]

    assert offered("3") == [("3.2", "Patronymics"), ("3.10", "Ranks")]
    assert offered("PLA") == [("names", "Names of places")]
    assert offered("4") == []
    assert len(offered("")) == 3
