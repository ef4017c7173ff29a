"""The anchors of two neighbouring variants that share out their words anew: each stays on its very words.

Where the words of an anchor go over to the other passage, it goes along, and with it its discussion: a discussion
speaks of one passage. If only some of the words that a discussion speaks of go over, those become orphans.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from workbench.accounts.models import User
from workbench.corpus.models import Variant
from workbench.journal.kinds import Kind
from workbench.review.anchoring import carry_along, orphan_anchor, record_move
from workbench.review.models import Anchor, AnchorMove, Thread
from workbench.review.recording import record_thread
from workbench.text import Anchor as Place
from workbench.text.anchors.resegmenting import Order, Pair, follow

__all__ = ["Fate", "foresee_anchors", "resegment_anchors"]

Rows = tuple[Variant, Variant | None]


@dataclass(frozen=True, slots=True)
class Fate:
    """What becomes of an anchor in text number `side` (0 or 1): it stands at `place` of text number `goal`.

    `place` is None where it becomes an orphan.
    """

    anchor: Anchor
    thread: Thread
    side: int
    goal: int
    place: Place | None


def foresee_anchors(*, rows: Rows, before: Pair, after: Pair, order: Order | None) -> list[Fate]:
    """Say what becomes of the placed anchors of two variants whose texts, `before`, are to be those of `after`.

    `order` says which text of `after` holds the first words; None: nobody knows, and all become orphans. Three queries.
    """
    sides = {row.pk: side for side, row in enumerate(rows) if row}
    placed = Anchor.objects.filter(variant__in=list(sides)).exclude(state=Anchor.State.ORPHANED)
    threads = Thread.objects.filter(pk__in=placed.values("thread")).prefetch_related("anchors").order_by("pk")
    return [fate for thread in threads for fate in _foresee(thread, sides, before, after, order)]


def _foresee(thread: Thread, sides: dict[int, int], before: Pair, after: Pair, order: Order | None) -> Iterator[Fate]:
    anchors = list(thread.anchors.all())
    here = [one for one in anchors if one.variant_id in sides and one.state != Anchor.State.ORPHANED]
    found = {one.pk: _follow(one, sides[one.variant_id], before, after, order) for one in here}
    goals = {target[0] if (target := found.get(one.pk)) else None for one in anchors}
    for anchor in here:
        side, target = sides[anchor.variant_id], found[anchor.pk]
        stays_or_goes_with_all = target is not None and (target[0] == side or goals == {target[0]})
        goal, place = target if target is not None and stays_or_goes_with_all else (side, None)
        yield Fate(anchor, thread, side, goal, place)


def _follow(anchor: Anchor, side: int, before: Pair, after: Pair, order: Order | None) -> tuple[int, Place] | None:
    place = Place(anchor.start, anchor.end, anchor.quote, anchor.prefix, anchor.suffix)
    return follow(place, side, before, after, order) if order else None


def resegment_anchors(
    *, actor: User, rows: tuple[Variant, Variant], before: Pair, order: Order | None, now: datetime
) -> None:
    """Put the anchors of two variants, which say something else than `before` now, where `foresee_anchors` has them."""
    moved: dict[int, tuple[Thread, int]] = {}
    for fate in foresee_anchors(rows=rows, before=before, after=(rows[0].text, rows[1].text), order=order):
        row = rows[fate.goal]
        if fate.place is None:
            orphan_anchor(fate.anchor, actor=actor, revision=rows[fate.side].version, now=now)
        elif fate.goal == fate.side:
            carry_along(fate.anchor, fate.place, row.version)
        else:
            _take_over(actor, fate.anchor, row, fate.place, now)
            moved[fate.thread.pk] = (fate.thread, row.passage_id)
    for thread, passage in moved.values():
        Thread.objects.replace(thread, version=thread.version, passage=passage, updated_at=now)
        was = {"passage": thread.passage_id}
        record_thread(actor, Kind.THREAD_MOVED, thread, before=was, after={"passage": passage}, at=now)


def _take_over(actor: User, anchor: Anchor, row: Variant, place: Place, now: datetime) -> None:
    record_move(anchor, AnchorMove.Kind.RESEGMENTED, place.quote, actor=actor, revision=row.version, now=now)
    anchor.variant = row
    carry_along(anchor, place, row.version)
