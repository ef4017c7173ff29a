"""What reviewers think of the texts on a page, as values for its cells."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from workbench.accounts.models import User
from workbench.corpus.models import Variant, Work
from workbench.review.models import Judgement, Verdict
from workbench.review.standing import Progress, progress_of, verdicts_by_variant

__all__ = ["SIGNS", "ShownProgress", "Standing", "Told", "read_progress", "read_standings", "standing_of"]

SIGNS = {Judgement.SEEN: "○", Judgement.APPROVED: "✓", Judgement.NEEDS_WORK: "△"}
"""A sign beside the word, by verdict: never colour alone."""
_COUNTED: dict[Judgement, Promise] = {
    Judgement.NEEDS_WORK: gettext_lazy("%(count)s needs work"),
    Judgement.APPROVED: gettext_lazy("%(count)s approved"),
    Judgement.SEEN: gettext_lazy("%(count)s seen"),
}
_NEED_WORK = gettext_lazy("%(count)s need work")
_CHANGED = gettext_lazy("%(count)s changed since")


@dataclass(frozen=True, slots=True)
class Told:
    """One reviewer's verdict as it is shown."""

    who: str
    verdict: str
    word: str
    sign: str
    note: str
    revision: int
    is_stale: bool
    is_mine: bool

    @property
    def manner(self) -> str:
        """How it is set: by its verdict, or as stale."""
        return "is-stale" if self.is_stale else f"is-{self.verdict}"


@dataclass(frozen=True, slots=True)
class Standing:
    """The verdicts on one variant (its primary key), the stale ones last; `revision` is the one that stands there."""

    variant: int
    revision: int
    verdicts: tuple[Told, ...] = ()

    @property
    def mine(self) -> str:
        """The verdict of the person who looks, on the words as they are now; "" if they gave none."""
        return next((one.verdict for one in self.verdicts if one.is_mine and not one.is_stale), "")

    @property
    def has_mine(self) -> bool:
        """Whether the person who looks gave one, stale or not."""
        return any(one.is_mine for one in self.verdicts)

    @property
    def summary(self) -> str:
        """All verdicts in a few words: “2 approved, 1 changed since”; "" where there are none."""
        present = [one for one in self.verdicts if not one.is_stale]
        counted = [(sum(one.verdict == word for one in present), _COUNTED[word]) for word in reversed(Judgement)]
        counted.append((len(self.verdicts) - len(present), _CHANGED))
        return _say_counts(counted)

    @property
    def manner(self) -> str:
        """How it is set: by what weighs most among the present verdicts, as none of them present, or as empty."""
        if not self.verdicts:
            return "is-empty"
        given = {one.verdict for one in self.verdicts if not one.is_stale}
        return next((f"is-{word}" for word in reversed(Judgement) if word in given), "is-stale")


@dataclass(frozen=True, slots=True)
class ShownProgress:
    """How far a reviewer is with a translation, in words."""

    who: str
    done: int
    words: str


def read_progress(work: Work) -> dict[int, list[ShownProgress]]:
    """Return how far each reviewer is, by translation id. One query."""
    shown: dict[int, list[ShownProgress]] = {}
    for one in progress_of(work):
        shown.setdefault(one.translation, []).append(ShownProgress(str(one.reviewer), one.done, _words(one)))
    return shown


def _words(one: Progress) -> str:
    words = (_COUNTED[Judgement.APPROVED], _NEED_WORK, _COUNTED[Judgement.SEEN], _CHANGED)
    return _say_counts(zip((one.approved, one.needs_work, one.seen, one.stale), words, strict=True))


def _say_counts(counts: Iterable[tuple[int, Promise]]) -> str:
    return ", ".join(str(word) % {"count": count} for count, word in counts if count)


def read_standings(user: User, variants: Iterable[Variant]) -> dict[int, Standing]:
    """Return what is thought of each variant, by its id. One query."""
    rows = {variant.pk: variant for variant in variants}
    verdicts: Mapping[int, list[Verdict]] = verdicts_by_variant(rows.values())
    return {pk: standing_of(user, variant, verdicts[pk]) for pk, variant in rows.items()}


def standing_of(user: User, variant: Variant, verdicts: Iterable[Verdict]) -> Standing:
    """Return what is thought of a variant; the verdicts' reviewers should be loaded."""
    told = [_tell(user, variant, verdict) for verdict in verdicts]
    return Standing(variant.pk, variant.version, tuple(sorted(told, key=lambda one: one.is_stale)))


def _tell(user: User, variant: Variant, verdict: Verdict) -> Told:
    word = Judgement(verdict.verdict)
    return Told(
        who=str(verdict.reviewer),
        verdict=word.value,
        word=str(word.label),
        sign=SIGNS[word],
        note=verdict.note,
        revision=verdict.revision,
        is_stale=verdict.revision != variant.version,
        is_mine=verdict.reviewer_id == user.pk,
    )
