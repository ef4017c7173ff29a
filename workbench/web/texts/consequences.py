"""What goes with something that is deleted, in sentences, and whether it would come back by hand."""

from collections.abc import Mapping
from dataclasses import dataclass

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
            held = _count("discussion", self.threads)
            return f"It is not deleted while discussions speak of it: {held} {_do(self.threads)}. {_first(said)}"
        if not said:
            return "Nothing has been entered in it yet: nothing is lost."
        return f"{_joined(said)} go with it. This can’t be undone."


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


def _count(name: str, number: int) -> str:
    return f"{number:,} {name if number == 1 else f'{name}s'}"


def _do(number: int) -> str:
    return "does" if number == 1 else "do"


def _first(said: list[str]) -> str:
    return f"With it would go: {_joined(said)}." if said else ""


def _joined(said: list[str]) -> str:
    return said[0] if len(said) == 1 else f"{', '.join(said[:-1])} and {said[-1]}"
