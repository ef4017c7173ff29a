"""From what a door was given to an anchor on the words, and along with the words when their text changes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Exists, F, OuterRef

from workbench.accounts.checks import checked_text
from workbench.accounts.models import User
from workbench.corpus import limits
from workbench.corpus.errors import Invalid
from workbench.corpus.models import Passage, Presence, Revision, Variant
from workbench.journal.kinds import Kind
from workbench.review.models import Anchor, AnchorMove, Thread
from workbench.review.recording import record_anchor
from workbench.text import Anchor as Place
from workbench.text import QuoteAmbiguous, QuoteNotFound, carry, carry_all, find, make_anchor

__all__ = [
    "AnchorRequest",
    "attach_orphan",
    "bring_back_orphans",
    "carry_anchors",
    "find_replacement",
    "locate",
    "move_anchor",
    "new_anchor",
    "orphan_anchor",
    "record_move",
]

_EVENTS = {
    AnchorMove.Kind.ORPHANED: Kind.ANCHOR_ORPHANED,
    AnchorMove.Kind.REATTACHED: Kind.ANCHOR_REATTACHED,
    AnchorMove.Kind.REALIGNED: Kind.ANCHOR_MOVED,
}


@dataclass(frozen=True, slots=True)
class AnchorRequest:
    """Words somebody pointed at: by offsets in revision `revision` (None: the present one), or by a quote.

    With offsets, a quote that is given too must be what stands there.
    """

    variant: Variant
    start: int | None = None
    end: int | None = None
    quote: str = ""
    prefix: str = ""
    suffix: str = ""
    revision: int | None = None


def locate(request: AnchorRequest, passage: Passage, field: str) -> Place:
    """Find the words in the variant's present text, or raise `Invalid` for `field` saying why they are not there."""
    variant = request.variant
    if variant.passage_id != passage.pk:
        raise Invalid.field(field, "A variant of the thread's passage is expected.", code="other_passage")
    if variant.presence != Presence.PRESENT or not variant.text:
        raise Invalid.field(field, "This variant has no words to point at.", code="no_text")
    if request.start is None or request.end is None:
        return _by_quote(request, field)
    return _by_offsets(request, request.start, request.end, field)


def new_anchor(place: Place, variant: Variant, position: int = 0) -> Anchor:
    """Return an unsaved anchor, without thread, on words of the variant's present text."""
    return Anchor(
        workspace_id=variant.workspace_id,
        variant=variant,
        position=position,
        revision=variant.version,
        **_columns(place),
    )


def carry_anchors(
    *, actor: User, variant: Variant, before: str, now: datetime, leave: Anchor | None = None
) -> Sequence[Anchor]:
    """Take the placed anchors of a variant, but not `leave`, along from the text `before` to its present one.

    Anchors whose words were untouched stay on them; the others become orphans, which is recorded. The versions of their
    threads count up: what is shown of them has changed. Returns the orphans.
    """
    orphans = []
    left = [leave.pk] if leave else []
    anchors = list(variant.anchors.filter(state=Anchor.State.PLACED).exclude(pk__in=left))
    is_present = variant.presence == Presence.PRESENT
    places = carry_all(list(map(_place_of, anchors)), before, variant.text) if is_present else [None] * len(anchors)
    for anchor, place in zip(anchors, places, strict=True):
        if place is not None:
            move_anchor(anchor, place, variant.version)
        else:
            orphans.append(orphan_anchor(anchor, actor=actor, revision=variant.version, now=now))
    Thread.objects.filter(pk__in={anchor.thread_id for anchor in anchors}).update(version=F("version") + 1)
    return orphans


def move_anchor(anchor: Anchor, place: Place, revision: int) -> None:
    """Put an anchor on words of revision number `revision`, and save it."""
    for name, value in _columns(place).items():
        setattr(anchor, name, value)
    anchor.revision = revision
    anchor.state = Anchor.State.PLACED
    anchor.save()


def orphan_anchor(anchor: Anchor, *, actor: User, revision: int, now: datetime) -> Anchor:
    """Say that the words of an anchor were lost in revision number `revision`, and record it."""
    anchor.state = Anchor.State.ORPHANED
    anchor.save(update_fields=["state"])
    record_move(anchor, AnchorMove.Kind.ORPHANED, "", actor=actor, revision=revision, now=now)
    return anchor


def attach_orphan(anchor: Anchor, place: Place, *, actor: User, revision: int, now: datetime) -> None:
    """Put an orphan on words of revision number `revision`, and record it."""
    record_move(anchor, AnchorMove.Kind.REATTACHED, place.quote, actor=actor, revision=revision, now=now)
    move_anchor(anchor, place, revision)


