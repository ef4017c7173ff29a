"""Invitations: who may ask whom, what becomes of it, and what nobody is told."""

from datetime import timedelta

import pytest
from django.core import mail
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tests.conftest import Team
from tests.factories import PASSWORD, join, make_user
from workbench.accounts import mailing
from workbench.accounts.actions import (
    accept_invitation,
    change_role,
    decline_invitation,
    invite,
    rename_person,
    withdraw_invitation,
)
from workbench.accounts.errors import Conflict, Invalid, NotAllowed, TooOften
from workbench.accounts.models import Invitation, Membership, Role, User
from workbench.accounts.queries import invitations_to
from workbench.accounts.signing_up import sign_up
from workbench.journal.models import Event


def ask(team: Team, to: str = "outsider", role: str = "reviewer") -> Invitation:
    return invite(actor=team.owner, workspace=team.workspace, to=to, role=role)


def role_of(team: Team, user: User) -> str | None:
    return Membership.objects.filter(workspace=team.workspace, user=user).values_list("role", flat=True).first()


def secret_in(letter: mail.EmailMessage) -> str:
    return str(letter.body).partition("/invitations/")[2].partition("/")[0]


@pytest.fixture
def letters(django_capture_on_commit_callbacks: object, mailoutbox: list[mail.EmailMessage]) -> object:
    """Return a function that does something and gives the letters it sent."""

    def sent(do: object) -> list[mail.EmailMessage]:
        with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
            do()  # type: ignore[operator]
        mailing.flush()
        return list(mailoutbox)

    return sent


def test_the_invited_becomes_a_member_by_accepting_and_not_before(team: Team) -> None:
    invitation = ask(team)
    assert role_of(team, team.outsider) is None
    assert list(invitations_to(team.outsider, now=timezone.now())) == [invitation]
    accept_invitation(actor=team.outsider, invitation=invitation)
    assert role_of(team, team.outsider) == "reviewer"
    assert list(invitations_to(team.outsider, now=timezone.now())) == []


def test_the_log_tells_who_invited_and_who_came_and_names_no_address(team: Team) -> None:
    accept_invitation(actor=team.outsider, invitation=ask(team))
    ask(team, "anna@example.org")
    told = Event.objects.filter(workspace=team.workspace).order_by("-pk").values_list("kind", "actor__username", "name")
    assert list(told[:4]) == [
        ("invitation.made", "owner", "by e-mail"),
        ("invitation.accepted", "outsider", "outsider"),
        ("member.added", "outsider", "outsider"),
        ("invitation.made", "owner", "outsider"),
    ]


def test_who_declines_stays_outside(team: Team) -> None:
    invitation = ask(team)
    decline_invitation(actor=team.outsider, invitation=invitation)
    with pytest.raises(Conflict):
        accept_invitation(actor=team.outsider, invitation=invitation)
    assert role_of(team, team.outsider) is None


def test_only_owners_invite_and_withdraw(team: Team) -> None:
    invitation = ask(team)
    for person in (team.editor, team.reviewer, team.reader, team.former, team.outsider):
        with pytest.raises(NotAllowed):
            invite(actor=person, workspace=team.workspace, to="anna", role="reader")
        with pytest.raises(NotAllowed):
            withdraw_invitation(actor=person, invitation=invitation)
    withdraw_invitation(actor=team.owner, invitation=invitation)
    with pytest.raises(Conflict):
        accept_invitation(actor=team.outsider, invitation=invitation)


def test_nobody_accepts_for_another(team: Team) -> None:
    invitation = ask(team)
    for person in (team.former, make_user("somebody")):
        with pytest.raises(NotAllowed):
            accept_invitation(actor=person, invitation=invitation)
        with pytest.raises(NotAllowed):
            decline_invitation(actor=person, invitation=invitation)


def test_inviting_asks_the_database_the_same_whether_there_is_such_an_account(team: Team) -> None:
    ask(team, "anna")
    asked = []
    for name in ("outsider", "nobody12"):
        with CaptureQueriesContext(connection) as queries:
            ask(team, name)
        asked.append([one["sql"].partition(" ")[0] for one in queries])
    assert asked[0] == asked[1]


