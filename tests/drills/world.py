"""What a drill's database is filled with: people who write, with their tokens, and a work."""

from typing import Any

from django.conf import settings

from tests.factories import PASSWORD, join, make_user, make_work, make_workspace
from workbench.accounts.actions import make_token
from workbench.accounts.models import Role, User, Workspace

__all__ = ["WRITERS", "fill", "kept"]

WRITERS = 6


def fill() -> dict[str, Any]:
    """Make a team with a work and people; return their tokens, a feed's token, a name and its password."""
    owner = make_user("owner")
    team = make_workspace(owner, "room")
    make_work(owner, team, {"A": [f"The cat sat on mat {n}." for n in range(1, 24)]})
    people = [join(team, make_user(f"writer-{n}"), Role.EDITOR) for n in range(WRITERS)]
    return {
        "name": owner.username,
        "password": PASSWORD,
        "owner": _token(owner, "write"),
        "feed": _token(owner, "feed"),
        "rate": settings.API_RATES["anonymous"],
        "writers": [_token(person, "write") for person in people],
    }


def kept() -> list[str]:
    """Return the addresses of the workspaces that a drill's writers made and that are there."""
    return list(Workspace.objects.filter(slug__startswith="drill-").values_list("slug", flat=True))


def _token(user: User, scope: str) -> str:
    return make_token(actor=user, name="drill", scopes=[scope], expires_at=None)[1]
