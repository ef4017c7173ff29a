"""A work as a document, and the document as a file."""

from collections.abc import Collection
from dataclasses import dataclass, replace

from workbench.accounts.models import Role, User
from workbench.accounts.permissions import require_role
from workbench.corpus.models import Variant, Work
from workbench.corpus.transfer import export_texts
from workbench.interchange.document import Document, GroupRecord, PassageRecord, ThreadRecord, WorkRecord
from workbench.interchange.errors import FormatError
from workbench.interchange.registry import FORMATS
from workbench.review.errors import Conflict, Invalid
from workbench.review.transfer.threads_out import export_threads

__all__ = [
    "COLLATED_AT_ONCE",
    "ExportedFile",
    "choose_translations",
    "export_at_once",
    "export_file",
    "export_work",
    "takes_long",
]

COLLATED_AT_ONCE = 2_000  # texts


@dataclass(frozen=True, slots=True)
class ExportedFile:
    """The bytes of an export. `losses` say in sentences what of the work the format does not carry."""

    name: str
    media_type: str
    data: bytes
    losses: tuple[str, ...]


def export_work(*, actor: User, work: Work) -> Document:
    """Return all of a work: texts, histories, discussions, relations. A fixed number of queries."""
    require_role(actor, work.workspace_id, Role.READER)
    record = replace(export_texts(work), threads=export_threads(work))
    return Document((record,))


def export_file(
    *, actor: User, work: Work, format_name: str, sigla: Collection[str] = (), apparatus: str = ""
) -> ExportedFile:
    """Return a work as a file, with the translations `sigla` or (none named) all of them.

    `apparatus` names the way in which it is written where the format has one. Raises `Invalid` for an unknown format,
    apparatus or siglum, and for what the format cannot hold.
    """
    form = FORMATS.get(format_name)
    if form is None:
        raise Invalid.field("format", f"One of {', '.join(FORMATS)} is expected.", code="unknown_format")
    document = export_work(actor=actor, work=work)
    if sigla:
        document = choose_translations(document, sigla)
    try:
        data, losses = form.write_with(document, apparatus), form.losses_with(document, apparatus)
    except FormatError as error:
        place = "apparatus" if apparatus and apparatus not in form.apparatus else "format"
        raise Invalid.field(place, str(error), code="not_writable") from error
    extension, media_type = form.naming(data)
    return ExportedFile(f"{work.slug}{extension}", media_type, data, (*document.warnings, *losses))


def export_at_once(
    *, actor: User, work: Work, format_name: str, sigla: Collection[str] = (), apparatus: str = ""
) -> ExportedFile:
    """Return a work as a file while somebody waits, as `export_file` does.

    Raises `Conflict` where more texts would be collated than are in two seconds (on one core of 2026).
    """
    if takes_long(work=work, format_name=format_name, sigla=sigla, apparatus=apparatus):
        message = f"More than {COLLATED_AT_ONCE:,} texts are compared for this file. Let it be prepared, or take fewer."
        raise Conflict(message, code="takes_long")
    return export_file(actor=actor, work=work, format_name=format_name, sigla=sigla, apparatus=apparatus)


def takes_long(*, work: Work, format_name: str, sigla: Collection[str] = (), apparatus: str = "") -> bool:
    """Say whether a file is one that nobody waits for: texts are collated for its apparatus, and there are many."""
    form = FORMATS.get(format_name)
    if form is None or not form.collates(apparatus):
        return False
    texts = Variant.objects.filter(translation__work=work)
    chosen = texts.filter(translation__siglum__in=list(sigla)) if sigla else texts
    return chosen.order_by()[: COLLATED_AT_ONCE + 1].count() > COLLATED_AT_ONCE


def choose_translations(document: Document, sigla: Collection[str]) -> Document:
    """Return the document with these translations only; threads that speak of others are left out, with a
    warning.

    Raises `Invalid` for a siglum that no translation has.
    """
    known = {translation.siglum for work in document.works for translation in work.translations}
    if unknown := sorted(set(sigla) - known):
        message = f"No translation is called {', '.join(unknown)}."
        raise Invalid.field("translations", message, code="unknown_siglum")
    works = tuple(_choose(work, frozenset(sigla)) for work in document.works)
    before, after = (sum(len(work.threads) for work in some) for some in (document.works, works))
    warning = f"{before - after} threads are left out: they speak of other translations."
    return Document(works, (*document.warnings, warning) if before > after else document.warnings)


def _choose(work: WorkRecord, sigla: frozenset[str]) -> WorkRecord:
    return replace(
        work,
        translations=tuple(one for one in work.translations if one.siglum in sigla),
        passages=tuple(_choose_variants(passage, sigla) for passage in work.passages),
        threads=tuple(thread for thread in work.threads if _speaks_only_of(thread, sigla)),
        groups=tuple(_choose_members(group, sigla) for group in work.groups if sigla.intersection(group.members)),
        derivations=tuple(one for one in work.derivations if {one.siglum, one.source} <= sigla),
    )


def _choose_members(group: GroupRecord, sigla: frozenset[str]) -> GroupRecord:
    return replace(group, members=tuple(one for one in group.members if one in sigla))


def _choose_variants(passage: PassageRecord, sigla: frozenset[str]) -> PassageRecord:
    return replace(passage, variants=tuple(one for one in passage.variants if one.siglum in sigla))


def _speaks_only_of(thread: ThreadRecord, sigla: frozenset[str]) -> bool:
    return all(anchor.siglum in sigla for anchor in thread.anchors)
