"""What a page or an e-book does not carry of a document."""

from collections.abc import Iterator
from dataclasses import asdict, replace

from workbench.interchange.document import Document, VariantRecord, WorkRecord
from workbench.interchange.hypertext.own import AboutWork
from workbench.interchange.hypertext.spans import is_carried
from workbench.interchange.losses import describe_notes, describe_untold, only_work

__all__ = ["losses"]

_OF_WORK = {**asdict(AboutWork()), "slug": "", "levels": ()}


def losses(document: Document) -> tuple[str, ...]:
    """Say in sentences what of `document` does not come back: not headings, roles, marked words, notes at a point.

    Of the work itself all is carried but the names of its levels; its slug is made anew of its title.
    """
    work = only_work(document)
    translations = tuple(replace(one, role="translation") for one in work.translations)
    passages = tuple(
        replace(one, heading="", variants=tuple(map(_without_carried, one.variants))) for one in work.passages
    )
    rest = replace(work, **_OF_WORK, translations=translations, passages=passages, threads=())
    return (*describe_untold(rest), *describe_notes(work), *_describe_more(work))


def _without_carried(variant: VariantRecord) -> VariantRecord:
    rest = tuple(one for one in variant.markup if not variant.text or not is_carried(one))
    return replace(variant, markup=rest)


def _describe_more(work: WorkRecord) -> Iterator[str]:
    if work.levels:
        yield "The names of the levels of the work are not carried."
    if work.threads:
        yield f"{len(work.threads):,} threads stand below their passages or on top to be read; they do not come back."
    if touching := sum(_touching(variant) for passage in work.passages for variant in passage.variants):
        yield f"{touching:,} marks that touch another of their kind become one with it."


def _touching(variant: VariantRecord) -> int:
    ends = {(one.kind, one.end, one.value, one.language) for one in variant.markup if one.kind != "note"}
    return sum((one.kind, one.start, one.value, one.language) in ends for one in variant.markup if one.start < one.end)
