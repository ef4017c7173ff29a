"""Saying that a text stands at its passage."""

from django.db import transaction

from workbench.accounts.models import Role, User
from workbench.corpus.models import Alignment, Variant
from workbench.corpus.permissions import require_role
from workbench.corpus.recording import record_about
from workbench.journal.kinds import Kind

__all__ = ["confirm_alignment"]


@transaction.atomic
def confirm_alignment(*, actor: User, variant: Variant) -> Variant:
    """Say that a text that was placed by the aligner is the right one for its passage. Twice is once."""
    require_role(actor, variant.workspace_id, Role.EDITOR)
    placed = Variant.objects.filter(pk=variant.pk, alignment=Alignment.AUTO)
    if placed.update(alignment=Alignment.CONFIRMED):
        record_about(actor, Kind.VARIANT_CONFIRMED, variant, after={"revision": variant.version})
    variant.refresh_from_db(fields=["alignment"])
    return variant
