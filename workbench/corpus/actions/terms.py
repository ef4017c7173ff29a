"""The glossary: terms added, changed, taken out, and brought in a file."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext

from workbench.accounts.checks import checked_language, checked_line
from workbench.accounts.models import Role, User, Workspace
from workbench.corpus import limits
from workbench.corpus.actions.writing import created, replaced, stale
from workbench.corpus.errors import Conflict, Invalid
from workbench.corpus.glossary import words_of
from workbench.corpus.models import Term, Work
from workbench.corpus.permissions import require_role
from workbench.corpus.recording import record_about, values_of
from workbench.corpus.tasks import review_terms_later
from workbench.interchange.errors import FormatError
from workbench.interchange.terminology import TermRecord, read_glossary
from workbench.journal.actions import Place, record
from workbench.journal.kinds import Kind
from workbench.text.checking import STATUSES
from workbench.text.concordance import parts_of, read_words

__all__ = ["ImportedTerms", "add_term", "delete_term", "edit_term", "import_terms"]

_FIELDS = ("words", "language", "note", "renderings")


@dataclass(frozen=True, slots=True)
class ImportedTerms:
    """What a file brought: how many terms were new, changed, or the same as here already."""

    added: int
    changed: int
    same: int


@transaction.atomic
def add_term(*, actor: User, workspace: Workspace, work: Work | None = None, **given: Any) -> Term:
    """Add a term to a work's glossary, or (no work) to the workspace's.

    `given` are `words`, `language`, `note`, and `renderings`: mappings with language, words, status and note.
    """
    require_role(actor, workspace, Role.EDITOR)
    fields = _checked(given)
    _check_room(workspace, work, 1)
    if _rows(workspace, work).filter(words=fields["words"], language=fields["language"]).exists():
        raise Conflict(
            gettext("This term is there already."), code="taken", fields={"words": gettext("Another one is expected.")}
        )
    now = timezone.now()
    made = created(
        Term(workspace=workspace, work=work, created_by=actor, created_at=now, updated_at=now, **fields), "words"
    )
    review_terms_later(_works(workspace, work), words_of(made))
    record_about(actor, Kind.TERM_ADDED, made, after={"renderings": len(made.renderings)})
    return made


@transaction.atomic
def edit_term(*, actor: User, term: Term, version: int, changes: Mapping[str, Any]) -> Term:
    """Change a term's words, language, note or renderings (all of these together)."""
    require_role(actor, term.workspace_id, Role.EDITOR)
    fields = _checked({**{name: getattr(term, name) for name in _FIELDS}, **changes})
    before, words = values_of(term, ["words", "note"]), words_of(term)
    changed = replaced(term, version, {**fields, "updated_at": timezone.now()}, "words")
    review_terms_later(_works(term.workspace, term.work), [*words, *words_of(changed)])
    record_about(actor, Kind.TERM_EDITED, changed, before=before, after=values_of(changed, ["words", "note"]))
    return changed


@transaction.atomic
def delete_term(*, actor: User, term: Term, version: int) -> None:
    """Take a term out of its glossary."""
    require_role(actor, term.workspace_id, Role.EDITOR)
    if not Term.objects.replace(term, version=version):
        raise stale(term)
    review_terms_later(_works(term.workspace, term.work), words_of(term))
    record_about(actor, Kind.TERM_DELETED, term, before=values_of(term, ["words", "note"]))
    term.delete()


@transaction.atomic
def import_terms(
    *, actor: User, workspace: Workspace, work: Work | None = None, data: bytes, dry_run: bool = False
) -> ImportedTerms:
    """Bring the terms of a file (CSV or TBX) into a glossary, all or none; with `dry_run` only say what would be.

    A term that is there in its language takes the note and the renderings of the file. Raises `Invalid` on the field
    `file`, with the place in the file.
    """
    require_role(actor, workspace, Role.EDITOR)
    try:
        found = read_glossary(data)
    except FormatError as error:
        raise Invalid.field("file", str(error.problems[0]), code="unreadable_file") from error
    wanted = {(one["words"], one["language"]): one for one in map(_checked_record, found)}
    standing = {(row.words, row.language): row for row in _rows(workspace, work)}
    fresh = [one for name, one in wanted.items() if name not in standing]
    changed = [
        (standing[name], one) for name, one in wanted.items() if name in standing and _differs(standing[name], one)
    ]
    _check_room(workspace, work, len(fresh))
    done = ImportedTerms(len(fresh), len(changed), len(wanted) - len(fresh) - len(changed))
    if not dry_run and (fresh or changed):
        _write(actor, workspace, work, fresh, changed)
        after = {"added": done.added, "changed": done.changed}
        place = Place(workspace=workspace.pk, work=work.pk if work else None)
        subject = work.pk if work else workspace.pk
        record(
            actor=actor,
            kind=Kind.TERMS_IMPORTED,
            subject=subject,
            place=place,
            name=str(work or workspace),
            after=after,
        )
    return done


