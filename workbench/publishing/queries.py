"""Finding the frozen state that somebody may read."""

from django.contrib.auth.models import AnonymousUser

from workbench.accounts.models import Reader, User
from workbench.accounts.queries import digest_of
from workbench.corpus.models import Showing, Work
from workbench.publishing.models import FrozenState, FrozenStateQuerySet

__all__ = ["find_by_link", "find_frozen", "find_public", "showing_of"]


def showing_of(work: Work) -> Showing:
    """Return how a work is shown to people without an account; of one that was never shown: as a row not stored."""
    return Showing.objects.filter(work=work).first() or Showing(work=work, workspace_id=work.workspace_id)


def find_public(address: str) -> FrozenState | None:
    """Return the state at an address if everybody may read it; who asks makes no difference."""
    return _rows().visible_to(Reader()).filter(address=address).first()


def find_by_link(address: str, secret: str) -> FrozenState | None:
    """Return the state at an address if this is the secret of its link and the link holds."""
    return _rows().visible_to(Reader(digest_of(secret))).filter(address=address).first()


def find_frozen(user: User | AnonymousUser, address: str) -> FrozenState | None:
    """Return the state at an address if the person is a member of its workspace."""
    return _rows().visible_to(user).filter(address=address).first()


def _rows() -> FrozenStateQuerySet:
    return FrozenState.objects.without_content().select_related("workspace", "work", "frozen_by")
