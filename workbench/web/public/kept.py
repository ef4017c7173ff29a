"""Public pages that were made already, kept in this process for as long as nothing happens in their workspace."""

from collections import OrderedDict
from dataclasses import dataclass
from threading import Lock

from workbench.corpus.models import Work
from workbench.journal.models import Cursor

__all__ = ["KEPT", "Kept", "Page", "state_of"]

_MOST = 200
_LONGEST = 400_000  # bytes: together they bound the memory at 80 MB

State = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Page:
    """A page as it was sent, and its ETag: made of what it says, so that it tells nothing of what is hidden."""

    body: bytes
    media_type: str
    tag: str


class Kept:
    """The pages asked for last, by language and address; one of another state counts for nothing."""

    def __init__(self) -> None:
        self._pages: OrderedDict[str, tuple[State, Page]] = OrderedDict()
        self._lock = Lock()

    def forget(self) -> None:
        """Keep nothing of what was kept."""
        with self._lock:
            self._pages.clear()

    def find(self, address: str, state: State) -> Page | None:
        """Return the page at an address, if it is of this state."""
        with self._lock:
            found = self._pages.get(address)
            if found is None or found[0] != state:
                return None
            self._pages.move_to_end(address)
            return found[1]

    def keep(self, address: str, state: State, page: Page) -> None:
        """Keep a page, unless it is very long; the one that was asked for longest ago goes."""
        if len(page.body) > _LONGEST:
            return
        with self._lock:
            self._pages[address] = (state, page)
            self._pages.move_to_end(address)
            if len(self._pages) > _MOST:
                self._pages.popitem(last=False)


def state_of(work: Work) -> State:
    """Return what changes whenever a page of a work may change; it leaves this process in no way. Two queries."""
    last = Cursor.objects.filter(workspace=work.workspace_id).values_list("last", flat=True).first()
    waiting = work.passages.filter(is_measured=False).count()
    return work.pk, last or 0, waiting


KEPT = Kept()
