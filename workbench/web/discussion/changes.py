"""What changed about a discussion, as a sentence for those who changed it."""

from dataclasses import dataclass
from functools import reduce
from typing import Self

from django.utils.functional import Promise
from django.utils.translation import gettext, pgettext, pgettext_lazy

from workbench.review.models import Thread

__all__ = ["Standing"]


_SAID: dict[str, Promise] = {
    Thread.State.OPEN: pgettext_lazy("the discussion is …", "open again"),
    Thread.State.IN_PROGRESS: pgettext_lazy("the discussion is …", "in progress"),
    Thread.State.RESOLVED: pgettext_lazy("the discussion is …", "resolved"),
    Thread.State.WONT_FIX: pgettext_lazy("the discussion is …", "closed: won’t fix"),
}


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
        return _sentence([str(_SAID.get(state, state))])

    def describe_change(self, after: Self) -> str:
        """Say what parts `after` from this, in one sentence."""
        said = [*self._settled(after), *self._classified(after), *self._assigned(after), *self._planned(after)]
        return _sentence(said) if said else gettext("The discussion stands as it did.")

    def _settled(self, after: Self) -> list[str]:
        if after.state == self.state:
            return []
        return [str(_SAID.get(after.state, after.state))]

    def _classified(self, after: Self) -> list[str]:
        if (after.category, after.severity) == (self.category, self.severity):
            return []
        is_classified = after.category or after.severity
        if is_classified:
            return [pgettext("the discussion is …", "classified")]
        return [pgettext("the discussion is …", "classified no more")]

    def _assigned(self, after: Self) -> list[str]:
        if after.assignee == self.assignee:
            return []
        if not after.assignee:
            return [pgettext("the discussion is …", "assigned to nobody")]
        return [pgettext("the discussion is …", "assigned to %(person)s") % {"person": after.assignee}]

    def _planned(self, after: Self) -> list[str]:
        labelled = [_labelled(after.labels)] if after.labels != self.labels else []
        return [*labelled, *([_due(after.due_on)] if after.due_on != self.due_on else [])]


def _labelled(labels: str) -> str:
    if labels:
        return pgettext("the discussion is …", "labelled")
    return pgettext("the discussion is …", "labelled no more")


def _due(day: str) -> str:
    if day:
        return pgettext("the discussion is …", "due on %(day)s") % {"day": day}
    return pgettext("the discussion is …", "due on no day")


def _sentence(said: list[str]) -> str:
    what = reduce(lambda one, other: gettext("%(one)s and %(other)s") % {"one": one, "other": other}, said)
    return gettext("The discussion is %(what)s.") % {"what": what}
