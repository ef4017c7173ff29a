"""A work made from plain texts: the passages of the first become the work's, the others are placed on them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain

from django.utils.translation import gettext

from workbench.accounts.checks import checked_language, checked_line, checked_text
from workbench.corpus import limits
from workbench.corpus.actions.translations import checked_translation
from workbench.interchange.document import PassageRecord, TranslationRecord, VariantRecord, WorkRecord
from workbench.interchange.options import ReadOptions, Split
from workbench.review.errors import Invalid
from workbench.review.transfer.files import SourceFile, read_file

__all__ = ["NewWork", "Placed", "read_new_work"]


@dataclass(frozen=True, slots=True)
class Placed:
    """A translation, and what it says for each passage: one record or none."""

    translation: TranslationRecord
    texts: Sequence[tuple[VariantRecord, ...]]


@dataclass(frozen=True, slots=True)
class NewWork:
    """What is known of the work: its title, and the first text by passages.

    `remarks` say what of the text was left out, `offered` what its page says of it, as (field, words).
    """

    title: str
    siglum: str
    language: str
    references: Sequence[str]
    texts: Sequence[str]
    details: Mapping[str, str] = field(default_factory=dict)
    headings: Sequence[str] = ()
    paths: Sequence[Sequence[str]] = ()
    levels: Sequence[str] = ()
    remarks: Sequence[str] = ()
    offered: Sequence[Sequence[str]] = ()

    def record_with(self, others: Sequence[Placed]) -> WorkRecord:
        """Return the work with the first text and, passage by passage, what the other translations say."""
        own = TranslationRecord(siglum=self.siglum, language=self.language, **self.details)
        passages = tuple(
            PassageRecord(reference, (VariantRecord(self.siglum, text), *chain(*beside)), heading, tuple(path))
            for reference, text, heading, path, *beside in zip(
                self.references,
                self.texts,
                self.headings or [""] * len(self.texts),
                self.paths or [()] * len(self.texts),
                *(other.texts for other in others),
                strict=True,
            )
        )
        translations = (own, *(other.translation for other in others))
        return WorkRecord(title=self.title, translations=translations, passages=passages, levels=tuple(self.levels))


def read_new_work(
    *,
    title: str,
    siglum: str,
    language: str,
    data: bytes,
    encoding: str | None,
    split: Split,
    details: Mapping[str, str] | None = None,
) -> NewWork:
    """Read the first text. Raises `Invalid` for one that is empty or too long, and for names that may not be."""
    title = checked_line("title", title, maximum=limits.TITLE, required=True)
    siglum = checked_line("siglum", siglum, maximum=limits.SIGLUM, required=True)
    language = checked_language("language", language)
    reading = ReadOptions(siglum=siglum, language=language, title=title, split=split, encoding=encoding)
    document = read_file(SourceFile("first.txt", data, "plain", reading, details or {}))
    (work,) = document.works
    passages = work.passages
    texts = [passage.variants[0].text for passage in passages]
    _check_size(texts)
    references = [passage.reference or str(number) for number, passage in enumerate(passages, 1)]
    return NewWork(
        title,
        siglum,
        language,
        references,
        texts,
        details=checked_translation(details or {}),
        headings=[passage.heading for passage in passages],
        paths=[passage.path for passage in passages],
        levels=work.levels,
        remarks=document.warnings,
        offered=document.offered,
    )


def _check_size(texts: Sequence[str]) -> None:
    checked_text("text", "".join(texts), maximum=limits.PLACED_TEXT, required=True)
    if len(texts) > limits.PLACED_PASSAGES:
        message = gettext("At most %(placed_passages)s passages are expected; the text has %(texts)s.") % {
            "placed_passages": f"{limits.PLACED_PASSAGES:,}",
            "texts": f"{len(texts):,}",
        }
        raise Invalid.field("text", message, code="too_many")
