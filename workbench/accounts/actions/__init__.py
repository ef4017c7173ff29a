"""Every write about people and access: one function per thing a person can do; it does it, or raises from `errors`."""

from workbench.accounts.actions.invitations import (
    accept_invitation,
    decline_invitation,
    invite,
    withdraw_invitation,
)
from workbench.accounts.actions.people import ask_for_email, confirm_email, rename_person
from workbench.accounts.actions.requests import begin_request, count_request, keep_response, note_token_use
from workbench.accounts.actions.tokens import make_token, revoke_all_tokens, revoke_token
from workbench.accounts.actions.workspaces import add_member, change_role, create_workspace, remove_member

__all__ = [
    "accept_invitation",
    "add_member",
    "ask_for_email",
    "begin_request",
    "change_role",
    "confirm_email",
    "count_request",
    "create_workspace",
    "decline_invitation",
    "invite",
    "keep_response",
    "make_token",
    "note_token_use",
    "remove_member",
    "rename_person",
    "revoke_all_tokens",
    "revoke_token",
    "withdraw_invitation",
]
