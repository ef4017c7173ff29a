"""Texts on which reviewers differ, as they are set: what each of them says and marked, side by side."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext

from workbench.accounts.models import User
from workbench.corpus.models import Variant
from workbench.review.classification import Lists
from workbench.review.models import Adjudication, Anchor, Judgement
from workbench.web.discussion.standings import SIGNS, Told, standing_of
from workbench.web.site.figures import lowered
from workbench.web.typesetting.words import absence_of

__all__ = ["Decision", "Dispute", "MarkedWords", "Opinion", "disputes_of"]


@dataclass(frozen=True, slots=True)
class MarkedWords:
    """Words somebody opened a discussion on, with its labels (severity and category) and whether it is settled."""

    quote: str
    labels: str
    thread: int
    is_settled: bool


@dataclass(frozen=True, slots=True)
class Opinion:
    """What one person says of a text: a verdict, or none, and the words they marked."""

    who: str
    told: Told | None
    marks: Sequence[MarkedWords]


@dataclass(frozen=True, slots=True)
class Decision:
    """What was decided, as shown."""

    who: str
    verdict: str
    word: str
    sign: str
    note: str
    at: datetime
    is_stale: bool


@dataclass(frozen=True, slots=True)
class Dispute:
    """A text, what people say of it (those with a verdict first), and what was decided."""

    variant: Variant
    opinions: Sequence[Opinion]
    decision: Decision | None

    @property
    def absence(self) -> str:
        """Why there is no text, in words; "" where there is one."""
        return absence_of(self.variant.presence)


def disputes_of(user: User, variants: Iterable[Variant], lists: Lists) -> list[Dispute]:
    """Return disputes from variants as `review.adjudicating.disputed` loads them. No query."""
    return [Dispute(one, _opinions(user, one, lists), _decision(one)) for one in variants]


def _opinions(user: User, variant: Variant, lists: Lists) -> list[Opinion]:
    marks: dict[str, list[MarkedWords]] = {}
    for anchor in variant.anchors.all():
        who = anchor.thread.created_by.signature(anchor.thread.attributed_to)
        marks.setdefault(who, []).append(_marked(anchor, lists))
    told = standing_of(user, variant, variant.verdicts.all()).verdicts
    judged = [Opinion(one.who, one, marks.pop(one.who, ())) for one in told]
    return [*judged, *(Opinion(who, None, found) for who, found in sorted(marks.items()))]


def _marked(anchor: Anchor, lists: Lists) -> MarkedWords:
    thread = anchor.thread
    labels = [lowered(lists.label_of(name)) for name in (thread.severity, thread.category) if name]
    return MarkedWords(anchor.quote, ", ".join(labels) or gettext("discussion"), thread.pk, thread.is_settled)


def _decision(variant: Variant) -> Decision | None:
    made: Adjudication | None = getattr(variant, "adjudication", None)
    if made is None:
        return None
    return Decision(
        who=str(made.adjudicator),
        verdict=made.verdict,
        word=made.get_verdict_display(),
        sign=SIGNS[Judgement(made.verdict)],
        note=made.note,
        at=made.given_at,
        is_stale=made.revision != variant.version,
    )
