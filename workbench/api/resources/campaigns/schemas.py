"""Bodies and queries about campaigns."""

from workbench.api.protocol.fields import Choice, File, Flag, Listed, Objects, Schema, Text, Texts, Whole
from workbench.api.protocol.operations import PageQuery, WorkspaceQuery
from workbench.campaigns.actions import MOST_CHECKS, MOST_REVIEWERS
from workbench.campaigns.answers import MOST_SPANS, VERDICTS
from workbench.campaigns.models import Handing, Kind
from workbench.corpus import limits

__all__ = ["BroughtCampaign", "CampaignListQuery", "NewCampaign", "NewDecision", "NewJudgement", "ResultsQuery"]

_VERSION = "The label of a version, as it was handed out."


class CampaignListQuery(WorkspaceQuery, PageQuery):
    """The campaigns of a workspace or of a work."""

    work = Text(required=False, help_text="A work's slug.")


class GivenCheck(Schema):
    """Who reads with care puts `higher` above `lower` at a passage: it tells of reviewers, and is not scored."""

    passage = Text(limit=limits.REFERENCE, least=1, help_text="A reference.")
    higher = Text(limit=limits.SIGLUM, least=1, help_text="A siglum.")
    lower = Text(limit=limits.SIGLUM, least=1, help_text="A siglum.")


class NewCampaign(Schema):
    """What is judged by whom."""

    workspace = Text(required=False, help_text="The slug of the work's workspace, if the work's alone is not clear.")
    work = Text(help_text="A work's slug.")
    title = Text(limit=limits.TITLE, least=1)
    kind = Choice(Kind.values, help_text="What is asked of each item.")
    blind = Flag(required=False, default=True, help_text="Hide whose versions they are, and shuffle them.")
    translations = Texts(
        most=100, limit=limits.SIGLUM, required=False, help_text="Sigla; all but the original if not said."
    )
    passages = Text(
        required=False, limit=limits.REFERENCE, default="", help_text="A reference or a range; all if not said."
    )
    reviewers = Texts(most=MOST_REVIEWERS, limit=150, help_text="User names of members who may comment.")
    each = Whole(
        required=False, default=0, maximum=MOST_REVIEWERS, help_text="Answers an item gets; 0: one of everybody."
    )
    handing = Choice(
        Handing.values,
        required=False,
        default="pool",
        help_text="pool: to whoever comes next; shares: a share each; differing: two answers, more where these differ.",
    )
    checks = Objects(child=GivenCheck(), most=MOST_CHECKS, required=False)


class BroughtCampaign(Schema):
    """A campaign file of Pearmut, and who judges."""

    file = File(help_text="JSON: info, data, campaign_id.")
    workspace = Text(help_text="The slug of the workspace that its texts go into.")
    reviewers = Listed(help_text="User names of members who may comment, separated by commas.")


class VersionVerdict(Schema):
    """A verdict on a version."""

    version = Text(help_text=_VERSION)
    verdict = Choice(VERDICTS)


class VersionScore(Schema):
    """A score of a version."""

    version = Text(help_text=_VERSION)
    score = Whole(maximum=100)


class VersionSpan(Schema):
    """Words of a version that are marked: code points `start` to `end`."""

    version = Text(help_text=_VERSION)
    start = Whole()
    end = Whole()
    category = Text(required=False, limit=limits.CATEGORY, default="")
    severity = Text(help_text="A name from the workspace's scale.")
    missing = Flag(required=False, default=False, help_text="Something is missing beside these words.")


class NewJudgement(Schema):
    """An answer: what the campaign's kind asks for, and nothing else."""

    item = Whole(help_text="The number of the item that was handed out.")
    seen = Text(help_text="`seen` of what was handed out: refused if the texts read otherwise now.")
    verdicts = Objects(child=VersionVerdict(), most=100, required=False)
    better = Text(required=False, help_text='The label of the better version, or "tie".')
    best = Text(required=False, help_text=_VERSION)
    worst = Text(required=False, help_text=_VERSION)
    scores = Objects(child=VersionScore(), most=100, required=False)
    spans = Objects(child=VersionSpan(), most=MOST_SPANS, required=False)


class NewDecision(NewJudgement):
    """The same of a curator, its versions by their sigla."""

    seen = Text(required=False, help_text="If said: refused where the texts read otherwise now.")


class ResultsQuery(Schema):
    """How the figures are sent."""

    format = Choice(["json", "csv", "pearmut", "mqm"], required=False, default="json")
