"""Invitations: who may ask whom, what becomes of it, and what nobody is told."""

from datetime import timedelta

import pytest
from django.core import mail
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tests.conftest import Room
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


def ask(room: Room, to: str = "outsider", role: str = "reviewer") -> Invitation:
    return invite(actor=room.owner, workspace=room.workspace, to=to, role=role)


def role_of(room: Room, user: User) -> str | None:
    return Membership.objects.filter(workspace=room.workspace, user=user).values_list("role", flat=True).first()


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


def test_the_invited_becomes_a_member_by_accepting_and_not_before(room: Room) -> None:
    invitation = ask(room)
    assert role_of(room, room.outsider) is None
    assert list(invitations_to(room.outsider, now=timezone.now())) == [invitation]
    accept_invitation(actor=room.outsider, invitation=invitation)
    assert role_of(room, room.outsider) == "reviewer"
    assert list(invitations_to(room.outsider, now=timezone.now())) == []


def test_the_log_tells_who_invited_and_who_came_and_names_no_address(room: Room) -> None:
    accept_invitation(actor=room.outsider, invitation=ask(room))
    ask(room, "anna@example.org")
    told = Event.objects.filter(workspace=room.workspace).order_by("-pk").values_list("kind", "actor__username", "name")
    assert list(told[:4]) == [
        ("invitation.made", "owner", "by e-mail"),
        ("invitation.accepted", "outsider", "outsider"),
        ("member.added", "outsider", "outsider"),
        ("invitation.made", "owner", "outsider"),
    ]


def test_who_declines_stays_outside(room: Room) -> None:
    invitation = ask(room)
    decline_invitation(actor=room.outsider, invitation=invitation)
    with pytest.raises(Conflict):
        accept_invitation(actor=room.outsider, invitation=invitation)
    assert role_of(room, room.outsider) is None


def test_only_owners_invite_and_withdraw(room: Room) -> None:
    invitation = ask(room)
    for person in (room.editor, room.reviewer, room.reader, room.former, room.outsider):
        with pytest.raises(NotAllowed):
            invite(actor=person, workspace=room.workspace, to="anna", role="reader")
        with pytest.raises(NotAllowed):
            withdraw_invitation(actor=person, invitation=invitation)
    withdraw_invitation(actor=room.owner, invitation=invitation)
    with pytest.raises(Conflict):
        accept_invitation(actor=room.outsider, invitation=invitation)


def test_nobody_accepts_for_another(room: Room) -> None:
    invitation = ask(room)
    for person in (room.former, make_user("somebody")):
        with pytest.raises(NotAllowed):
            accept_invitation(actor=person, invitation=invitation)
        with pytest.raises(NotAllowed):
            decline_invitation(actor=person, invitation=invitation)


def test_inviting_asks_the_database_the_same_whether_there_is_such_an_account(room: Room) -> None:
    ask(room, "anna")
    asked = []
    for name in ("outsider", "nobody12"):
        with CaptureQueriesContext(connection) as queries:
            ask(room, name)
        asked.append([one["sql"].partition(" ")[0] for one in queries])
    assert asked[0] == asked[1]


def test_an_old_invitation_lapses(room: Room) -> None:
    invitation = ask(room)
    Invitation.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    with pytest.raises(Conflict):
        accept_invitation(actor=room.outsider, invitation=invitation)


def test_an_invitation_by_somebody_who_owns_the_workspace_no_longer_lapses(room: Room) -> None:
    join(room.workspace, make_user("second"), Role.OWNER)
    invitation = ask(room)
    change_role(
        actor=room.owner, membership=Membership.objects.get(workspace=room.workspace, user=room.owner), role="reader"
    )
    with pytest.raises(Conflict):
        accept_invitation(actor=room.outsider, invitation=invitation)


def test_a_second_invitation_takes_the_place_of_the_first(room: Room) -> None:
    first, second = ask(room), ask(room, role="editor")
    with pytest.raises(Conflict):
        accept_invitation(actor=room.outsider, invitation=first)
    accept_invitation(actor=room.outsider, invitation=second)
    assert role_of(room, room.outsider) == "editor"


def test_members_are_not_invited_again(room: Room) -> None:
    with pytest.raises(Conflict):
        ask(room, "editor")


def test_a_namesake_of_a_member_is_told_to_take_another_name(room: Room) -> None:
    rename_person(actor=room.outsider, name="Editor")
    invitation = ask(room)
    with pytest.raises(Conflict) as refusal:
        accept_invitation(actor=room.outsider, invitation=invitation)
    assert refusal.value.code == "same_name"
    rename_person(actor=room.outsider, name="Edith")
    accept_invitation(actor=room.outsider, invitation=invitation)
    assert role_of(room, room.outsider) == "reviewer"


def test_nobody_is_flooded(room: Room, settings: object) -> None:
    settings.INVITATION_RATE = (2, 3600)  # type: ignore[attr-defined]
    ask(room, "one")
    ask(room, "two")
    with pytest.raises(TooOften):
        ask(room, "three")


def test_the_link_in_the_mail_makes_an_account_once(room: Room, letters: object) -> None:
    (letter,) = letters(lambda: ask(room, "Anna@Example.org"))  # type: ignore[operator]
    assert letter.to == ["anna@example.org"]
    secret = secret_in(letter)
    assert secret not in str(Invitation.objects.values())
    anna = sign_up(secret=secret, username="anna", name="Anna", password=PASSWORD)
    assert (role_of(room, anna), anna.email, anna.check_password(PASSWORD)) == ("reviewer", "anna@example.org", True)
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
    room: Room, letters: object, given: dict[str, str], field: str
) -> None:
    (letter,) = letters(lambda: ask(room, "anna@example.org"))  # type: ignore[operator]
    wanted = {"username": "anna", "name": "Anna", "password": PASSWORD}
    with pytest.raises(Invalid) as refusal:
        sign_up(secret=secret_in(letter), **{**wanted, **given})
    assert list(refusal.value.fields) == [field]
    assert sign_up(secret=secret_in(letter), **wanted).username == "anna"


def test_an_invitation_to_an_address_waits_for_the_account_that_confirmed_it(room: Room) -> None:
    invitation = ask(room, "o@example.org")
    assert not invitations_to(room.outsider, now=timezone.now())
    User.objects.filter(pk=room.outsider.pk).update(email="O@example.org")
    room.outsider.refresh_from_db()
    accept_invitation(actor=room.outsider, invitation=invitation)
    assert role_of(room, room.outsider) == "reviewer"