def test_an_old_invitation_lapses(team: Team) -> None:
    invitation = ask(team)
    Invitation.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    with pytest.raises(Conflict):
        accept_invitation(actor=team.outsider, invitation=invitation)


def test_an_invitation_by_somebody_who_owns_the_workspace_no_longer_lapses(team: Team) -> None:
    join(team.workspace, make_user("second"), Role.OWNER)
    invitation = ask(team)
    change_role(
        actor=team.owner, membership=Membership.objects.get(workspace=team.workspace, user=team.owner), role="reader"
    )
    with pytest.raises(Conflict):
        accept_invitation(actor=team.outsider, invitation=invitation)


def test_a_second_invitation_takes_the_place_of_the_first(team: Team) -> None:
    first, second = ask(team), ask(team, role="editor")
    with pytest.raises(Conflict):
        accept_invitation(actor=team.outsider, invitation=first)
    accept_invitation(actor=team.outsider, invitation=second)
    assert role_of(team, team.outsider) == "editor"


def test_members_are_not_invited_again(team: Team) -> None:
    with pytest.raises(Conflict):
        ask(team, "editor")


def test_a_namesake_of_a_member_is_told_to_take_another_name(team: Team) -> None:
    rename_person(actor=team.outsider, name="Editor")
    invitation = ask(team)
    with pytest.raises(Conflict) as refusal:
        accept_invitation(actor=team.outsider, invitation=invitation)
    assert refusal.value.code == "same_name"
    rename_person(actor=team.outsider, name="Edith")
    accept_invitation(actor=team.outsider, invitation=invitation)
    assert role_of(team, team.outsider) == "reviewer"


def test_nobody_is_flooded(team: Team, settings: object) -> None:
    settings.INVITATION_RATE = (2, 3600)  # type: ignore[attr-defined]
    ask(team, "one")
    ask(team, "two")
    with pytest.raises(TooOften):
        ask(team, "three")


def test_the_link_in_the_mail_makes_an_account_once(team: Team, letters: object) -> None:
    (letter,) = letters(lambda: ask(team, "Anna@Example.org"))  # type: ignore[operator]
    assert letter.to == ["anna@example.org"]
    secret = secret_in(letter)
    assert secret not in str(Invitation.objects.values())
    anna = sign_up(secret=secret, username="anna", name="Anna", password=PASSWORD)
    assert (role_of(team, anna), anna.email, anna.check_password(PASSWORD)) == ("reviewer", "anna@example.org", True)
    with pytest.raises(Conflict):
        sign_up(secret=secret, username="eve", name="", password=PASSWORD)
    assert not User.objects.filter(username="eve").exists()


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"username": "editor"}, "username"),
        ({"username": "a b"}, "username"),
        ({"username": "a@b.org"}, "username"),
        ({"name": "x\u202ey"}, "name"),
        ({"password": "short"}, "new"),
    ],
)
def test_what_cannot_be_an_account_is_said_by_field_and_the_link_stays_good(
    team: Team, letters: object, given: dict[str, str], field: str
) -> None:
    (letter,) = letters(lambda: ask(team, "anna@example.org"))  # type: ignore[operator]
    wanted = {"username": "anna", "name": "Anna", "password": PASSWORD}
    with pytest.raises(Invalid) as refusal:
        sign_up(secret=secret_in(letter), **{**wanted, **given})
    assert list(refusal.value.fields) == [field]
    assert sign_up(secret=secret_in(letter), **wanted).username == "anna"


def test_an_invitation_to_an_address_waits_for_the_account_that_confirmed_it(team: Team) -> None:
    invitation = ask(team, "o@example.org")
    assert not invitations_to(team.outsider, now=timezone.now())
    User.objects.filter(pk=team.outsider.pk).update(email="O@example.org")
    team.outsider.refresh_from_db()
    accept_invitation(actor=team.outsider, invitation=invitation)
    assert role_of(team, team.outsider) == "reviewer"
