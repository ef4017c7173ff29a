"""The tree of a work, read out of the references of a document that says nothing of one."""

from collections.abc import Set
from dataclasses import replace

from workbench.corpus.addressing import path_in
from workbench.corpus.models import Work
from workbench.interchange.document import PassageRecord, WorkRecord
from workbench.interchange.references import guess_levels, read_paths

__all__ = ["with_paths"]


def with_paths(record: WorkRecord, work: Work | None, known: Set[str] = frozenset()) -> WorkRecord:
    """Return the record with a path for each reference that has one among the levels of `work`.

    A new work gets levels where all references are written in one way ("Gen 1:1", "2.3"). What the document says itself
    stays as it is, and so do passages that the work has, which are `known` by their references: it has their paths.
    """
    if record.levels or not record.passages:
        return record
    if work is not None and work.levels:
        passages = tuple(
            one if one.path or one.reference in known else _with_path(one, work) for one in record.passages
        )
        return replace(record, passages=passages)
    paths = read_paths([one.reference for one in record.passages]) if work is None else None
    if paths is None:
        return record
    passages = tuple(replace(one, path=path) for one, path in zip(record.passages, paths, strict=True))
    return replace(record, passages=passages, levels=guess_levels(paths))


def _with_path(one: PassageRecord, work: Work) -> PassageRecord:
    return replace(one, path=path_in(work, one.reference)) if one.reference else one
