"""The queries of reports."""

from workbench.api.protocol.fields import Choice, Choices, Digits, Listed, Text
from workbench.api.protocol.operations import WorkspaceQuery
from workbench.review.quality import COUNTED, PASS_MARK
from workbench.review.scoring import METRICS

__all__ = ["AgreementQuery", "MetricsQuery", "ReportQuery"]


class ReportQuery(WorkspaceQuery):
    """Which marks count, for which translations, and what is accepted."""

    format = Choice(["json", "csv"], required=False, default="json")
    counted = Choice(list(COUNTED), required=False, default="all", help_text="All discussions, or those not settled.")
    pass_mark = Digits(
        minimum=0,
        maximum=100_000,
        required=False,
        default=PASS_MARK,
        help_text=f"Penalty points per 1,000 words that are still accepted; {PASS_MARK} if not said.",
    )
    translations = Listed(required=False, help_text="Sigla separated by commas, if not all but the original.")


class AgreementQuery(WorkspaceQuery):
    """Which of two works of the same name."""


class MetricsQuery(WorkspaceQuery):
    """Which systems are scored against which reference, by what."""

    reference = Text(help_text="The siglum of the translation that the others are compared with.")
    systems = Listed(
        required=False, help_text="Sigla separated by commas, the baseline first; if not said, all by a machine."
    )
    metrics = Choices(
        list(METRICS), required=False, default=frozenset({"bleu", "chrf"}), help_text="bleu and chrf, if not said."
    )
