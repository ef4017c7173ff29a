"""From what a door was given to an anchor on the words, and along with the words when their text changes."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db.models import F
from django.utils.translation import gettext

from workbench.accounts.checks import checked_text
from workbench.accounts.models import User
from workbench.corpus import limits
from workbench.corpus.errors import Invalid
from workbench.corpus.models import Passage, Presence, Revision, Variant
from workbench.journal.kinds import Kind
from workbench.review.models import Anchor, AnchorMove, Thread
from workbench.review.recording import record_anchor
from workbench.text import Anchor as Place
from workbench.text import Outcome, QuoteAmbiguous, QuoteNotFound, carry, find, follow_all, make_anchor

__all__ = [
    "AnchorRequest",
    "attach",
    "carry_along",
    "carry_anchors",
    "confirm",
    "find_replacement",
    "locate",
    "meant_of",
    "move_anchor",
    "new_anchor",
    "orphan_anchor",
    "record_move",
]

_EVENTS = {
    AnchorMove.Kind.KEPT: Kind.ANCHOR_KEPT,
    AnchorMove.Kind.CHANGED: Kind.ANCHOR_CHANGED,
    AnchorMove.Kind.FOUND: Kind.ANCHOR_FOUND,
    AnchorMove.Kind.RESTORED: Kind.ANCHOR_RESTORED,
    AnchorMove.Kind.CONFIRMED: Kind.ANCHOR_CONFIRMED,
    AnchorMove.Kind.ORPHANED: Kind.ANCHOR_ORPHANED,
    AnchorMove.Kind.REATTACHED: Kind.ANCHOR_REATTACHED,
    AnchorMove.Kind.RESEGMENTED: Kind.ANCHOR_MOVED,
}

_MOVES = {"kept": AnchorMove.Kind.KEPT, "changed": AnchorMove.Kind.CHANGED, "moved": AnchorMove.Kind.FOUND}


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


def locate(request: AnchorRequest, passage: Passage | None, field: str) -> Place:
    """Find the words in the variant's present text, or raise `Invalid` for `field` saying why they are not there."""
    variant = request.variant
    if passage is None or variant.passage_id != passage.pk:
        raise Invalid.field(field, gettext("A variant of the thread's passage is expected."), code="other_passage")
    if variant.presence != Presence.PRESENT or not variant.text:
        raise Invalid.field(field, gettext("This variant has no words to point at."), code="no_text")
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


def carry_anchors(*, actor: User, variant: Variant, before: str, now: datetime, leave: Anchor | None = None) -> None:
    """Take the anchors of a variant, but not `leave`, along from the text `before` to its present one.

    Each goes the way of its outcome (`text.anchors.outcomes`), and whatever is not plain staying is recorded. Where the
    words that a lost or changed one meant stand again where they stood, it is on them again. The versions of the
    threads count up: what is shown of them has changed.
    """
    left = [leave.pk] if leave else []
    anchors = list(variant.anchors.select_related("thread").exclude(pk__in=left))
    restored = _find_restored(variant, anchors)
    standing = [one for one in anchors if one.state != Anchor.State.ORPHANED and one.pk not in restored]
    outcomes = follow_all(list(map(_place_of, standing)), before, variant.text)
    for anchor, outcome in zip(standing, outcomes, strict=True):
        _settle(anchor, outcome, actor=actor, revision=variant.version, now=now)
    for anchor in (one for one in anchors if one.pk in restored):
        record_move(
            anchor, AnchorMove.Kind.RESTORED, restored[anchor.pk].quote, actor=actor, revision=variant.version, now=now
        )
        move_anchor(anchor, restored[anchor.pk], variant.version)
    touched = {anchor.thread_id for anchor in standing} | {one.thread_id for one in anchors if one.pk in restored}
    Thread.objects.filter(pk__in=touched).update(version=F("version") + 1)


