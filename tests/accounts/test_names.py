"""Names: which look the same, which are refused, and what is shown where one could be taken for another."""

import pytest

from tests.conftest import Team
from tests.factories import make_user
from workbench.accounts.actions import add_member, remove_member, rename_person
from workbench.accounts.errors import Conflict, Invalid
from workbench.accounts.models import Membership, User
from workbench.accounts.names import mixes_alphabets, skeleton_of


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Anna", "anna"),
        ("Anna", "Аnnа"),  # Cyrillic А and а
        ("Anna", "Ａｎｎａ"),
        ("José", "Jose\u0301"),
        ("Anna  Lee", "Anna Lee"),
        ("Bob0", "BobO"),
        ("Paul1", "Paull"),
        ("Anna", "An\u200bna"),
    ],
)
def test_names_that_look_the_same_have_one_key(one: str, other: str) -> None:
    assert skeleton_of(one) == skeleton_of(other)


@pytest.mark.parametrize(("one", "other"), [("Anna", "Hanna"), ("Mila", "Mira"), ("José", "Jose"), ("Анна", "Инна")])
def test_names_that_look_different_have_different_keys(one: str, other: str) -> None:
    assert skeleton_of(one) != skeleton_of(other)


@pytest.mark.parametrize(("name", "mixed"), [("Аnna", True), ("Анна", False), ("Anna Анна", False), ("李Anna", False)])
def test_a_word_of_two_alphabets_is_noticed(name: str, mixed: bool) -> None:
    assert mixes_alphabets(name) is mixed


@pytest.mark.parametrize("name", ["editor", "EDITOR", "еditоr", "ｅditor"])
def test_nobody_takes_a_members_name(team: Team, name: str) -> None:
    with pytest.raises(Conflict) as refusal:
        rename_person(actor=team.reader, name=name)
    assert refusal.value.code == "same_name"
    assert User.objects.get(pk=team.reader.pk).name == ""


def test_a_namesake_elsewhere_does_not_matter(team: Team) -> None:
    assert str(rename_person(actor=team.outsider, name="Editor")) == "Editor"


def test_a_namesake_is_not_let_in(team: Team) -> None:
    rename_person(actor=team.outsider, name="Editor")
    with pytest.raises(Conflict):
        add_member(actor=team.owner, workspace=team.workspace, username="outsider", role="reader")
    assert not Membership.objects.filter(workspace=team.workspace, user=team.outsider).exists()


@pytest.mark.parametrize(
    "name", ["a\u202eb", "a\u2066b", "a\u200fb", "a\u200bb", "Eve, imported by Anna", "Eve (@anna)"]
)
def test_names_that_deceive_are_refused(team: Team, name: str) -> None:
    with pytest.raises(Invalid) as refusal:
        rename_person(actor=team.reader, name=name)
    assert list(refusal.value.fields) == ["name"]


def test_a_joiner_that_a_script_needs_is_taken(team: Team) -> None:
    assert rename_person(actor=team.reader, name="مه\u200cناز").name == "مه\u200cناز"


def test_a_name_of_two_alphabets_is_shown_with_the_user_name(team: Team) -> None:
    assert str(rename_person(actor=team.reader, name="Аnna")) == "Аnna (@reader)"


def test_who_is_called_as_a_former_member_was_is_shown_with_the_user_name(team: Team) -> None:
    rename_person(actor=team.editor, name="Anna")
    remove_member(actor=team.owner, membership=Membership.objects.get(workspace=team.workspace, user=team.editor))
    rename_person(actor=team.reader, name="anna")
    shown = {user.username: str(user) for user in User.objects.filter(pk__in=[team.editor.pk, team.reader.pk])}
    assert shown == {"editor": "Anna (@editor)", "reader": "anna (@reader)"}


def test_a_newcomer_called_as_a_former_member_was_is_shown_with_the_user_name(team: Team) -> None:
    remove_member(actor=team.owner, membership=Membership.objects.get(workspace=team.workspace, user=team.editor))
    late = rename_person(actor=make_user("late"), name="Editor")
    add_member(actor=team.owner, workspace=team.workspace, username="late", role="reader")
    late.refresh_from_db()
    assert str(late) == "Editor (@late)"
