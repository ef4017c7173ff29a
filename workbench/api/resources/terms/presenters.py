"""Terms, as they are sent."""

from typing import Annotated, TypedDict

from workbench.api.protocol.current import shows_current
from workbench.api.resources.people.presenters import Moment, PersonShown, moment, show_person
from workbench.corpus.actions import ImportedTerms
from workbench.corpus.models import Term
from workbench.text.checking import Status

__all__ = ["ImportedTermsShown", "TermShown", "show_imported", "show_term"]


class RenderingShown(TypedDict):
    """Words for a term in a language ("" for any)."""

    language: str
    words: str
    status: Status
    note: str


class TermShown(TypedDict):
    """A term of a work, or (`work` null) of all works of its workspace. A star at the end stands for any ending."""

    id: int
    workspace: str
    work: str | None
    words: str
    language: str
    note: str
    renderings: list[RenderingShown]
    version: int
    created_by: PersonShown
    created_at: Moment
    updated_at: Moment


class ImportedTermsShown(TypedDict):
    """How many terms of a file were (or would be) new, changed, or the same as here."""

    added: int
    changed: int
    same: int
    dry_run: Annotated[bool, "whether nothing was written"]


@shows_current(Term)
def show_term(term: Term) -> TermShown:
    """Show a term; its workspace, work and maker should be loaded."""
    return {
        "id": term.pk,
        "workspace": term.workspace.slug,
        "work": term.work.slug if term.work else None,
        "words": term.words,
        "language": term.language,
        "note": term.note,
        "renderings": term.renderings,
        "version": term.version,
        "created_by": show_person(term.created_by),
        "created_at": moment(term.created_at),
        "updated_at": moment(term.updated_at),
    }


def show_imported(done: ImportedTerms, *, dry_run: bool) -> ImportedTermsShown:
    """Show what became of a file."""
    return {"added": done.added, "changed": done.changed, "same": done.same, "dry_run": dry_run}
