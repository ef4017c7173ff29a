"""What the formats that carry texts alone leave behind; said before a file is written, in sentences."""

from collections.abc import Iterator

from workbench.interchange.document import Document, TranslationRecord, WorkRecord
from workbench.interchange.errors import FormatError, Problem

__all__ = ["describe_untold", "only_work"]

_DETAILS = ("translator", "year", "citation", "rights", "notes")


def only_work(document: Document) -> WorkRecord:
    """Return the work of a document that has one; a file of texts holds no more, or raise `FormatError`."""
    if len(document.works) != 1:
        message = f"This format holds one work, the document has {len(document.works)}. Choose one."
        raise FormatError((Problem("/works", message),))
    return document.works[0]


def describe_untold(work: WorkRecord) -> Iterator[str]:
    """Yield a sentence for each kind of thing that a file of texts does not carry and `work` has."""
    variants = [variant for passage in work.passages for variant in passage.variants]
    if any((work.slug, work.author, work.language, work.description, work.title)):
        yield "What is said of the work itself is not carried."
    if details := sum(_is_described(translation) for translation in work.translations):
        yield f"Role, translator, year, citation, rights and notes of {details} translations are not carried."
    if headings := sum(bool(passage.heading) for passage in work.passages):
        yield f"{headings} headings are not carried."
    if histories := sum(bool(variant.revisions) for variant in variants):
        yield f"The history of {histories} variants is not carried."
    if placed := sum(bool(variant.alignment) for variant in variants):
        yield f"How {placed} variants came to their passages is not carried."
    if blanks := sum(not variant.text and variant.presence == "present" for variant in variants):
        yield f"{blanks} variants without text read back as not entered."
    if work.threads:
        yield f"{len(work.threads)} threads are not carried."


def _is_described(translation: TranslationRecord) -> bool:
    details = any(getattr(translation, name) for name in _DETAILS)
    return details or translation.role != "translation"
