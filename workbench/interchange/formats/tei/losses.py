"""What a TEI file does not carry of a document."""

from collections.abc import Iterator
from dataclasses import replace

from workbench.interchange.document import Document, PassageRecord, TranslationRecord, VariantRecord, WorkRecord
from workbench.interchange.formats.tei.markup_out import is_carried
from workbench.interchange.formats.tei.paths import delimiters_of
from workbench.interchange.losses import describe_untold, only_work

__all__ = ["losses"]


def losses(document: Document) -> tuple[str, ...]:
    """Say in sentences what of `document` does not come back."""
    work = only_work(document)
    has_paths = delimiters_of(work) is not None
    rest = WorkRecord(
        translations=tuple(TranslationRecord(one.siglum) for one in work.translations),
        passages=tuple(_without_carried(one, has_paths=has_paths) for one in work.passages),
        threads=work.threads,
        groups=work.groups,
        derivations=work.derivations,
        rules=work.rules,
        corrections=work.corrections,
    )
    return (*describe_untold(rest), *_describe_more(work, has_paths=has_paths))


def _without_carried(passage: PassageRecord, *, has_paths: bool) -> PassageRecord:
    variants = tuple(
        replace(one, markup=tuple(span for span in one.markup if not one.text or not is_carried(span)))
        for one in passage.variants
    )
    return replace(passage, heading="", path=() if has_paths else passage.path, variants=variants)


def _describe_more(work: WorkRecord, *, has_paths: bool) -> Iterator[str]:
    if work.levels and not has_paths:
        yield "The names of the levels of the work are not carried."
    variants = [variant for passage in work.passages for variant in passage.variants]
    if touching := sum(map(_touching, variants)):
        yield f"{touching:,} marks that touch or cover another of their kind become one with it, or are parted."


def _touching(variant: VariantRecord) -> int:
    """Count the marks that meet another of the same kind that says the same."""
    found, ends = 0, dict[tuple[str, str, str], int]()
    for one in variant.markup:
        if one.start < one.end:
            look = (one.kind, one.value, one.language)
            found += one.start <= ends.get(look, -1)
            ends[look] = max(one.end, ends.get(look, -1))
    return found
