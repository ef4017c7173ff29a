"""`manage.py demo`: database, demo works and a real server, with the address and the logins on screen."""

import os
import socket
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from workbench.accounts.actions import make_token
from workbench.accounts.models import Scope, User
from workbench.accounts.queries import find_token
from workbench.web.management.commands.serve import become_server

OWNER = "vera"


class Command(BaseCommand):
    """Set up what is missing, keep what is there, and serve it."""

    help = "Migrate, load the demo works, and serve them on this machine."
    requires_system_checks = ()  # a second and a half of the start; `manage.py check` and `doctor` make them

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--port", type=int, help="the port to serve on; without it 8000, or a free one")

    def handle(self, *args: Any, **options: Any) -> None:
        port = _usable_port(options["port"])
        call_command("migrate", verbosity=0)
        call_command("collectstatic", verbosity=0, interactive=False)
        call_command("load_demo", verbosity=0)
        call_command("measure", verbosity=0)
        call_command("index", verbosity=0)
        self.stdout.write(_welcome(port, _demo_token()))
        self.stdout.flush()
        serve(port)


def serve(port: int) -> None:
    """Become the server: gunicorn with two processes of four threads, on this machine only."""
    os.environ.setdefault("SITE_URL", f"http://127.0.0.1:{port}")
    become_server(f"127.0.0.1:{port}", workers=2, threads=4)


def _usable_port(wanted: int | None) -> int:
    """Return the port asked for, or raise; without a wish 8000, or any free port."""
    if wanted is not None:
        if not _is_free(wanted):
            raise CommandError(f"Port {wanted} is taken. Choose another: make demo PORT=...")
        return wanted
    if _is_free(8000):
        return 8000
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def _is_free(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True


def _demo_token() -> str:
    """Return the demo owner's API token, the same one at every start; it is kept beside the database."""
    place = Path(settings.VAR_DIR) / "demo-token"
    kept = place.read_text().strip() if place.exists() else ""
    if kept and find_token(kept, now=timezone.now()):
        return kept
    user = User.objects.get(username=OWNER)
    _, secret = make_token(actor=user, name="Demo script", scopes=[Scope.WRITE], expires_at=None)
    place.touch(mode=0o600)
    place.write_text(secret)
    return secret


def _welcome(port: int, token: str) -> str:
    address = f"http://127.0.0.1:{port}"
    return f"""
  Translation Workbench is at {address}/

  Sign in as     password       who they are
  vera           demo-vera      owner of the demo workspace
  anton          demo-anton     editor: changes texts, decides suggestions
  mira           demo-mira      reviewer: comments and suggests
  otto           demo-otto      outsider: sees none of it

  A first script:
  curl -H "Authorization: Bearer {token}" {address}/api/v1/works/

  Ctrl-C stops the server; what was entered stays in {settings.VAR_DIR}/.
"""
