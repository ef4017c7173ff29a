"""Words that answer each other, as they are sent. Offsets are code points of the texts compared, half-open."""

from typing import TypedDict

from workbench.api.resources.comparison.presenters import SideShown, SpanShown, show_side, show_span
from workbench.api.resources.people.presenters import Moment, PersonShown, moment, optional_moment, show_person
from workbench.api.resources.texts.presenters import VariantShown
from workbench.corpus.linking import LinkedUnit
from workbench.corpus.models import ConfirmedLink
from workbench.corpus.units import Unit
from workbench.text.alignment.answers import Answer, AnswerKind

__all__ = ["PassageLinksShown", "SaidLinkShown", "show_links", "show_said"]


class AnswerShown(TypedDict):
    """All of `left` together answer all of `right`. `score` (0 to 1) says how sure the link is, not how good a
    translation.

    `kind`: equal, near or moved words of one language; translated ones; or confirmed by a person.
    """

    left: list[SpanShown]
    right: list[SpanShown]
    score: float
    kind: AnswerKind


class LinkedShown(TypedDict):
    """What was compared on both sides."""

    left: SideShown
    right: SideShown


class PassageLinksShown(TypedDict):
    """Which words of two variants answer each other; words without an answer are in no link.

    Passages that one of the two joins are taken as one: `compared` says what that was, and offsets count there.
    `meaning` names what was asked for the words of two languages, with its version, or is "off".
    """

    passage: int
    reference: str
    left: VariantShown
    right: VariantShown
    compared: LinkedShown
    meaning: str
    links: list[AnswerShown]


class SaidLinkShown(TypedDict):
    """What somebody said of words of two variants: confirmed, they answer each other; parted, they do not.

    `lapsed_at`: some of its words were changed then; it counts no longer, and offsets are those of before.
    """

    id: int
    passage: int
    left: int
    left_siglum: str
    left_span: SpanShown
    right: int
    right_siglum: str
    right_span: SpanShown
    verdict: str
    reason: str
    created_by: PersonShown
    attributed_to: str
    created_at: Moment
    lapsed_at: Moment | None


def show_links(linked: LinkedUnit | None, unit: Unit) -> tuple[LinkedShown, list[AnswerShown]]:
    """Show what was compared, and the answers found."""
    sides: LinkedShown = {"left": show_side(unit.texts[0], unit), "right": show_side(unit.texts[1], unit)}
    texts = sides["left"]["text"], sides["right"]["text"]
    return sides, [_show_answer(one, *texts) for one in linked.answers] if linked else []


def show_said(link: ConfirmedLink) -> SaidLinkShown:
    """Show what somebody said; variants, translations and the person should be loaded."""
    return {
        "id": link.pk,
        "passage": link.passage_id,
        "left": link.left_id,
        "left_siglum": link.left.translation.siglum,
        "left_span": {"start": link.left_start, "end": link.left_end, "text": link.left_quote},
        "right": link.right_id,
        "right_siglum": link.right.translation.siglum,
        "right_span": {"start": link.right_start, "end": link.right_end, "text": link.right_quote},
        "verdict": link.verdict,
        "reason": link.reason,
        "created_by": show_person(link.created_by),
        "attributed_to": link.attributed_to,
        "created_at": moment(link.created_at),
        "lapsed_at": optional_moment(link.lapsed_at),
    }


def _show_answer(answer: Answer, left: str, right: str) -> AnswerShown:
    return {
        "left": [show_span(span, left) for span in answer.left],
        "right": [show_span(span, right) for span in answer.right],
        "score": answer.score,
        "kind": answer.kind,
    }
