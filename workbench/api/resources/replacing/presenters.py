"""What was replaced, as it is sent."""

from typing import TypedDict

from workbench.corpus.models import Variant
from workbench.review.actions import PutBack
from workbench.review.replacing import Foreseen, Replacing

__all__ = ["PutBackShown", "ReplacementShown", "show_put_back", "show_replacement"]


class ReplacedTextShown(TypedDict):
    """A text that has the words: how it read and how it reads then, and at how many places it differs."""

    variant: int
    translation: str
    passage: int
    reference: str
    version: int
    places: int
    before: str
    after: str


class ReplacementShown(TypedDict):
    """What was (`dry_run`: would be) replaced in one go, at most 100 texts; `id` is what it is taken back by.

    `more`: there are further texts with the words; the same request goes on with them.
    """

    id: int | None
    dry_run: bool
    places: int
    more: bool
    texts: list[ReplacedTextShown]


class PutBackShown(TypedDict):
    """How many texts or suggestions were taken back, and how many were left, since they were changed meanwhile."""

    done: int
    left: int


def show_replacement(found: Foreseen, event: int | None) -> ReplacementShown:
    """Show what was foreseen; `event` where it was done."""
    return {
        "id": event,
        "dry_run": event is None,
        "places": sum(len(one.spans) for one in found.rows),
        "more": found.read_to is not None,
        "texts": [_show(one, one.variant) for one in found.rows],
    }


def _show(one: Replacing, variant: Variant) -> ReplacedTextShown:
    return {
        "variant": variant.pk,
        "translation": variant.translation.siglum,
        "passage": variant.passage_id,
        "reference": variant.passage.reference,
        "version": variant.version,
        "places": len(one.spans),
        "before": variant.text,
        "after": one.text,
    }


def show_put_back(done: PutBack) -> PutBackShown:
    """Show what was taken back."""
    return {"done": done.done, "left": done.left}
