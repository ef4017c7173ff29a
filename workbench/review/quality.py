"""What the marks on a translation come to: counts, and penalty points per 1,000 words.

After MQM's linear scoring model (Lommel et al., "The Multi-Range Theory of Translation Quality Measurement: MQM scoring
models and Statistical Quality Control", 2024): each mark costs the weight of its severity; the sum over the number of
words, times 1,000, is compared with a pass mark. A discussion counts for the translation of its first anchor, the words
that a suggestion in it would replace.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, get_args

from django.db.models import Count, Q, QuerySet, Sum
from django.db.models.functions import Length
from django.utils.translation import gettext

from workbench.accounts.models import User
from workbench.corpus.models import Presence, Translation, Variant, Work
from workbench.corpus.queries import translations_of
from workbench.review.classification import Lists, lists_of
from workbench.review.errors import Invalid
from workbench.review.models import Anchor, Thread, Verdict
from workbench.text.words.counting import count_words

__all__ = ["COUNTED", "PASS_MARK", "Counted", "Marks", "Quality", "Report", "report_quality"]

Counted = Literal["all", "open"]
"""Which discussions count: all that were opened, or those that are not settled."""

COUNTED: tuple[Counted, ...] = get_args(Counted)
PASS_MARK = 25
"""Penalty points in 1,000 words that are still accepted, if nobody says otherwise."""

MOST = 20_000_000
"""Characters of all texts whose words are counted while somebody waits."""

_PERSON = ("pk", "username", "name", "shows_username")


@dataclass(frozen=True, slots=True)
class Marks:
    """How often one rater gave a category and a severity (each may be ""), and what that costs in points."""

    category: str
    severity: str
    rater: User
    attributed_to: str
    count: int
    penalty: float

    @property
    def rater_name(self) -> str:
        """Who marked it: a user name, or whom an import attributed it to."""
        return self.attributed_to or self.rater.username


@dataclass(frozen=True, slots=True)
class Quality:
    """What was found in a translation of so many words and texts, of which `looked_at` have a mark or verdict."""

    translation: Translation
    words: int
    texts: int
    looked_at: int
    marks: Sequence[Marks]

    @property
    def count(self) -> int:
        """How many marks there are."""
        return sum(one.count for one in self.marks)

    @property
    def penalty(self) -> float:
        """What all marks cost, in points."""
        return sum(one.penalty for one in self.marks)

    @property
    def per_thousand(self) -> float | None:
        """Penalty points per 1,000 words; None where there are no words."""
        return 1000 * self.penalty / self.words if self.words else None


@dataclass(frozen=True, slots=True)
class Report:
    """The quality of a work's translations, in their order; `lists` say what severities weigh.

    `unplaced` counts discussions that speak of no words, and so of no translation.
    """

    work: Work
    counted: Counted
    pass_mark: float
    lists: Lists
    qualities: Sequence[Quality]
    unplaced: int

    def passes(self, quality: Quality) -> bool | None:
        """Say whether a translation has no more points per 1,000 words than the pass mark.

        None without any words, and where nobody looked at any: what was not seen does not pass.
        """
        if quality.per_thousand is None or not quality.looked_at:
            return None
        return quality.per_thousand <= self.pass_mark


def report_quality(
    work: Work, *, counted: Counted = "all", pass_mark: float = PASS_MARK, sigla: Iterable[str] = ()
) -> Report:
    """Report on the translations `sigla` of a work (none named: on all but the original). Seven queries.

    Raises `Invalid` for a siglum that there is not, and where the texts are too long to count their words at once.
    """
    chosen = _choose(list(translations_of(work)), frozenset(sigla))
    lists = lists_of(work.workspace_id)
    threads = _threads(work, counted)
    marks = _marks(threads, lists.weights)
    words, texts = _words(work, chosen)
    looked_at = _looked_at(work, threads)
    qualities = [
        Quality(one, words[one.pk], texts[one.pk], len(looked_at[one.pk]), tuple(marks[one.pk])) for one in chosen
    ]
    return Report(work, counted, pass_mark, lists, qualities, threads.filter(anchors=None).count())


def _choose(translations: Sequence[Translation], sigla: frozenset[str]) -> list[Translation]:
    if unknown := sigla - {one.siglum for one in translations}:
        message = gettext("No translation is called %(unknown)s.") % {"unknown": ", ".join(sorted(unknown))}
        raise Invalid.field("translations", message, code="unknown_siglum")
    if sigla:
        return [one for one in translations if one.siglum in sigla]
    return [one for one in translations if one.role != Translation.Role.ORIGINAL]


def _threads(work: Work, counted: Counted) -> QuerySet[Thread]:
    threads = Thread.objects.filter(work=work)
    return threads.filter(state__in=Thread.UNSETTLED) if counted == "open" else threads


def _marks(threads: QuerySet[Thread], weights: Mapping[str, float]) -> dict[int, list[Marks]]:
    """Count the marks by translation id."""
    first = Anchor.objects.filter(thread__in=threads, position=0)
    what = ("variant__translation", "thread__category", "thread__severity", "thread__attributed_to")
    who = [f"thread__created_by__{name}" for name in _PERSON]
    rows = first.order_by("thread__category", "thread__severity", "thread__attributed_to", who[1])
    found: dict[int, list[Marks]] = defaultdict(list)
    for translation, category, severity, name, *person, count in rows.values_list(*what, *who).annotate(n=Count("pk")):
        rater = User(**dict(zip(_PERSON, person, strict=True)))
        penalty = count * weights.get(severity, 0.0)
        found[translation].append(Marks(category, severity, rater, name, count, penalty))
    return found


def _words(work: Work, translations: Sequence[Translation]) -> tuple[dict[int, int], dict[int, int]]:
    """Count words and texts by translation id."""
    rows = Variant.objects.filter(work=work, translation__in=translations, presence=Presence.PRESENT).order_by()
    length = rows.aggregate(length=Sum(Length("text")))["length"] or 0
    if length > MOST:
        message = gettext(
            "These texts have %(length)s characters, the words of %(most)s are counted at once: name translations."
        ) % {"length": f"{length:,}", "most": f"{MOST:,}"}
        raise Invalid.field("translations", message, code="too_many")
    words: dict[int, int] = defaultdict(int)
    texts: dict[int, int] = defaultdict(int)
    for translation, text in rows.values_list("translation", "text").iterator():
        words[translation] += count_words(text)
        texts[translation] += 1
    return words, texts


def _looked_at(work: Work, threads: QuerySet[Thread]) -> dict[int, set[int]]:
    """Return the ids of the variants that have a mark or a verdict, by translation id."""
    found: dict[int, set[int]] = defaultdict(set)
    marked = Anchor.objects.filter(thread__in=threads, position=0)
    judged: QuerySet[Any] = Verdict.objects.filter(Q(work=work))
    for rows in (marked, judged):
        for translation, variant in rows.order_by().values_list("variant__translation", "variant"):
            found[translation].add(variant)
    return found
