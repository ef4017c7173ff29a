"""Variants and their revisions, as they are sent."""

from typing import Annotated, TypedDict

from workbench.api.presenters.people import Moment, PersonShown, moment, show_person
from workbench.corpus.models import Alignment, Presence, Revision, Variant

__all__ = ["NeighboursShown", "RevisionShown", "VariantShown", "show_neighbours", "show_revision", "show_variant"]


class VariantShown(TypedDict):
    """What a translation says for a passage. `version` is the number of the revision that holds this text.

    `alignment` says how it came to its passage: `auto`, placed by the aligner and looked at by nobody; `confirmed` by a
    person; empty where its source said so.
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
    alignment: Annotated[str, Alignment, ""]
    updated_at: Moment


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
    reason: str
    author: PersonShown
    created_at: Moment


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
        "alignment": variant.alignment,
        "updated_at": moment(variant.updated_at),
    }


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
        "reason": revision.reason,
        "author": show_person(revision.author, revision.attributed_to),
        "created_at": moment(revision.created_at),
    }
