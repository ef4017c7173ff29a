"""Campaigns, as they are sent. Nothing here says whose a version is before it was judged."""

from collections.abc import Mapping
from typing import Annotated, Any, TypedDict

from workbench.api.protocol.current import shows_current
from workbench.api.resources.people.presenters import Moment, moment, optional_moment
from workbench.campaigns.models import Answer, Campaign, Handing, Item, Kind
from workbench.campaigns.queries import Handed, source_of, words_of
from workbench.campaigns.scoring import Result
from workbench.campaigns.wording import in_words

__all__ = [
    "BroughtCampaignShown",
    "CampaignShown",
    "CuratorDecisionShown",
    "HandedShown",
    "JudgementShown",
    "ResultShown",
    "RevealedShown",
    "show_answer",
    "show_campaign",
    "show_decided",
    "show_handed",
    "show_result",
    "show_revealed",
]


class CampaignShown(TypedDict):
    """A campaign: `items` are judged by `reviewers`; `answers` were given so far."""

    id: int
    version: int
    workspace: str
    work: str
    title: str
    kind: Annotated[str, Kind]
    blind: bool
    translations: list[str]
    passages: str
    each: int
    handing: Annotated[str, Handing]
    items: int
    reviewers: int
    answers: int
    created_at: Moment
    closed_at: Moment | None


class BroughtCampaignShown(TypedDict):
    """A campaign from a file; `warnings` say in sentences what of the file is not kept."""

    campaign: CampaignShown
    warnings: list[str]


class OfferedMarkShown(TypedDict):
    """A mark that a machine made, on code points of the version's text: to be sent among the spans, changed or not."""

    start: int
    end: int
    category: str
    severity: str
    missing: bool


class VersionShown(TypedDict):
    """A version as it lies before a reviewer; `offered` are marks of a machine."""

    version: str
    text: str
    language: str
    direction: str
    offered: list[OfferedMarkShown]


class SourceShown(TypedDict):
    """What was translated."""

    text: str
    language: str
    direction: str


class HandedShown(TypedDict):
    """What is judged next; `item` is null where nothing waits. `left` wait, this one among them."""

    item: int | None
    reference: str
    kind: Annotated[str, Kind]
    seen: str
    left: int
    source: SourceShown | None
    versions: list[VersionShown]


class RevealedShown(TypedDict):
    """What stood behind each label."""

    item: int
    revealed: dict[str, str]


class CampaignSpanShown(TypedDict):
    """A mark, on code points of the version's text."""

    siglum: str
    start: int
    end: int
    category: str
    severity: str
    missing: bool


class JudgementShown(TypedDict):
    """An answer by sigla; what its kind doesn't ask for is empty. `reviewer` is "Reviewer 2" where names are hidden.

    `decision` is what a curator decided of the item, in words; "" while nobody has.
    """

    item: int
    reference: str
    reviewer: str
    revisions: dict[str, int]
    verdicts: dict[str, str]
    better: str
    best: str
    worst: str
    scores: dict[str, int]
    spans: list[CampaignSpanShown]
    given_at: Moment
    decision: str


class CuratorDecisionShown(TypedDict):
    """What a curator decided of an item, in words: "best A, worst B"."""

    item: int
    decision: str


class ScoreOfCampaignShown(TypedDict):
    """A version's mean and its 95 % interval, null where nothing was said."""

    siglum: str
    judgements: int
    mean: float | None
    low: float | None
    high: float | None


class VersusShown(TypedDict):
    """How far `left` is before `right`; `p_value` is null for fewer than two items."""

    left: str
    right: str
    items: int
    difference: float
    p_value: float | None


class AgreementMeasureShown(TypedDict):
    """A measure of agreement and its 95 % interval, null where it says nothing."""

    measure: str
    value: float | None
    low: float | None
    high: float | None


class CheckedShown(TypedDict):
    """How many of the items that tell of their reviewers one of them passed."""

    reviewer: int
    passed: int
    of: int


class FateShown(TypedDict):
    """What reviewers made of a machine's marks in a version."""

    siglum: str
    accepted: int
    changed: int
    struck: int


class ResultShown(TypedDict):
    """What the answers come to; scores are the better the higher (of mqm: negative penalty points)."""

    campaign: int
    kind: Annotated[str, Kind]
    answers: int
    scores: list[ScoreOfCampaignShown]
    pairs: list[VersusShown]
    agreement: list[AgreementMeasureShown]
    checks: list[CheckedShown]
    offered: list[FateShown]