def _write(
    actor: User,
    workspace: Workspace,
    work: Work | None,
    fresh: Sequence[dict[str, Any]],
    changed: Sequence[tuple[Term, dict[str, Any]]],
) -> None:
    now = timezone.now()
    words = words_of(*[row for row, _ in changed])
    for row, one in changed:
        row.note, row.renderings = one["note"], one["renderings"]
        row.version, row.updated_at = row.version + 1, now
    Term.objects.bulk_update([row for row, _ in changed], ["note", "renderings", "version", "updated_at"])
    about = {"workspace": workspace, "work": work, "created_by": actor, "created_at": now, "updated_at": now}
    made = Term.objects.bulk_create([Term(**about, **one) for one in fresh])
    review_terms_later(_works(workspace, work), list({*words, *words_of(*made, *[row for row, _ in changed])}))


def _checked(given: Mapping[str, Any]) -> dict[str, Any]:
    if unknown := sorted(set(given) - set(_FIELDS)):
        raise Invalid.field(unknown[0], gettext("This field is not known here."), code="unknown_field")
    words = _checked_words("words", given.get("words", ""))
    language = checked_language("language", given.get("language", ""))
    note = checked_line("note", given.get("note", ""), maximum=limits.REASON)
    renderings = given.get("renderings", ())
    if len(renderings) > limits.RENDERINGS:
        message = gettext("At most %(renderings)s renderings are expected.") % {"renderings": limits.RENDERINGS}
        raise Invalid.field("renderings", message, code="too_many")
    checked = {(one["language"], one["words"]): one for one in map(_checked_rendering, renderings)}
    own = checked.get((language, words))
    if own and own["status"] == "forbidden":
        message = gettext("Other words than the term’s own are expected among those that are not wanted.")
        raise Invalid.field("renderings", message, code="forbids_itself")
    kept = [one for one in checked.values() if one is not own]
    return {"words": words, "language": language, "note": note, "renderings": kept}


def _checked_rendering(one: Mapping[str, str]) -> dict[str, str]:
    status = one.get("status") or "wanted"
    if status not in STATUSES:
        raise Invalid.field(
            "renderings",
            gettext("One of %(statuses)s is expected as status.") % {"statuses": ", ".join(STATUSES)},
            code="unknown_status",
        )
    return {
        "language": checked_language("renderings", one.get("language", "")),
        "words": _checked_words("renderings", one.get("words", "")),
        "status": status,
        "note": checked_line("renderings", one.get("note", ""), maximum=limits.REASON),
    }


def _checked_words(name: str, words: str) -> str:
    checked = " ".join(checked_line(name, words, maximum=limits.EQUIVALENCE, required=True).split())
    if not any(map(parts_of, read_words(checked))) or "*" in checked.removesuffix("*"):
        message = gettext("Words that can be seen are expected, with a star at the end at most: “wreck*”.")
        raise Invalid.field(name, message, code="no_words")
    return checked


def _checked_record(one: TermRecord) -> dict[str, Any]:
    renderings = [said._asdict() for said in one.renderings]
    given = {"words": one.words, "language": one.language, "note": one.note, "renderings": renderings}
    try:
        return _checked(given)
    except Invalid as error:
        message = next(iter(error.fields.values()), error.detail)
        raise Invalid.field("file", f"{one.where}: {message}", code=error.code) from error


def _differs(row: Term, one: Mapping[str, Any]) -> bool:
    return (row.note, row.renderings) != (one["note"], one["renderings"])


def _check_room(workspace: Workspace, work: Work | None, more: int) -> None:
    if _rows(workspace, work).count() + more > limits.TERMS:
        raise Invalid.field(
            "words",
            gettext("At most %(terms)s terms may stand in a glossary.") % {"terms": f"{limits.TERMS:,}"},
            code="too_many_terms",
        )


def _rows(workspace: Workspace, work: Work | None) -> Any:
    return Term.objects.filter(workspace=workspace, work=work)


def _works(workspace: Workspace, work: Work | None) -> list[int]:
    if work is not None:
        return [work.pk]
    return list(Work.objects.filter(workspace=workspace).values_list("pk", flat=True))
