"""The anchors of two neighbouring variants that shared out their words anew: each stays on its very words.

Where the words of an anchor went over to the other passage, it goes along, and with it its discussion: a discussion
speaks of one passage. If only some of the words that a discussion speaks of went over, those become orphans.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime

from workbench.accounts.models import User
from workbench.corpus.models import Variant
from workbench.review.anchoring import move_anchor, orphan_anchor
from workbench.review.models import Anchor, AnchorMove, Thread
from workbench.text import Anchor as Place
from workbench.text.regrouping import Order, Pair, follow

__all__ = ["regroup_anchors"]

Target = tuple[int, Place]


def regroup_anchors(
    *, actor: User, rows: tuple[Variant, Variant], before: Pair, order: Order | None, now: datetime
) -> None:
    """Put the anchors of two variants on the words they stood on in the texts `before`.

    `rows` are as they stand now, and hold the words in this `order`; None: nobody knows, and all become orphans.
    """
    after = (rows[0].text, rows[1].text)
    sides = {row.pk: side for side, row in enumerate(rows)}
    anchors = Anchor.objects.filter(variant__in=rows, state=Anchor.State.PLACED).order_by("pk")
    targets: dict[int, Target | None] = {}
    for anchor in anchors:
        place = Place(anchor.start, anchor.end, anchor.quote, anchor.prefix, anchor.suffix)
        targets[anchor.pk] = follow(place, sides[anchor.variant_id], before, after, order) if order else None
    threads = Thread.objects.filter(pk__in={anchor.thread_id for anchor in anchors}).prefetch_related("anchors")
    for thread in threads.order_by("pk"):
        _regroup(actor, thread, rows, targets, now)


def _regroup(
    actor: User,
    thread: Thread,
    rows: tuple[Variant, Variant],
    targets: Mapping[int, Target | None],
    now: datetime,
) -> None:
    anchors = [anchor for anchor in thread.anchors.all() if anchor.pk in targets]
    goes_to = _passage_after(thread, rows, targets)
    for anchor in anchors:
        target = targets[anchor.pk]
        row = rows[target[0]] if target else None
        if target is None or row is None or row.passage_id != goes_to:
            version = next(one.version for one in rows if one.pk == anchor.variant_id)
            orphan_anchor(anchor, actor=actor, revision=version, now=now)
        elif row.pk == anchor.variant_id:
            move_anchor(anchor, target[1], row.version)
        else:
            _take_over(actor, anchor, row, target[1], now)
    if goes_to != thread.passage_id:
        Thread.objects.replace(thread, version=thread.version, passage=goes_to, updated_at=now)


def _passage_after(thread: Thread, rows: Sequence[Variant], targets: Mapping[int, Target | None]) -> int:
    """Return the passage that the thread speaks of afterwards: another one if all its anchors go over there."""
    found = [targets.get(anchor.pk) for anchor in thread.anchors.all()]
    goals = {rows[target[0]].passage_id if target else None for target in found}
    (goal,) = goals if len(goals) == 1 else (None,)
    return thread.passage_id if goal is None else goal


def _take_over(actor: User, anchor: Anchor, row: Variant, place: Place, now: datetime) -> None:
    AnchorMove.objects.create(
        workspace_id=anchor.workspace_id,
        anchor=anchor,
        kind=AnchorMove.Kind.REALIGNED,
        from_variant_id=anchor.variant_id,
        from_revision=anchor.revision,
        from_quote=anchor.quote,
        to_revision=row.version,
        to_quote=place.quote,
        actor=actor,
        created_at=now,
    )
    anchor.variant = row
    move_anchor(anchor, place, row.version)