@shows_current(Campaign)
def show_campaign(campaign: Campaign) -> CampaignShown:
    """Show a campaign; work and workspace should be loaded, and counts be there (`views`)."""
    return {
        "id": campaign.pk,
        "version": campaign.version,
        "workspace": campaign.workspace.slug,
        "work": campaign.work.slug,
        "title": campaign.title,
        "kind": campaign.kind,
        "blind": campaign.is_blind,
        "translations": campaign.sigla,
        "passages": campaign.passages,
        "each": campaign.each,
        "handing": campaign.handing,
        "items": _count(campaign, "items"),
        "reviewers": _count(campaign, "seats"),
        "answers": _count(campaign, "answers"),
        "created_at": moment(campaign.created_at),
        "closed_at": optional_moment(campaign.closed_at),
    }


def show_handed(campaign: Campaign, handed: Handed | None) -> HandedShown:
    """Show what lies before a reviewer, or that nothing does."""
    if handed is None:
        return {
            "item": None,
            "reference": "",
            "kind": campaign.kind,
            "seen": "",
            "left": 0,
            "source": None,
            "versions": [],
        }
    source, marks = source_of(handed), handed.offered
    return {
        "item": handed.item.number,
        "reference": handed.item.passage.reference,
        "kind": campaign.kind,
        "seen": handed.seen,
        "left": handed.left,
        "source": words_of(source) if source else None,
        "versions": [
            {"version": label, **words_of(variant), "offered": [_show_mark(one) for one in marks[label]]}
            for label, variant in handed.versions
        ],
    }


def _show_mark(mark: Mapping[str, Any]) -> OfferedMarkShown:
    return {
        "start": mark["start"],
        "end": mark["end"],
        "category": mark["category"],
        "severity": mark["severity"],
        "missing": mark["missing"],
    }


def show_revealed(handed: Handed) -> RevealedShown:
    """Show what stood behind the labels."""
    return {"item": handed.item.number, "revealed": dict(handed.labels)}


def show_answer(answer: Answer, kind: str, reviewer: str) -> JudgementShown:
    """Show an answer in a campaign of a kind; its item with its passage should be loaded."""
    said: dict[str, Any] = answer.content
    return {
        "item": answer.item.number,
        "reference": answer.item.passage.reference,
        "reviewer": reviewer,
        "revisions": answer.revisions,
        "verdicts": said.get("verdicts", {}),
        "better": said.get("better", ""),
        "best": said.get("best", ""),
        "worst": said.get("worst", ""),
        "scores": said.get("scores", {}),
        "spans": said.get("spans", []),
        "given_at": moment(answer.given_at),
        "decision": _decided(answer.item, kind),
    }


def show_decided(item: Item, kind: str) -> CuratorDecisionShown:
    """Show what was decided."""
    return {"item": item.number, "decision": _decided(item, kind)}


def _decided(item: Item, kind: str) -> str:
    return in_words(kind, item.decision, item.sigla) if item.decision else ""


def show_result(campaign: Campaign, result: Result) -> ResultShown:
    """Show figures."""
    return {
        "campaign": campaign.pk,
        "kind": campaign.kind,
        "answers": result.answers,
        "scores": [
            {"siglum": one.siglum, "judgements": one.judgements, "mean": one.mean, **_ends(one.interval)}
            for one in result.scores
        ],
        "pairs": [
            {
                "left": one.left,
                "right": one.right,
                "items": one.items,
                "difference": one.difference,
                "p_value": one.p_value,
            }
            for one in result.pairs
        ],
        "agreement": [{"measure": one.name, "value": one.value, **_ends(one.interval)} for one in result.agreement],
        "checks": [{"reviewer": one.seat, "passed": one.passed, "of": one.of} for one in result.checks],
        "offered": [
            {"siglum": one.siglum, "accepted": one.accepted, "changed": one.changed, "struck": one.struck}
            for one in result.fates
        ],
    }


class _Ends(TypedDict):
    low: float | None
    high: float | None


def _ends(interval: tuple[float, float] | None) -> _Ends:
    return {"low": interval[0], "high": interval[1]} if interval else {"low": None, "high": None}


def _count(campaign: Campaign, name: str) -> int:
    counted = getattr(campaign, f"{name}_count", None)
    return int(getattr(campaign, name).count() if counted is None else counted)
