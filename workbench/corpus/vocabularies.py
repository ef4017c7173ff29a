"""The words of whole translations: counted at once where they are short, else kept as they were counted last."""

import json
import zlib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone

from workbench.corpus.models import Translation, TranslationWords, Variant, Work
from workbench.text.concordance import Vocabulary, count_vocabulary
from workbench.text.words.languages import language_of

__all__ = ["Counted", "count_words", "kin_of", "read_vocabularies"]

_AT_ONCE = 2_000  # texts of a work


@dataclass(frozen=True, slots=True)
class Counted:
    """Vocabularies by translation (id). `at`: when the oldest was counted, None where all were counted now."""

    words: Mapping[int, Vocabulary]
    at: datetime | None


def kin_of(one: Translation, translations: Sequence[Translation]) -> list[Translation]:
    """Return the other translations in the language of one."""
    language = language_of(one.language)
    return [other for other in translations if other.pk != one.pk and language_of(other.language) == language]


def read_vocabularies(work: Work, translations: Sequence[Translation]) -> Counted:
    """Return the vocabularies of translations of a work; those that were never counted are missing in long works."""
    pks = [one.pk for one in translations]
    if Variant.objects.filter(work=work).order_by()[: _AT_ONCE + 1].count() <= _AT_ONCE:
        return Counted(_count(work, pks), None)
    rows = list(TranslationWords.objects.filter(translation__in=pks))
    return Counted(
        {row.pk: _unpack(bytes(row.counts)) for row in rows}, min((row.counted_at for row in rows), default=None)
    )


def count_words(work: Work) -> None:
    """Count the words of a work's translations, one at a time, and keep them where they are long."""
    if work.variants.count() <= _AT_ONCE:
        return
    for pk in work.translations.values_list("pk", flat=True):
        counted = _count(work, [pk])[pk]
        values = {"workspace_id": work.workspace_id, "counted_at": timezone.now(), "counts": _pack(counted)}
        TranslationWords.objects.update_or_create(translation_id=pk, defaults=values)


def _count(work: Work, translations: Sequence[int]) -> dict[int, Vocabulary]:
    rows = Variant.objects.filter(work=work).exclude(text="").order_by()
    return {
        pk: count_vocabulary(rows.filter(translation=pk).values_list("text", flat=True).iterator())
        for pk in translations
    }


def _pack(one: Vocabulary) -> bytes:
    return zlib.compress(json.dumps([one.counts, one.written], ensure_ascii=False).encode())


def _unpack(data: bytes) -> Vocabulary:
    counts, written = json.loads(zlib.decompress(data))
    return Vocabulary(Counter(counts), written)
