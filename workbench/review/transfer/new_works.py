"""A work made from two plain texts: the passages of the first become the work's, the second is placed on them."""

from collections.abc import Sequence
from dataclasses import dataclass

from workbench.accounts.checks import checked_language, checked_line, checked_text
from workbench.corpus import limits
from workbench.interchange.document import PassageRecord, TranslationRecord, VariantRecord, WorkRecord
from workbench.interchange.options import ReadOptions, Split
from workbench.review.errors import Invalid
from workbench.review.transfer.files import SourceFile, read_file

__all__ = ["NewWork", "read_new_work"]


@dataclass(frozen=True, slots=True)
class NewWork:
    """What is known of the work: its title, and the first text by passages."""

    title: str
    siglum: str
    language: str
    references: Sequence[str]
    texts: Sequence[str]

    def record_with(self, translation: TranslationRecord, said: Sequence[tuple[VariantRecord, ...]]) -> WorkRecord:
        """Return the work with the first text and, passage by passage, what a second translation says."""
        own = TranslationRecord(siglum=self.siglum, language=self.language)
        passages = tuple(
            PassageRecord(reference, (VariantRecord(self.siglum, text), *second))
            for reference, text, second in zip(self.references, self.texts, said, strict=True)
        )
        return WorkRecord(title=self.title, translations=(own, translation), passages=passages)


def read_new_work(*, title: str, siglum: str, language: str, text: str, split: Split) -> NewWork:
    """Read the first text. Raises `Invalid` for one that is empty or too long, and for names that may not be."""
    text = checked_text("first_text", text, maximum=limits.PLACED_TEXT, required=True)
    title = checked_line("title", title, maximum=limits.TITLE, required=True)
    siglum = checked_line("first_siglum", siglum, maximum=limits.SIGLUM, required=True)
    language = checked_language("first_language", language)
    reading = ReadOptions(siglum=siglum, language=language, title=title, split=split)
    document = read_file(SourceFile("first.txt", text.encode(), "plain", reading))
    passages = document.works[0].passages
    if len(passages) > limits.PLACED_PASSAGES:
        message = f"At most {limits.PLACED_PASSAGES:,} passages are expected; the text has {len(passages):,}."
        raise Invalid.field("first_text", message, code="too_many")
    references = [passage.reference or str(number) for number, passage in enumerate(passages, 1)]
    return NewWork(title, siglum, language, references, [passage.variants[0].text for passage in passages])
