"""Anchors whose words were lost, attached again by hand."""

from django.db import transaction
from django.utils import timezone

from workbench.accounts.models import Role, User
from workbench.review.actions.writing import touch
from workbench.review.anchoring import AnchorRequest, attach_orphan, locate
from workbench.review.errors import Conflict, Invalid
from workbench.review.models import Anchor
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
    attach_orphan(anchor, place, actor=actor, revision=request.variant.version, now=now)
    touch(anchor.thread, now)
    return anchor
