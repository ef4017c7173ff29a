"""The states of a text, each with what it changed of the one before."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString

from workbench.corpus.models import Presence, Revision
from workbench.web.typesetting.comparing import compare
from workbench.web.typesetting.differences import Pair, mark_merged
from workbench.web.typesetting.marking import mark_text
from workbench.web.typesetting.words import absence_of

__all__ = ["State", "compare_states", "read_history"]


@dataclass(frozen=True, slots=True)
class State:
    """A revision as shown: its text with what it took away and added; `absence` in words where it has no text."""

    revision: Revision
    html: SafeString
    is_present: bool
    is_first: bool

    @property
    def absence(self) -> str:
        """Why there is no text, in words; "" where there is one."""
        return absence_of(self.revision.presence)

    @property
    def author(self) -> str:
        """Who wrote it, as shown."""
        return self.revision.author.signature(self.revision.attributed_to)


def read_history(revisions: Sequence[Revision]) -> list[State]:
    """Return the states of a text from its revisions, newest first."""
    former = [*revisions[1:], None]
    return [
        State(revision, _changes(before, revision), place == 0, before is None)
        for place, (revision, before) in enumerate(zip(revisions, former, strict=True))
    ]


def compare_states(before: str, after: str, id_stem: str = "change") -> SafeString:
    """Return the later text with what was taken away struck out and what was added underlined."""
    pair = Pair(id_stem, "before", "after", before, after, compare(before, after))
    return mark_text(after, *mark_merged(pair))


def _changes(before: Revision | None, revision: Revision) -> SafeString:
    if before is None or before.presence != Presence.PRESENT:
        return mark_text(revision.text)
    return compare_states(before.text, revision.text, f"r{revision.number}")
