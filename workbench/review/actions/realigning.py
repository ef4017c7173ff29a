"""Moving what is stored: words of one translation from a passage to the next, or back."""

from collections.abc import Sequence
from typing import Any

from django.db import transaction

from workbench.accounts.models import Role, User
from workbench.corpus.actions import enter_variant
from workbench.corpus.models import Alignment, Passage, Presence, Variant
from workbench.review.actions.texts import revise_variant
from workbench.review.errors import Conflict, Invalid
from workbench.review.permissions import require_role
from workbench.text.placing import CannotStep, Piece, Placing, State, UnknownStep, take_steps

__all__ = ["pair_up", "realign", "take_pair_steps"]

KINDS = frozenset({"begin", "mark", "merge", "move", "swap"})


def pair_up(variant: Variant, neighbour: Variant | None) -> Placing:
    """Return the texts of two neighbouring passages as one running text, a space between them, placed as it stands.

    Raises `Invalid` if the first has no words: then there is nothing to move.
    """
    if variant.presence != Presence.PRESENT or not variant.text.strip():
        raise Invalid("A passage with words is expected.", code="no_words")
    first, second = variant.text.rstrip(), neighbour.text.strip() if neighbour else ""
    text = f"{first} {second}" if second else first
    pieces = [Piece(0, len(text) - len(second), 0), Piece(len(text) - len(second), len(text), 1)]
    return Placing(text, tuple(pieces if second else pieces[:1]), ("present", _state(neighbour)))


def take_pair_steps(placing: Placing, steps: Sequence[str]) -> Placing:
    """Take steps that leave every word with one of the two passages. Raises `Invalid` for any other."""
    try:
        after = take_steps(placing, steps)
    except (CannotStep, UnknownStep) as error:
        raise Invalid(str(error), code="cannot_step") from error
    if {step.split(" ")[0] for step in steps} - KINDS or any(after.furniture()):
        raise Invalid("Every word has to stay with one of the two passages.", code="cannot_step")
    if after.states[0] != "present":
        raise Invalid("The first of the two keeps some words.", code="cannot_step")
    return after


@transaction.atomic
def realign(
    *,
    actor: User,
    variant: Variant,
    version: int,
    following: Passage,
    following_version: int,
    steps: Sequence[str],
    reason: str = "",
) -> Placing:
    """Write what a variant and the same translation's variant of the `following` passage say after the steps.

    Each change is a revision that takes its anchors along; words that a thread speaks of and that go over to the other
    passage leave an orphan with its quote. `following_version` is 0 where nothing is entered yet. Raises `Stale` if
    either changed in the meantime, `Invalid` for steps that do not go.
    """
    require_role(actor, variant.workspace_id, Role.EDITOR)
    neighbour = following.variants.filter(translation=variant.translation_id).first()
    if (neighbour is None) != (following_version == 0):
        raise Conflict("The next passage was changed in the meantime.", code="changed_since")
    before = pair_up(variant, neighbour)
    after = take_pair_steps(before, steps)
    if (after.states, after.pieces) != (before.states, before.pieces):
        said: dict[str, Any] = {"actor": actor, "reason": reason}
        changed = revise_variant(variant=variant, version=version, text=after.text_of(0), **said)
        _write_next(changed, following, neighbour, following_version, after, said)
        placed = Variant.objects.filter(passage__in=(variant.passage_id, following.pk), presence=Presence.PRESENT)
        placed.filter(translation=variant.translation_id).update(alignment=Alignment.CONFIRMED)
    return after


def _write_next(
    variant: Variant,
    following: Passage,
    neighbour: Variant | None,
    version: int,
    after: Placing,
    said: dict[str, Any],
) -> None:
    state = after.states[1]
    if state == "unentered":
        return
    text = after.text_of(1)
    if neighbour is None:
        enter_variant(passage=following, translation=variant.translation, text=text, presence=state, **said)
    else:
        revise_variant(variant=neighbour, version=version, text=text, presence=state, **said)


def _state(variant: Variant | None) -> State:
    if variant is None:
        return "unentered"
    if variant.presence == Presence.PRESENT:
        return "present" if variant.text.strip() else "omitted"
    return "joined" if variant.presence == Presence.JOINED else "omitted"
