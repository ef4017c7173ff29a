"""What the formats that carry texts alone leave behind; said before a file is written, in sentences."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workbench.interchange.document import Document, PassageRecord, TranslationRecord, VariantRecord, WorkRecord
from workbench.interchange.errors import FormatError, Problem

__all__ = [
    "Untold",
    "count_untold",
    "describe_notes",
    "describe_review",
    "describe_silent",
    "describe_threads_on_work",
    "describe_touching",
    "describe_untold",
    "only_work",
]

_OF_WORK = ("slug", "author", "language", "description", "title", "series", "levels", "numbering")
_DETAILS = ("translator", "year", "citation", "rights", "notes", "title", "source", "numbering")


def only_work(document: Document) -> WorkRecord:
    """Return the work of a document that has one; a file of texts holds no more, or raise `FormatError`."""
    if len(document.works) != 1:
        message = f"This format holds one work, the document has {len(document.works)}. Choose one."
        raise FormatError((Problem("/works", message),))
    return document.works[0]


@dataclass(frozen=True, slots=True)
class Untold:
    """How much a file of bare texts does not carry of a work's passages: headings, paths, and of its variants printed
    references, orders of reading, histories, how they were placed, texts that are blank, and markup by its kind, the
    commonest first.
    """

    headings: int
    paths: int
    printed: int
    ordered: int
    histories: int
    placed: int
    blanks: int
    markup: tuple[tuple[str, int], ...] = ()


def count_untold(passages: Sequence[PassageRecord]) -> Untold:
    """Count it in what is held."""
    variants = [variant for passage in passages for variant in passage.variants]
    return Untold(
        headings=sum(bool(passage.heading) for passage in passages),
        paths=sum(bool(passage.path) for passage in passages),
        printed=sum(bool(variant.reference) for variant in variants),
        ordered=sum(variant.order is not None for variant in variants),
        histories=sum(bool(variant.revisions) for variant in variants),
        placed=sum(bool(variant.alignment) for variant in variants),
        blanks=sum(not variant.text and variant.presence == "present" for variant in variants),
        markup=tuple(Counter(span.kind for variant in variants for span in variant.markup).most_common()),
    )


def describe_untold(work: WorkRecord, untold: Untold | None = None, threads: int | None = None) -> Iterator[str]:
    """Yield a sentence for each kind of thing that a file of texts does not carry and `work` has.

    `untold` and `threads` count what is in passages and discussions where the work does not hold them.
    """
    untold = count_untold(work.passages) if untold is None else untold
    if any(getattr(work, name) for name in _OF_WORK):
        yield "What is said of the work itself is not carried."
    if details := sum(_is_described(translation) for translation in work.translations):
        yield f"Role, translator, year, citation, rights and other details of {details} translations are not carried."
    yield from _describe_texts(untold)
    for name, some in (
        ("threads", len(work.threads) if threads is None else threads),
        ("groups of translations", len(work.groups)),
        ("derivations of translations", len(work.derivations)),
        ("equivalence rules", len(work.rules)),
        ("corrections of collations and links between words", len(work.corrections)),
    ):
        if some:
            yield f"{some} {name} are not carried."


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


def describe_silent(work: WorkRecord) -> Iterator[str]:
    """Yield a sentence where nothing is said in threads but suggestions: formats that have their words leave these."""
    if silent := sum(not any(comment.body.strip() for comment in one.comments) for one in work.threads):
        yield f"{silent:,} threads without words are not carried."


def describe_touching(work: WorkRecord, kinds: Sequence[str]) -> Iterator[str]:
    """Yield a sentence where marks of these kinds meet their like: such become one, whatever else they say."""
    variants = (variant for passage in work.passages for variant in passage.variants)
    if touching := sum(_count_touching(variant, kind) for variant in variants for kind in kinds):
        yield f"{touching:,} marks that touch or cover another of their kind become one with it."


def _count_touching(variant: VariantRecord, kind: str) -> int:
    found, end = 0, -1
    for one in variant.markup:
        if one.kind == kind and one.start < one.end:
            found += one.start <= end
            end = max(one.end, end)
    return found


def describe_review(work: WorkRecord) -> Iterator[str]:
    """Yield what a table for review, a row for each thread, does not carry of threads."""
    yield from describe_threads_on_work(work)
    yield from describe_silent(work)
    if work.threads:
        yield (
            f"Of {len(work.threads)} threads the words and the state are carried, one row each; who wrote them, when, "
            "of which words they speak, their categories and suggestions are not."
        )


def _describe_texts(untold: Untold) -> Iterator[str]:
    if untold.headings:
        yield f"{untold.headings} headings are not carried."
    if untold.paths:
        yield f"The place of {untold.paths} passages in the tree of the work is not carried, but for their references."
    for kind, some in untold.markup:
        yield f"Markup is not carried: {kind}, {some} times."
    if untold.printed:
        yield f"The reference that {untold.printed} variants print themselves is not carried."
    if untold.ordered:
        yield f"The order of reading of {untold.ordered} variants is not carried."
    if untold.histories:
        yield f"The history of {untold.histories} variants is not carried."
    if untold.placed:
        yield f"How {untold.placed} variants came to their passages is not carried."
    if untold.blanks:
        yield f"{untold.blanks} variants without text read back as not entered."


def _is_described(translation: TranslationRecord) -> bool:
    details = any(getattr(translation, name) for name in _DETAILS)
    return details or translation.role != "translation"
