"""Changes of text that anchors must follow."""

from collections.abc import Sequence

from django.db import transaction
from django.utils.translation import gettext

from workbench.accounts.models import User
from workbench.corpus.actions import write_revision
from workbench.corpus.lapsing import lapse_alignment
from workbench.corpus.models import Presence, Revision, Variant
from workbench.interchange.document import SpanRecord
from workbench.interchange.markup import unpack_markup
from workbench.review.anchoring import carry_anchors
from workbench.review.errors import Invalid
from workbench.review.models import Anchor

__all__ = ["restore_revision", "revise_variant", "write_text"]


@transaction.atomic
def revise_variant(
    *,
    actor: User,
    variant: Variant,
    version: int,
    text: str,
    presence: str = Presence.PRESENT,
    reason: str = "",
    markup: Sequence[SpanRecord] | None = None,
) -> Variant:
    """Write a variant's next state and take its anchors along, and its markup where no other is given.

    A confirmed place lapses when most words go.

    Raises `Stale` with the variant as it stands when it is not at `version` any more; then nothing was written.
    """
    return write_text(
        actor=actor, variant=variant, version=version, text=text, presence=presence, reason=reason, markup=markup
    )


@transaction.atomic
def restore_revision(*, actor: User, variant: Variant, version: int, number: int) -> Variant:
    """Make the text of an earlier revision the present one, as a new revision."""
    revision = Revision.objects.filter(variant=variant, number=number).first()
    if revision is None:
        raise Invalid.field(
            "revision", gettext("The number of a revision of this variant is expected."), code="unknown_revision"
        )
    return revise_variant(
        actor=actor,
        variant=variant,
        version=version,
        text=revision.text,
        presence=revision.presence,
        reason=f"Restored revision {number}",
        markup=unpack_markup(revision.markup),
    )


def write_text(
    *,
    actor: User,
    variant: Variant,
    version: int,
    text: str,
    presence: str,
    reason: str,
    replaced: Anchor | None = None,
    markup: Sequence[SpanRecord] | None = None,
) -> Variant:
    """Write a revision and carry all anchors along but `replaced`, whose words the caller has exchanged."""
    before = Variant.objects.select_for_update().get(pk=variant.pk)
    changed = write_revision(
        actor=actor, variant=variant, version=version, text=text, presence=presence, reason=reason, markup=markup
    )
    if changed.version != before.version:
        carry_anchors(actor=actor, variant=changed, before=before.text, now=changed.updated_at, leave=replaced)
        lapse_alignment(actor, changed, before.text)
    return changed
