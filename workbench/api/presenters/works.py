"""Works, translations and passages, as they are sent."""

from typing import Annotated, NotRequired, TypedDict

from workbench.api.presenters.people import Moment, moment
from workbench.api.presenters.texts import VariantShown, show_variant
from workbench.corpus.models import Passage, Translation, Work

__all__ = ["PassageShown", "TranslationShown", "WorkShown", "show_passage", "show_translation", "show_work"]


class WorkShown(TypedDict):
    """A text that was translated. `language` is that of the original (BCP 47, "" if not known)."""

    id: int
    workspace: str
    slug: str
    version: int
    title: str
    author: str
    language: str
    description: str
    created_at: Moment
    updated_at: Moment


class TranslationShown(TypedDict):
    """One whole rendering of a work, called by its siglum, shown at `position` (from 1)."""

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


class PassageShown(TypedDict):
    """One aligned unit of a work, at `position` (from 1). `variants` only with `include=variants`."""

    id: int
    workspace: str
    work: str
    version: int
    position: int
    reference: str
    heading: str
    variants: NotRequired[list[VariantShown]]


def show_work(work: Work) -> WorkShown:
    """Show a work; its workspace should be loaded."""
    return {
        "id": work.pk,
        "workspace": work.workspace.slug,
        "slug": work.slug,
        "version": work.version,
        "title": work.title,
        "author": work.author,
        "language": work.language,
        "description": work.description,
        "created_at": moment(work.created_at),
        "updated_at": moment(work.updated_at),
    }


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
    }


def show_passage(passage: Passage) -> PassageShown:
    """Show a passage; its work and workspace should be loaded."""
    return {
        "id": passage.pk,
        "workspace": passage.work.workspace.slug,
        "work": passage.work.slug,
        "version": passage.version,
        "position": passage.position,
        "reference": passage.reference,
        "heading": passage.heading,
    }


def show_passage_with_variants(passage: Passage) -> PassageShown:
    """Show a passage with what each translation says there; the variants should be prefetched."""
    return {**show_passage(passage), "variants": [show_variant(variant) for variant in passage.variants.all()]}
