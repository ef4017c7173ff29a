"""The words and phrases of whole translations: counted at once where they are short, else kept as counted last."""

import json
import zlib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from django.utils import timezone

from workbench.corpus.models import Translation, TranslationWords, Variant, Work
from workbench.text.concordance import Vocabulary, count_phrases, count_vocabulary
from workbench.text.words.languages import language_of

__all__ = ["Counted", "Unit", "count_words", "kin_of", "read_vocabularies"]

_AT_ONCE = 2_000  # texts of a work
_LEAST = 3  # times that a phrase of a long work stands in a translation: rarer ones are not kept
_COUNT = {"words": count_vocabulary, "phrases": count_phrases}

Unit = Literal["words", "phrases"]


@dataclass(frozen=True, slots=True)
class Counted:
    """Vocabularies by translation (id). `at`: when the oldest was counted, None where all were counted now."""

    words: Mapping[int, Vocabulary]
    at: datetime | None


def kin_of(one: Translation, translations: Sequence[Translation]) -> list[Translation]:
    """Return the other translations in the language of one."""
    language = language_of(one.language)
    return [other for other in translations if other.pk != one.pk and language_of(other.language) == language]


def read_vocabularies(work: Work, translations: Sequence[Translation], unit: Unit = "words") -> Counted:
    """Return the words or phrases of translations of a work; what was never counted is missing in long works."""
    pks = [one.pk for one in translations]
    if Variant.objects.filter(work=work).order_by()[: _AT_ONCE + 1].count() <= _AT_ONCE:
        return Counted(_count(work, pks, unit), None)
    rows = list(TranslationWords.objects.filter(translation__in=pks))
    found = {row.pk: _unpack(bytes(row.counts), unit) for row in rows}
    known = {pk: one for pk, one in found.items() if one}
    return Counted(known, min((row.counted_at for row in rows if row.pk in known), default=None))


def count_words(work: Work) -> None:
    """Count the words of a work's translations, one at a time, and keep them where they are long."""
    if work.variants.count() <= _AT_ONCE:
        return
    for pk in work.translations.values_list("pk", flat=True):
        words, phrases = (_count(work, [pk], unit)[pk] for unit in ("words", "phrases"))
        phrases.drop_rare(_LEAST)
        counts = _pack(words, phrases)
        values = {"workspace_id": work.workspace_id, "counted_at": timezone.now(), "counts": counts}
        TranslationWords.objects.update_or_create(translation_id=pk, defaults=values)


def _count(work: Work, translations: Sequence[int], unit: Unit) -> dict[int, Vocabulary]:
    rows = Variant.objects.filter(work=work).exclude(text="").order_by()
    return {
        pk: _COUNT[unit](rows.filter(translation=pk).values_list("text", flat=True).iterator()) for pk in translations
    }


def _pack(words: Vocabulary, phrases: Vocabulary) -> bytes:
    said = [words.counts, words.written, phrases.counts, phrases.written, phrases.dropped]
    return zlib.compress(json.dumps(said, ensure_ascii=False).encode())


def _unpack(data: bytes, unit: Unit) -> Vocabulary | None:
    """Return what was counted; None for phrases where they were not counted yet."""
    counts, written, *phrases = json.loads(zlib.decompress(data))
    if unit == "words":
        return Vocabulary(Counter(counts), written)
    return Vocabulary(Counter(phrases[0]), *phrases[1:]) if phrases else None
