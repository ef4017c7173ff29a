"""When what was confirmed of a text holds no longer: its place at a passage, once most of its words have gone."""

from workbench.accounts.models import User
from workbench.corpus.models import Alignment, Revision, Variant
from workbench.corpus.recording import record_about
from workbench.journal.kinds import Kind
from workbench.journal.models import Event
from workbench.text.words.survival import share_kept

__all__ = ["MOST", "lapse_alignment"]

MOST = 0.5
"""The share of the confirmed words that has to stay: with fewer, another text stands at the passage."""


def lapse_alignment(actor: User, variant: Variant, before: str) -> None:
    """Let the confirmed place of a variant that was just revised be looked at again if most of its words have gone.

    They are compared with the text that somebody confirmed, so that many small edits count too; where the place came
    confirmed from elsewhere, with `before`, the text that stood there last. At most two queries where it was confirmed.
    """
    if variant.alignment != Alignment.CONFIRMED:
        return
    confirmed = _confirmed_text(variant)
    if share_kept(before if confirmed is None else confirmed, variant.text) >= MOST:
        return
    Variant.objects.filter(pk=variant.pk).update(alignment=Alignment.AUTO)
    variant.alignment = Alignment.AUTO
    record_about(actor, Kind.VARIANT_LAPSED, variant, after={"revision": variant.version})


def _confirmed_text(variant: Variant) -> str | None:
    kinds = [Kind.VARIANT_CONFIRMED, Kind.VARIANT_LAPSED]
    event = (
        Event.objects.filter(workspace=variant.workspace_id, variant=variant.pk, kind__in=kinds).order_by("-pk").first()
    )
    if event is None or event.kind != Kind.VARIANT_CONFIRMED:
        return None
    return (
        Revision.objects.filter(variant=variant, number=event.after["revision"]).values_list("text", flat=True).first()
    )
