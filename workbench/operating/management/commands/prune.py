"""`manage.py prune`: let go what is kept for a time only."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from workbench.operating.retention import TASKS_KEPT, forget_old, prune_tasks


class Command(BaseCommand):
    """To be run once a day; workers prune tasks by themselves."""

    help = "Delete tasks that are over, and from the log what LOG_DAYS no longer keeps."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"{prune_tasks():,} tasks that were over for {TASKS_KEPT.days} days were deleted.")
        if settings.LOG_DAYS:
            self.stdout.write(f"{forget_old():,} events older than {settings.LOG_DAYS} days were deleted.")
