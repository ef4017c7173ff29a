"""What somebody knows of a translation that the file they bring does not say."""

from collections.abc import Mapping
from dataclasses import fields, replace

from django.utils.translation import gettext

from workbench.corpus.actions.translations import checked_translation
from workbench.interchange.document import Document, TranslationRecord, WorkRecord
from workbench.review.errors import Invalid

__all__ = ["described"]

_SILENT = {one.name: one.default for one in fields(TranslationRecord)}


def described(document: Document, details: Mapping[str, str]) -> Document:
    """Return the document with `details` (by `corpus.actions.DESCRIBED`) where it says nothing of its translation.

    Raises `Invalid` for a detail that may not be, and where the document has several translations.
    """
    said = checked_translation({name: value for name, value in details.items() if value})
    if not said:
        return document
    offered = tuple((name, words) for name, words in document.offered if name not in said)
    return replace(document, works=tuple(_described(work, said) for work in document.works), offered=offered)


def _described(work: WorkRecord, said: Mapping[str, str]) -> WorkRecord:
    if len(work.translations) != 1:
        message = gettext("This can be said of a file with one translation; this one has %(translations)s.") % {
            "translations": f"{len(work.translations):,}"
        }
        first = next(iter(said))
        where = "translation_title" if first == "title" else first  # a file's own title is the work's
        raise Invalid.field(where, message, code="several_translations")
    (only,) = work.translations
    new = {name: value for name, value in said.items() if getattr(only, name) == _SILENT[name]}
    return replace(work, translations=(replace(only, **new),))
