"""Tasks done at once, by the request that asks, speak as a worker's would: English, not that person's language."""

from django.conf import settings
from django.utils.translation import override
from django_tasks.backends import immediate
from django_tasks.base import TaskResult

__all__ = ["ImmediateBackend"]


class ImmediateBackend(immediate.ImmediateBackend):
    """What is written down or sent does not hang on who happened to ask."""

    def _execute_task(self, task_result: TaskResult[object]) -> None:
        with override(settings.LANGUAGE_CODE):
            super()._execute_task(task_result)
