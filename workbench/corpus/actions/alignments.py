"""Saying that a text stands at its passage."""

from workbench.accounts.models import Role, User
from workbench.corpus.models import Alignment, Variant
from workbench.corpus.permissions import require_role

__all__ = ["confirm_alignment"]


def confirm_alignment(*, actor: User, variant: Variant) -> Variant:
    """Say that a text that was placed by the aligner is the right one for its passage. Twice is once."""
    require_role(actor, variant.workspace_id, Role.EDITOR)
    Variant.objects.filter(pk=variant.pk, alignment=Alignment.AUTO).update(alignment=Alignment.CONFIRMED)
    variant.refresh_from_db(fields=["alignment"])
    return variant
