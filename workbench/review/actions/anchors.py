"""Anchors whose words were lost, attached again by hand."""

from django.db import transaction
from django.utils import timezone

from workbench.accounts.models import Role, User
from workbench.review.actions.writing import touch
from workbench.review.anchoring import AnchorRequest, locate, move_anchor
from workbench.review.errors import Conflict, Invalid
from workbench.review.models import Anchor, AnchorMove
from workbench.review.permissions import require_role

__all__ = ["reattach_anchor"]


@transaction.atomic
def reattach_anchor(*, actor: User, anchor: Anchor, request: AnchorRequest) -> Anchor:
    """Put an orphan on words of the same variant again, by hand. The move is recorded."""
    require_role(actor, anchor.workspace_id, Role.REVIEWER)
    if anchor.state != Anchor.State.ORPHANED:
        raise Conflict("This anchor stands on its words.", code="not_orphaned")
    if request.variant.pk != anchor.variant_id:
        raise Invalid.field("variant", "The anchor's own variant is expected.", code="other_variant")
    place = locate(request, anchor.thread.passage, "anchor")
    now = timezone.now()
    AnchorMove.objects.create(
        workspace_id=anchor.workspace_id,
        anchor=anchor,
        kind=AnchorMove.Kind.REATTACHED,
        from_revision=anchor.revision,
        from_quote=anchor.quote,
        to_revision=request.variant.version,
        to_quote=place.quote,
        actor=actor,
        created_at=now,
    )
    move_anchor(anchor, place, request.variant.version)
    touch(anchor.thread, now)
    return anchor