def record_move(
    anchor: Anchor, kind: AnchorMove.Kind, quote: str, *, actor: User, revision: int, now: datetime
) -> AnchorMove:
    """Record what happens to an anchor, before it does: it goes to `quote` in revision number `revision`, or nowhere.

    Only an anchor that is realigned leaves its variant, which is recorded then.
    """
    before, after = {"revision": anchor.revision, "quote": anchor.quote}, {"revision": revision, "quote": quote}
    record_anchor(actor, _EVENTS[kind], anchor, before=before, after=after, at=now)
    return AnchorMove.objects.create(
        workspace_id=anchor.workspace_id,
        anchor=anchor,
        kind=kind,
        from_variant_id=anchor.variant_id if kind == AnchorMove.Kind.REALIGNED else None,
        from_revision=anchor.revision,
        from_quote=anchor.quote,
        to_revision=revision,
        to_quote=quote,
        actor=actor,
        created_at=now,
    )


def bring_back_orphans(*, actor: User, variant: Variant, lost_in: int) -> None:
    """Put anchors that revision number `lost_in` made orphans on their words again: the text reads as before it."""
    moves = AnchorMove.objects.filter(kind=AnchorMove.Kind.ORPHANED, to_revision=lost_in, anchor=OuterRef("pk"))
    lost = variant.anchors.filter(Exists(moves), state=Anchor.State.ORPHANED, revision=lost_in - 1)
    for anchor in lost:
        place = make_anchor(variant.text, anchor.start, anchor.end)
        attach_orphan(anchor, place, actor=actor, revision=variant.version, now=variant.updated_at)


def find_replacement(anchor: Anchor, words: str) -> Place | None:
    """Find `words` in the present text of the anchor's variant where the anchor stands or, if it is lost, once stood.

    None where something else stands there, or where the place is not sure: all that is kept of what stood around a lost
    anchor must stand around the words too, and nowhere else; where that is nothing, the text must begin or end there.
    """
    variant = anchor.variant
    if not words.strip() or variant.presence != Presence.PRESENT:
        return None
    if anchor.state == Anchor.State.PLACED:
        return _place_of(anchor) if anchor.quote == words else None
    try:
        place = find(variant.text, words, anchor.prefix, anchor.suffix)
    except (QuoteNotFound, QuoteAmbiguous):
        return None
    is_at_edges = (anchor.prefix or place.start == 0) and (anchor.suffix or place.end == len(variant.text))
    return place if is_at_edges else None


def _place_of(anchor: Anchor) -> Place:
    return Place(anchor.start, anchor.end, anchor.quote, anchor.prefix, anchor.suffix)


def _columns(place: Place) -> dict[str, int | str]:
    return {
        "start": place.start,
        "end": place.end,
        "quote": place.quote,
        "prefix": place.prefix,
        "suffix": place.suffix,
    }


def _by_quote(request: AnchorRequest, field: str) -> Place:
    quote = checked_text(field, request.quote, maximum=limits.VARIANT)
    if not quote.strip():
        raise Invalid.field(field, "Expected start and end, or a quote.", code="no_words")
    try:
        return find(request.variant.text, quote, request.prefix, request.suffix)
    except QuoteNotFound as error:
        raise Invalid.field(field, "The quote does not stand in this variant.", code="quote_not_found") from error
    except QuoteAmbiguous as error:
        message = f"{error} Give a prefix or suffix that tells the places apart."
        raise Invalid.field(field, message, code="quote_ambiguous") from error


def _by_offsets(request: AnchorRequest, start: int, end: int, field: str) -> Place:
    text = _text_at(request, field)
    if not 0 <= start < end <= len(text):
        message = f"Offsets with 0 <= start < end <= {len(text)} are expected."
        raise Invalid.field(field, message, code="out_of_range")
    place = make_anchor(text, start, end)
    if not place.quote.strip():
        raise Invalid.field(field, "Words are expected, not only white space.", code="no_words")
    if request.quote and request.quote != place.quote:
        raise Invalid.field(field, "The quote is not what stands at these offsets.", code="quote_mismatch")
    carried = carry(place, text, request.variant.text) if text != request.variant.text else place
    if carried is None:
        raise Invalid.field(field, "These words were changed since this revision.", code="words_changed")
    return carried


def _text_at(request: AnchorRequest, field: str) -> str:
    if request.revision in (None, request.variant.version):
        return request.variant.text
    revision = Revision.objects.filter(variant=request.variant, number=request.revision).first()
    if revision is None:
        raise Invalid.field(field, "The number of a revision of this variant is expected.", code="unknown_revision")
    return revision.text