def _settle(anchor: Anchor, outcome: Outcome, *, actor: User, revision: int, now: datetime) -> None:
    """Put an anchor where its outcome has it, and record what is not plain staying."""
    if outcome.anchor is None:
        orphan_anchor(anchor, actor=actor, revision=revision, now=now)
        return
    kind = _MOVES[outcome.kind]
    if outcome.kind != "kept" or outcome.old != outcome.new:
        record_move(anchor, kind, outcome.new, actor=actor, revision=revision, now=now)
    if outcome.kind == "changed" and anchor.state == Anchor.State.PLACED:
        anchor.meant, anchor.meant_revision, anchor.meant_start = anchor.quote, anchor.revision, anchor.start
        anchor.state = Anchor.State.CHANGED
    _put(anchor, outcome.anchor, revision)


def _find_restored(variant: Variant, anchors: Iterable[Anchor]) -> dict[int, Place]:
    """Return where the words that lost and changed anchors meant stand again, by anchor.

    The text is compared with each of the revisions in which they were last sure, if it holds the words at all.
    """
    lost: dict[int, list[Anchor]] = defaultdict(list)
    for anchor in anchors:
        if anchor.state != Anchor.State.PLACED and meant_of(anchor)[2] in variant.text:
            lost[meant_of(anchor)[0]].append(anchor)
    rows = Revision.objects.filter(variant=variant, number__in=list(lost))
    texts: Mapping[int, str] = dict(rows.values_list("number", "text"))
    found: dict[int, Place] = {}
    for number, ones in lost.items():
        found |= _find_kept(ones, texts.get(number, ""), variant.text)
    return found


def _find_kept(anchors: Iterable[Anchor], old: str, new: str) -> dict[int, Place]:
    """Return where the words that anchors meant in `old` are kept in `new`, with what stood on one side of them.

    An anchor that came from another text has no such place.
    """
    meant = {one.pk: meant_of(one) for one in anchors}
    places = {
        pk: make_anchor(old, start, start + len(quote))
        for pk, (_, start, quote) in meant.items()
        if quote and old.startswith(quote, start)
    }
    outcomes = follow_all(list(places.values()), old, new)
    return {
        pk: outcome.anchor
        for (pk, place), outcome in zip(places.items(), outcomes, strict=True)
        if outcome.kind == "kept" and outcome.anchor and _stands_as(place, outcome.anchor)
    }


def _stands_as(before: Place, after: Place) -> bool:
    """Tell whether the very same words stand after, or before, what they stood after or before."""
    return before.quote == after.quote and (before.prefix == after.prefix or before.suffix == after.suffix)


def meant_of(anchor: Anchor) -> tuple[int, int, str]:
    """Return the words an anchor surely meant: the revision in which they stood last, where they began, and they."""
    if anchor.meant_revision is None or anchor.meant_start is None:
        return anchor.revision, anchor.start, anchor.quote
    return anchor.meant_revision, anchor.meant_start, anchor.meant


def move_anchor(anchor: Anchor, place: Place, revision: int) -> None:
    """Put an anchor surely on words of revision number `revision`, and save it."""
    anchor.state = Anchor.State.PLACED
    anchor.meant, anchor.meant_revision, anchor.meant_start = "", None, None
    _put(anchor, place, revision)


def carry_along(anchor: Anchor, place: Place, revision: int) -> None:
    """Put an anchor on the very same words of revision number `revision`; a question about it stays."""
    _put(anchor, place, revision)


def _put(anchor: Anchor, place: Place, revision: int) -> None:
    for name, value in _columns(place).items():
        setattr(anchor, name, value)
    anchor.revision = revision
    anchor.save()


def orphan_anchor(anchor: Anchor, *, actor: User, revision: int, now: datetime) -> Anchor:
    """Say that the words of an anchor were lost in revision number `revision`, and record it."""
    anchor.state = Anchor.State.ORPHANED
    anchor.save(update_fields=["state"])
    record_move(anchor, AnchorMove.Kind.ORPHANED, "", actor=actor, revision=revision, now=now)
    return anchor


def attach(anchor: Anchor, place: Place, *, actor: User, revision: int, now: datetime) -> None:
    """Put an anchor on words of revision number `revision` because somebody says so, and record it."""
    record_move(anchor, AnchorMove.Kind.REATTACHED, place.quote, actor=actor, revision=revision, now=now)
    move_anchor(anchor, place, revision)


