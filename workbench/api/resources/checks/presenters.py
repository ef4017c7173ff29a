"""Checks, as they are sent."""

from collections.abc import Mapping
from typing import Annotated, TypedDict

from workbench.api.resources.people.presenters import Moment, PersonShown, optional_moment, show_person
from workbench.corpus.models import Check

__all__ = ["CheckShown", "show_check"]


class SaysShown(TypedDict):
    """What another translation has in the place; "" for nothing."""

    translation: str
    words: str


class CheckShown(TypedDict):
    """Something found in a variant, at `start:end` (code points) of its `revision`; empty where something is wanting.

    `weight` is how sure and how grave, 0 to 1. `thread` is the discussion that was opened of it.
    """

    id: int
    passage: int
    reference: str
    variant: int
    translation: str
    kind: str
    state: Annotated[str, Check.State]
    weight: float
    start: int
    end: int
    words: str
    revision: int
    note: str
    others: list[SaysShown]
    reason: str
    decided_by: PersonShown | None
    decided_at: Moment | None
    thread: int | None


def show_check(check: Check, sigla: Mapping[int, str]) -> CheckShown:
    """Show a check; `sigla` by the ids of translations."""
    return {
        "id": check.pk,
        "passage": check.passage_id,
        "reference": check.passage.reference,
        "variant": check.variant_id,
        "translation": sigla.get(check.variant.translation_id, ""),
        "kind": check.kind,
        "state": check.state,
        "weight": check.weight,
        "start": check.start,
        "end": check.end,
        "words": check.quote,
        "revision": check.revision,
        "note": check.note,
        "others": [{"translation": sigla.get(pk, ""), "words": words} for pk, words in check.others],
        "reason": check.reason,
        "decided_by": show_person(check.decided_by) if check.decided_by else None,
        "decided_at": optional_moment(check.decided_at),
        "thread": check.thread,
    }
