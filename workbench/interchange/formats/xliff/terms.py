"""Names that both versions of XLIFF have in common here."""

from workbench.interchange.document import ThreadRecord, TranslationRecord, WorkRecord

__all__ = ["OWN", "OWN_AUTHOR", "OWN_NAME", "source_first", "threads_by_passage"]

OWN = "https://translation-workbench.example/xliff"
OWN_NAME, OWN_AUTHOR = f"{{{OWN}}}name", f"{{{OWN}}}from"


def source_first(work: WorkRecord) -> list[TranslationRecord]:
    """Return the translations, the original (or the first) before the others."""
    source = next((one for one in work.translations if one.role == "original"), None)
    first = [source] if source else []
    return [*first, *(one for one in work.translations if one is not source)]


def threads_by_passage(work: WorkRecord) -> dict[str, list[ThreadRecord]]:
    """Return the threads of a work by the references of their passages."""
    threads: dict[str, list[ThreadRecord]] = {}
    for thread in work.threads:
        threads.setdefault(thread.passage, []).append(thread)
    return threads
