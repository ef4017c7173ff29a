"""Where no worker takes tasks: imports, exports and deletions are done beside the requests, by a thread of the server.

Each process of a server has one. It does what is asked of its process at once; every two minutes it looks for what
nobody took, or whose process ended: that is how a job outlives a server that is started anew. Commands and tests have
none; there whoever asks does it.
"""

import logging
import threading

from django.db import connections

from workbench.corpus.models import Job
from workbench.review.transfer.jobs import carry_out

__all__ = ["BESIDE", "Beside"]

_log = logging.getLogger("workbench.workers")
LOOK_AGAIN = 120.0  # seconds


class Beside:
    """One thread that carries jobs out; it is there once it was begun."""

    def __init__(self) -> None:
        self._asked = threading.Event()
        self.is_begun = False

    def begin(self) -> None:
        """Begin, in a process that serves; it ends with the process, and what it was at is as if it never began."""
        self.is_begun = True
        threading.Thread(target=self._work, name="jobs beside the requests", daemon=True).start()

    def ask(self) -> None:
        """Let it look at once."""
        self._asked.set()

    def look(self) -> int:
        """Carry out what waits and what nobody is at any more, the oldest first; return how many were."""
        return sum(_try(pk) for pk in list(Job.objects.free().order_by("pk").values_list("pk", flat=True)))

    def _work(self) -> None:
        while True:
            self._asked.wait(LOOK_AGAIN)
            self._asked.clear()
            try:
                self.look()
            except Exception:  # noqa: BLE001 - the database is away: looked for again
                _log.exception("Jobs beside the requests: a look failed.")
            finally:
                connections.close_all()


def _try(pk: int) -> bool:
    try:
        return carry_out(pk)
    except Exception:  # noqa: BLE001 - it is kept as failed; the next one is not
        _log.exception("Job %s failed.", pk)
        return False


BESIDE = Beside()
