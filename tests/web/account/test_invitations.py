"""The pages of invitations, of one's e-mail address, and of a forgotten password."""

import re

import pytest
from django.core import mail
from django.test import Client

from tests.conftest import Team
from tests.factories import PASSWORD
from workbench.accounts import mailing
from workbench.accounts.actions import invite, make_token
from workbench.accounts.models import Invitation, Membership, User
from workbench.accounts.queries import digest_of


def ask(team: Team, to: str = "outsider") -> Invitation:
    return invite(actor=team.owner, workspace=team.workspace, to=to, role="reviewer")


def open_link(team: Team, to: str = "anna@example.org") -> str:
    invitation = ask(team, to)
    Invitation.objects.filter(pk=invitation.pk).update(digest=digest_of("secret"))
    return "/invitations/secret/"


def is_in(team: Team, user: User) -> bool:
    return Membership.objects.filter(workspace=team.workspace, user=user).exists()


def test_the_invited_reads_of_it_in_library_and_account_and_accepts(client: Client, team: Team) -> None:
    invitation = ask(team)
    client.force_login(team.outsider)
    for address in ("/", "/account/"):
        assert list(client.get(address).context["invitations"]) == [invitation]
    assert client.post(f"/invitations/{invitation.pk}/accept/")["Location"] == "/"
    assert is_in(team, team.outsider)


def test_the_invited_declines(client: Client, team: Team) -> None:
    invitation = ask(team)
    client.force_login(team.outsider)
    assert client.post(f"/invitations/{invitation.pk}/decline/").status_code == 302
    assert not is_in(team, team.outsider)


def test_an_invitation_of_somebody_else_is_not_there(client: Client, team: Team) -> None:
    invitation = ask(team)
    client.force_login(team.former)
    for deed in ("accept", "decline"):
        assert client.post(f"/invitations/{invitation.pk}/{deed}/", {"secret": "x"}).status_code == 404


def test_the_link_lets_a_stranger_make_an_account(client: Client, team: Team) -> None:
    link = open_link(team)
    assert "Room" in client.get(link).content.decode()
    page = client.post(link, {"username": "anna", "name": "Anna", "new": PASSWORD})
    assert (page.status_code, page["Location"]) == (302, "/")
    assert is_in(team, User.objects.get(username="anna"))
    assert client.get("/").context["user"].username == "anna"
    assert Client().get(link).status_code == 404


def test_a_refused_account_is_shown_at_the_form(client: Client, team: Team) -> None:
    page = client.post(open_link(team), {"username": "editor", "name": "", "new": PASSWORD})
    assert (page.status_code, list(page.context["form"].errors)) == (422, ["username"])


def test_the_link_lets_somebody_with_an_account_accept(client: Client, team: Team) -> None:
    link = open_link(team)
    client.force_login(team.outsider)
    assert "Accept" in client.get(link).content.decode()
    pk = Invitation.objects.get().pk
    assert client.post(f"/invitations/{pk}/accept/", {"secret": "secret"}).status_code == 302
    assert is_in(team, team.outsider)


def test_an_unknown_link_is_nothing(client: Client, team: Team) -> None:
    assert client.get("/invitations/none-such/").status_code == 404


@pytest.mark.django_db(transaction=True)
def test_an_address_is_ones_own_when_its_link_was_opened(
    client: Client, team: Team, mailoutbox: list[mail.EmailMessage]
) -> None:
    client.force_login(team.reader)
    client.post("/account/email/", {"email": "R@example.org"})
    mailing.flush()
    link = re.search(r"/account/email/\S+", str(mailoutbox[0].body))
    assert link
    assert User.objects.get(pk=team.reader.pk).email == ""
    client.force_login(team.editor)
    assert client.post(link[0]).status_code == 422
    client.force_login(team.reader)
    assert client.get(link[0]).status_code == 200
    assert client.post(link[0]).status_code == 302
    assert User.objects.get(pk=team.reader.pk).email == "r@example.org"


def forgotten(client: Client, email: str) -> tuple[int, str]:
    page = client.post("/password/forgotten/", {"email": email})
    mailing.flush()
    return page.status_code, page.get("Location", "")


def test_a_forgotten_password_is_changed_by_the_link_in_the_mail(
    client: Client, team: Team, mailoutbox: list[mail.EmailMessage]
) -> None:
    User.objects.filter(pk=team.reader.pk).update(email="r@example.org")
    assert forgotten(client, "r@example.org") == (302, "/password/sent/")
    link = re.search(r"/password/choose/\S+", str(mailoutbox[0].body))
    assert link
    token, _ = make_token(actor=team.reader, name="mine", scopes=["read"], expires_at=None)
    form = client.get(link[0], follow=True)
    assert form.context["form"]["tokens"].initial is True
    new = "a lighthouse keeper's lamp"
    client.post(form.request["PATH_INFO"], {"new_password1": new, "new_password2": new, "tokens": "on"})
    token.refresh_from_db()
    assert token.revoked_at is not None
    assert User.objects.get(pk=team.reader.pk).check_password(new)
    assert "used already" in Client().get(link[0], follow=True).content.decode()


def test_nobody_learns_whether_there_is_an_account(
    client: Client, team: Team, mailoutbox: list[mail.EmailMessage]
) -> None:
    assert forgotten(client, "nobody@example.org") == (302, "/password/sent/")
    assert mailoutbox == []


def test_one_address_is_not_flooded(client: Client, team: Team, settings: object) -> None:
    settings.PASSWORD_RATES = {"name": (2, 900), "address": (100, 900)}  # type: ignore[attr-defined]
    assert [forgotten(client, "r@example.org")[0] for _ in range(3)] == [302, 302, 429]
