"""What stands there now, for the person whose write came second."""

from collections.abc import Callable, Mapping
from typing import Any

from workbench.api.presenters.texts import show_variant
from workbench.api.presenters.threads import show_own_comment, show_thread
from workbench.api.presenters.works import show_passage, show_translation, show_work
from workbench.corpus.models import Passage, Translation, Variant, Work
from workbench.review.models import Comment, Thread

__all__ = ["show_current"]

_PRESENTERS: dict[type, Callable[[Any], Mapping[str, Any]]] = {
    Work: show_work,
    Translation: show_translation,
    Passage: show_passage,
    Variant: show_variant,
    Thread: show_thread,
    Comment: show_own_comment,
}


def show_current(row: object) -> Mapping[str, Any] | None:
    """Show a row of any kind that can be stale; None for others."""
    return next((show(row) for kind, show in _PRESENTERS.items() if isinstance(row, kind)), None)
