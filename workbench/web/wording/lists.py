"""What the lists of a translation's own words are called."""

from django.utils.translation import gettext, gettext_lazy, ngettext

__all__ = ["LISTS", "caption_of", "counted_words", "not_in"]

LISTS = {
    ("words", "preferred"): gettext_lazy("Words it has oftener"),
    ("words", "avoided"): gettext_lazy("Words the others have oftener"),
    ("phrases", "preferred"): gettext_lazy("Phrases it has oftener"),
    ("phrases", "avoided"): gettext_lazy("Phrases the others have oftener"),
}
_CAPTIONS = {
    ("words", "preferred"): gettext_lazy(
        "Words that %(siglum)s has oftener than the others in its language, by their log-likelihood ratio"
    ),
    ("words", "avoided"): gettext_lazy(
        "Words that the others in its language have oftener than %(siglum)s, by their log-likelihood ratio"
    ),
    ("phrases", "preferred"): gettext_lazy(
        "Phrases that %(siglum)s has oftener than the others in its language, by their log-likelihood ratio"
    ),
    ("phrases", "avoided"): gettext_lazy(
        "Phrases that the others in its language have oftener than %(siglum)s, by their log-likelihood ratio"
    ),
}


def not_in(unit: str, siglum: str) -> str:
    """Name the list of what another has nowhere."""
    said = gettext("Words not in %(siglum)s") if unit == "words" else gettext("Phrases not in %(siglum)s")
    return said % {"siglum": siglum}


def caption_of(unit: str, which: str, siglum: str, other: str) -> str:
    """Say what a list holds; `other`: whoever has none of it, if the list is of that."""
    if not other:
        return str(_CAPTIONS[unit, which]) % {"siglum": siglum}
    if unit == "words":
        said = gettext("Words of %(siglum)s that %(other)s has nowhere, the most frequent first")
    else:
        said = gettext("Phrases of %(siglum)s that %(other)s has nowhere, the most frequent first")
    return said % {"siglum": siglum, "other": other}


def counted_words(count: int, unit: str) -> str:
    """Say how many words or phrases were counted, their thousands parted."""
    if unit == "words":
        said = ngettext("%(number)s word", "%(number)s words", count)
    else:
        said = ngettext("%(number)s phrase", "%(number)s phrases", count)
    return said % {"number": f"{count:,}"}
