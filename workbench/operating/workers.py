"""Workers say that they live, and take up what one that fell silent had begun.

A task may therefore run twice, and is written so that its effect comes once. One that was at hand at the death of three
workers is not tried again, for it may be what kills them.
"""

import logging
import os
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Any

from django.db import DatabaseError, connection
from django.utils import timezone
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from workbench.operating.models import BEAT, SILENT_AFTER, Worker

__all__ = ["MOST_DEATHS", "heard", "take_up"]

_log = logging.getLogger("workbench.workers")
MOST_DEATHS = 3
_REMEMBERED = timedelta(days=1)  # a dead worker, so that an administrator hears of it


@contextmanager
def heard(name: str) -> Iterator[None]:
    """Let a worker of this name be heard of while it is at work, and look after the others.

    Raises `DatabaseError` where it cannot be said that it begins.
    """
    _say(name)
    over = threading.Event()
    teller = threading.Thread(target=_tell_until, args=(over, name), daemon=True)
    teller.start()
    try:
        yield
    finally:
        over.set()
        teller.join()
        Worker.objects.filter(name=name).delete()


def take_up() -> int:
    """Put back into the queue what dead workers had begun, or say that it failed; return how many tasks that were."""
    now = timezone.now()
    Worker.objects.filter(beat_at__lt=now - _REMEMBERED).delete()
    alive = set(Worker.objects.alive().values_list("name", flat=True))
    begun = DBTaskResult.objects.running().filter(started_at__lt=now - SILENT_AFTER)
    left = [task for task in begun if not alive.intersection(task.worker_ids[-1:])]
    return sum(_put_back(task) for task in left)


def _put_back(task: "DBTaskResult[..., Any]") -> bool:
    """Let another worker have a task; exactly one of those who try does it."""
    mine = DBTaskResult.objects.running().filter(pk=task.pk, started_at=task.started_at)
    if len(task.worker_ids) < MOST_DEATHS:
        done = mine.update(status=TaskResultStatus.READY)
        said = "its worker fell silent; another takes it up"
    else:
        said = f"{len(task.worker_ids)} workers fell silent at it; it is not tried again"
        done = mine.update(status=TaskResultStatus.FAILED, finished_at=timezone.now(), traceback=said)
    if done:
        _log.warning("Task %s (%s): %s.", task.pk, task.task_path, said)
    return bool(done)


def _tell_until(over: threading.Event, name: str) -> None:
    last = timezone.now()
    try:
        while not over.wait(BEAT):
            try:
                last = _tell(name, last)
            except DatabaseError:  # away, or held by a writer of SQLite: said again with the next beat
                connection.close()
    finally:
        connection.close()


def _tell(name: str, last: datetime) -> datetime:
    """Say that a worker lives, and take up what others left; return the moment.

    Whoever could not speak for long (`last`) lets the others be: they may not have been able to, either.
    """
    now = _say(name)
    if now - last < SILENT_AFTER / 2:
        take_up()
    return now


def _say(name: str) -> datetime:
    """Say that a worker lives, whatever others thought of it; return the moment."""
    now, place = timezone.now(), f"{socket.gethostname()}, process {os.getpid()}"
    begun = {"place": place, "started_at": now, "beat_at": now}
    Worker.objects.update_or_create(name=name, defaults={"beat_at": now}, create_defaults=begun)
    return now
