"""A document that may be too large to be held: what is said of one work, and its passages and threads as they come."""

from collections.abc import Iterable
from dataclasses import dataclass

from workbench.interchange.document import PassageRecord, ThreadRecord, WorkRecord

__all__ = ["Flow"]


@dataclass(frozen=True, slots=True)
class Flow:
    """A work: `head` is all that is said of it but for passages and threads, which can be gone through once."""

    head: WorkRecord
    passages: Iterable[PassageRecord]
    threads: Iterable[ThreadRecord]

    @classmethod
    def of(cls, work: WorkRecord) -> "Flow":
        """Return a work that is held as one that flows."""
        return cls(work, work.passages, work.threads)
