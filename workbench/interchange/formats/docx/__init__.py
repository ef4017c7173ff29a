"""Word documents (DOCX, ECMA-376): texts and tables in, with comments and tracked changes, and out again.

`package` has the parts, `blocks` paragraphs as pieces of text, `reading` and `writing` the ways to a document and back,
`parts` what is the same in each file. One translation is written as a text, several as a table.
"""

from dataclasses import replace

from workbench.interchange.document import Document, VariantRecord, WorkRecord
from workbench.interchange.formats.docx.reading import read
from workbench.interchange.formats.docx.writing import place_threads, threads_by_passage, write
from workbench.interchange.losses import describe_untold, only_work

__all__ = ["losses", "read", "write"]


def losses(document: Document) -> tuple[str, ...]:
    """Say in sentences what of `document` a Word document does not carry."""
    work = only_work(document)
    is_text = len(work.translations) == 1
    translations = tuple(replace(one, role="translation") for one in work.translations)
    passages = tuple(
        replace(one, heading="" if is_text else one.heading, variants=tuple(map(_without_carried, one.variants)))
        for one in work.passages
    )
    rest = replace(work, translations=translations, passages=passages, threads=())
    return (*describe_untold(rest), *_losses_of_threads(work))


def _without_carried(variant: VariantRecord) -> VariantRecord:
    return replace(variant, markup=tuple(one for one in variant.markup if one.kind not in {"emphasis", "strong"}))


def _losses_of_threads(work: WorkRecord) -> list[str]:
    threads = threads_by_passage(work)
    changes = sum(
        one.suggestion is not None
        for passage in work.passages
        for translation in work.translations
        for one in place_threads(
            threads.get(passage.reference or "", ()), passage, translation.siglum, work.translations[0].siglum
        )
    )
    counts = (
        (sum(bool(one.category or one.severity or one.assignee) for one in work.threads),
         "threads lose their category, severity or assignee"),
        (sum(len(one.anchors) > 1 for one in work.threads), "threads stand at the first of their places only"),
        (sum(bool(one.anchors) and one.anchors[0].state != "placed" for one in work.threads),
         "threads lose what became of their words"),
        (sum(comment.suggestion is not None for one in work.threads for comment in one.comments) - changes,
         "suggestions that are decided, or lie in another, are not carried"),
        (sum(bool(comment.deleted_at) for one in work.threads for comment in one.comments),
         "deleted comments are left out"),
    )  # fmt: skip
    return [f"{count:,} {said}." for count, said in counts if count]
