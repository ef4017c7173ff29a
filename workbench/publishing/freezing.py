"""What of a work goes into a frozen state: pure, from record to record."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from workbench.interchange.document import (
    CorrectionRecord,
    PassageRecord,
    RuleRecord,
    ThreadRecord,
    VariantRecord,
    WorkRecord,
)

__all__ = ["revision_numbers", "without_names", "without_remarks"]


def without_remarks(work: WorkRecord) -> WorkRecord:
    """Return the work without its discussions: the texts as they read now, no former states, nobody's name."""
    passages = tuple(replace(one, variants=tuple(map(_present, one.variants))) for one in work.passages)
    rules = tuple(map(_unsigned, work.rules))
    return replace(
        work, threads=(), passages=passages, rules=rules, corrections=tuple(map(_unreasoned, work.corrections))
    )


def without_names(work: WorkRecord) -> WorkRecord:
    """Return the work with "Reviewer 1", "Reviewer 2" … for who spoke, numbered as they first speak.

    Revisions stay, for anchors speak of them, but nobody signs them. What comments themselves say stays as it is.
    """
    names = _Pseudonyms()
    passages = tuple(replace(one, variants=tuple(map(_unsigned_states, one.variants))) for one in work.passages)
    threads = tuple(_rename(thread, names) for thread in work.threads)
    corrections = tuple(replace(one, author=names.of(one.author)) for one in work.corrections)
    rules = tuple(map(_unsigned, work.rules))
    return replace(work, threads=threads, passages=passages, rules=rules, corrections=corrections)


def revision_numbers(work: WorkRecord) -> dict[str, list[int | None]]:
    """Return the number of the present revision of each text by siglum, in the order of passages; None: no text."""
    numbers = [_numbers(passage) for passage in work.passages]
    return {one.siglum: [row.get(one.siglum) for row in numbers] for one in work.translations}


def _numbers(passage: PassageRecord) -> Mapping[str, int]:
    return {one.siglum: one.revisions[-1].number if one.revisions else 1 for one in passage.variants}


def _unsigned(rule: RuleRecord) -> RuleRecord:
    return replace(rule, author="", created_at="")


def _unreasoned(one: CorrectionRecord) -> CorrectionRecord:
    return replace(one, reason="", author="", created_at="")


def _unsigned_states(variant: VariantRecord) -> VariantRecord:
    return replace(variant, revisions=tuple(replace(one, author="") for one in variant.revisions))


def _present(variant: VariantRecord) -> VariantRecord:
    return replace(variant, revisions=())


@dataclass(slots=True)
class _Pseudonyms:
    """Names that stand for names, each always for the same one."""

    given: dict[str, str] = field(default_factory=dict)

    def of(self, name: str) -> str:
        """Return what stands for a name; nothing for nobody."""
        return self.given.setdefault(name, f"Reviewer {len(self.given) + 1}") if name else ""


def _rename(thread: ThreadRecord, names: _Pseudonyms) -> ThreadRecord:
    named: dict[str, Any] = {"author": names.of(thread.author), "assignee": names.of(thread.assignee)}
    comments = []
    for comment in thread.comments:
        made = comment.suggestion
        if made is not None:
            made = replace(made, decided_by=names.of(made.decided_by))
        comments.append(replace(comment, author=names.of(comment.author), suggestion=made))
    anchors = tuple(replace(one, moves=tuple(_unnamed(one.moves, names))) for one in thread.anchors)
    return replace(thread, comments=tuple(comments), anchors=anchors, **named)


def _unnamed(moves: Iterable[Any], names: _Pseudonyms) -> Iterable[Any]:
    return (replace(move, author=names.of(move.author)) for move in moves)
