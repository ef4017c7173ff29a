"""The queries of reports."""

from workbench.api.protocol.fields import Choice, Digits, Text
from workbench.api.protocol.operations import WorkspaceQuery
from workbench.review.quality import COUNTED, PASS_MARK

__all__ = ["AgreementQuery", "ReportQuery"]


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
    translations = Text(required=False, help_text="Sigla separated by commas, if not all but the original.")


class AgreementQuery(WorkspaceQuery):
    """Which of two works of the same name."""
