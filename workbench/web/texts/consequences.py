"""What goes with something that is deleted, in sentences, and whether it would come back by hand."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext, ngettext, ngettext_lazy

from workbench.corpus.models import ConfirmedLink, Passage, Revision, Translation, Variant
from workbench.review.models import Anchor, Thread, Verdict

__all__ = ["Consequence", "of_passage", "of_translation"]


@dataclass(frozen=True, slots=True)
class Consequence:
    """What goes with it: how many of each, by their names in the singular; `threads` speak of it and hold it back."""

    counts: Mapping[str, int]
    threads: int

    def __str__(self) -> str:
        """Say it in two or three sentences."""
        said = [_count(name, number) for name, number in self.counts.items() if number]
        if self.threads:
            return f"{_held(self.threads)} {_first(said)}"
        if not said:
            return gettext("Nothing has been entered in it yet: nothing is lost.")
        return gettext("%(things)s go with it. This can’t be undone.") % {"things": _joined(said)}


def of_translation(translation: Translation) -> Consequence:
    """Read what goes with a translation. Four queries."""
    return _of({"variant__translation": translation}, translation.variants.count())


def of_passage(passage: Passage) -> Consequence:
    """Read what goes with a passage. Five queries."""
    found = _of({"variant__passage": passage}, passage.variants.count())
    return Consequence(found.counts, Thread.objects.filter(passage=passage).count())


def _of(where: Mapping[str, Translation | Passage], texts: int) -> Consequence:
    variants = Variant.objects.filter(**{name.removeprefix("variant__"): row for name, row in where.items()})
    linked = ConfirmedLink.objects.filter(left__in=variants) | ConfirmedLink.objects.filter(right__in=variants)
    counts = {
        "text": texts,
        "revision": Revision.objects.filter(**where).count(),
        "verdict": Verdict.objects.filter(**where).count(),
        "confirmed word link": linked.count(),
    }
    return Consequence(counts, Anchor.objects.filter(**where).values("thread").distinct().count())


_COUNTED = {
    "text": ngettext_lazy("%(shown)s text", "%(shown)s texts", "number"),
    "revision": ngettext_lazy("%(shown)s revision", "%(shown)s revisions", "number"),
    "verdict": ngettext_lazy("%(shown)s verdict", "%(shown)s verdicts", "number"),
    "confirmed word link": ngettext_lazy("%(shown)s confirmed word link", "%(shown)s confirmed word links", "number"),
}


def _count(name: str, number: int) -> str:
    return str(_COUNTED[name] % {"number": number, "shown": f"{number:,}"})


def _held(number: int) -> str:
    message = ngettext(
        "It is not deleted while discussions speak of it: %(shown)s discussion does.",
        "It is not deleted while discussions speak of it: %(shown)s discussions do.",
        number,
    )
    return message % {"shown": f"{number:,}"}


def _first(said: list[str]) -> str:
    return gettext("With it would go: %(things)s.") % {"things": _joined(said)} if said else ""


def _joined(said: list[str]) -> str:
    if len(said) == 1:
        return said[0]
    return gettext("%(things)s and %(last)s") % {"things": ", ".join(said[:-1]), "last": said[-1]}
