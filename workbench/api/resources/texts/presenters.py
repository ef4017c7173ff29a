"""Passages, translations, variants and their revisions, as they are sent."""

from collections.abc import Iterable
from typing import Annotated, NotRequired, TypedDict

from workbench.api.protocol.current import shows_current
from workbench.api.resources.people.presenters import Moment, PersonShown, moment, show_person
from workbench.corpus.models import Alignment, Passage, Presence, Revision, Shown, Translation, Variant
from workbench.interchange.document import SpanRecord
from workbench.interchange.markup import unpack_markup
from workbench.interchange.vocabulary import MARKUP

__all__ = [
    "MarkupShown",
    "NeighboursShown",
    "PassageShown",
    "RevisionShown",
    "TranslationShown",
    "VariantShown",
    "show_neighbours",
    "show_passage",
    "show_passage_with_variants",
    "show_revision",
    "show_spans",
    "show_translation",
    "show_variant",
]


class MarkupShown(TypedDict):
    """Markup of the words `start:end` of a text, or of a point in it (code points)."""

    kind: Annotated[str, MARKUP]
    start: int
    end: int
    value: str
    text: str
    language: str


class TranslationShown(TypedDict):
    """One whole rendering of a work, called by its siglum, shown at `position` (from 1).

    `title` is its own, `source` the address of its text; `numbering` names how it counts passages, empty: as the work.
    `shown` says what people without an account see of it where the work is open to them: its texts, counts, nothing.
    """

    id: int
    workspace: str
    work: str
    version: int
    position: int
    siglum: str
    language: str
    role: Annotated[str, Translation.Role]
    translator: str
    year: str
    citation: str
    rights: str
    notes: str
    title: str
    source: str
    numbering: str
    shown: Annotated[str, Shown]


class VariantShown(TypedDict):
    """What a translation says for a passage. `version` is the number of the revision that holds this text.

    `alignment` says how it came to its passage: `auto`, placed by the aligner and looked at by nobody; `confirmed` by a
    person; empty where its source said so. `printed` is the reference that the translation itself prints, where that is
    another than the passage's; `reading_order` its place in the translation's own order, where it has one.
    """

    id: int
    workspace: str
    work: str
    passage: int
    reference: str
    translation: int
    siglum: str
    language: str
    version: int
    presence: Annotated[str, Presence]
    text: str
    markup: list[MarkupShown]
    alignment: Annotated[str, Alignment, ""]
    printed: str
    reading_order: int | None
    updated_at: Moment


class PassageShown(TypedDict):
    """One aligned unit of a work, at `position` (from 1). `variants` only with `include=variants`.

    `path` are its labels by the work's `levels`, outermost first; empty where it stands in no tree.
    """

    id: int
    workspace: str
    work: str
    version: int
    position: int
    reference: str
    path: list[str]
    heading: str
    variants: NotRequired[list[VariantShown]]


class NeighboursShown(TypedDict):
    """A variant and the same translation's variant of the next passage."""

    variant: VariantShown
    following: VariantShown


class RevisionShown(TypedDict):
    """One state of a variant's text: written once, never changed."""

    id: int
    workspace: str
    variant: int
    number: int
    presence: Annotated[str, Presence]
    text: str
    markup: list[MarkupShown]
    reason: str
    author: PersonShown
    created_at: Moment


def show_spans(spans: Iterable[SpanRecord]) -> list[MarkupShown]:
    """Show the markup of a text."""
    return [
        {
            "kind": span.kind,
            "start": span.start,
            "end": span.end,
            "value": span.value,
            "text": span.text,
            "language": span.language,
        }
        for span in spans
    ]


@shows_current(Translation)
def show_translation(translation: Translation) -> TranslationShown:
    """Show a translation; its work and workspace should be loaded."""
    return {
        "id": translation.pk,
        "workspace": translation.work.workspace.slug,
        "work": translation.work.slug,
        "version": translation.version,
        "position": translation.position,
        "siglum": translation.siglum,
        "language": translation.language,
        "role": translation.role,
        "translator": translation.translator,
        "year": translation.year,
        "citation": translation.citation,
        "rights": translation.rights,
        "notes": translation.notes,
        "title": translation.title,
        "source": translation.source,
        "numbering": translation.numbering,
        "shown": translation.shown,
    }


@shows_current(Variant)
def show_variant(variant: Variant) -> VariantShown:
    """Show a variant; its work, workspace, passage and translation should be loaded."""
    return {
        "id": variant.pk,
        "workspace": variant.work.workspace.slug,
        "work": variant.work.slug,
        "passage": variant.passage_id,
        "reference": variant.passage.reference,
        "translation": variant.translation_id,
        "siglum": variant.translation.siglum,
        "language": variant.translation.language,
        "version": variant.version,
        "presence": variant.presence,
        "text": variant.text,
        "markup": show_spans(variant.spans),
        "alignment": variant.alignment,
        "printed": variant.reference,
        "reading_order": variant.reading_order,
        "updated_at": moment(variant.updated_at),
    }


@shows_current(Passage)
def show_passage(passage: Passage) -> PassageShown:
    """Show a passage; its work and workspace should be loaded."""
    return {
        "id": passage.pk,
        "workspace": passage.work.workspace.slug,
        "work": passage.work.slug,
        "version": passage.version,
        "position": passage.position,
        "reference": passage.reference,
        "path": list(passage.path),
        "heading": passage.heading,
    }


def show_passage_with_variants(passage: Passage) -> PassageShown:
    """Show a passage with what each translation says there; the variants should be prefetched."""
    return {**show_passage(passage), "variants": [show_variant(variant) for variant in passage.variants.all()]}


def show_neighbours(variant: Variant, following: Variant) -> NeighboursShown:
    """Show two variants as `show_variant` does."""
    return {"variant": show_variant(variant), "following": show_variant(following)}


def show_revision(revision: Revision) -> RevisionShown:
    """Show a revision; its author and workspace should be loaded."""
    return {
        "id": revision.pk,
        "workspace": revision.workspace.slug,
        "variant": revision.variant_id,
        "number": revision.number,
        "presence": revision.presence,
        "text": revision.text,
        "markup": show_spans(unpack_markup(revision.markup)),
        "reason": revision.reason,
        "author": show_person(revision.author, revision.attributed_to),
        "created_at": moment(revision.created_at),
    }
