"""Finding the frozen state that somebody may read."""

from django.contrib.auth.models import AnonymousUser
from django.utils import timezone

from workbench.accounts.models import User
from workbench.accounts.queries import digest_of
from workbench.publishing.models import FrozenState, FrozenStateQuerySet

__all__ = ["find_by_link", "find_frozen", "find_public"]


def find_public(address: str) -> FrozenState | None:
    """Return the state at an address if everybody may read it; who asks makes no difference."""
    return _rows().public().filter(address=address).first()


def find_by_link(address: str, secret: str) -> FrozenState | None:
    """Return the state at an address if this is the secret of its link and the link holds."""
    return _rows().by_link(digest_of(secret), now=timezone.now()).filter(address=address).first()


def find_frozen(user: User | AnonymousUser, address: str) -> FrozenState | None:
    """Return the state at an address if the person is a member of its workspace."""
    return _rows().visible_to(user).filter(address=address).first()


def _rows() -> FrozenStateQuerySet:
    return FrozenState.objects.without_content().select_related("workspace", "work", "frozen_by")
