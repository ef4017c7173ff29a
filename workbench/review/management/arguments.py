"""What the commands share: who acts, in which workspace, on which work, and how a refusal is told."""

from argparse import ArgumentParser
from collections.abc import Mapping
from typing import Any

from django.core.management.base import CommandError

from workbench.accounts.errors import Refused
from workbench.accounts.models import User, Workspace
from workbench.corpus.models import Work

__all__ = ["add_place", "explain", "find_place", "find_work"]


def add_place(parser: ArgumentParser) -> None:
    """Add `--as` and `--workspace`."""
    parser.add_argument("--as", dest="actor", required=True, metavar="USER", help="user name of who does this")
    parser.add_argument("--workspace", required=True, metavar="SLUG")


def find_place(options: Mapping[str, Any]) -> tuple[User, Workspace]:
    """Return the acting account and its workspace, or raise `CommandError`."""
    actor = User.objects.filter(username=options["actor"], is_active=True).first()
    if actor is None:
        raise CommandError(f"There is no account {options['actor']!r}.")
    workspace = Workspace.objects.visible_to(actor).filter(slug=options["workspace"]).first()
    if workspace is None:
        raise CommandError(f"{actor.username} is in no workspace {options['workspace']!r}.")
    return actor, workspace


def find_work(actor: User, workspace: Workspace, slug: str) -> Work | None:
    """Return the work, None if there is none yet."""
    return Work.objects.visible_to(actor).filter(workspace=workspace, slug=slug).first()


def explain(refusal: Refused) -> str:
    """Return a refusal as lines: what was refused, then each place."""
    places = [f"  {place}: {message}" for place, message in refusal.fields.items() if message not in refusal.detail]
    return "\n".join([refusal.detail, *places])
