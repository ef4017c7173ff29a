"""`workbench db_worker`: take tasks from the queue, heard of while it lasts."""

from typing import Any

from django_tasks_db.management.commands import db_worker

from workbench.operating.retention import prune_tasks
from workbench.operating.workers import heard


class Command(db_worker.Command):
    """The worker of `django_tasks_db`, which says that it lives and takes up what dead ones had begun."""

    def handle(self, *, worker_id: str, **options: Any) -> None:
        prune_tasks()
        with heard(worker_id):
            super().handle(worker_id=worker_id, **options)
