"""Closing an account: who may come no more is out at once, from every browser and every script."""

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.models import Session
from django.db import transaction

from workbench.accounts.actions import revoke_all_tokens
from workbench.accounts.models import User

__all__ = ["close_account", "end_sessions", "open_account"]


@transaction.atomic
def close_account(*, user: User) -> None:
    """Let somebody sign in no more, and end their sessions and tokens for good: opening it again brings none back."""
    user.is_active = False
    user.save(update_fields=["is_active"])
    revoke_all_tokens(actor=user)
    end_sessions(user=user)


def open_account(*, user: User) -> None:
    """Let somebody sign in again."""
    user.is_active = True
    user.save(update_fields=["is_active"])


def end_sessions(*, user: User) -> int:
    """Sign somebody out of every browser; return of how many."""
    ended = 0
    for session in Session.objects.iterator(chunk_size=500):
        if session.get_decoded().get(SESSION_KEY) == str(user.pk):
            session.delete()
            ended += 1
    return ended
