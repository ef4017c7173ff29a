"""Moving what is stored: words of one translation from a passage to the next, or back."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext

from workbench.accounts.models import Role, User
from workbench.corpus.actions import enter_variant, write_revision
from workbench.corpus.models import Alignment, Passage, Presence, Revision, Variant
from workbench.corpus.recording import record_about
from workbench.interchange.document import SpanRecord
from workbench.interchange.markup import resegment_markup
from workbench.journal.kinds import Kind
from workbench.review.actions.resegmenting_anchors import Fate, foresee_anchors, resegment_anchors
from workbench.review.errors import Conflict, Invalid
from workbench.review.permissions import require_role
from workbench.text.anchors.resegmenting import IN_ORDER, SWAPPED, Order, Pair, order_of
from workbench.text.placing import CannotStep, Piece, Placing, State, UnknownStep, take_steps

__all__ = [
    "Neighbours",
    "foresee_resegmenting",
    "former_states",
    "pair_up",
    "resegment",
    "resegment_to",
    "take_back",
    "take_pair_steps",
]

KINDS = frozenset({"begin", "mark", "merge", "move", "swap"})
Said = tuple[str, str]
"""Text and presence of a variant."""


@dataclass(frozen=True, slots=True)
class Neighbours:
    """A variant and the next passage, each in the version somebody has seen; 0 where nothing was entered there."""

    variant: Variant
    version: int
    following: Passage
    following_version: int


def pair_up(variant: Variant, neighbour: Variant | None) -> Placing:
    """Return the texts of two neighbouring passages as one running text, a space between them, placed as it stands.

    Raises `Invalid` if neither has words: then there is nothing to move.
    """
    texts = [one.text.strip() if one else "" for one in (variant, neighbour)]
    if not any(texts):
        raise Invalid(gettext("A passage with words is expected."), code="no_words")
    text = " ".join(filter(None, texts))
    cut = len(text) - len(texts[1])
    pieces = [Piece(start, end, at) for at, (start, end) in enumerate(((0, cut), (cut, len(text)))) if texts[at]]
    return Placing(text, tuple(pieces), (_state(variant), _state(neighbour)))


def take_pair_steps(placing: Placing, steps: Sequence[str]) -> Placing:
    """Take steps that leave every word with one of the two passages. Raises `Invalid` for any other."""
    try:
        after = take_steps(placing, steps)
    except (CannotStep, UnknownStep) as error:
        raise Invalid(str(error), code="cannot_step") from error
    if {step.split(" ")[0] for step in steps} - KINDS or any(after.boilerplate()):
        raise Invalid(gettext("Every word has to stay with one of the two passages."), code="cannot_step")
    if after.states[0] == "unentered":
        raise Invalid(gettext("The first of the two keeps some words."), code="cannot_step")
    return after


@transaction.atomic
def resegment(*, actor: User, pair: Neighbours, steps: Sequence[str], reason: str = "") -> Placing:
    """Write what a variant and the same translation's variant of the next passage say after the steps.

    Each change is a revision. Anchors stay on their words, and go with them to the other passage, with their
    discussions (see `resegment_anchors`). Raises `Stale` or `Conflict` if either changed in the meantime, `Invalid` for
    steps that do not go.
    """
    neighbour = _claim(actor, pair)
    before = pair_up(pair.variant, neighbour)
    after = take_pair_steps(before, steps)
    if (after.states, after.pieces) != (before.states, before.pieces):
        said = [(after.text_of(number), state) for number, state in enumerate(after.states)]
        _write_both(actor, pair, neighbour, (said[0], said[1]), _order_in(after), reason)
    return after


def foresee_resegmenting(variant: Variant, neighbour: Variant | None, after: Placing) -> list[Fate]:
    """Say what will become of the anchors of both passages if they are written as `after` has them."""
    before = (variant.text, neighbour.text if neighbour else "")
    texts = (after.text_of(0), after.text_of(1))
    return foresee_anchors(rows=(variant, neighbour), before=before, after=texts, order=_order_in(after))


@transaction.atomic
def resegment_to(*, actor: User, pair: Neighbours, texts: Pair, reason: str = "") -> None:
    """Write how a variant and the same translation's variant of the next passage share out their words from now on.

    An empty text makes the first omitted, the second joined. Anchors and discussions as `resegment` has it. Raises
    `Invalid` if `texts` do not hold the same words, in the order of now or with the two having changed places.
    """
    neighbour = _claim(actor, pair)
    before = (pair.variant.text, neighbour.text if neighbour else "")
    order = order_of(before, texts)
    if order is None or not any(text.strip() for text in texts):
        message = gettext("The words that both passages have now are expected, shared out anew.")
        raise Invalid.field("text", message, code="other_words")
    said = _said(texts[0], pair.variant, Presence.OMITTED), _said(texts[1], neighbour, Presence.JOINED)
    _write_both(actor, pair, neighbour, said, order, reason)


@transaction.atomic
def take_back(*, actor: User, pair: Neighbours, reason: str = "") -> None:
    """Undo what `resegment` wrote last: both passages get their former texts as new revisions, anchors carried along.

    Raises `Conflict` where the former texts did not hold the same words, and as `resegment` does.
    """
    neighbour = _claim(actor, pair)
    former = former_states(pair.variant, neighbour)
    if former is None or neighbour is None:
        raise Conflict(
            gettext("There is no move of words between the two that could be taken back."), code="nothing_to_undo"
        )
    order = order_of((pair.variant.text, neighbour.text), (former[0][0], former[1][0]))
    _write_both(actor, pair, neighbour, former, order, reason)


def former_states(variant: Variant, neighbour: Variant | None) -> tuple[Said, Said] | None:
    """Return what both said before their last revisions, if these only shared out the words of the two anew."""
    if neighbour is None:
        return None
    found = [Revision.objects.filter(variant=one, number=one.version - 1).first() for one in (variant, neighbour)]
    first, second = [(one.text, one.presence) if one else None for one in found]
    if first is None or second is None:
        return None
    texts, now = (first[0], second[0]), (variant.text, neighbour.text)
    moved = texts != now and order_of(now, texts) is not None
    return (first, second) if moved else None


def _said(text: str, before: Variant | None, absent: Presence) -> Said:
    """Return text and presence; what has no words stays as absent as it was."""
    if text.strip():
        return text, Presence.PRESENT
    return "", absent if before is None or before.presence == Presence.PRESENT else before.presence


def _order_in(placing: Placing) -> Order:
    return SWAPPED if [one.passage for one in placing.pieces] == [1, 0] else IN_ORDER


def _claim(actor: User, pair: Neighbours) -> Variant | None:
    """Return the variant of the next passage, locked with this one so that no anchor comes in between."""
    require_role(actor, pair.variant.workspace_id, Role.EDITOR)
    passages = (pair.variant.passage_id, pair.following.pk)
    rows = Variant.objects.filter(passage__in=passages, translation=pair.variant.translation_id)
    locked = {one.passage_id: one for one in rows.select_for_update().order_by("pk")}
    neighbour = locked.get(pair.following.pk)
    if (neighbour is None) != (pair.following_version == 0):
        raise Conflict(gettext("The next passage was changed in the meantime."), code="changed_since")
    return neighbour


def _write_both(
    actor: User,
    pair: Neighbours,
    neighbour: Variant | None,
    said: tuple[Said, Said],
    order: Order | None,
    reason: str,
) -> None:
    before = (pair.variant.text, neighbour.text if neighbour else "")
    spans = (pair.variant.spans, neighbour.spans if neighbour else ())
    after = (said[0][0], said[1][0])
    markup = resegment_markup(spans, before, after, order) if order else (None, None)
    first = _revise(actor, pair.variant, pair.version, said[0], reason, markup[0])
    if neighbour:
        second = _revise(actor, neighbour, pair.following_version, said[1], reason, markup[1])
    elif said[1][1] != "unentered":
        text, presence = said[1]
        translation = first.translation
        second = enter_variant(
            actor=actor,
            passage=pair.following,
            translation=translation,
            text=text,
            presence=presence,
            reason=reason,
            markup=markup[1] or (),
        )
    else:
        return
    rows = (first, second)
    resegment_anchors(actor=actor, rows=rows, before=before, order=order, now=second.updated_at)
    placed = [row for row in rows if row.presence == Presence.PRESENT]
    Variant.objects.filter(pk__in=[row.pk for row in placed]).update(alignment=Alignment.CONFIRMED)
    for row in placed:
        record_about(actor, Kind.VARIANT_CONFIRMED, row, after={"revision": row.version})


def _revise(
    actor: User, variant: Variant, version: int, said: Said, reason: str, markup: Sequence[SpanRecord] | None
) -> Variant:
    text, presence = said
    return write_revision(
        actor=actor, variant=variant, version=version, text=text, presence=presence, reason=reason, markup=markup
    )


def _state(variant: Variant | None) -> State:
    if variant is None:
        return "unentered"
    if variant.presence == Presence.PRESENT:
        return "present" if variant.text.strip() else "omitted"
    return "joined" if variant.presence == Presence.JOINED else "omitted"
