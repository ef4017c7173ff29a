"""`manage.py create_account NAME`: somebody who can sign in, and perhaps the workspace they begin with."""

import secrets
import sys
from argparse import ArgumentParser
from getpass import getpass
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils.text import slugify

from workbench.accounts.actions import create_workspace
from workbench.accounts.actions.workspaces import admit
from workbench.accounts.checks import checked_name
from workbench.accounts.errors import Refused
from workbench.accounts.models import Role, User, Workspace
from workbench.accounts.passwords import set_password
from workbench.accounts.recording import record_member
from workbench.journal.kinds import Kind


class Command(BaseCommand):
    """Make an account; only whoever runs the workbench can."""

    help = (
        "Make an account. With --workspace its owner comes into that workspace, which is made if there is none. "
        "The password is asked for at a terminal, and otherwise made and printed."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("username", metavar="NAME", help="the user name to sign in with")
        parser.add_argument("--name", default="", help="the name that others read")
        parser.add_argument("--email", default="", help="their address, for mail and a forgotten password")
        parser.add_argument("--workspace", metavar="SLUG", default="", help="a workspace to be a member of")
        parser.add_argument("--role", choices=Role.values, default="", help="in an existing workspace: reader")
        parser.add_argument("--generate", action="store_true", help="make the password and print it")

    def handle(self, *args: Any, **options: Any) -> None:
        made = options["generate"] or not sys.stdin.isatty()
        password = secrets.token_urlsafe(12) if made else _ask_password()
        try:
            with transaction.atomic():
                user = _create_user(options, password)
                said = _enter_workspace(user, options["workspace"], options["role"])
        except Refused as error:
            raise CommandError(" ".join(error.fields.values()) or error.detail) from error
        self.stdout.write(f"{user.username} can sign in{said}.")
        if made:
            self.stdout.write(f"The password is {password}")


def _ask_password() -> str:
    """Ask twice at the terminal; nothing is shown while typing."""
    password = getpass("Password: ")
    if getpass("Password, again: ") != password:
        raise CommandError("The two passwords differ. Nothing was made.")
    return password


def _create_user(options: dict[str, Any], password: str) -> User:
    user = User(
        username=options["username"], name=checked_name("name", options["name"]), email=options["email"].lower()
    )
    user.set_unusable_password()
    try:
        user.full_clean()
    except ValidationError as error:
        raise CommandError(" ".join(error.messages)) from error
    return set_password(user=user, new=password)


def _enter_workspace(user: User, slug: str, role: str) -> str:
    """Let the user into the workspace `slug`: as its owner if it is new. Return the words for it."""
    if not slug:
        return ""
    workspace = Workspace.objects.filter(slug=slug).first()
    if workspace is None:
        if role not in {"", Role.OWNER}:
            raise CommandError(f"There is no workspace {slug}; whoever it is made for becomes its owner.")
        if slugify(slug) != slug:
            raise CommandError("Lower-case letters, digits and hyphens are expected in the name of a workspace.")
        create_workspace(actor=user, name=slug, slug=slug)
        return f" and owns the new workspace {slug}"
    membership = admit(workspace=workspace, user=user, role=Role(role or Role.READER))
    record_member(user, Kind.MEMBER_ADDED, membership, after={"role": membership.role})
    return f" and is {role or Role.READER.value} in {slug}"
