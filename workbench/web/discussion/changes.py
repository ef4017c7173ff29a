"""What changed about a discussion, as a sentence for those who changed it."""

from dataclasses import dataclass
from typing import Self

from workbench.review.models import Thread

__all__ = ["Standing"]


_SAID: dict[str, str] = {Thread.State.OPEN: "open again", Thread.State.WONT_FIX: "closed: won’t fix"}


@dataclass(frozen=True, slots=True)
class Standing:
    """How a discussion stands: in which state, as what it is classified, whose it is, its labels and its day."""

    state: str
    category: str
    severity: str
    assignee: str
    labels: str = ""
    due_on: str = ""

    @classmethod
    def read(cls, thread: Thread) -> Self:
        """Read it from a thread as it was loaded."""
        assignee = str(thread.assignee) if thread.assignee else ""
        return cls(thread.state, thread.category, thread.severity, assignee, thread.labels, str(thread.due_on or ""))

    @staticmethod
    def said_of(state: str) -> str:
        """Say that a discussion has come into a state, in one sentence."""
        return f"The discussion is {_SAID.get(state, state.replace('_', ' '))}."

    def describe_change(self, after: Self) -> str:
        """Say what parts `after` from this, in one sentence."""
        said = [*self._settled(after), *self._classified(after), *self._assigned(after), *self._planned(after)]
        return f"The discussion is {' and '.join(said)}." if said else "The discussion stands as it did."

    def _settled(self, after: Self) -> list[str]:
        if after.state == self.state:
            return []
        return [_SAID.get(after.state, after.state.replace("_", " "))]

    def _classified(self, after: Self) -> list[str]:
        if (after.category, after.severity) == (self.category, self.severity):
            return []
        return ["classified" if after.category or after.severity else "classified no more"]

    def _assigned(self, after: Self) -> list[str]:
        if after.assignee == self.assignee:
            return []
        return [f"assigned to {after.assignee or 'nobody'}"]

    def _planned(self, after: Self) -> list[str]:
        labelled = ["labelled" if after.labels else "labelled no more"] if after.labels != self.labels else []
        due = f"due on {after.due_on}" if after.due_on else "due on no day"
        return [*labelled, *([due] if after.due_on != self.due_on else [])]
