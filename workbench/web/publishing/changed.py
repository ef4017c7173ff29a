"""A text that changed between two states, set beside itself: which of its words went, and which came."""

from dataclasses import dataclass

from django.utils.safestring import SafeString
from django.utils.translation import gettext

from workbench.publishing.changes import TextChange
from workbench.web.typesetting.comparing import compare
from workbench.web.typesetting.differences import Pair, mark_base, mark_other
from workbench.web.typesetting.marking import mark_text

__all__ = ["ChangeShown", "set_change"]


@dataclass(frozen=True, slots=True)
class ChangeShown:
    """What a translation (`siglum`) read in a passage, and reads now, as HTML; "" for no text."""

    reference: str
    siglum: str
    language: str
    before: SafeString
    after: SafeString


def set_change(change: TextChange, number: int) -> ChangeShown:
    """Mark what differs; of the `number`th change of a page, from 0."""
    old, new = change.before, change.after
    known = (change.reference, change.siglum, change.language)
    if not old or not new:
        return ChangeShown(*known, mark_text(old), mark_text(new))
    pair = Pair(f"c{number}", gettext("then"), gettext("now"), old, new, compare(old, new))
    if not pair.compared.is_marked:
        return ChangeShown(*known, mark_text(old), mark_text(new))
    return ChangeShown(*known, mark_text(old, *mark_base([pair])), mark_text(new, *mark_other(pair)))
