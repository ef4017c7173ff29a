"""What a rule would make equal, in a sentence."""

from dataclasses import dataclass

from django.utils.translation import gettext, ngettext

from workbench.corpus.previewing import RulePreview

__all__ = ["Shown"]


@dataclass(frozen=True, slots=True)
class Shown:
    """A preview, as the page says it."""

    preview: RulePreview

    @property
    def says(self) -> str:
        """How many differences would go or shrink, in how many passages, and whether all were read."""
        found = self.preview
        if not found.gone and not found.narrowed:
            return _nothing(is_whole=found.is_whole)
        told = {"makes": _makes(found), "where": _where(found.passages)}
        if found.is_whole:
            return gettext("%(makes)s, %(where)s. Nothing is changed yet.") % told
        more = gettext(
            "%(makes)s, %(where)s; there are more passages with these words than were read. Nothing is changed yet."
        )
        return more % told


def _nothing(*, is_whole: bool) -> str:
    if is_whole:
        return gettext("This makes no difference go away.")
    return gettext("The texts with these words are too long or too many to be counted here.")


def _makes(found: RulePreview) -> str:
    return _pattern(found) % {"count": found.gone, "narrowed": found.narrowed}


def _pattern(found: RulePreview) -> str:
    count = found.gone
    if found.is_whole and not found.narrowed:
        return ngettext("This makes %(count)s difference equal", "This makes %(count)s differences equal", count)
    if found.is_whole:
        return ngettext(
            "This makes %(count)s difference equal and %(narrowed)s smaller",
            "This makes %(count)s differences equal and %(narrowed)s smaller",
            count,
        )
    if not found.narrowed:
        return ngettext(
            "This makes at least %(count)s difference equal", "This makes at least %(count)s differences equal", count
        )
    return ngettext(
        "This makes at least %(count)s difference equal and %(narrowed)s smaller",
        "This makes at least %(count)s differences equal and %(narrowed)s smaller",
        count,
    )


def _where(passages: int) -> str:
    return ngettext("in %(count)s passage", "in %(count)s passages", passages) % {"count": passages}
