"""A work as people without an account may have it: no words and no names but those that may be shown."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from workbench.accounts.models import Reader
from workbench.corpus.models import Remarks, Translation, Work
from workbench.corpus.transfer import export_texts
from workbench.interchange.document import Document, ThreadRecord, WorkRecord
from workbench.publishing.freezing import without_names, without_remarks
from workbench.review.transfer import choose_translations
from workbench.review.transfer.threads_out import export_threads

__all__ = ["export_open"]


def _whole(record: WorkRecord) -> WorkRecord:
    return record


_AS_SHOWN: Mapping[str, Callable[[WorkRecord], WorkRecord]] = {
    Remarks.NONE.value: without_remarks,
    Remarks.UNNAMED.value: without_names,
    Remarks.NAMED.value: _whole,
}


def export_open(reader: Reader, work: Work) -> Document:
    """Return a work that was found for a reader, with its `showing`: the translations and remarks they may see."""
    sigla = Translation.objects.visible_to(reader).filter(work=work).values_list("siglum", flat=True)
    has_remarks = work.showing.remarks != Remarks.NONE
    threads: tuple[ThreadRecord, ...] = export_threads(work) if has_remarks else ()
    record = replace(export_texts(work), threads=threads)
    chosen = choose_translations(Document((record,)), [*sigla])
    return Document(tuple(_AS_SHOWN[work.showing.remarks](one) for one in chosen.works))
