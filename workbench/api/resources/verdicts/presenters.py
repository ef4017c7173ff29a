"""Verdicts and decisions between them, as they are sent."""

from typing import Annotated, TypedDict

from workbench.api.resources.people.presenters import Moment, PersonShown, moment, show_person
from workbench.review.models import Adjudication, Judgement, Verdict

__all__ = ["AdjudicationShown", "VerdictShown", "show_adjudication", "show_verdict"]


class VerdictShown(TypedDict):
    """What a reviewer thinks of a variant, given at `revision`; `is_stale` if the variant has a later one."""

    id: int
    workspace: str
    variant: int
    reviewer: PersonShown
    verdict: Annotated[str, Judgement]
    revision: int
    is_stale: bool
    note: str
    given_at: Moment


class AdjudicationShown(TypedDict):
    """What was decided of a variant on which reviewers differ, at `revision`; `is_stale` if it has a later one."""

    id: int
    workspace: str
    variant: int
    adjudicator: PersonShown
    verdict: Annotated[str, Judgement]
    revision: int
    is_stale: bool
    note: str
    given_at: Moment


def show_verdict(verdict: Verdict) -> VerdictShown:
    """Show a verdict; its variant, workspace and reviewer should be loaded."""
    return {
        "id": verdict.pk,
        "workspace": verdict.workspace.slug,
        "variant": verdict.variant_id,
        "reviewer": show_person(verdict.reviewer),
        "verdict": verdict.verdict,
        "revision": verdict.revision,
        "is_stale": verdict.revision != verdict.variant.version,
        "note": verdict.note,
        "given_at": moment(verdict.given_at),
    }


def show_adjudication(decision: Adjudication) -> AdjudicationShown:
    """Show a decision; its variant, workspace and adjudicator should be loaded."""
    return {
        "id": decision.pk,
        "workspace": decision.workspace.slug,
        "variant": decision.variant_id,
        "adjudicator": show_person(decision.adjudicator),
        "verdict": decision.verdict,
        "revision": decision.revision,
        "is_stale": decision.revision != decision.variant.version,
        "note": decision.note,
        "given_at": moment(decision.given_at),
    }
