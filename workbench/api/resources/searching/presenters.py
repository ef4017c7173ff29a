"""What a search found, as it is sent."""

from collections.abc import Sequence
from typing import TypedDict

from workbench.api.resources.comparison.presenters import SpanShown, show_span
from workbench.api.resources.people.presenters import Moment, PersonShown, moment, show_person
from workbench.api.resources.texts.presenters import VariantShown, show_variant
from workbench.corpus.models import Variant
from workbench.corpus.searching import Hit
from workbench.review.models import Comment
from workbench.review.searching import CommentHit

__all__ = ["HitShown", "show_comment_hit", "show_hit"]


class FoundCommentShown(TypedDict):
    """A comment as it was written, and where it stands; `passage` is null where its thread speaks of the whole work."""

    id: int
    thread: int
    workspace: str
    work: str
    passage: int | None
    author: PersonShown
    created_at: Moment
    body: str


class HitShown(TypedDict):
    """A variant with the words (its first 100 `places`), and what the other translations say for its passage.

    Or a comment with them: then `variant` is null and nothing is aligned.
    """

    variant: VariantShown | None
    comment: FoundCommentShown | None
    places: list[SpanShown]
    aligned: list[VariantShown]


def show_hit(hit: Hit, said: Sequence[Variant]) -> HitShown:
    """Show a hit; `said` are all variants of its passage, ready to be shown, in the translations' order."""
    found = next(one for one in said if one.pk == hit.variant)
    return {
        "variant": show_variant(found),
        "comment": None,
        "places": [show_span(span, found.text) for span in hit.spans],
        "aligned": [show_variant(one) for one in said if one.pk != found.pk],
    }


def show_comment_hit(hit: CommentHit) -> HitShown:
    """Show a comment with the words."""
    return {
        "variant": None,
        "comment": _show_comment(hit.comment),
        "places": [show_span(span, hit.comment.body) for span in hit.spans],
        "aligned": [],
    }


def _show_comment(comment: Comment) -> FoundCommentShown:
    thread = comment.thread
    return {
        "id": comment.pk,
        "thread": thread.pk,
        "workspace": thread.work.workspace.slug,
        "work": thread.work.slug,
        "passage": thread.passage_id,
        "author": show_person(comment.author, comment.attributed_to),
        "created_at": moment(comment.created_at),
        "body": comment.body,
    }
