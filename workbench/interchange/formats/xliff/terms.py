"""Names that both versions of XLIFF have in common here."""

from workbench.interchange.document import ThreadRecord, TranslationRecord, WorkRecord
from workbench.interchange.errors import FormatError, Problem
from workbench.interchange.units import source_first

__all__ = ["OWN", "OWN_AUTHOR", "OWN_NAME", "order_of", "threads_by_passage"]

OWN = "https://translation-workbench.example/xliff"
OWN_NAME, OWN_AUTHOR = f"{{{OWN}}}name", f"{{{OWN}}}from"


def order_of(work: WorkRecord) -> list[TranslationRecord]:
    """Return the translations to be written, that of the source first. Raises `FormatError` for none."""
    if not work.translations:
        raise FormatError((Problem("/works/0/translations", "XLIFF needs at least one translation."),))
    return source_first(work.translations)


def threads_by_passage(work: WorkRecord) -> dict[str, list[ThreadRecord]]:
    """Return the threads of a work by the references of their passages."""
    threads: dict[str, list[ThreadRecord]] = {}
    for thread in work.threads:
        threads.setdefault(thread.passage, []).append(thread)
    return threads
