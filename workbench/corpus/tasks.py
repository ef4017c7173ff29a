"""What follows a write: its passage is measured with it, many passages by a task once the write stands.

The task runs where `settings.TASKS` says: at once, in the same process, when the transaction is through (the embedded
default); or in a worker, `manage.py db_worker`, from a queue in the database. It may run twice, or twice at a time, or
be broken off: it takes up whatever waits, batch by batch, and stores nothing over a later change.
"""

from functools import partial
from math import inf

from django.db import transaction
from django_tasks import task
from django_tasks.backends.immediate import ImmediateBackend

from workbench.corpus.measuring import forget_measures, measure_rows, measure_waiting, read_texts
from workbench.corpus.measuring_limits import MOST_AFTER_A_WRITE, is_measured_at_once
from workbench.corpus.models import Passage, Work

__all__ = ["measure_later", "measure_passage", "measure_work"]


@task()
def measure_work(work: int, share: int = 1) -> int:
    """Measure the passages of a work (id) that wait; return how many were measured. A work that is gone has none.

    Without a worker somebody waits for it: then very long passages are left to `manage.py measure`, and where the same
    write asks for so many works (`share`) they have the time together.
    """
    found = Work.objects.filter(pk=work).first()
    most = MOST_AFTER_A_WRITE / share if isinstance(measure_work.get_backend(), ImmediateBackend) else inf
    return measure_waiting(found, most) if found else 0


def measure_later(work: int, share: int = 1) -> None:
    """Let the waiting passages of a work (id) be measured as soon as the transaction stands; it stands in any case.

    `share` is for how many works the transaction asks that.
    """
    transaction.on_commit(partial(measure_work.enqueue, work, share), robust=True)


def measure_passage(passage: Passage) -> None:
    """Take and store the measures of one passage with the write, or later if it is too long to hold writers up.

    The caller holds the transaction. Does not count the passage's version up: nobody edited it.
    """
    row = Passage.objects.filter(pk=passage.pk)
    forget_measures(row)  # one writer at a time from here on: each sees the other's text
    rows = list(row)
    texts = read_texts(passage.variants.all())
    if is_measured_at_once(text for _, _, text in texts.get(passage.pk, ())):
        measure_rows(passage.work, rows, texts)
    else:
        measure_later(passage.work_id)
