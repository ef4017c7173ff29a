"""The terms that count in a work: its own, and those of its workspace."""

from django.db.models import F, QuerySet

from workbench.corpus.models import Term, Work
from workbench.interchange.terminology import RenderingRecord, TermRecord
from workbench.text.checking import Entry, Glossary, Rendering

__all__ = ["entry_of", "glossary_of", "record_of", "terms_of", "words_of"]


def terms_of(work: Work) -> QuerySet[Term]:
    """Return the terms that count in a work, its own and the workspace's, in the order of their words."""
    return Term.objects.counting_in(work).select_related("work", "workspace", "created_by").order_by("words", "pk")


def glossary_of(work: Work) -> Glossary:
    """Return the terms that count in a work, ready to be looked for; one query.

    Where a work and its workspace have the same term, the work's own counts.
    """
    rows = terms_of(work).select_related(None).order_by(F("work").asc(nulls_first=True), "pk")
    return Glossary({(row.words, row.language): entry_of(row) for row in rows}.values())


def entry_of(term: Term) -> Entry:
    """Return a term as the engine takes it."""
    renderings = [Rendering(one["language"], one["words"], one["status"]) for one in term.renderings]
    return Entry(term.words, term.language, tuple(renderings))


def record_of(term: Term) -> TermRecord:
    """Return a term as files have it."""
    renderings = [
        RenderingRecord(one["language"], one["words"], one["status"], one.get("note", "")) for one in term.renderings
    ]
    return TermRecord(term.words, term.language, term.note, tuple(renderings))


def words_of(*terms: Term) -> list[str]:
    """Return all words of terms and their renderings."""
    return list(
        dict.fromkeys(words for one in terms for words in (one.words, *(said["words"] for said in one.renderings)))
    )
