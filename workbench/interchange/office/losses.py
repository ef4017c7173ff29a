"""What a Word document or an OpenDocument text does not carry of a document."""

from collections.abc import Iterator
from dataclasses import replace

from workbench.interchange.document import Document, SpanRecord, VariantRecord, WorkRecord
from workbench.interchange.losses import (
    describe_notes,
    describe_review,
    describe_threads_on_work,
    describe_touching,
    describe_untold,
    only_work,
)
from workbench.interchange.office.pieces import MARKS
from workbench.interchange.office.placing import Placed, narrow, place_threads, threads_by_passage

__all__ = ["losses", "losses_of_review"]


def losses(document: Document) -> tuple[str, ...]:
    """Say in sentences what of `document` is not carried: not headings, notes at a point, threads and changes."""
    work = only_work(document)
    translations = tuple(replace(one, role="translation") for one in work.translations)
    passages = tuple(
        replace(one, heading="", variants=tuple(map(_without_carried, one.variants))) for one in work.passages
    )
    rest = replace(work, translations=translations, passages=passages, threads=())
    said = (*describe_notes(work), *describe_touching(work, MARKS))
    return (*describe_untold(rest), *said, *_losses_of_threads(work))


def losses_of_review(document: Document) -> tuple[str, ...]:
    """Say the same of a table for review, where threads stand in columns."""
    work = only_work(document)
    return (*losses(Document((replace(work, threads=()),))), *describe_review(work))


def _without_carried(variant: VariantRecord) -> VariantRecord:
    if not variant.text:
        return variant
    rest = tuple(one for one in variant.markup if one.kind not in MARKS and not _is_written(one))
    return replace(variant, markup=rest)


def _is_written(span: SpanRecord) -> bool:
    return span.kind == "note" and bool(span.text.strip())


def _placed(work: WorkRecord) -> Iterator[tuple[VariantRecord, Placed]]:
    """Yield where threads stand, with the text there."""
    threads = threads_by_passage(work)
    for passage in work.passages:
        for variant in passage.variants:
            said = threads.get(passage.reference or "", ())
            for one in place_threads(said, passage, variant.siglum, work.translations[0].siglum):
                yield variant, one


def _count_styled(variant: VariantRecord, placed: Placed) -> int:
    """Count the marks in the words that a change strikes out: it says the words alone."""
    start, end, _ = narrow(variant.text, placed)
    return sum(one.kind in MARKS and one.start < end and start < one.end for one in variant.markup)


def _losses_of_threads(work: WorkRecord) -> Iterator[str]:
    suggested = [(variant, one) for variant, one in _placed(work) if one.suggestion is not None]
    changes = len(suggested)
    if styled := sum(_count_styled(variant, one) for variant, one in suggested):
        yield f"{styled:,} marks in words that a suggestion changes are not carried."
    counts = (
        (sum(bool(one.category or one.severity or one.assignee) for one in work.threads),
         "threads lose their category, severity or assignee"),
        (sum(bool(one.labels or one.due_on) for one in work.threads),
         "threads lose their labels or the day they are due"),
        (sum(one.state in {"in_progress", "wont_fix"} for one in work.threads),
         "threads lose that they are in progress, or will not be dealt with: they are open"),
        (sum(len(one.anchors) > 1 for one in work.threads), "threads stand at the first of their places only"),
        (sum(bool(one.anchors) and one.anchors[0].state != "placed" for one in work.threads),
         "threads lose what became of their words"),
        (sum(comment.suggestion is not None for one in work.threads for comment in one.comments) - changes,
         "suggestions that are decided, or lie in another, are not carried"),
        (sum(bool(comment.deleted_at) for one in work.threads for comment in one.comments),
         "deleted comments are left out"),
    )  # fmt: skip
    yield from describe_threads_on_work(work)
    yield from (f"{count:,} {said}." for count, said in counts if count)
