"""Bodies about verdicts."""

from workbench.api.protocol.fields import Choice, Schema, Text, Whole
from workbench.corpus import limits
from workbench.review.models import Judgement

__all__ = ["NewAdjudication", "NewVerdict"]


class NewVerdict(Schema):
    """What you think of a variant as it reads in `revision`, the one you read: its `version`."""

    verdict = Choice(Judgement.values)
    revision = Whole(minimum=1, maximum=2**31 - 1, help_text="The number of the revision that you read.")
    note = Text(limit=limits.REASON, required=False, default="")


class NewAdjudication(NewVerdict):
    """What holds of a variant on which reviewers differ, as it reads in `revision`."""
