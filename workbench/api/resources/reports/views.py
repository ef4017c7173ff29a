"""What marks and verdicts come to, and scores: /works/{slug}/report/, agreement/ and metrics/."""

from django.http import HttpResponse
from rest_framework.response import Response

from workbench.api.protocol.base import ApiView
from workbench.api.protocol.negotiation import IgnoreAccept
from workbench.api.protocol.operations import operation
from workbench.api.resources.reports.presenters import (
    AgreementShown,
    MetricsShown,
    QualityReportShown,
    show_agreement,
    show_report,
    show_scoring,
)
from workbench.api.resources.reports.schemas import AgreementQuery, MetricsQuery, ReportQuery
from workbench.api.resources.works.lookups import find_work
from workbench.attachments import CSV, attachment
from workbench.review.adjudicating import agreement_of
from workbench.review.quality import report_quality
from workbench.review.reporting import write_report
from workbench.review.scoring import METRICS, choose_systems, score_systems

__all__ = ["Agreement", "Metrics", "QualityReport"]


class QualityReport(ApiView):
    """The quality report of a work."""

    content_negotiation_class = IgnoreAccept

    @operation(
        name="works_report",
        summary="Report on the quality of translations",
        query=ReportQuery,
        response=QualityReportShown,
        media=("application/json", "text/csv"),
        refusals=(422,),
    )
    def get(self, slug: str) -> HttpResponse:
        """Marks by category, severity and rater, and what they cost in 1,000 words, translation by translation.

        A discussion counts for the translation of its first anchor. 422 for a siglum that there is not, and where the
        texts are too long for their words to be counted at once: then name translations.
        """
        work = find_work(self.user, slug, self.asked.get("workspace"))
        sigla = self.asked.get("translations", [])
        report = report_quality(work, counted=self.asked["counted"], pass_mark=self.asked["pass_mark"], sigla=sigla)
        if self.asked["format"] == "json":
            return Response(show_report(report))
        return attachment(write_report(report), f"{work.slug}-quality.csv", CSV)


class Agreement(ApiView):
    """How far reviewers agree."""

    @operation(
        name="works_agreement",
        summary="Measure how far reviewers agree",
        query=AgreementQuery,
        response=AgreementShown,
    )
    def get(self, slug: str) -> Response:
        """Per cent, Krippendorff's alpha, Fleiss' kappa and Gwet's AC1 of the verdicts on each translation."""
        work = find_work(self.user, slug, self.asked.get("workspace"))
        return Response(show_agreement(work, agreement_of(work)))


class Metrics(ApiView):
    """Scores of systems' output."""

    @operation(
        name="works_metrics",
        summary="Score systems against a reference",
        query=MetricsQuery,
        response=MetricsShown,
        refusals=(409, 422),
    )
    def get(self, slug: str) -> Response:
        """BLEU, chrF and TER by sacrebleu with their signatures; a paired bootstrap of each against the baseline.

        Only passages in which the reference and all systems have words are scored. 409 where the server has no
        sacrebleu (the extra `metrics`), or nothing can be scored; 422 where the texts are too long to wait for.
        """
        work = find_work(self.user, slug, self.asked.get("workspace"))
        reference, systems = choose_systems(work, self.asked["reference"], self.asked.get("systems", []))
        metrics = [name for name in METRICS if name in self.asked["metrics"]]
        return Response(show_scoring(score_systems(work, reference=reference, systems=systems, metrics=metrics)))
