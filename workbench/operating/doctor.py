"""What an administrator should mend, found by looking at settings, database and machine."""

import os
import shutil
import stat
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

from django.conf import settings
from django.core import checks
from django.db import DatabaseError, connection, connections
from django.db.migrations.executor import MigrationExecutor
from django.utils import timezone
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from workbench.accounts.models import Membership, Role
from workbench.corpus.models import Passage, Variant
from workbench.operating.findings import Finding
from workbench.operating.health import is_without_worker
from workbench.operating.models import Worker
from workbench.operating.replica import ALIAS, is_promised
from workbench.operating.sign_on import look_at_sign_on

__all__ = ["Finding", "examine"]

_LEAST_ROOM = 1_000_000_000  # bytes
_LOCAL = {"localhost", "127.0.0.1", "[::1]"}


def examine() -> list[Finding]:
    """Look at everything, and at what lies in the database only where it answers and is up to date."""
    found = [one for look in (_at_settings, _at_mail, look_at_sign_on, _at_machine) for one in look()]
    try:
        if behind := list(_at_migrations()):
            return found + behind
        return found + [one for look in _IN_DATABASE for one in look()]
    except DatabaseError as error:
        return [
            *found,
            Finding(f"The database does not answer: {error}.".replace("\n", " "), "Start it; see DATABASE_URL."),
        ]


def _at_settings() -> Iterator[Finding]:
    if settings.DEBUG:
        yield Finding("DEBUG is on: failures show what lies inside.", "Leave DEBUG out of the environment.")
    if not settings.HTTPS:
        yield Finding(
            "HTTPS is off: passwords travel in the clear.", "Put a proxy with TLS in front, and leave HTTPS on."
        )
    elif not settings.PROXIES:
        yield Finding(
            "HTTPS is on and PROXIES is 0: nobody says which requests came by TLS, so all are redirected for ever.",
            "Set PROXIES to the number of proxies in front.",
        )
    if set(settings.ALLOWED_HOSTS) <= _LOCAL:
        yield Finding(
            "ALLOWED_HOSTS names this machine alone.", "Add the name by which people reach it.", is_grave=False
        )
    if "*" in settings.ALLOWED_HOSTS:
        yield Finding(
            "ALLOWED_HOSTS takes any name: links in letters can be forged.", "Name the hosts that are served."
        )


def _at_mail() -> Iterator[Finding]:
    if settings.EMAIL_BACKEND.endswith("console.EmailBackend"):
        yield Finding(
            "EMAIL_URL is not set: invitations and links for forgotten passwords are sent to nobody.",
            "Set EMAIL_URL to a mail server.",
            is_grave=False,
        )


def _at_machine() -> Iterator[Finding]:
    for message in checks.run_checks(databases=["default"]):
        yield Finding(str(message.msg), str(message.hint or "See the message."), is_grave=message.is_serious())
    room = shutil.disk_usage(settings.VAR_DIR).free
    if room < _LEAST_ROOM:
        yield Finding(
            f"The disk of {settings.VAR_DIR} has {room / 1e6:,.0f} MB left.", "Make room: 507 comes before loss."
        )
    if connection.vendor == "sqlite":
        yield from _at_file(Path(str(connection.settings_dict["NAME"])))


def _at_file(path: Path) -> Iterator[Finding]:
    if path.exists() and os.name == "posix" and path.stat().st_mode & stat.S_IROTH:
        yield Finding(f"{path} can be read by every user of this machine.", f"chmod 600 {path}")


def _at_migrations() -> Iterator[Finding]:
    executor = MigrationExecutor(connection)
    if pending := executor.migration_plan(executor.loader.graph.leaf_nodes()):
        yield Finding(f"The database is behind this release, by {len(pending)} of its migrations.", "workbench migrate")


def _at_tasks() -> Iterator[Finding]:
    if connection.vendor == "postgresql" and settings.TASKS["default"]["BACKEND"].endswith("ImmediateBackend"):
        yield Finding(
            "TASKS is immediate: what takes long makes people wait.", "TASKS=database, and a worker.", is_grave=False
        )
    waiting = DBTaskResult.objects.ready().filter(enqueued_at__lt=timezone.now() - timedelta(minutes=5)).count()
    if waiting:
        yield Finding(
            f"{waiting:,} tasks have waited for five minutes and more.", "Start a worker: workbench db_worker"
        )
    week = timezone.now() - timedelta(days=7)
    failed = DBTaskResult.objects.filter(status=TaskResultStatus.FAILED, finished_at__gt=week).count()
    if failed:
        yield Finding(f"{failed:,} tasks failed in the last seven days.", "The worker's log says why.", is_grave=False)


def _at_workers() -> Iterator[Finding]:
    if not is_without_worker() and not Worker.objects.alive().exists():
        yield Finding("No worker is heard of: nothing that takes long is done.", "Start one: workbench db_worker")
    for one in Worker.objects.dead().order_by("beat_at"):
        what = f"A worker fell silent on {one.beat_at:%d %B at %H:%M} ({one.place})."
        yield Finding(what, "Look why it ended, and start another; what it had begun is taken up.", is_grave=False)


def _at_replica() -> Iterator[Finding]:
    if ALIAS not in connections:
        return
    if not is_promised():
        yield Finding(
            "REPLICA_URL names a replica that commits do not wait for: nobody reads from it.",
            "synchronous_commit = remote_apply and synchronous_standby_names on the primary.",
            is_grave=False,
        )
    try:
        connections[ALIAS].ensure_connection()
    except DatabaseError as error:
        what = f"The replica does not answer: {error}.".replace("\n", " ")
        yield Finding(what, "Start it; see REPLICA_URL. Commits may be waiting for it.")


def _at_texts() -> Iterator[Finding]:
    if Passage.objects.filter(is_measured=False).exists() and not DBTaskResult.objects.ready().exists():
        yield Finding("Some passages wait to be measured, and no task will.", "workbench measure", is_grave=False)
    if Variant.objects.exclude(text="").filter(indexed=None).exists() and not DBTaskResult.objects.ready().exists():
        yield Finding("Some texts are not in the index of words.", "workbench index", is_grave=False)


def _at_people() -> Iterator[Finding]:
    if not Membership.objects.filter(role=Role.OWNER, user__is_active=True).exists():
        yield Finding("Nobody owns a workspace.", "workbench create_account NAME --workspace SLUG", is_grave=False)


_IN_DATABASE: tuple[Callable[[], Iterator[Finding]], ...] = (
    _at_tasks,
    _at_workers,
    _at_replica,
    _at_texts,
    _at_people,
)
