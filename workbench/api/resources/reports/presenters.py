"""Reports, as they are sent."""

from collections.abc import Sequence
from typing import TypedDict

from workbench.api.resources.people.presenters import PersonShown, show_person
from workbench.corpus.models import Work
from workbench.review.adjudicating import Agreed
from workbench.review.quality import Marks, Quality, Report
from workbench.review.scoring import Scored, Scoring

__all__ = ["AgreementShown", "MetricsShown", "QualityReportShown", "show_agreement", "show_report", "show_scoring"]


class MarksShown(TypedDict):
    """How often one rater gave a category and a severity (each may be empty), and what that costs in points."""

    category: str
    severity: str
    rater: PersonShown
    marks: int
    penalty: float


class QualityShown(TypedDict):
    """What was found in a translation. `looked_at` of its `texts` have a mark or a verdict.

    `penalty_per_1000_words` and `passes` are null where there are no words, `passes` also where nobody looked at any.
    """

    translation: int
    siglum: str
    words: int
    texts: int
    looked_at: int
    marks: int
    penalty: float
    penalty_per_1000_words: float | None
    passes: bool | None
    counts: list[MarksShown]


class QualityReportShown(TypedDict):
    """The quality report of a work. `weights` are points by severity; `unplaced` discussions speak of no words."""

    workspace: str
    work: str
    counted: str
    pass_mark: float
    weights: dict[str, float]
    unplaced: int
    translations: list[QualityShown]


class AgreedShown(TypedDict):
    """How far reviewers agree on a translation, by their verdicts on texts as they read now; null: nothing to say.

    `texts` have two verdicts or more, `disputed` of them differ. `per_cent` is a share from 0 to 1; the others are 1
    for perfect agreement and 0 for what chance brings. `alpha_ordinal` takes needs_work, seen, approved as steps.
    """

    translation: int
    siglum: str
    reviewers: int
    texts: int
    disputed: int
    per_cent: float | None
    alpha: float | None
    alpha_ordinal: float | None
    fleiss: float | None
    ac1: float | None


class AgreementShown(TypedDict):
    """How far the reviewers of a work agree, by translation; those that nobody judged with another are left out."""

    workspace: str
    work: str
    translations: list[AgreedShown]


class ScoreShown(TypedDict):
    """A score, half the width of its 95 % interval, and how probable its distance from the baseline's is by chance.

    `p_value` is null for the baseline.
    """

    value: float
    interval: float
    p_value: float | None


class ScoredShown(TypedDict):
    """A system's scores by metric. In `without` passages the reference alone has words, in `added` the system."""

    translation: int
    siglum: str
    scores: dict[str, ScoreShown]
    without: int
    added: int


class MetricsShown(TypedDict):
    """Systems against a reference, the baseline first. `signatures` are sacrebleu's; `left_out` are not scored."""

    workspace: str
    work: str
    reference: str
    signatures: dict[str, str]
    scored: int
    left_out: int
    systems: list[ScoredShown]


def show_report(report: Report) -> QualityReportShown:
    """Show a report; its work's workspace should be loaded."""
    return {
        "workspace": report.work.workspace.slug,
        "work": report.work.slug,
        "counted": report.counted,
        "pass_mark": report.pass_mark,
        "weights": dict(report.lists.weights),
        "unplaced": report.unplaced,
        "translations": [_show_quality(report, one) for one in report.qualities],
    }


def show_agreement(work: Work, agreed: Sequence[Agreed]) -> AgreementShown:
    """Show how far reviewers agree; the work's workspace should be loaded."""
    return {
        "workspace": work.workspace.slug,
        "work": work.slug,
        "translations": [_show_agreed(one) for one in agreed],
    }


def _show_quality(report: Report, quality: Quality) -> QualityShown:
    return {
        "translation": quality.translation.pk,
        "siglum": quality.translation.siglum,
        "words": quality.words,
        "texts": quality.texts,
        "looked_at": quality.looked_at,
        "marks": quality.count,
        "penalty": quality.penalty,
        "penalty_per_1000_words": quality.per_thousand,
        "passes": report.passes(quality),
        "counts": [_show_marks(one) for one in quality.marks],
    }


def _show_marks(one: Marks) -> MarksShown:
    return {
        "category": one.category,
        "severity": one.severity,
        "rater": show_person(one.rater, one.attributed_to),
        "marks": one.count,
        "penalty": one.penalty,
    }


def _show_agreed(one: Agreed) -> AgreedShown:
    return {
        "translation": one.translation.pk,
        "siglum": one.translation.siglum,
        "reviewers": one.reviewers,
        "texts": one.texts,
        "disputed": one.disputed,
        "per_cent": one.per_cent,
        "alpha": one.alpha,
        "alpha_ordinal": one.alpha_ordinal,
        "fleiss": one.fleiss,
        "ac1": one.ac1,
    }


def show_scoring(scoring: Scoring) -> MetricsShown:
    """Show scores; their work's workspace should be loaded."""
    return {
        "workspace": scoring.work.workspace.slug,
        "work": scoring.work.slug,
        "reference": scoring.reference.siglum,
        "signatures": {str(name): signature for name, signature in scoring.signatures.items()},
        "scored": scoring.scored,
        "left_out": scoring.left_out,
        "systems": [_show_scored(one) for one in scoring.systems],
    }


def _show_scored(one: Scored) -> ScoredShown:
    return {
        "translation": one.translation.pk,
        "siglum": one.translation.siglum,
        "scores": {
            str(name): {"value": score.value, "interval": score.interval, "p_value": score.p_value}
            for name, score in one.scores.items()
        },
        "without": one.without,
        "added": one.added,
    }
