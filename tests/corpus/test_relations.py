"""How translations hang together: groups, and which was made from which; on the page and through the API."""

from typing import Any

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import Team
from workbench.accounts.errors import NotAllowed
from workbench.corpus.actions import add_translation, edit_work
from workbench.corpus.errors import Invalid
from workbench.corpus.models import Derivation, TranslationGroup
from workbench.corpus.relations import depths_of, describe_derivations, describe_groups
from workbench.interchange.document import DerivationRecord, GroupRecord


@pytest.fixture
def related(team: Team) -> Team:
    """B was revised from A, D translated from B; A and B are cited together."""
    made = {one.siglum: one for one in team.work.translations.all()}
    made["D"] = add_translation(actor=team.editor, work=team.work, siglum="D")
    place = {"workspace": team.workspace, "work": team.work}
    Derivation.objects.create(**place, translation=made["B"], source=made["A"])
    Derivation.objects.create(**place, translation=made["D"], source=made["B"], kind="translation")
    group = TranslationGroup.objects.create(**place, siglum="α", name="The old ones")
    group.members.set([made["A"], made["B"]])
    return team


def test_the_work_page_says_and_draws_it(client: Client, related: Team) -> None:
    client.force_login(related.reader)
    page = client.get("/works/room/a-small-work/")
    assert [(node.siglum, node.x) for node in page.context["descent"].nodes] == [("A", 30), ("B", 160), ("D", 290)]
    text = page.content.decode()
    assert "B was revised from A" in text
    assert "D was translated from B" in text
    assert "(The old ones)" in text


def test_a_work_without_says_nothing(client: Client, team: Team) -> None:
    client.force_login(team.reader)
    assert "How they hang together" not in client.get("/works/room/a-small-work/").content.decode()


def test_the_api_has_both(related: Team, client: Client) -> None:
    client.force_login(related.reader)
    shown: Any = client.get("/api/v1/works/a-small-work/relations/").json()
    assert shown == {
        "groups": [{"siglum": "α", "name": "The old ones", "members": ["A", "B"]}],
        "derivations": [
            {"translation": "B", "source": "A", "kind": "revision"},
            {"translation": "D", "source": "B", "kind": "translation"},
        ],
    }


def page_form(related: Team, groups: str) -> dict[str, str]:
    return {"title": "A small work", "slug": "a-small-work", "version": str(related.work.version), "groups": groups}


def test_groups_are_edited_on_the_page_of_the_work(client: Client, related: Team) -> None:
    client.force_login(related.editor)
    address = "/works/room/a-small-work/edit/"
    assert "α (The old ones): A, B" in client.get(address).content.decode()
    refused = client.post(address, page_form(related, "β: A, X"))
    assert refused.status_code == 422
    assert "no translation is called X" in refused.content.decode()
    assert client.post(address, page_form(related, "β (Both): A,D , A\nγ: B")).status_code == 302
    assert describe_groups(related.work) == "β (Both): A, D\nγ: B"


@pytest.mark.parametrize(
    ("groups", "said"),
    [
        ([GroupRecord("A", "", ("B",))], "A is the siglum of another already"),
        ([GroupRecord("g", "", ("B",)), GroupRecord("g", "", ("A",))], "g is the siglum of another already"),
        ([GroupRecord("g", "", ())], "g has no members"),
    ],
)
def test_groups_that_may_not_be_are_refused_and_change_nothing(
    related: Team, groups: list[GroupRecord], said: str
) -> None:
    with pytest.raises(Invalid, match=said):
        edit_work(actor=related.editor, work=related.work, version=1, changes={}, groups=groups)
    assert describe_groups(related.work) == "α (The old ones): A, B"


def test_groups_are_edited_through_the_api(client: Client, related: Team) -> None:
    client.force_login(related.editor)
    groups = [{"siglum": "g", "members": ["D", "A"]}]
    changed: Any = client.patch(
        "/api/v1/works/a-small-work/", {"groups": groups}, "application/json", headers={"If-Match": '"1"'}
    )
    assert changed.status_code == 200, changed.json()
    shown: Any = client.get("/api/v1/works/a-small-work/relations/").json()
    assert shown["groups"] == [{"siglum": "g", "name": "", "members": ["A", "D"]}]
    with pytest.raises(NotAllowed):
        edit_work(actor=related.reviewer, work=related.work, version=2, changes={}, groups=[])


def test_what_was_made_from_what_is_edited_on_the_page_of_the_work(client: Client, related: Team) -> None:
    client.force_login(related.editor)
    address = "/works/room/a-small-work/edit/"
    assert "B revised from A\nD translated from B" in client.get(address).content.decode()
    form = page_form(related, "") | {"derivations": "A came from B"}
    refused = client.post(address, form)
    assert (refused.status_code, "expected B revised from A" in refused.content.decode()) == (422, True)
    form["derivations"] = "A was copied from D\n\nB  translated from  A"
    assert client.post(address, form).status_code == 302
    assert describe_derivations(related.work) == "B translated from A\nA copied from D"
    assert "A was copied from D" in client.get("/works/room/a-small-work/").content.decode()


@pytest.mark.parametrize(
    ("pairs", "said"),
    [
        (["AB", "BA"], "B cannot be made from A, which was made from it"),
        (["AB", "BD", "DA"], "D cannot be made from A"),
        (["AA"], "A cannot be made from A"),
        (["BA", "BA"], "is said twice"),
        (["BX"], "No translation is called X"),
    ],
)
def test_derivations_that_may_not_be_are_refused_and_change_nothing(related: Team, pairs: list[str], said: str) -> None:
    derivations = [DerivationRecord(*pair) for pair in pairs]
    with pytest.raises(Invalid, match=said):
        edit_work(actor=related.editor, work=related.work, version=1, changes={}, derivations=derivations)
    assert describe_derivations(related.work) == "B revised from A\nD translated from B"


def test_derivations_are_edited_through_the_api_and_stay_where_nothing_is_said(client: Client, related: Team) -> None:
    client.force_login(related.editor)
    for version, body in ((1, {"title": "Another"}), (2, {"derivations": [{"translation": "D", "source": "A"}]})):
        answer: Any = client.patch(
            "/api/v1/works/a-small-work/", body, "application/json", headers={"If-Match": f'"{version}"'}
        )
        assert answer.status_code == 200, answer.json()
        shown: Any = client.get("/api/v1/works/a-small-work/relations/").json()["derivations"]
        assert len(shown) == (2 if version == 1 else 1)
    assert shown == [{"translation": "D", "source": "A", "kind": "revision"}]


@given(st.lists(st.tuples(st.sampled_from("ABCDE"), st.sampled_from("ABCDE")).filter(lambda one: one[0] > one[1])))
def test_a_translation_stands_behind_what_it_was_made_from(pairs: list[tuple[str, str]]) -> None:
    depths = depths_of(pairs)
    assert all(depths[siglum] > depths[source] for siglum, source in pairs)


def test_a_circle_ends() -> None:
    assert set(depths_of([("A", "B"), ("B", "A")])) == {"A", "B"}
