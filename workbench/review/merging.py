"""What a suggestion comes to where its words were changed after it was made: both changes, where that is sure."""

from workbench.review.models import Anchor, Suggestion
from workbench.text import merge

__all__ = ["words_now"]


def words_now(suggestion: Suggestion, anchor: Anchor) -> str | None:
    """Return the words that accepting a suggestion puts in place of those that its anchor stands on.

    They are the suggested ones where nothing was changed since. Else both changes together, where they touch nowhere
    (`text.merge`: a three-way merge over words). Where they do touch, None while nobody has said that the anchor still
    means what stands there; the suggested ones once somebody has, who then sees what they replace.
    """
    base = suggestion.base or anchor.meant or anchor.quote
    if anchor.state == Anchor.State.ORPHANED or base == anchor.quote:
        return None if anchor.state == Anchor.State.ORPHANED else suggestion.text
    merged = merge(base, anchor.quote, suggestion.text)
    if merged is not None and (merged.strip() or not suggestion.text.strip()):
        return merged
    return suggestion.text if anchor.state == Anchor.State.PLACED else None
