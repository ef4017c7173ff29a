"""A manuscript as a document: its passages with their variants, comments and changes as discussions.

Tracked changes are read as `ReadOptions.changes` says: `suggestions` keeps the text as it was and makes each change a
suggestion on it; `base` and `final` take the text before or after them; `both` takes the two as two translations.
"""

from collections.abc import Iterator
from dataclasses import replace

from workbench.interchange.checks import complaint_about_language, complaint_about_siglum, complaint_about_text
from workbench.interchange.document import (
    CommentRecord,
    Document,
    PassageRecord,
    ThreadRecord,
    VariantRecord,
    WorkRecord,
)
from workbench.interchange.errors import FormatError, Problem
from workbench.interchange.limits import MAX_PASSAGES, MAX_SIGLUM, MAX_TRANSLATIONS
from workbench.interchange.office.discussions import Discussions, changes_of
from workbench.interchange.office.elements import Manuscript
from workbench.interchange.office.pieces import Block, View
from workbench.interchange.office.tables import Found, Row, find_passages
from workbench.interchange.options import ReadOptions
from workbench.interchange.vocabulary import PRESENCES, THREAD_STATES

__all__ = ["read_manuscript"]


def read_manuscript(manuscript: Manuscript, options: ReadOptions) -> Document:
    """Return what the manuscript says; raises `FormatError` with the places of what is wrong."""
    found = find_passages(manuscript, options)
    if problems := tuple(_problems(found))[:50]:
        raise FormatError(problems)
    return _build(manuscript, found, options)


def _problems(found: Found) -> Iterator[Problem]:
    if len(found.rows) > MAX_PASSAGES or len(found.translations) > MAX_TRANSLATIONS:
        yield Problem("", f"Expected at most {MAX_PASSAGES:,} passages and {MAX_TRANSLATIONS:,} translations.")
    sigla: set[str] = set()
    for one in found.translations:
        if message := complaint_about_siglum(one.siglum):
            yield Problem("siglum", message)
        if message := complaint_about_language(one.language):
            yield Problem("language", message)
        if one.siglum in sigla:
            yield Problem("siglum", f"The siglum {one.siglum} stands twice in the first row of the table.")
        sigla.add(one.siglum)
    taken: set[str] = set()
    for row in found.rows:
        if row.reference in taken:
            yield Problem(row.reference, "The reference stands twice.")
        taken.add(row.reference)
        yield from _problems_of_row(row)


def _problems_of_row(row: Row) -> Iterator[Problem]:
    where = f"passage {row.reference}"
    for _, state in row.remarks:
        if state not in THREAD_STATES:
            yield Problem(where, f"{state[:40]!r} is no state. Expected {', '.join(THREAD_STATES)}.")
    for block in row.blocks:
        if message := complaint_about_text(block.text("base")) or complaint_about_text(block.text("final")):
            yield Problem(where, message)


def _build(manuscript: Manuscript, found: Found, options: ReadOptions) -> Document:
    view: View = "final" if options.changes in {"final", "both"} else "base"
    threads: list[ThreadRecord] = []
    reader = Discussions(manuscript.comments, view, suggests=options.changes == "suggestions")
    passages = []
    for row in found.rows:
        variants: list[VariantRecord] = []
        for one, block in zip(found.translations, row.blocks, strict=True):
            variants += _variants(one.siglum, block, view, is_both=options.changes == "both")
            threads += reader.threads(row.reference, one.siglum, block)
        threads += (ThreadRecord(row.reference, (CommentRecord("", said),), state=state) for said, state in row.remarks)
        passages.append(PassageRecord(row.reference, tuple(variants), row.heading))
    translations = list(found.translations)
    if options.changes == "both":
        translations += [replace(one, siglum=_base_siglum(one.siglum)) for one in found.translations]
    work = WorkRecord(
        title=options.title, translations=tuple(translations), passages=tuple(passages), threads=tuple(threads)
    )
    return Document((work,), (*found.remarks, *_remark_changes(found, options), *reader.remarks()))


def _base_siglum(siglum: str) -> str:
    return f"{siglum[: MAX_SIGLUM - 5].strip()} base"


def _variants(siglum: str, block: Block, view: View, *, is_both: bool) -> Iterator[VariantRecord]:
    presence = block.presence.strip().strip("[]")
    if presence in PRESENCES[1:]:
        yield VariantRecord(siglum, "", presence)
        return
    if text := block.text(view):
        yield VariantRecord(siglum, text, markup=block.markup(view))
    if is_both and (base := block.text("base")):
        yield VariantRecord(_base_siglum(siglum), base, markup=block.markup("base"))


def _remark_changes(found: Found, options: ReadOptions) -> Iterator[str]:
    changes = sum(len(list(changes_of(block))) for row in found.rows for block in row.blocks)
    if changes:
        done = {
            "suggestions": "the text is the one before them, and each is a suggestion on it",
            "base": "the text is the one before them",
            "final": "the text is the one after them, as if all were accepted",
            "both": "the texts before and after them are two translations",
        }[options.changes]
        yield f"There are {changes:,} tracked changes: {done}."
