"""Whether the server is alive and can work, for whoever watches over it: `/livez` and `/readyz`.

They are answered before host names, HTTPS and sessions: a probe comes from inside, by address, without a cookie. They
tell nothing of what is stored.
"""

from collections.abc import Callable
from datetime import timedelta
from functools import cache

from django.db import DatabaseError, connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from django_tasks import DEFAULT_TASK_BACKEND_ALIAS, task_backends
from django_tasks.backends.immediate import ImmediateBackend
from django_tasks_db.models import DBTaskResult

from workbench.operating.models import Worker

__all__ = ["answer_probes", "is_without_worker"]

WAITED = timedelta(minutes=5)
_OK = "ok"


def answer_probes(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Answer the two addresses; everything else goes on."""

    def respond(request: HttpRequest) -> HttpResponse:
        if request.path_info == "/livez":
            return _answer({})
        if request.path_info == "/readyz":
            return _answer(look())
        return get_response(request)

    return respond


def look() -> dict[str, str]:
    """Return for the database, its migrations and the queue "ok", or what is wrong with it."""
    try:
        pending = _migrations() - set(MigrationRecorder(connection).applied_migrations())
        if pending:
            return {"database": _OK, "migrations": f"{len(pending)} pending"}
        return {"database": _OK, "migrations": _OK, "tasks": _look_at_tasks(), "workers": _look_at_workers()}
    except DatabaseError:
        return {"database": "away"}


def _look_at_tasks() -> str:
    """Tell whether some task has waited for so long that no worker can be there."""
    now = timezone.now()
    waiting = DBTaskResult.objects.ready().filter(enqueued_at__lt=now - WAITED)
    waiting = waiting.exclude(run_after__range=(now - WAITED, now))  # due a moment ago only
    return "no worker" if waiting.exists() else _OK


def _look_at_workers() -> str:
    """Tell whether a worker is heard of, where there must be one."""
    return _OK if is_without_worker() or Worker.objects.alive().exists() else "none is heard of"


def is_without_worker() -> bool:
    """Say whether tasks are done by the request that asks for them."""
    return isinstance(task_backends[DEFAULT_TASK_BACKEND_ALIAS], ImmediateBackend)


@cache
def _migrations() -> frozenset[tuple[str, str]]:
    """The migrations of this release, read once."""
    return frozenset(MigrationLoader(None).graph.nodes)


def _answer(checks: dict[str, str]) -> HttpResponse:
    is_well = all(said == _OK for said in checks.values())
    body = {"status": _OK if is_well else "unavailable", "checks": checks}
    headers = {"Cache-Control": "no-store"} | ({} if is_well else {"Retry-After": "10"})
    return JsonResponse(body, status=200 if is_well else 503, headers=headers)
