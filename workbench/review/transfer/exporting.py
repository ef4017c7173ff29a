"""A work as a document, and the document as a file."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from math import inf

from django.utils.translation import gettext

from workbench.accounts.models import Role, User
from workbench.accounts.permissions import require_role
from workbench.corpus.models import Work
from workbench.corpus.reading_order import has_own_order
from workbench.corpus.snapshot import snapshot
from workbench.corpus.transfer import (
    Progress,
    count_untold,
    export_head,
    export_texts,
    stream_in_own_order,
    stream_passages,
)
from workbench.interchange.document import (
    Document,
    GroupRecord,
    PassageRecord,
    RuleRecord,
    ThreadRecord,
    WorkRecord,
)
from workbench.interchange.errors import FormatError
from workbench.interchange.flow import Flow
from workbench.interchange.registry import FORMATS, Streaming
from workbench.review.errors import Conflict, Invalid
from workbench.review.transfer.threads_out import count_threads, export_threads, stream_threads

__all__ = [
    "COLLATED_AT_ONCE",
    "ExportedFile",
    "StreamedFile",
    "choose_translations",
    "export_at_once",
    "export_file",
    "export_work",
    "find_slow_ways",
    "is_collated_at_once",
    "is_large",
    "is_streamed",
    "stream_file",
    "takes_long",
]

COLLATED_AT_ONCE = 2_000  # texts
HELD_AT_ONCE = 5_000  # texts, of which a file is made in one piece
_PIECE = 65_536  # characters
_TOLD_EVERY = 500  # passages


@dataclass(frozen=True, slots=True)
class ExportedFile:
    """The bytes of an export. `losses` say in sentences what of the work the format does not carry."""

    name: str
    media_type: str
    data: bytes
    losses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StreamedFile:
    """An export that is made piece by piece, while it is taken."""

    name: str
    media_type: str
    pieces: Iterator[bytes]
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
        raise Invalid.field(
            "format",
            gettext("One of %(formats)s is expected.") % {"formats": ", ".join(FORMATS)},
            code="unknown_format",
        )
    document = export_work(actor=actor, work=work)
    if sigla:
        document = choose_translations(document, sigla)
    if form.follows_order:
        document = in_own_order(document)
    try:
        data, losses = form.write_with(document, apparatus), form.losses_with(document, apparatus)
    except FormatError as error:
        place = "apparatus" if apparatus and apparatus not in form.apparatus else "format"
        raise Invalid.field(place, str(error), code="not_writable") from error
    extension, media_type = form.naming(data)
    return ExportedFile(f"{work.slug}{extension}", media_type, data, (*document.warnings, *losses))


def export_at_once(
    *, actor: User, work: Work, format_name: str, sigla: Collection[str] = (), apparatus: str = ""
) -> ExportedFile | StreamedFile:
    """Return a work as a file while somebody waits, as `export_file` does; a large one as it comes, where its format
    can.

    Raises `Conflict` for one that `takes_long`.
    """
    if takes_long(work=work, format_name=format_name, sigla=sigla, apparatus=apparatus):
        message = gettext("This file takes long to make. Let it be prepared, or take fewer translations.")
        raise Conflict(message, code="takes_long")
    if not apparatus and is_streamed(work=work, format_name=format_name):
        return stream_file(actor=actor, work=work, format_name=format_name, sigla=sigla)
    return export_file(actor=actor, work=work, format_name=format_name, sigla=sigla, apparatus=apparatus)


def is_streamed(*, work: Work, format_name: str) -> bool:
    """Say whether a work is written as it comes: it is large, and its format can. One query."""
    form = FORMATS.get(format_name)
    return form is not None and form.streaming is not None and is_large(work)


def is_large(work: Work) -> bool:
    """Say whether a work is too large to be held for one request. One query."""
    return work.variants.all()[: HELD_AT_ONCE + 1].count() > HELD_AT_ONCE


def stream_file(
    *, actor: User, work: Work, format_name: str, sigla: Collection[str] = (), progress: Progress | None = None
) -> StreamedFile:
    """Return a work as a file that is written while it is read, as it stands when its first piece is asked for.

    `progress` is told how many passages are written, of all. Raises `Invalid` for a siglum that no translation has.
    """
    require_role(actor, work.workspace_id, Role.READER)
    form = FORMATS[format_name]
    assert form.streaming is not None
    head = _head(work, sigla)
    threads, left_out = count_threads(work, sigla)
    untold = count_untold(work, sigla)
    if form.streaming.is_bare and len(head.translations) == 1:
        untold = replace(untold, ordered=0)  # it is written in that order
    losses = form.streaming.losses(head, untold, threads)
    warnings = (_left_out(left_out),) if left_out else ()
    pieces = _pieces(work, form.streaming, sigla, progress)
    return StreamedFile(f"{work.slug}{form.extensions[0]}", form.media_type, pieces, (*warnings, *losses))


def _pieces(work: Work, streaming: Streaming, sigla: Collection[str], progress: Progress | None) -> Iterator[bytes]:
    """Yield the file in pieces of some 64 KB, all of one moment."""
    with snapshot():
        head = _head(work, sigla)
        passages = _passages(work, streaming, sigla)
        told = _told(passages, work, progress) if progress else passages
        held, size = list[str](), 0
        for piece in streaming.write(Flow(head, told, stream_threads(work, sigla))):
            held.append(piece)
            size += len(piece)
            if size > _PIECE:
                yield "".join(held).encode()
                held, size = [], 0
        yield "".join(held).encode()


def _passages(work: Work, streaming: Streaming, sigla: Collection[str]) -> Iterator[PassageRecord]:
    """Yield the passages of a work; in the order of its own where one translation alone is written that has one."""
    chosen = work.translations.filter(siglum__in=sigla) if sigla else work.translations.all()
    only = chosen.get() if streaming.is_bare and chosen.count() == 1 else None
    if only and has_own_order(only):
        return stream_in_own_order(only)
    return stream_passages(work, sigla, is_bare=streaming.is_bare)


def in_own_order(document: Document) -> Document:
    """Return a document of one translation with its passages as this reads them; others as they are."""
    return Document(tuple(map(_reordered, document.works)), document.warnings, document.offered)


def _reordered(work: WorkRecord) -> WorkRecord:
    if len(work.translations) != 1 or all(one.order is None for row in work.passages for one in row.variants):
        return work
    rows = sorted(work.passages, key=lambda row: min((one.order or inf for one in row.variants), default=inf))
    return replace(work, passages=tuple(map(_unnumbered, rows)))


def _unnumbered(row: PassageRecord) -> PassageRecord:
    return replace(row, variants=tuple(replace(one, order=None) for one in row.variants))


def _head(work: Work, sigla: Collection[str]) -> WorkRecord:
    """Return what is said of a work itself, as far as it is of the translations chosen."""
    head = export_head(work)
    return choose_translations(Document((head,)), sigla).works[0] if sigla else head


def _told(passages: Iterable[PassageRecord], work: Work, progress: Progress) -> Iterator[PassageRecord]:
    total = work.passages.count()
    for number, passage in enumerate(passages, 1):
        yield passage
        if not number % _TOLD_EVERY:
            progress(number, total)


def takes_long(*, work: Work, format_name: str, sigla: Collection[str] = (), apparatus: str = "") -> bool:
    """Say whether a file is one that nobody waits for: a large work has to be held for it, or many texts are collated
    for its apparatus.
    """
    return bool(find_slow_ways(work=work, sigla=sigla, ways=[(format_name, apparatus)]))


def find_slow_ways(*, work: Work, sigla: Collection[str], ways: Iterable[tuple[str, str]]) -> set[tuple[str, str]]:
    """Return those of the formats and ways of writing them, by their names, that take long. Two queries."""
    is_held, is_collated = not is_large(work), is_collated_at_once(work=work, sigla=sigla)
    return {
        (name, way)
        for name, way in ways
        if (form := FORMATS.get(name)) is not None
        and not (is_collated if form.collates(way) else is_held or (form.streaming is not None and not way))
    }


def is_collated_at_once(*, work: Work, sigla: Collection[str] = ()) -> bool:
    """Say whether the texts of a work are few enough to be collated while somebody waits. One query."""
    chosen = work.variants.filter(translation__siglum__in=list(sigla)) if sigla else work.variants.all()
    return chosen.order_by()[: COLLATED_AT_ONCE + 1].count() <= COLLATED_AT_ONCE


def choose_translations(document: Document, sigla: Collection[str]) -> Document:
    """Return the document with these translations only; threads that speak of others are left out, with a
    warning.

    Raises `Invalid` for a siglum that no translation has.
    """
    known = {translation.siglum for work in document.works for translation in work.translations}
    if unknown := sorted(set(sigla) - known):
        message = gettext("No translation is called %(unknown)s.") % {"unknown": ", ".join(unknown)}
        raise Invalid.field("translations", message, code="unknown_siglum")
    works = tuple(_choose(work, frozenset(sigla)) for work in document.works)
    before, after = (sum(len(work.threads) for work in some) for some in (document.works, works))
    said = (_left_out(before - after),) if before > after else ()
    return Document(works, (*document.warnings, *said))


def _left_out(threads: int) -> str:
    return f"{threads} threads are left out: they speak of other translations."


def _choose(work: WorkRecord, sigla: frozenset[str]) -> WorkRecord:
    return replace(
        work,
        translations=tuple(one for one in work.translations if one.siglum in sigla),
        passages=tuple(_choose_variants(passage, sigla) for passage in work.passages),
        threads=tuple(thread for thread in work.threads if _speaks_only_of(thread, sigla)),
        groups=tuple(_choose_members(group, sigla) for group in work.groups if sigla.intersection(group.members)),
        derivations=tuple(one for one in work.derivations if {one.siglum, one.source} <= sigla),
        corrections=tuple(one for one in work.corrections if all(mark.siglum in sigla for mark in one.marks)),
        rules=tuple(rule for rule in (_choose_among(rule, sigla) for rule in work.rules) if rule),
    )


def _choose_among(rule: RuleRecord, sigla: frozenset[str]) -> RuleRecord | None:
    """Keep a rule between those of its translations that are there; None where there are not two."""
    among = tuple(one for one in rule.translations if one in sigla)
    return None if rule.translations and len(among) < 2 else replace(rule, translations=among)


def _choose_members(group: GroupRecord, sigla: frozenset[str]) -> GroupRecord:
    return replace(group, members=tuple(one for one in group.members if one in sigla))


def _choose_variants(passage: PassageRecord, sigla: frozenset[str]) -> PassageRecord:
    return replace(passage, variants=tuple(one for one in passage.variants if one.siglum in sigla))


def _speaks_only_of(thread: ThreadRecord, sigla: frozenset[str]) -> bool:
    return all(anchor.siglum in sigla for anchor in thread.anchors)
