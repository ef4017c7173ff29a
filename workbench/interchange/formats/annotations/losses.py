"""What a page of annotations does not carry of a document."""

from collections.abc import Iterator
from dataclasses import replace

from workbench.interchange.document import Document, ThreadRecord, WorkRecord
from workbench.interchange.losses import describe_untold, only_work

__all__ = ["losses"]


def losses(document: Document) -> tuple[str, ...]:
    """Say in sentences what of `document` is not carried: not texts, roles, threads."""
    work = only_work(document)
    translations = tuple(replace(one, role="translation") for one in work.translations)
    passages = tuple(replace(one, heading="") for one in work.passages)
    rest = replace(work, translations=translations, passages=passages, threads=())
    return (*describe_untold(rest), *_describe_threads(work))


def _describe_threads(work: WorkRecord) -> Iterator[str]:
    anchors = [anchor for thread in work.threads for anchor in thread.anchors]
    counts = (
        (sum(not one.comments for one in work.threads), "threads without comments are left out"),
        (sum(one.state == "orphaned" for one in anchors), "places whose words are gone keep their words only"),
        (sum(one.state == "changed" for one in anchors), "places lose that their words were changed"),
        (sum(bool(one.moves) for one in anchors), "places lose what became of them before"),
        (sum(map(_has_other_author, work.threads)), "threads take author and moment from their first comments"),
    )
    yield from (f"{count:,} {said}." for count, said in counts if count)


def _has_other_author(thread: ThreadRecord) -> bool:
    first = thread.comments[0] if thread.comments else None
    return first is not None and (thread.author, thread.created_at) != (first.author, first.created_at)
