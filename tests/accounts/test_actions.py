"""People and access: what each action does, what it refuses, and who may not."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.conftest import Team
from tests.factories import make_user
from workbench.accounts.actions import (
    add_member,
    change_role,
    count_request,
    create_workspace,
    make_token,
    remove_member,
    revoke_token,
)
from workbench.accounts.counters import counters
from workbench.accounts.errors import Conflict, Invalid, NotAllowed
from workbench.accounts.models import ApiToken, Membership, Role, User, Workspace
from workbench.accounts.queries import find_token


def test_the_creator_of_a_workspace_owns_it(db: None) -> None:
    user = make_user()
    workspace = create_workspace(actor=user, name="Reading room", slug="reading")
    assert list(workspace.memberships.values_list("user", "role")) == [(user.pk, "owner")]


def test_a_taken_workspace_slug_is_a_conflict(team: Team) -> None:
    with pytest.raises(Conflict):
        create_workspace(actor=team.outsider, name="Mine", slug="room")


def test_a_workspace_name_with_nul_is_refused(team: Team) -> None:
    with pytest.raises(Invalid) as refusal:
        create_workspace(actor=team.outsider, name="a\x00b")
    assert list(refusal.value.fields) == ["name"]


def test_only_owners_add_members(team: Team) -> None:
    for person in (team.editor, team.reviewer, team.reader, team.former, team.outsider):
        with pytest.raises(NotAllowed):
            add_member(actor=person, workspace=team.workspace, username="outsider", role="reader")
    add_member(actor=team.owner, workspace=team.workspace, username="outsider", role="reader")
    assert Workspace.objects.visible_to(team.outsider).filter(slug="room").exists()


def test_nobody_is_added_twice(team: Team) -> None:
    with pytest.raises(Conflict):
        add_member(actor=team.owner, workspace=team.workspace, username="editor", role="reader")


def test_the_last_owner_neither_steps_down_nor_leaves(team: Team) -> None:
    membership = Membership.objects.get(workspace=team.workspace, user=team.owner)
    with pytest.raises(Conflict):
        change_role(actor=team.owner, membership=membership, role="reader")
    with pytest.raises(Conflict):
        remove_member(actor=team.owner, membership=membership)


def test_a_second_owner_lets_the_first_go(team: Team) -> None:
    change_role(
        actor=team.owner,
        membership=Membership.objects.get(workspace=team.workspace, user=team.editor),
        role=Role.OWNER,
    )
    remove_member(actor=team.owner, membership=Membership.objects.get(workspace=team.workspace, user=team.owner))
    assert not Workspace.objects.visible_to(team.owner).filter(slug="room").exists()


def test_anybody_may_leave(team: Team) -> None:
    remove_member(actor=team.reader, membership=Membership.objects.get(workspace=team.workspace, user=team.reader))
    assert not Membership.objects.filter(workspace=team.workspace, user=team.reader).exists()


def test_people_see_those_they_share_a_workspace_with(team: Team) -> None:
    seen = User.objects.visible_to(team.reader).values_list("username", flat=True)
    assert sorted(seen) == ["editor", "owner", "reader", "reviewer"]
    assert list(User.objects.visible_to(team.outsider)) == [team.outsider]


def test_a_token_is_found_by_its_secret_and_stored_without_it(team: Team) -> None:
    token, secret = make_token(actor=team.editor, name="script", scopes=["read", "write"], expires_at=None)
    assert secret.startswith("tcw_")
    assert find_token(secret, now=timezone.now()) == token
    assert secret not in str(ApiToken.objects.values().get(pk=token.pk))


def test_a_revoked_an_expired_and_a_retired_persons_token_are_not_found(team: Team) -> None:
    now = timezone.now()
    revoked, revoked_secret = make_token(actor=team.editor, name="a", scopes=["read"], expires_at=None)
    revoke_token(actor=team.editor, token=revoked)
    _, expiring = make_token(actor=team.editor, name="b", scopes=["read"], expires_at=now + timedelta(hours=1))
    _, retired = make_token(actor=team.former, name="c", scopes=["read"], expires_at=None)
    User.objects.filter(pk=team.former.pk).update(is_active=False)
    assert find_token(revoked_secret, now=now) is None
    assert find_token(expiring, now=now + timedelta(hours=2)) is None
    assert find_token(retired, now=now) is None


@pytest.mark.parametrize("scopes", [[], ["admin"], ["read", "admin"]])
def test_unknown_scopes_are_refused(team: Team, scopes: list[str]) -> None:
    with pytest.raises(Invalid):
        make_token(actor=team.editor, name="x", scopes=scopes, expires_at=None)


def test_requests_are_counted_by_key_and_old_windows_forgotten(db: None) -> None:
    counters().add("a", 0)
    counters().add("c", 0)
    assert [count_request(name="a", window=10**9) for _ in range(3)] == [1, 2, 3]
    assert count_request(name="b", window=10**9) == 1
    assert counters().total() == 4
