"""Documents and models say the same words and have the same bounds."""

from workbench.corpus import limits as stored
from workbench.corpus.models import Alignment, Presence, Translation
from workbench.interchange import limits, vocabulary
from workbench.review.models import Anchor, AnchorMove, Category, Severity, Suggestion, Thread


def test_closed_lists_are_the_same() -> None:
    assert list(vocabulary.PRESENCES) == Presence.values
    assert list(vocabulary.ALIGNMENTS) == Alignment.values
    assert list(vocabulary.ROLES) == Translation.Role.values
    assert list(vocabulary.CATEGORIES) == Category.values
    assert list(vocabulary.SEVERITIES) == Severity.values
    assert list(vocabulary.THREAD_STATES) == Thread.State.values
    assert vocabulary.UNSETTLED_STATES == Thread.UNSETTLED
    assert list(vocabulary.ANCHOR_STATES) == Anchor.State.values
    assert list(vocabulary.MOVES) == AnchorMove.Kind.values
    assert list(vocabulary.SUGGESTION_STATES) == Suggestion.State.values


def test_bounds_are_the_same() -> None:
    assert limits.MAX_LINE == stored.LINE == stored.TITLE
    assert (limits.MAX_SIGLUM, limits.MAX_REFERENCE, limits.MAX_SLUG) == (
        stored.SIGLUM,
        stored.REFERENCE,
        stored.SLUG,
    )
    assert (limits.MAX_TEXT, limits.MAX_NOTE, limits.MAX_REASON, limits.MAX_COMMENT) == (
        stored.VARIANT,
        stored.NOTE,
        stored.REASON,
        stored.COMMENT,
    )
