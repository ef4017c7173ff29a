"""The glossary that goes with a work into what is published of it: which terms, how they are kept beside a view."""

from collections.abc import Mapping, Sequence
from typing import Any

from workbench.corpus.glossary import entry_of, record_of, terms_of
from workbench.corpus.models import Term, Work
from workbench.interchange.document import WorkRecord
from workbench.interchange.terminology import RenderingRecord, TermRecord
from workbench.text.checking import Glossary
from workbench.text.words.languages import language_of

__all__ = ["kept_terms", "read_terms"]


def kept_terms(work: Work, record: WorkRecord, *, has_notes: bool) -> list[dict[str, object]]:
    """Return the terms that are published with a record of a work, in the order of their words.

    Its own, and those of its workspace that stand in its texts; renderings into the languages it holds. Notes are
    remarks: without those they are left out.
    """
    rows = list(terms_of(work))
    standing = _standing([one for one in rows if one.work_id is None], record)
    own = {(one.words, one.language) for one in rows if one.work_id is not None}
    wanted = [one for one in rows if one.work_id or (one.pk in standing and (one.words, one.language) not in own)]
    languages = {language_of(one.language) for one in record.translations} | {""}
    return [_kept(record_of(one), languages, has_notes=has_notes) for one in wanted]


def read_terms(view: Mapping[str, object]) -> list[TermRecord]:
    """Return the terms that are kept beside a view."""
    kept: Any = view.get("terms", [])
    return [
        TermRecord(one["words"], one["language"], one["note"], tuple(RenderingRecord(*said) for said in one["said"]))
        for one in kept
    ]


def _standing(terms: Sequence[Term], record: WorkRecord) -> set[int]:
    """Return the keys of the terms that some text has, itself or a rendering of it."""
    entries = {id(entry): (one.pk, entry) for one in terms for entry in [entry_of(one)]}
    glossary = Glossary(entry for _, entry in entries.values())
    languages = {one.siglum: one.language for one in record.translations}
    found: set[int] = set()
    for passage in record.passages:
        if len(found) == len(terms):
            break
        for variant in passage.variants:
            found |= {entries[id(one.entry)][0] for one in glossary.find(variant.text, languages[variant.siglum])}
    return found


def _kept(term: TermRecord, languages: set[str], *, has_notes: bool) -> dict[str, object]:
    said = [
        [one.language, one.words, one.status, one.note if has_notes else ""]
        for one in term.renderings
        if language_of(one.language) in languages
    ]
    return {"words": term.words, "language": term.language, "note": term.note if has_notes else "", "said": said}
