"""In which order a document is written: the paragraphs of one translation, or the rows of several, with headings."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from workbench.interchange.document import Document, PassageRecord, TranslationRecord, VariantRecord, WorkRecord
from workbench.interchange.errors import FormatError, Problem
from workbench.interchange.losses import only_work
from workbench.interchange.office.placing import Placed, place_threads, threads_by_passage

__all__ = ["REMARKS", "Layout", "column_name", "writable_work"]


REMARKS = ("comment", "state")
"""The columns of a table for review that hold no text."""


def writable_work(document: Document, kind: str) -> WorkRecord:
    """Return the only work. Raises `FormatError` for several, and for one without translations."""
    work = only_work(document)
    if not work.translations:
        raise FormatError((Problem("/works/0/translations", f"{kind} needs at least one translation."),))
    return work


def column_name(translation: TranslationRecord) -> str:
    """Return what stands above a column: `A [en]`."""
    return f"{translation.siglum} [{translation.language}]" if translation.language else translation.siglum


class Layout:
    """A work to be written: its parts under headings, its variants and the threads in them.

    `is_review`: always as a table, in which threads stand in columns of their own, called `names`, behind the texts.
    """

    def __init__(self, work: WorkRecord, *, is_review: bool = False) -> None:
        self.work = work
        self.is_text = len(work.translations) == 1 and not is_review
        self.names = REMARKS if is_review else ()
        self._threads = threads_by_passage(work)

    def remarks(self, passage: PassageRecord) -> list[tuple[str, ...]]:
        """Return what stands in these columns: the words and the state of each thread, a row for each."""
        if not self.names:
            return [()]
        found = self._threads.get(passage.reference or "", ())
        said = ("\n\n".join(comment.body for comment in one.comments if comment.body) for one in found)
        return [(words, one.state) for words, one in zip(said, found, strict=True)] or [("", "")]

    def parts(self) -> Iterator[tuple[str, Sequence[PassageRecord]]]:
        """Yield runs of passages, each with the heading above it, "" for none."""
        number = 0
        numbers: list[int] = []
        for passage in self.work.passages:
            number += bool(passage.heading)
            numbers.append(number)
        for _, run in groupby(zip(numbers, self.work.passages, strict=True), key=lambda pair: pair[0]):
            passages = [passage for _, passage in run]
            yield passages[0].heading, passages

    def variant(self, passage: PassageRecord, siglum: str) -> VariantRecord:
        """Return the variant, one without a text where there is none."""
        return next((one for one in passage.variants if one.siglum == siglum), VariantRecord(siglum, ""))

    def placed(self, passage: PassageRecord, siglum: str) -> list[Placed]:
        """Return the threads that are written in the text of `siglum`."""
        threads = () if self.names else self._threads.get(passage.reference or "", ())
        return place_threads(threads, passage, siglum, self.work.translations[0].siglum) if threads else []
