"""Imports, exports and deletions done by a worker; one that dies at it is followed by another within some minutes.

Without workers they are done beside the requests of a server (`transfer.beside`); in a command, by the command.
"""

from datetime import timedelta

from django.utils import timezone
from django_tasks import task
from django_tasks.backends.immediate import ImmediateBackend

from workbench.corpus.models import Job
from workbench.review.transfer.beside import BESIDE
from workbench.review.transfer.jobs import carry_out

__all__ = ["run_job", "run_job_soon", "watch_job"]

LOOK_AGAIN = timedelta(minutes=2)


@task()
def run_job(job: int) -> bool:
    """Carry a job (id) out, unless it is done, cancelled, or in other hands; say whether it was carried out."""
    return carry_out(job, is_alone=isinstance(run_job.get_backend(), ImmediateBackend))


@task()
def watch_job(job: int) -> None:
    """Look whether somebody is at a job (id), let another worker take it up if not, and come back until it is over."""
    found = Job.objects.filter(pk=job).defer("data").first()
    if found is None or not found.is_open:
        return
    if found.is_silent:
        run_job.enqueue(job)
    watch_job.using(run_after=timezone.now() + LOOK_AGAIN).enqueue(job)


def run_job_soon(job: int) -> None:
    """Let a job be done, and looked after."""
    if BESIDE.is_begun:
        BESIDE.ask()
        return
    run_job.enqueue(job)
    if watch_job.get_backend().supports_defer:
        watch_job.using(run_after=timezone.now() + LOOK_AGAIN).enqueue(job)
