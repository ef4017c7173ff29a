"""The command that makes accounts."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from tests.conftest import Team
from workbench.accounts.models import Membership, User, Workspace


def create(*arguments: str) -> str:
    out = StringIO()
    call_command("create_account", *arguments, "--generate", stdout=out)
    return out.getvalue()


def test_the_first_account_owns_the_workspace_made_for_it(db: None) -> None:
    said = create("vera", "--name", "Vera V.", "--workspace", "letters", "--role", "owner")
    user = User.objects.get(username="vera")
    assert str(user) == "Vera V."
    assert user.check_password(said.rsplit(" ", 1)[-1].strip())
    assert list(Workspace.objects.get(slug="letters").memberships.values_list("user", "role")) == [(user.pk, "owner")]
    assert said.startswith("vera can sign in and owns the new workspace letters.")


def test_a_later_account_enters_with_its_role(team: Team) -> None:
    create("rene", "--workspace", "room", "--role", "reviewer")
    assert Membership.objects.get(user__username="rene").role == "reviewer"
    create("lea", "--workspace", "room")
    assert Membership.objects.get(user__username="lea").role == "reader"


@pytest.mark.parametrize(
    "arguments",
    [
        ("owner",),
        ("a b",),
        ("a\x00b",),
        ("x" * 151,),
        ("new", "--name", "two\nlines"),
        ("new", "--workspace", "nowhere", "--role", "reader"),
        ("new", "--workspace", "!!!"),
    ],
)
def test_what_cannot_be_made_leaves_nothing_behind(team: Team, arguments: tuple[str, ...]) -> None:
    before = (User.objects.count(), Workspace.objects.count())
    with pytest.raises(CommandError):
        create(*arguments)
    assert (User.objects.count(), Workspace.objects.count()) == before
