"""Keeping the index true: a text with its write, many by a task, all of them by a command."""

from collections.abc import Iterator, Sequence

from django.db import transaction
from django.db.models import F, QuerySet

from workbench.corpus.concordance.engine import engine
from workbench.corpus.concordance.scope import Text
from workbench.corpus.models import IndexedText, Variant, Work

__all__ = ["forget_index", "index_variant", "index_waiting"]

_BATCH = 2_000
_CHARACTERS = 5_000_000  # of a batch
_TEXT = ("pk", "version", "text", "workspace_id", "work_id", "translation_id")


def index_variant(variant: Variant) -> None:
    """Index one text as it stands; the caller holds the transaction of its write."""
    if variant.text:
        engine().put([Text(*(getattr(variant, name) for name in _TEXT))])


def index_waiting(work: Work) -> int:
    """Index the texts of a work that are not, each batch by itself, and return how many they were.

    What somebody changes meanwhile they index themselves.
    """
    count = 0
    for batch in _batches(work.variants.all()):
        with transaction.atomic():
            engine().put(batch)
        count += len(batch)
    return count


@transaction.atomic
def forget_index() -> None:
    """Forget the whole index, so that every text waits for it."""
    IndexedText.objects.all().delete()
    engine().clear()


def _batches(variants: QuerySet[Variant]) -> Iterator[list[Text]]:
    rows = variants.exclude(text="").exclude(indexed__version=F("version")).order_by("pk")
    last = 0
    while found := [Text(*row) for row in rows.filter(pk__gt=last).values_list(*_TEXT)[:_BATCH]]:
        last = found[-1].variant
        yield from _split(found)


def _split(texts: Sequence[Text]) -> Iterator[list[Text]]:
    """Cut texts into batches of little more than `_CHARACTERS`."""
    batch: list[Text] = []
    held = 0
    for one in texts:
        batch.append(one)
        held += len(one.text)
        if held > _CHARACTERS:
            yield batch
            batch, held = [], 0
    if batch:
        yield batch
