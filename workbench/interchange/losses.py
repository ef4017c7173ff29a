"""What the formats that carry texts alone leave behind; said before a file is written, in sentences."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from workbench.interchange.document import Document, TranslationRecord, VariantRecord, WorkRecord
from workbench.interchange.errors import FormatError, Problem

__all__ = ["describe_notes", "describe_threads_on_work", "describe_untold", "only_work"]

_DETAILS = ("translator", "year", "citation", "rights", "notes", "title", "source", "numbering")


def only_work(document: Document) -> WorkRecord:
    """Return the work of a document that has one; a file of texts holds no more, or raise `FormatError`."""
    if len(document.works) != 1:
        message = f"This format holds one work, the document has {len(document.works)}. Choose one."
        raise FormatError((Problem("/works", message),))
    return document.works[0]


def describe_untold(work: WorkRecord) -> Iterator[str]:
    """Yield a sentence for each kind of thing that a file of texts does not carry and `work` has."""
    if any((work.slug, work.author, work.language, work.description, work.title, work.series, work.numbering)):
        yield "What is said of the work itself is not carried."
    if details := sum(_is_described(translation) for translation in work.translations):
        yield f"Role, translator, year, citation, rights and other details of {details} translations are not carried."
    if headings := sum(bool(passage.heading) for passage in work.passages):
        yield f"{headings} headings are not carried."
    if paths := sum(bool(passage.path) for passage in work.passages):
        yield f"The place of {paths} passages in the tree of the work is not carried, but for their references."
    yield from _describe_variants([variant for passage in work.passages for variant in passage.variants])
    for name, some in (
        ("threads", work.threads),
        ("groups of translations", work.groups),
        ("derivations of translations", work.derivations),
        ("equivalence rules", work.rules),
    ):
        if some:
            yield f"{len(some)} {name} are not carried."


def describe_notes(work: WorkRecord) -> Iterator[str]:
    """Yield a sentence for each thing that notes lose where they are numbered and stand at a point."""
    variants = (variant for passage in work.passages for variant in passage.variants)
    notes = [one for variant in variants for one in variant.markup if one.kind == "note" and one.text.strip()]
    if placed := sum(one.start < one.end for one in notes):
        yield f"{placed:,} notes stand behind their words, which are not marked."
    if called := sum(bool(one.value or one.language) for one in notes):
        yield f"{called:,} notes lose their own mark or language; they are numbered."
    if padded := sum(one.text != one.text.strip() for one in notes):
        yield f"{padded:,} notes lose the white space around them."


def describe_threads_on_work(work: WorkRecord) -> Iterator[str]:
    """Yield a sentence where threads speak of the work as a whole: formats that have them at passages leave these."""
    has_references = all(one.reference is not None for one in work.passages)
    if has_references and (some := sum(not one.passage for one in work.threads)):
        yield f"{some:,} threads on the work as a whole are not carried."


def _describe_variants(variants: Sequence[VariantRecord]) -> Iterator[str]:
    yield from _describe_markup(variants)
    if printed := sum(bool(variant.reference) for variant in variants):
        yield f"The reference that {printed} variants print themselves is not carried."
    if ordered := sum(variant.order is not None for variant in variants):
        yield f"The order of reading of {ordered} variants is not carried."
    if histories := sum(bool(variant.revisions) for variant in variants):
        yield f"The history of {histories} variants is not carried."
    if placed := sum(bool(variant.alignment) for variant in variants):
        yield f"How {placed} variants came to their passages is not carried."
    if blanks := sum(not variant.text and variant.presence == "present" for variant in variants):
        yield f"{blanks} variants without text read back as not entered."


def _describe_markup(variants: Iterable[VariantRecord]) -> Iterator[str]:
    """Yield a sentence for each kind of markup that is lost, the commonest first."""
    kinds = Counter(span.kind for variant in variants for span in variant.markup)
    for kind, some in kinds.most_common():
        yield f"Markup is not carried: {kind}, {some} times."


def _is_described(translation: TranslationRecord) -> bool:
    details = any(getattr(translation, name) for name in _DETAILS)
    return details or translation.role != "translation"