def confirm(anchor: Anchor, *, actor: User, now: datetime) -> None:
    """Say that an anchor speaks of the words on which it stands, and record it."""
    record_move(anchor, AnchorMove.Kind.CONFIRMED, anchor.quote, actor=actor, revision=anchor.revision, now=now)
    move_anchor(anchor, _place_of(anchor), anchor.revision)


def record_move(
    anchor: Anchor, kind: AnchorMove.Kind, quote: str, *, actor: User, revision: int, now: datetime
) -> AnchorMove:
    """Record what happens to an anchor, before it does: it goes to `quote` in revision number `revision`, or nowhere.

    Only an anchor that is resegmented leaves its variant, which is recorded then.
    """
    is_answer = kind in (AnchorMove.Kind.CONFIRMED, AnchorMove.Kind.RESTORED)
    number, _, words = meant_of(anchor) if is_answer else (anchor.revision, 0, anchor.quote)
    before, after = {"revision": number, "quote": words}, {"revision": revision, "quote": quote}
    record_anchor(actor, _EVENTS[kind], anchor, before=before, after=after, at=now)
    return AnchorMove.objects.create(
        workspace_id=anchor.workspace_id,
        anchor=anchor,
        kind=kind,
        from_variant_id=anchor.variant_id if kind == AnchorMove.Kind.RESEGMENTED else None,
        from_revision=number,
        from_quote=words,
        to_revision=revision,
        to_quote=quote,
        actor=actor,
        created_at=now,
    )


def find_replacement(anchor: Anchor, words: str) -> Place | None:
    """Find `words` in the present text of the anchor's variant where the anchor stands or, if it is lost, once stood.

    None where something else stands there, or where the place is not sure: all that is kept of what stood around a lost
    anchor must stand around the words too, and nowhere else; where that is nothing, the text must begin or end there.
    """
    variant = anchor.variant
    if not words.strip() or variant.presence != Presence.PRESENT:
        return None
    if anchor.state != Anchor.State.ORPHANED:
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
        raise Invalid.field(field, gettext("Expected start and end, or a quote."), code="no_words")
    try:
        return find(request.variant.text, quote, request.prefix, request.suffix)
    except QuoteNotFound as error:
        raise Invalid.field(
            field, gettext("The quote does not stand in this variant."), code="quote_not_found"
        ) from error
    except QuoteAmbiguous as error:
        message = gettext(
            "The quote %(quote)s fits %(count)s places. Give more of what stands before and after it. Give a prefix or "
            "suffix that tells the places apart."
        )
        said = message % {"quote": repr(quote[:80]), "count": error.count}
        raise Invalid.field(field, said, code="quote_ambiguous") from error


def _by_offsets(request: AnchorRequest, start: int, end: int, field: str) -> Place:
    text = _text_at(request, field)
    if not 0 <= start < end <= len(text):
        message = gettext("Offsets with 0 <= start < end <= %(text)s are expected.") % {"text": len(text)}
        raise Invalid.field(field, message, code="out_of_range")
    place = make_anchor(text, start, end)
    if not place.quote.strip():
        raise Invalid.field(field, gettext("Words are expected, not only white space."), code="no_words")
    if request.quote and request.quote != place.quote:
        raise Invalid.field(field, gettext("The quote is not what stands at these offsets."), code="quote_mismatch")
    carried = carry(place, text, request.variant.text) if text != request.variant.text else place
    if carried is None:
        raise Invalid.field(field, gettext("These words were changed since this revision."), code="words_changed")
    return carried


def _text_at(request: AnchorRequest, field: str) -> str:
    if request.revision in (None, request.variant.version):
        return request.variant.text
    revision = Revision.objects.filter(variant=request.variant, number=request.revision).first()
    if revision is None:
        raise Invalid.field(
            field, gettext("The number of a revision of this variant is expected."), code="unknown_revision"
        )
    return revision.text
