"""What people said of a text's words, taken along when the text is edited: links between words, corrections.

Words that were left alone are found where they stand now. What spoke of others lapses: it stays to be seen, says since
when, and counts no longer. Threads' anchors are carried in `review.anchoring`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Q
from django.utils import timezone

from workbench.accounts.models import User
from workbench.corpus.models import ConfirmedLink, Correction, CorrectionMark, Variant
from workbench.corpus.recording import record_about
from workbench.journal.kinds import Kind
from workbench.text.anchors.anchors import make_anchor
from workbench.text.anchors.outcomes import follow_all

__all__ = ["Lapsed", "carry_all_said", "carry_said"]


@dataclass(frozen=True, slots=True)
class Lapsed:
    """How many links and corrections counted no longer after an edit."""

    links: int = 0
    corrections: int = 0


def carry_said(actor: User, variant: Variant, before: str) -> Lapsed:
    """Take along what was said of the words of a variant that read `before`. Two queries where nothing was said."""
    return Lapsed(_carry_links(actor, variant, before), _carry_corrections(actor, variant, before))


def carry_all_said(actor: User, before: Mapping[int, str]) -> None:
    """Do the same for many variants (by id) and what they read before; two queries where nothing was said."""
    links = ConfirmedLink.objects.standing().filter(Q(left__in=before) | Q(right__in=before))
    spoken = {pk for pair in links.values_list("left_id", "right_id") for pk in pair}
    marks = CorrectionMark.objects.standing().filter(variant__in=before)
    spoken |= set(marks.values_list("variant_id", flat=True))
    for variant in Variant.objects.filter(pk__in=spoken & before.keys()):
        carry_said(actor, variant, before[variant.pk])


def _carry_links(actor: User, variant: Variant, before: str) -> int:
    links = list(ConfirmedLink.objects.standing().filter(Q(left=variant) | Q(right=variant)))
    sides = ["left" if link.left_id == variant.pk else "right" for link in links]
    ends = [
        (getattr(link, f"{side}_start"), getattr(link, f"{side}_end")) for link, side in zip(links, sides, strict=True)
    ]
    places = _find_again(ends, before, variant.text)
    for link, side, place in zip(links, sides, places, strict=True):
        if place is None:
            ConfirmedLink.objects.filter(pk=link.pk).update(lapsed_at=timezone.now())
            record_about(actor, Kind.LINK_LAPSED, link, after={"left": link.left_quote, "right": link.right_quote})
        else:
            setattr(link, f"{side}_start", place[0])
            setattr(link, f"{side}_end", place[1])
    kept = [link for link, place in zip(links, places, strict=True) if place]
    ConfirmedLink.objects.bulk_update(kept, ["left_start", "left_end", "right_start", "right_end"])
    return len(links) - len(kept)


def _carry_corrections(actor: User, variant: Variant, before: str) -> int:
    standing = CorrectionMark.objects.standing().filter(variant=variant)
    marks = list(standing.select_related("correction__passage"))
    places = _find_again([(mark.start, mark.end) for mark in marks], before, variant.text)
    lost = {mark.correction_id: mark.correction for mark, place in zip(marks, places, strict=True) if place is None}
    kept = [mark for mark in marks if mark.correction_id not in lost]
    for mark, place in zip(marks, places, strict=True):
        if place is not None:
            mark.start, mark.end = place
            mark.revision = variant.version
    CorrectionMark.objects.bulk_update(kept, ["start", "end", "revision"])
    for correction in lost.values():
        Correction.objects.filter(pk=correction.pk).update(lapsed_at=timezone.now())
        record_about(actor, Kind.CORRECTION_LAPSED, correction, after={"kind": correction.kind})
    return len(lost)


def _find_again(ends: Sequence[tuple[int, int]], before: str, after: str) -> list[tuple[int, int] | None]:
    """Return where words stand after an edit, to the letter; None for those that were touched."""
    if not ends:
        return []
    anchors = [make_anchor(before, *end) for end in ends]
    found: list[tuple[int, int] | None] = []
    for one in follow_all(anchors, before, after):
        stays = one.anchor is not None and one.kind in ("kept", "moved") and one.new == one.old
        found.append((one.anchor.start, one.anchor.end) if stays and one.anchor else None)
    return found
