"""People who write without pause, each to one site after the other, and what was acknowledged to them."""

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from threading import Event, Thread
from time import monotonic, sleep

from tests.drills.serving import ask_as, managed

__all__ = ["Said", "check_kept", "writing"]

_PAUSE = 0.1  # seconds: no faster than the rate of writes allows
_KEPT = "import json; from tests.drills.world import kept; print(json.dumps(kept()))"


@dataclass
class Said:
    """What was answered: when and which workspace was made; and what came instead of an acknowledgement."""

    acknowledged: list[tuple[float, str]] = field(default_factory=list)
    others: list[tuple[float, int]] = field(default_factory=list)

    def since(self, moment: float) -> int:
        """Return how many writes were acknowledged after a moment."""
        return sum(at > moment for at, _ in self.acknowledged)

    def silence(self, moment: float) -> float:
        """Return the seconds between the last acknowledgement before a moment and the first one after it."""
        before = max((at for at, _ in self.acknowledged if at <= moment), default=moment)
        after = min((at for at, _ in self.acknowledged if at > moment), default=float("inf"))
        return after - before


@contextmanager
def writing(urls: Sequence[str], secrets: Sequence[str]) -> Iterator[Said]:
    """Let everybody whose token is given make workspaces; wait for them at the end."""
    said, over, numbers = Said(), Event(), count(1)
    threads = [Thread(target=_write, args=(urls, secret, said, over, numbers)) for secret in secrets]
    for thread in threads:
        thread.start()
    try:
        yield said
    finally:
        over.set()
        for thread in threads:
            thread.join()


def _write(urls: Sequence[str], secret: str, said: Said, over: Event, numbers: "count[int]") -> None:
    while not over.is_set():
        number = next(numbers)
        slug = f"drill-{number:06}"
        path = f"{urls[number % len(urls)]}/api/v1/workspaces/"
        status, _, _ = ask_as(path, secret, {"name": "Drill", "slug": slug})
        if status == 201:
            said.acknowledged.append((monotonic(), slug))
        else:
            said.others.append((monotonic(), status))
        sleep(_PAUSE)


def check_kept(database: str, said: Said) -> str:
    """Fail where something acknowledged is missing; return the sentence with the figures."""
    there = set(json.loads(managed(database, "shell", "-v", "0", "-c", _KEPT).splitlines()[-1]))
    missing = [slug for _, slug in said.acknowledged if slug not in there]
    assert not missing, f"{len(missing):,} acknowledged writes are lost: {missing[:5]}"
    unsaid = len(there) - len(said.acknowledged)
    return f"writes acknowledged: {len(said.acknowledged):,}; lost: 0; done without an answer: {unsaid:,}"
